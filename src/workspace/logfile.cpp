#include "workspace/logfile.h"

#include "base/redact.h"
#include "base/standardstreams.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <exception>
#include <mutex>
#include <spdlog/details/log_msg.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <type_traits>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

namespace {

constexpr std::size_t maximumFileSize = 1024 * 1024;
constexpr std::size_t olderFiles = 4;
/// What a single message may be long; more is never of use and could be a whole answer.
constexpr qsizetype maximumLineLength = 16 * 1024;
constexpr qint64 maximumTail = 2 * 1024 * 1024;

struct Level
{
    int severity;
    QLatin1StringView word;
};

Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return {0, "debug"_L1};
    case QtInfoMsg:
        return {1, "info"_L1};
    case QtWarningMsg:
        return {2, "warning"_L1};
    case QtCriticalMsg:
        return {3, "critical"_L1};
    case QtFatalMsg:
        break;
    }
    return {4, "fatal"_L1};
}

template <typename Name = spdlog::filename_t>
Name toFileName(const QString &path)
{
    if constexpr (std::is_same_v<Name, std::wstring>) {
        return path.toStdWString();
    } else {
        return QFile::encodeName(path).toStdString();
    }
}

template <typename Name = spdlog::filename_t>
QString fromFileName(const Name &name)
{
    if constexpr (std::is_same_v<Name, std::wstring>) {
        return QString::fromStdWString(name);
    } else {
        return QFile::decodeName(name.c_str());
    }
}

/// Without secrets and on one line, so that a message cannot pretend to be another or steer a terminal.
QString harmless(QString text)
{
    // First what is not shown: it may stand inside of a secret, which would be whole without it.
    text.removeIf([](QChar c) {
        return c != u'\n' && c != u'\t' &&
               (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format);
    });
    text = redacted(text);
    text.replace(u'\n', u"\\n"_s);
    text.replace(u'\t', u' ');
    return text;
}

/// Cut before redacting, since that takes time; the half word at the cut could be half a secret.
QString shortened(const QString &text)
{
    if (text.size() <= maximumLineLength) {
        return text;
    }
    QString head = text.first(maximumLineLength);
    while (!head.isEmpty() && !head.back().isSpace()) {
        head.chop(1);
    }
    return head + u"… (%1 characters)"_s.arg(text.size());
}

} // namespace

class LogFile::Sink
{
public:
    explicit Sink(Options options)
        : m_options(std::move(options))
        , m_file(toFileName(path()), maximumFileSize, olderFiles, false, handlers())
    {
        m_file.set_pattern("%v");
    }

    void write(QtMsgType type, const QMessageLogContext &context, const QString &message);

    [[nodiscard]] QString path(const QString &suffix = u".log"_s) const
    {
        return m_options.directory + u'/' + m_options.programName + suffix;
    }

    QtMessageHandler previous = nullptr;

private:
    static spdlog::file_event_handlers handlers()
    {
        spdlog::file_event_handlers handlers;
        handlers.after_open = [](const spdlog::filename_t &name, std::FILE *) {
            QFile::setPermissions(fromFileName(name), QFile::ReadOwner | QFile::WriteOwner);
        };
        return handlers;
    }

    Options m_options;
    spdlog::sinks::rotating_file_sink_mt m_file;
};

void LogFile::Sink::write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const Level level = levelOf(type);
    const QString text = harmless(shortened(message));
    const QString category = QString::fromUtf8(context.category != nullptr ? context.category : "default");
    const QByteArray line =
        u"%1 %2 %3 [%4] "_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), level.word)
            .arg(QCoreApplication::applicationPid())
            .arg(category)
            .toUtf8() +
        text.toUtf8();
    if (m_options.standardError && level.severity >= levelOf(*m_options.standardError).severity) {
        static_cast<void>(writeLine(stderr, m_options.isVerbose ? QString::fromUtf8(line) : text));
    }
    try {
        const spdlog::string_view_t view(line.constData(), static_cast<std::size_t>(line.size()));
        m_file.log(spdlog::details::log_msg(spdlog::string_view_t(), spdlog::level::info, view));
        m_file.flush();
    } catch (const std::exception &) {
        // A full disk, most likely. Saying so would only add messages.
    }
}

namespace {

// Qt's handler is a plain function, so what it writes to has to be found from there. The sink's class is
// private.
std::mutex currentMutex;
std::shared_ptr<void> currentSink;

} // namespace

void redactStandardError()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &message) {
        const QString line = harmless(qFormatLogMessage(type, context, shortened(message)));
        static_cast<void>(writeLine(stderr, line));
    });
}

Result<std::unique_ptr<LogFile>> LogFile::install(Options options)
{
    const auto unusable = [&options](const QString &reason) {
        return failure(Error::make(
            Error::Kind::Storage,
            QCoreApplication::translate("numbers::workspace::LogFile", "The log cannot be written in %1: %2")
                .arg(QDir::toNativeSeparators(options.directory), reason),
            u"log file: "_s + reason));
    };
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    // One that was there before keeps its permissions: it may be somebody else's. The files are private.
    const QFileInfo folder(options.directory);
    if (!folder.isDir() && QDir().mkpath(folder.path())) {
        QDir(folder.path()).mkdir(folder.fileName(), ownerOnly);
    }
    if (!QFileInfo(options.directory).isDir()) {
        return unusable(
            QCoreApplication::translate("numbers::workspace::LogFile", "the folder cannot be made."));
    }
    const bool isVerbose = options.isVerbose;
    std::shared_ptr<Sink> sink;
    try {
        sink = std::make_shared<Sink>(options);
    } catch (const std::exception &problem) {
        return unusable(QString::fromLocal8Bit(problem.what()));
    }
    QLoggingCategory::setFilterRules(isVerbose ? u"numbers.*.debug=true"_s : u"*.debug=false"_s);
    {
        const std::scoped_lock lock(currentMutex);
        currentSink = sink;
    }
    sink->previous =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &message) {
            static thread_local bool isInside = false;
            std::shared_ptr<Sink> current;
            {
                const std::scoped_lock lock(currentMutex);
                current = std::static_pointer_cast<Sink>(currentSink);
            }
            if (!current || isInside) {
                return;
            }
            isInside = true;
            current->write(type, context, message);
            isInside = false;
        });
    return std::unique_ptr<LogFile>(new LogFile(std::move(sink)));
}

LogFile::LogFile(std::shared_ptr<Sink> sink)
    : m_sink(std::move(sink))
{
}

LogFile::~LogFile()
{
    qInstallMessageHandler(m_sink->previous);
    const std::scoped_lock lock(currentMutex);
    currentSink.reset();
}

QString LogFile::filePath() const
{
    return m_sink->path();
}

QStringList LogFile::lastLines(qsizetype count) const
{
    QByteArray bytes;
    for (const QString &suffix : {u".1.log"_s, u".log"_s}) {
        QFile file(m_sink->path(suffix));
        if (file.open(QIODevice::ReadOnly)) {
            bytes += file.read(maximumTail);
        }
    }
    QStringList lines = QString::fromUtf8(bytes).split(u'\n', Qt::SkipEmptyParts);
    return lines.size() > count ? lines.last(count) : lines;
}

} // namespace numbers::workspace
