#include "app/application.h"
#include "app/commandline.h"
#include "app/selfcheck.h"
#include "base/processprotection.h"
#include "base/standardstreams.h"
#include "base/terminationsignals.h"
#include "workspace/logfile.h"

#include <QApplication>
#include <QCoro/QCoroTask>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// As nixflex-numbers-cli says it.
constexpr int outputFailed = 9;

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int index = 0; index < argc; ++index) {
        arguments.append(QString::fromLocal8Bit(argv[index]));
    }
    return arguments;
}

int print(const numbers::app::Message &message)
{
    const bool isAnswer = message.exitCode == 0;
    const int error = numbers::writeLine(isAnswer ? stdout : stderr, message.text);
    return isAnswer && error != 0 ? outputFailed : message.exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
    numbers::protectMemory();
    numbers::prepareStandardStreams();
    const auto parsed = numbers::app::parseCommandLine(argumentsOf(argc, argv));
    if (const auto *message = std::get_if<numbers::app::Message>(&parsed)) {
        return print(*message);
    }
    const auto &commandLine = std::get<numbers::app::CommandLine>(parsed);
    if (commandLine.isSelfCheck && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM") &&
        !qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY")) {
        // Works where no window can be shown, such as in a package's test.
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }

    numbers::workspace::redactStandardError(); // until there is a log

    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"Nixflex"_s);
    QCoreApplication::setOrganizationDomain(u"nixflex.com"_s);
    QCoreApplication::setApplicationName(u"Numbers"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(NUMBERS_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Nixflex Numbers"_s);
    QGuiApplication::setDesktopFileName(u"com.nixflex.Numbers"_s);

    if (commandLine.isSelfCheck) {
        auto task = numbers::app::runSelfCheck();
        QCoro::connect(std::move(task), &app, [](int exitCode) { QCoreApplication::exit(exitCode); });
        return QApplication::exec();
    }
    numbers::app::Application application(commandLine);
    if (!application.start()) {
        return print(
            {numbers::app::Application::tr("Nixflex Numbers is open with this profile already. Its window "
                                           "is in front now."),
             0});
    }
    const numbers::TerminationSignals terminationSignals;
    QObject::connect(&terminationSignals, &numbers::TerminationSignals::requested, &application,
                     &numbers::app::Application::leave);
    QObject::connect(
        &application, &numbers::app::Application::readyToLeave, &app, [] { QCoreApplication::exit(); },
        Qt::QueuedConnection);
    return QApplication::exec();
}
