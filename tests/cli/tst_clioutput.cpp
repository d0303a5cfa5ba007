#include "cli/clirunner.h"
#include "cli/killing.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <sys/stat.h>

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

constexpr int outputFailed = 9;

/// With standard output as `redirection` says it to the shell.
CliRun runIn(CliRunner &cli, const QStringList &words, const QString &redirection)
{
    QProcess process;
    process.setProcessEnvironment(cli.environment());
    process.start(u"/bin/sh"_s,
                  QStringList{u"-c"_s, u"exec \"$0\" \"$@\" "_s + redirection,
                              QCoreApplication::applicationDirPath() + u"/nixflex-numbers-cli"_s} +
                      words);
    CliRun run;
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
    }
    run.didCrash = process.exitStatus() == QProcess::CrashExit;
    run.exitCode = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

QByteArray contentOf(const QString &filePath)
{
    QFile file(filePath);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not readable");
}

} // namespace

/// What was asked for and could not be printed, or not be written into its file, is no success.
class TestCliOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void failsWhereNothingCanBePrinted_data();
    void failsWhereNothingCanBePrinted();
    void saysThatAReaderIsGone();
    void keepsTheCodeOfAFailure();
    void writesNothingIntoItsOwnFiles();
    void writesIntoADevice();
    void printsNothingThatATerminalObeys();

private:
    [[nodiscard]] QString freeNumber() const { return m_cli->simulator().freeNumber(); }

    std::unique_ptr<CliRunner> m_cli;
    QString m_number; ///< at Nixflex, imported from here
};

void TestCliOutput::initTestCase()
{
    m_cli = std::make_unique<CliRunner>();
    m_number = freeNumber();
    const CliRun run = m_cli->run(m_cli->importCommand({u"--yes"_s}));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
}

void TestCliOutput::cleanupTestCase()
{
    m_cli.reset();
}

void TestCliOutput::failsWhereNothingCanBePrinted_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("redirection");
    const auto sid = m_cli->simulator().mainAccount().sid;
    const QList<QStringList> commands{
        {u"--version"_s},
        {u"--help"_s},
        {u"import"_s, u"--help"_s},
        {u"numbers"_s},
        {u"agents"_s},
        {u"operations"_s},
        {u"history"_s},
        {u"routing"_s, u"--number"_s, m_number, u"--twilio-sid"_s, sid},
        {u"profile"_s, u"--number"_s, m_number},
        {u"health"_s, u"--number"_s, m_number},
        {u"backup"_s, u"export"_s, u"--number"_s, m_number},
        {u"undo"_s, u"--number"_s, m_number, u"--dry-run"_s},
        {u"reassign"_s, u"--number"_s, m_number, u"--agent"_s, otherAgent(m_cli->simulator()),
         u"--dry-run"_s},
    };
    for (const QStringList &command : commands) {
        for (const QString &redirection : {u">/dev/full"_s, u">&-"_s}) {
            const auto words = command.first().startsWith(u'-') || command.contains(u"--help"_s)
                                   ? command
                                   : m_cli->withCommon(command);
            QTest::addRow("%s %s", qPrintable(command.join(u' ')), qPrintable(redirection))
                << words << redirection;
            if (words.contains(u"--json"_s)) {
                QStringList text = words;
                text.removeAll(u"--json"_s);
                QTest::addRow("%s %s, text", qPrintable(command.join(u' ')), qPrintable(redirection))
                    << text << redirection;
            }
        }
    }
}

void TestCliOutput::failsWhereNothingCanBePrinted()
{
    QFETCH(QStringList, command);
    QFETCH(QString, redirection);
    const CliRun run = runIn(*m_cli, command, redirection);
    QVERIFY2(!run.didCrash && run.exitCode == outputFailed, QByteArray::number(run.exitCode) + run.err);
    QVERIFY2(run.err.contains("Standard output could not be written"), run.err);
    // And where it can, it is a success.
    const CliRun good = runIn(*m_cli, command, u">/dev/null"_s);
    QVERIFY2(good.exitCode == 0, good.err);
}

void TestCliOutput::saysThatAReaderIsGone()
{
    QProcess process;
    process.setProcessEnvironment(m_cli->environment());
    const QStringList words = m_cli->withCommon({u"numbers"_s});
    process.start(u"/bin/sh"_s,
                  QStringList{u"-c"_s, u"{ \"$0\" \"$@\"; echo \"code $?\" >&2; } | true"_s,
                              QCoreApplication::applicationDirPath() + u"/nixflex-numbers-cli"_s} +
                      words);
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("Standard output could not be written") && said.contains("code 9"), said);
}

void TestCliOutput::keepsTheCodeOfAFailure()
{
    const auto command = m_cli->withCommon({u"remove"_s, u"--number"_s, m_number});
    QCOMPARE(runIn(*m_cli, command, u">/dev/full"_s).exitCode, 7); // confirmation needed
}

void TestCliOutput::writesNothingIntoItsOwnFiles()
{
    // With a closed standard output, the first file that is opened would take its place.
    const CliRun run = runIn(*m_cli, m_cli->withCommon({u"operations"_s}), u"0<&- >&- 2>&-"_s);
    QCOMPARE(run.exitCode, outputFailed);
    QDir profile(m_cli->profileDirectory());
    const auto files = profile.entryInfoList(QDir::Files | QDir::Hidden);
    QVERIFY(!files.isEmpty());
    for (const auto &file : files) {
        QVERIFY2(!contentOf(file.filePath()).contains("\"outcome\":\"listed\""), qPrintable(file.filePath()));
    }
    QCOMPARE(m_cli->run({u"operations"_s}).exitCode, 0);
}

void TestCliOutput::writesIntoADevice()
{
    const QStringList command{u"backup"_s, u"export"_s, u"--number"_s, m_number, u"--output"_s};
    const CliRun full = m_cli->run(command + QStringList{u"/dev/full"_s});
    QCOMPARE(full.exitCode, 3);
    QCOMPARE(full.json().value(u"outcome"_s).toString(), u"failed"_s);
    QVERIFY2(full.err.contains("could not be written"), full.err);
    const QString link = m_cli->profileDirectory() + u".link"_s;
    QVERIFY(QFile::link(u"/dev/null"_s, link));
    QCOMPARE(m_cli->run(command + QStringList{link}).exitCode, 0);
    QVERIFY(QFileInfo(link).isSymLink());
    struct stat status = {};
    QCOMPARE(::stat("/dev/null", &status), 0);
    QVERIFY(S_ISCHR(status.st_mode));
}

void TestCliOutput::printsNothingThatATerminalObeys()
{
    const QString evil =
        u"https://shop.example/\u001b[2K\u009b1A\u202e\u2066\u200f\u0007\r\nNumber: +49\u2028x"_s;
    CliRunner cli;
    const QString number = cli.simulator().freeNumber();
    const QStringList import = cli.importCommand();
    cli.simulator().changeNumber(number, [&evil](auto &changed) {
        changed.voiceUrl = evil;
        changed.smsUrl = evil;
        changed.statusCallback = evil;
        changed.friendlyName = evil;
    });
    cli.simulator().changeAgent(cli.simulator().agentId(), [&evil](auto &agent) { agent.name = evil; });
    // Scripts get every character, in whatever way it is written.
    const CliRun planned = cli.run(import + QStringList{u"--dry-run"_s});
    QCOMPARE(planned.json().value(u"replaced"_s).toObject().value(u"voice_url"_s).toString(), evil);
    const auto sid = cli.simulator().mainAccount().sid;
    const QString profileFile = cli.profileDirectory() + u".txt"_s;
    QFile file(profileFile);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(evil.toUtf8()) > 0);
    file.close();
    const QList<QStringList> commands{
        import + QStringList{u"--dry-run"_s},
        import + QStringList{u"--yes"_s, u"--profile-text"_s, profileFile},
        {u"profile"_s, u"--number"_s, number},
        {u"numbers"_s},
        {u"agents"_s},
        {u"routing"_s, u"--number"_s, number, u"--twilio-sid"_s, sid},
        {u"health"_s, u"--number"_s, number},
        {u"history"_s},
        {u"operations"_s},
        {u"backup"_s, u"export"_s, u"--number"_s, number},
        {u"undo"_s, u"--number"_s, number, u"--dry-run"_s},
    };
    for (const QStringList &command : commands) {
        for (const bool isJson : {false, true}) {
            if (isJson && command.contains(u"--yes"_s)) {
                continue; // done already
            }
            QStringList words = cli.withCommon(command);
            if (!isJson) {
                words.removeAll(u"--json"_s);
            }
            const CliRun run = runIn(cli, words, {});
            QVERIFY2(run.exitCode == 0 || run.exitCode == 8, command.join(u' ').toUtf8() + run.out + run.err);
            const QString printed = QString::fromUtf8(run.out + run.err);
            for (const QChar c : printed) {
                const bool isQuiet =
                    c == u'\n' || c == u'\t' ||
                    (c.category() != QChar::Other_Control && c.category() != QChar::Separator_Line &&
                     c != u'\u202e' && c != u'\u2066' && c != u'\u200f');
                QVERIFY2(isQuiet,
                         qPrintable(command.join(u' ') + u": "_s + QString::number(c.unicode(), 16)));
            }
            QVERIFY2(!printed.contains(u"\nNumber: +49"_s) || command.first() == "profile"_L1,
                     qPrintable(command.join(u' ') + printed));
            QVERIFY(!isJson || !run.json().isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(TestCliOutput)
#include "tst_clioutput.moc"
