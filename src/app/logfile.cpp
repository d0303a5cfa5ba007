#include "app/logfile.h"

#include "base/redact.h"

#include <QDir>
#include <QFile>
#include <QtGlobal>

#include <memory>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace numbers::app {

namespace {

constexpr std::size_t largestFile = 1024 * 1024;
constexpr std::size_t fileCount = 5;

// Qt's message handler is a plain function: what it works with has to be found without an object.
std::shared_ptr<spdlog::logger> &logger()
{
    static std::shared_ptr<spdlog::logger> instance;
    return instance;
}

QtMessageHandler &previousHandler()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

spdlog::level::level_enum levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return spdlog::level::debug;
    case QtInfoMsg:
        return spdlog::level::info;
    case QtWarningMsg:
        return spdlog::level::warn;
    case QtCriticalMsg:
        return spdlog::level::err;
    case QtFatalMsg:
        return spdlog::level::critical;
    }
    return spdlog::level::info;
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const auto safe = redacted(message);
    if (const auto &log = logger()) {
        const auto *category = context.category != nullptr ? context.category : "default";
        log->log(levelOf(type), "[{}] {}", category, safe.toStdString());
    }
    if (previousHandler() != nullptr) {
        previousHandler()(type, context, safe);
    }
}

} // namespace

void startLogFile(const QString &directory)
{
    if (logger()) {
        return;
    }
    QDir().mkpath(directory);
    const auto path = QDir(directory).filePath(QStringLiteral("numbers.log"));
    try {
        // spdlog reports by exceptions; they end here.
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            QFile::encodeName(path).toStdString(), largestFile, fileCount);
        auto log = std::make_shared<spdlog::logger>("numbers", std::move(sink));
        log->set_level(spdlog::level::debug);
        log->flush_on(spdlog::level::warn);
        log->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        logger() = std::move(log);
    } catch (const spdlog::spdlog_ex &problem) {
        qWarning("no log file: %s", problem.what());
    }
    previousHandler() = qInstallMessageHandler(&handle);
}

} // namespace numbers::app
