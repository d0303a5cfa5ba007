#include "cli/backupscene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test::backup;
using test::CliRun;
using test::CliRunner;

namespace {

/// What makes it another thing; returns more words of the command.
using Prepare = std::function<QStringList(Scene &)>;

} // namespace

Q_DECLARE_METATYPE(Prepare)

/// What `backup restore` does not take: other files, other numbers, other times.
class TestCliBackupInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesOtherThings_data();
    void refusesOtherThings();
    void readsNoFileThatIsNoBackup_data();
    void readsNoFileThatIsNoBackup();
    void saysHowItIsUsed();
};

void TestCliBackupInput::refusesOtherThings_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("code");
    const auto words = [](const QStringList &more) { return Prepare([more](Scene &) { return more; }); };
    QTest::newRow("another number") << words({u"--number"_s, u"+44 1632 960999"_s}) << 3 << u"other_number"_s;
    QTest::newRow("no number") << words({u"--number"_s, u"12"_s}) << 3 << u"invalid_phone_format"_s;
    QTest::newRow("another account") << words({u"--twilio-sid"_s, u"AC"_s + QString(32, u'a')}) << 3
                                     << u"other_account"_s;
    QTest::newRow("no account") << words({u"--twilio-sid"_s, u"AC1"_s}) << 3 << u"invalid_twilio_sid"_s;
    QTest::newRow("no field") << words({u"--overwrite"_s, u"VoiceUrl"_s}) << 3 << u"unknown_field"_s;
    QTest::newRow("no operation") << words({u"--operation"_s, u"x"_s}) << 3 << u"no_backup"_s;
    QTest::newRow("no key") << Prepare([](Scene &scene) {
        scene.cli.environment().remove(u"NIXFLEX_API_KEY"_s);
        return QStringList();
    }) << 3 << u"no_api_key"_s;
    QTest::newRow("another token") << Prepare([](Scene &scene) {
        scene.cli.environment().insert(u"TWILIO_AUTH_TOKEN"_s, QString(32, u'0'));
        return QStringList();
    }) << 4 << u"20003"_s;
    for (const auto &more : {QStringList(), QStringList{u"--dry-run"_s}}) {
        QTest::newRow(more.isEmpty() ? "still at Nixflex" : "still at Nixflex, only looked at")
            << Prepare([more](Scene &scene) {
                   scene.cli.simulator().world().change([&](auto &data) {
                       simulator::NixflexNumber row = data.rows.begin()->second;
                       row.phoneNumber = scene.number;
                       data.addRow(row);
                   });
                   return more;
               })
            << 3 << u"still_at_nixflex"_s;
    }
    QTest::newRow("left the account") << Prepare([](Scene &scene) {
        scene.cli.simulator().releaseNumber(scene.number);
        return QStringList();
    }) << 3 << u"number_left_account"_s;
    QTest::newRow("another number's SID") << Prepare([](Scene &scene) {
        const auto numbers = scene.cli.simulator().numbers(scene.before.accountSid);
        QByteArray bytes = contentOf(scene.file);
        for (const TwilioNumber &other : numbers) {
            if (other.phoneNumber != scene.number) {
                scene.write(bytes.replace(scene.before.sid.toUtf8(), other.sid.toUtf8()));
                break;
            }
        }
        return QStringList();
    }) << 3 << u"other_number"_s;
}

void TestCliBackupInput::refusesOtherThings()
{
    QFETCH(Prepare, prepare);
    QFETCH(int, exitCode);
    QFETCH(QString, code);
    Scene scene;
    const auto others = [&scene] {
        QList<QJsonObject> fields;
        const auto numbers = scene.cli.simulator().numbers(scene.before.accountSid);
        for (const TwilioNumber &number : numbers) {
            fields.append(fieldsOf(number));
        }
        return fields;
    };
    const QStringList more = prepare(scene);
    const auto before = others();
    const CliRun run = scene.restore(QStringList{u"--yes"_s} + more);
    QVERIFY2(run.exitCode == exitCode, run.out + run.err);
    QCOMPARE(codeOf(run), code);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"refused"_s);
    QVERIFY(!run.json().value(u"error"_s)[u"message"_s].toString().isEmpty());
    QCOMPARE(scene.updates(), 0);
    QCOMPARE(others(), before);
}

void TestCliBackupInput::readsNoFileThatIsNoBackup_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QByteArray whole = Exported::ofAddresses().bytes;
    QTest::newRow("words") << QByteArray("Bob") << u"backup_not_json"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"backup_other_format"_s;
    QTest::newRow("a newer version") << QByteArray(whole).replace(R"("version": 1)", R"("version": 2)")
                                     << u"backup_newer_version"_s;
    QTest::newRow("an address that is none")
        << QByteArray(whole).replace("http://former.example/texts", "texts") << u"backup_damaged"_s;
    QTest::newRow("too large") << whole + QByteArray(16 << 20, ' ') << u"backup_too_large"_s;
}

void TestCliBackupInput::readsNoFileThatIsNoBackup()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    Scene scene;
    scene.write(bytes);
    const CliRun run = scene.restore();
    QVERIFY2(run.exitCode == 3, run.out + run.err);
    QCOMPARE(codeOf(run), code);
    QVERIFY(run.json().value(u"error"_s)[u"message"_s].toString().contains(scene.file));
    QVERIFY(!run.out.contains("open-sesame") && !run.err.contains("open-sesame"));
    QVERIFY(scene.cli.simulator().requests().isEmpty());
}

void TestCliBackupInput::saysHowItIsUsed()
{
    CliRunner cli;
    QCOMPARE(cli.run({u"backup"_s}).exitCode, 2);
    QCOMPARE(cli.run({u"backup"_s, u"restore"_s}).exitCode, 2);
    const CliRun help = cli.runRaw({u"backup"_s, u"restore"_s, u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY2(help.out.contains("--file") && !help.out.contains("--output"), help.out);
    const CliRun none = cli.run({u"backup"_s, u"restore"_s, u"--file"_s, u"/nowhere/x.json"_s});
    QVERIFY2(none.exitCode == 3, none.out + none.err);
    QCOMPARE(codeOf(none), u"backup_not_readable"_s);
    const CliRun folder = cli.run({u"backup"_s, u"restore"_s, u"--file"_s, u"/"_s});
    QVERIFY2(folder.exitCode == 3, folder.out + folder.err);
    QCOMPARE(codeOf(folder), u"backup_not_readable"_s);
}

QTEST_GUILESS_MAIN(TestCliBackupInput)
#include "tst_clibackupinput.moc"
