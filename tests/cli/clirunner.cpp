#include "cli/clirunner.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace numbers::test {

namespace {

QString program()
{
    return QCoreApplication::applicationDirPath() + u"/nixflex-numbers-cli"_s;
}

} // namespace

QJsonObject CliRun::json() const
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(out, &problem);
    return problem.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

CliRunner::CliRunner(const simulator::SimulatorOptions &options)
{
    QString problem;
    m_simulator = simulator::Simulator::start(options, &problem);
    if (!m_simulator) {
        qFatal("the simulator does not start: %s", qPrintable(problem));
    }
    m_nixflexUrl = m_simulator->nixflexUrl().toString();
    m_twilioUrl = m_simulator->twilioUrl().toString();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(u"NIXFLEX_API_KEY"_s, m_simulator->nixflexKey());
    m_environment.insert(u"TWILIO_AUTH_TOKEN"_s, m_simulator->mainAccount().authToken);
    m_environment.insert(u"HOME"_s, m_directory.path());
    // No session bus: the keychain must not matter where the environment gives the secrets.
    m_environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
}

CliRunner::~CliRunner() = default;

QStringList CliRunner::withCommon(const QStringList &command) const
{
    QStringList words = command;
    words << u"--json"_s << u"--profile"_s << profileDirectory() << u"--nixflex-url"_s << m_nixflexUrl
          << u"--twilio-url"_s << m_twilioUrl;
    return words;
}

QStringList CliRunner::importCommand(const QStringList &more) const
{
    QStringList words{u"import"_s,
                      u"--number"_s,
                      m_simulator->freeNumber(),
                      u"--twilio-sid"_s,
                      m_simulator->mainAccount().sid,
                      u"--agent"_s,
                      m_simulator->agentId()};
    return words + more;
}

CliRun CliRunner::run(const QStringList &command, int timeoutMs)
{
    return runRaw(withCommon(command), timeoutMs);
}

CliRun CliRunner::runRaw(const QStringList &words, int timeoutMs)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program(), words);
    CliRun run;
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        run.err = process.errorString().toUtf8() + '\n';
    }
    run.didCrash = process.exitStatus() == QProcess::CrashExit;
    run.exitCode = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err += process.readAllStandardError();
    return run;
}

std::unique_ptr<QProcess> CliRunner::start(const QStringList &command)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->start(program(), withCommon(command));
    process->waitForStarted();
    return process;
}

} // namespace numbers::test
