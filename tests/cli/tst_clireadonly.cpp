#include "cli/clirunner.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using numbers::test::CliRun;
using numbers::test::CliRunner;
using numbers::test::SmallDisk;

/// A profile on a disk that is mounted read-only: what was recorded is read, and nothing is begun.
class TestCliReadOnly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWhatWasRecorded_data();
    void readsWhatWasRecorded();
    void sendsNothing();

private:
    [[nodiscard]] CliRun run(QStringList command);

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<SmallDisk> m_disk;
};

void TestCliReadOnly::initTestCase()
{
    if (!numbers::test::whyNoOwnMounts().isEmpty()) {
        QSKIP(qPrintable(numbers::test::whyNoOwnMounts()));
    }
    m_cli = std::make_unique<CliRunner>();
    const CliRun imported = m_cli->run(m_cli->importCommand({u"--yes"_s}));
    QVERIFY2(imported.exitCode == 0, imported.out + imported.err);
    m_disk = std::make_unique<SmallDisk>(4'194'304);
    const QDir profile(m_cli->profileDirectory());
    const auto files = profile.entryList({u"ledger.sqlite*"_s, u"settings.ini"_s}, QDir::Files);
    for (const QString &file : files) {
        QVERIFY(QFile::copy(profile.filePath(file), m_disk->filePath(file)));
    }
    m_disk->setReadOnly(true);
}

CliRun TestCliReadOnly::run(QStringList command)
{
    command << u"--json"_s << u"--profile"_s << m_disk->path() << u"--nixflex-url"_s
            << m_cli->simulator().nixflexUrl().toString() << u"--twilio-url"_s
            << m_cli->simulator().twilioUrl().toString();
    return m_cli->runRaw(command);
}

void TestCliReadOnly::readsWhatWasRecorded_data()
{
    const QString number = CliRunner().simulator().freeNumber();
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("member");
    QTest::newRow("history") << QStringList{u"history"_s} << u"history"_s;
    QTest::newRow("operations") << QStringList{u"operations"_s} << u"operations"_s;
    QTest::newRow("health") << QStringList{u"health"_s, u"--number"_s, number} << u"numbers"_s;
    QTest::newRow("agents") << QStringList{u"agents"_s} << u"agents"_s;
    QTest::newRow("backup export") << QStringList{u"backup"_s, u"export"_s, u"--number"_s, number}
                                   << u"snapshots"_s;
}

void TestCliReadOnly::readsWhatWasRecorded()
{
    QFETCH(const QStringList, command);
    QFETCH(const QString, member);
    const CliRun read = run(command);
    QVERIFY2(read.exitCode == 0, read.out + read.err);
    QVERIFY2(!read.json().value(member).toArray().isEmpty(), read.out);
    const auto warnings = read.json().value(u"warnings"_s);
    QCOMPARE(warnings[0][u"code"_s].toString(), u"ledger_read_only"_s);
    QVERIFY2(read.err.contains(m_disk->path().toUtf8()), read.err);
}

void TestCliReadOnly::sendsNothing()
{
    const QString number = m_cli->simulator().freeNumber();
    m_cli->simulator().resetRequests();
    for (const QStringList &command :
         {m_cli->importCommand({u"--yes"_s}), QStringList{u"remove"_s, u"--number"_s, number, u"--yes"_s},
          QStringList{u"undo"_s, u"--number"_s, number, u"--yes"_s}}) {
        const CliRun refused = run(command);
        QVERIFY2(refused.exitCode != 0, refused.out + refused.err);
    }
    for (const QString &method : {u"POST"_s, u"DELETE"_s, u"PATCH"_s, u"PUT"_s}) {
        QCOMPARE(m_cli->simulator().countRequests(method, {}), 0);
    }
}

int main(int argc, char **argv)
{
    numbers::test::enterOwnMounts();
    const QCoreApplication application(argc, argv);
    TestCliReadOnly test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_clireadonly.moc"
