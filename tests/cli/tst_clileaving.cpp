#include "cli/clirunner.h"
#include "cli/killing.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <functional>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;

namespace {

/// One that may answer, and does not yet.
QString otherAgent(const simulator::Simulator &simulator)
{
    const auto agents = simulator.agents();
    for (const auto &agent : agents) {
        if (agent.isActive && agent.agentId != simulator.foreignAgentId() &&
            agent.agentId != simulator.agentId()) {
            return agent.agentId;
        }
    }
    return {};
}

/// Long enough for what happens meanwhile, also on a busy computer; well within the execution window.
constexpr std::chrono::milliseconds slow(4'000);

class Running
{
public:
    Running(CliRunner &cli, const QStringList &command)
        : m_cli(cli)
        , m_before(cli.simulator().requests().size())
        , m_process(cli.start(command))
    {
    }

    [[nodiscard]] bool hasSent(const QString &method, const QString &path) const
    {
        const auto requests = m_cli.simulator().requests().mid(m_before);
        return std::any_of(requests.begin(), requests.end(), [&](const auto &request) {
            return request.method == method && request.path.contains(path);
        });
    }
    [[nodiscard]] bool waitForRequest(const QString &method, const QString &path = {}) const
    {
        return QTest::qWaitFor([&] { return hasSent(method, path); }, 30'000);
    }
    void signal(int number) { ::kill(static_cast<pid_t>(m_process->processId()), number); }
    /// Again and again, since several within a moment count as one.
    [[nodiscard]] bool signalUntil(int number, const std::function<bool()> &isDone)
    {
        return QTest::qWaitFor([&] { return isDone() || (signal(number), isDone()); }, 30'000);
    }
    [[nodiscard]] QByteArray said()
    {
        m_errors += m_process->readAllStandardError();
        return m_errors;
    }
    [[nodiscard]] bool waitForWord(const QByteArray &word)
    {
        return QTest::qWaitFor([&] { return said().contains(word); }, 30'000);
    }
    [[nodiscard]] bool isRunning() const { return m_process->state() == QProcess::Running; }
    [[nodiscard]] bool waitForEnd() { return m_process->waitForFinished(90'000); }
    [[nodiscard]] int exitCode() const
    {
        return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    }

private:
    CliRunner &m_cli;
    qsizetype m_before;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_errors;
};

/// A slow answer to the first request of this kind.
void delay(CliRunner &cli, const QString &method, const QString &path = {})
{
    simulator::Fault fault;
    fault.method = method;
    fault.path = path;
    fault.delayAnswer = slow;
    cli.simulator().armFault(fault);
}

} // namespace

/// Ctrl+C, a closed terminal and a polite request to end, in real processes against slow providers.
class TestCliLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsBeforeAnythingIsSent_data();
    void stopsBeforeAnythingIsSent();
    void saysWhatItWaitsFor();
    void leavesAtTheSecondTime();
    void finishesBothWrites_data();
    void finishesBothWrites();
    void staysDeafToWhatIsIgnored();
};

void TestCliLeaving::stopsBeforeAnythingIsSent_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("INT") << SIGINT;
    QTest::newRow("TERM") << SIGTERM;
    QTest::newRow("HUP") << SIGHUP;
    QTest::newRow("QUIT") << SIGQUIT;
}

void TestCliLeaving::stopsBeforeAnythingIsSent()
{
    QFETCH(int, number);
    CliRunner cli;
    delay(cli, u"GET"_s);
    Running run(cli, cli.importCommand({u"--yes"_s}));
    QVERIFY(run.waitForRequest(u"GET"_s));
    run.signal(number);
    QVERIFY(run.waitForEnd());
    QCOMPARE(run.exitCode(), 130);
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, {}), 0);
}

void TestCliLeaving::saysWhatItWaitsFor()
{
    CliRunner cli;
    delay(cli, u"POST"_s);
    Running run(cli, cli.importCommand({u"--yes"_s}));
    QVERIFY(run.waitForRequest(u"POST"_s));
    run.signal(SIGINT);
    QVERIFY2(run.waitForWord("Waiting for the answer"), run.said());
    QVERIFY(run.waitForEnd());
    QVERIFY2(run.exitCode() == 0, run.said());
    QCOMPARE(test::succeeded(cli, u"import"_s), 1);
}

void TestCliLeaving::leavesAtTheSecondTime()
{
    CliRunner cli;
    delay(cli, u"POST"_s);
    Running run(cli, cli.importCommand({u"--yes"_s}));
    QVERIFY(run.waitForRequest(u"POST"_s));
    run.signal(SIGINT);
    QVERIFY2(run.waitForWord("Waiting for the answer"), run.said());
    QVERIFY(run.isRunning());
    QVERIFY(run.signalUntil(SIGINT, [&run] { return !run.isRunning(); }));
    QVERIFY2(run.exitCode() == -1, "not ended by a signal");
    // The next command finds out what happened.
    QTRY_VERIFY_WITH_TIMEOUT(test::isQuiet(cli), 20'000);
    const CliRun settled = cli.run(test::settleCommand(cli), 90'000);
    QVERIFY2(settled.exitCode == 0, settled.out + settled.err);
    QCOMPARE(test::succeeded(cli, u"import"_s), 1);
    QCOMPARE(test::executed(cli, u"POST"_s), 1);
}

void TestCliLeaving::finishesBothWrites_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("method"); // of the write whose answer is slow
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::newRow("undo, at the removal") << u"undo"_s << u"DELETE"_s << QString() << SIGINT << SIGINT;
    QTest::newRow("undo, at the webhooks")
        << u"undo"_s << u"POST"_s << u"IncomingPhoneNumbers"_s << SIGHUP << SIGTERM;
    QTest::newRow("reassign, at the removal")
        << u"reassign"_s << u"DELETE"_s << QString() << SIGQUIT << SIGQUIT;
    QTest::newRow("reassign, at the import") << u"reassign"_s << u"POST"_s << u"/v1/"_s << SIGTERM << SIGINT;
}

void TestCliLeaving::finishesBothWrites()
{
    QFETCH(QString, command);
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(int, first);
    QFETCH(int, second);
    CliRunner cli;
    const QString number = cli.simulator().freeNumber();
    const auto before = cli.simulator().number(number);
    const CliRun imported = cli.run(cli.importCommand({u"--yes"_s}));
    QVERIFY2(imported.exitCode == 0, imported.out + imported.err);
    const QString next = otherAgent(cli.simulator());
    QStringList words{command, u"--number"_s, number, u"--yes"_s};
    if (command == "reassign"_L1) {
        words << u"--agent"_s << next;
    }
    delay(cli, method, path);
    Running run(cli, words);
    QVERIFY(run.waitForRequest(method, path));
    run.signal(first);
    QVERIFY2(run.waitForWord("kill -KILL"), run.said());
    QVERIFY2(run.signalUntil(second, [&run] { return run.said().count("kill -KILL") >= 3; }), run.said());
    QVERIFY2(run.isRunning(), run.said());
    QVERIFY(run.waitForEnd());
    QVERIFY2(run.exitCode() == 0, run.said());
    QCOMPARE(test::succeeded(cli, command), 1);
    if (command == "undo"_L1) {
        QVERIFY(!cli.simulator().nixflexNumber(number));
        QCOMPARE(cli.simulator().number(number)->voiceUrl, before->voiceUrl);
    } else {
        QCOMPARE(cli.simulator().nixflexNumber(number)->agentId, next);
    }
}

void TestCliLeaving::staysDeafToWhatIsIgnored()
{
    // As nohup does.
    std::signal(SIGHUP, SIG_IGN);
    CliRunner cli;
    delay(cli, u"GET"_s);
    Running run(cli, cli.importCommand({u"--yes"_s}));
    std::signal(SIGHUP, SIG_DFL);
    QVERIFY(run.waitForRequest(u"GET"_s));
    run.signal(SIGHUP);
    QVERIFY(run.waitForEnd());
    QVERIFY2(run.exitCode() == 0, run.said());
}

QTEST_GUILESS_MAIN(TestCliLeaving)
#include "tst_clileaving.moc"
