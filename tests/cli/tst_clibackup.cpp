#include "cli/backupscene.h"
#include "cli/killing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test::backup;
using test::CliRun;
using test::CliRunner;
using test::KillPoint;
using test::quick;

Q_DECLARE_METATYPE(Change)

namespace {

/// Which of the command's requests is the update, counted from one.
int updateOf(const QStringList &more)
{
    Scene scene;
    scene.cli.simulator().resetRequests();
    const auto run = scene.restore(more);
    const auto requests = scene.cli.simulator().requests();
    for (int i = 0; i < requests.size(); ++i) {
        if (requests.at(i).method == "POST"_L1) {
            return i + 1;
        }
    }
    qFatal("no update: %s", (run.out + run.err).constData());
}

QStringList fieldsIn(const CliRun &run, const QString &list)
{
    QStringList names;
    const auto rows = run.json().value(list).toArray();
    for (const auto &row : rows) {
        names << row[u"field"_s].toString();
    }
    return names;
}

} // namespace

/// `backup restore`: what a file says is set back, by the rules of every restore.
class TestCliBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsBackEveryField_data();
    void setsBackEveryField();
    void asksFirst();
    void keepsWhatSomebodyChanged();
    void bringsBackWhatWasThereBeforeARestore();
    void tellsWhatTheProviderRefuses();
    void losesNothingWhenKilled_data();
    void losesNothingWhenKilled();
    void takesNothingElseForDone();
    void isUndoneWithoutAnImport();
};

void TestCliBackup::setsBackEveryField_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("as seeded, a Studio flow") << Change([](CliRunner &, TwilioNumber &) {});
    QTest::newRow("every address") << Change(addresses);
    QTest::newRow("a trunk") << Change([](CliRunner &cli, TwilioNumber &at) {
        at.trunkSid =
            sidOfMain(cli, cli.simulator().world().read([](const auto &data) { return data.trunks; }));
        at.voiceApplicationSid.clear();
    });
    QTest::newRow("TwiML apps") << Change([](CliRunner &cli, TwilioNumber &at) {
        at.voiceApplicationSid = at.smsApplicationSid =
            sidOfMain(cli, cli.simulator().world().read([](const auto &data) { return data.applications; }));
        at.trunkSid.clear();
    });
    QTest::newRow("nothing") << Change([](CliRunner &, TwilioNumber &at) { wipe(at); });
}

void TestCliBackup::setsBackEveryField()
{
    QFETCH(Change, change);
    Scene scene{Exported(change)};
    const CliRun run = scene.restore();
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"restored"_s);
    QCOMPARE(fieldsOf(scene.now()), fieldsOf(scene.before));
    QVERIFY(run.json().value(u"kept"_s).toArray().isEmpty());
    QCOMPARE(run.json().value(u"snapshot"_s)[u"reason"_s].toString(), u"before_import"_s);

    // A second time there is nothing to do.
    const int updates = scene.updates();
    QVERIFY(updates <= 1);
    const CliRun again = scene.restore();
    QVERIFY2(again.exitCode == 0, again.out + again.err);
    QVERIFY(again.json().value(u"operation_id"_s).isNull());
    QCOMPARE(scene.updates(), updates);

    scene.change(wipe);
    const CliRun whole = scene.restore();
    QVERIFY2(whole.exitCode == 0, whole.out + whole.err);
    QCOMPARE(fieldsOf(scene.now()), fieldsOf(scene.before));
}

void TestCliBackup::asksFirst()
{
    Scene scene;
    const CliRun asked = scene.restore({});
    QVERIFY2(asked.exitCode == 7, asked.out + asked.err);
    QCOMPARE(asked.json().value(u"confirmation_needed"_s).toBool(), true);
    QVERIFY(fieldsIn(asked, u"restored"_s).contains(u"voice_url"_s));
    const CliRun dry = scene.restore({u"--dry-run"_s});
    QVERIFY2(dry.exitCode == 0, dry.out + dry.err);
    QCOMPARE(dry.json().value(u"outcome"_s).toString(), u"planned"_s);
    QCOMPARE(dry.json().value(u"phone_number"_s).toString(), scene.number);
    QCOMPARE(scene.updates(), 0);
    QVERIFY(scene.isUntouched());
    QCOMPARE(scene.cli.run({u"operations"_s}).json().value(u"count"_s).toInt(), 0);
}

void TestCliBackup::keepsWhatSomebodyChanged()
{
    Scene scene;
    const QString theirs = u"https://somebody.example/voice"_s;
    scene.change([&](TwilioNumber &at) { at.voiceUrl = theirs; });
    const CliRun run = scene.restore();
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QVERIFY(fieldsIn(run, u"kept"_s).contains(u"voice_url"_s));
    QVERIFY(fieldsIn(run, u"restored"_s).contains(u"sms_url"_s));
    QVERIFY(run.err.contains("voice_url"));
    QCOMPARE(scene.now().voiceUrl, theirs);
    QCOMPARE(scene.now().smsUrl, scene.before.smsUrl);

    const CliRun nothing = scene.restore();
    QVERIFY2(nothing.exitCode == 0, nothing.out + nothing.err);
    QVERIFY(nothing.json().value(u"operation_id"_s).isNull());
    QCOMPARE(scene.now().voiceUrl, theirs);

    const CliRun asked = scene.restore({u"--yes"_s, u"--overwrite"_s, u"voice_url"_s});
    QVERIFY2(asked.exitCode == 0, asked.out + asked.err);
    QCOMPARE(fieldsOf(scene.now()), fieldsOf(scene.before));
}

void TestCliBackup::bringsBackWhatWasThereBeforeARestore()
{
    Scene scene;
    const CliRun run = scene.restore();
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    const QString id = run.json().value(u"operation_id"_s).toString();
    const auto history = scene.cli.run({u"history"_s}).json().value(u"history"_s);
    QCOMPARE(history[0][u"kind"_s].toString(), u"restore"_s);
    QCOMPARE(history[0][u"outcome"_s].toString(), u"succeeded"_s);
    // What was there, what was wanted, what there is.
    QStringList reasons;
    const auto webhooks = history[0][u"webhooks"_s].toArray();
    for (const auto &snapshot : webhooks) {
        reasons << snapshot[u"reason"_s].toString();
    }
    QCOMPARE(reasons, (QStringList{u"before_restore"_s, u"planned"_s, u"after_restore"_s}));

    must(scene.cli, {u"backup"_s, u"export"_s, u"--number"_s, scene.number, u"--output"_s, scene.file});
    const CliRun none = scene.restore();
    QVERIFY2(none.exitCode == 3, none.out + none.err); // It knows of no import.
    QCOMPARE(codeOf(none), u"no_backup"_s);
    const CliRun back = scene.restore({u"--yes"_s, u"--operation"_s, id});
    QVERIFY2(back.exitCode == 0, back.out + back.err);
    for (QString TwilioNumber::*member :
         {&TwilioNumber::voiceUrl, &TwilioNumber::smsUrl, &TwilioNumber::statusCallback}) {
        QCOMPARE(scene.now().*member, scene.after.*member);
    }
    QCOMPARE(test::succeeded(scene.cli, u"restore"_s), 2);
}

void TestCliBackup::tellsWhatTheProviderRefuses()
{
    Scene scene;
    simulator::Fault fault;
    fault.method = u"POST"_s;
    fault.status = 400;
    fault.code = u"21402"_s;
    scene.cli.simulator().armFault(fault);
    const CliRun run = scene.restore();
    QVERIFY2(run.exitCode == 4, run.out + run.err);
    QCOMPARE(codeOf(run), u"21402"_s);
    QVERIFY(scene.isUntouched());
    const auto history = scene.cli.run({u"history"_s}).json().value(u"history"_s);
    QCOMPARE(history[0][u"outcome"_s].toString(), u"refused"_s);
}

void TestCliBackup::losesNothingWhenKilled_data()
{
    static const int requests = [] {
        Scene scene;
        return test::requestsOf(scene.cli, scene.command(quick()));
    }();
    QTest::addColumn<KillPoint>("point");
    for (const KillPoint &point : test::killPoints(requests)) {
        QTest::newRow(point.name) << point;
    }
}

void TestCliBackup::losesNothingWhenKilled()
{
    QFETCH(KillPoint, point);
    Scene scene;
    QVERIFY(test::killAt(scene.cli, scene.command(quick()), point));
    // The next run settles it. That one waits for what is still under way is seen in tst_clirestore.
    QTRY_VERIFY(test::isQuiet(scene.cli));
    const CliRun again = scene.restore(quick());
    QVERIFY2(again.exitCode == 0, again.out + again.err);
    QCOMPARE(again.json().value(u"outcome"_s).toString(), u"restored"_s);
    QVERIFY(!again.json().value(u"operation_id"_s).isNull());
    QCOMPARE(fieldsOf(scene.now()), fieldsOf(scene.before));
    QCOMPARE(test::executed(scene.cli, u"POST"_s), 1);
    QCOMPARE(test::succeeded(scene.cli, u"restore"_s), 1);
}

void TestCliBackup::takesNothingElseForDone()
{
    Scene scene;
    const KillPoint afterTheUpdate{updateOf(quick()), true, {}};
    QVERIFY(test::killAt(scene.cli, scene.command(quick()), afterTheUpdate));
    QCOMPARE(test::executed(scene.cli, u"POST"_s), 1);
    scene.write(contentOf(scene.file).replace("former.example/status", "former.example/other"));
    const CliRun other = scene.restore();
    QVERIFY2(other.exitCode == 0, other.out + other.err);
    QVERIFY(other.json().value(u"operation_id"_s).isNull());
    QCOMPARE(fieldsIn(other, u"kept"_s), QStringList{u"status_callback"_s});
    QVERIFY(scene.isAsBefore());
    QCOMPARE(test::succeeded(scene.cli, u"restore"_s), 1);
}

/// The account is that of the restore: this computer has never imported the number.
void TestCliBackup::isUndoneWithoutAnImport()
{
    Scene scene;
    const auto id = scene.restore().json().value(u"operation_id"_s).toString();
    QVERIFY(scene.isAsBefore());
    const CliRun run = scene.cli.run({u"undo"_s, u"--operation"_s, id, u"--yes"_s});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QVERIFY(scene.isUntouched());
    // What is undone is the undoing, next.
    const auto undo = run.json().value(u"operation_id"_s).toString();
    QVERIFY(scene.cli.run({u"undo"_s, u"--operation"_s, undo, u"--yes"_s}).exitCode == 0);
    QVERIFY(scene.isAsBefore());
}

QTEST_GUILESS_MAIN(TestCliBackup)
#include "tst_clibackup.moc"
