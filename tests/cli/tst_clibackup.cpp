#include "cli/clirunner.h"
#include "cli/killing.h"
#include "simulator/world/sharedworld.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace numbers;
using simulator::TwilioNumber;
using test::CliRun;
using test::CliRunner;
using test::KillPoint;
using test::quick;
using Change = std::function<void(CliRunner &cli, TwilioNumber &number)>;

Q_DECLARE_METATYPE(Change)

namespace {

/// Every field that Twilio decides by, as its API shows them.
QJsonObject fieldsOf(const TwilioNumber &at)
{
    return {{u"voice_url"_s, at.voiceUrl},
            {u"voice_method"_s, at.voiceMethod},
            {u"voice_fallback_url"_s, at.voiceFallbackUrl},
            {u"voice_fallback_method"_s, at.voiceFallbackMethod},
            {u"voice_application_sid"_s, at.voiceApplicationSid},
            {u"voice_caller_id_lookup"_s, at.voiceCallerIdLookup},
            {u"voice_receive_mode"_s, at.voiceReceiveMode},
            {u"trunk_sid"_s, at.trunkSid},
            {u"sms_url"_s, at.smsUrl},
            {u"sms_method"_s, at.smsMethod},
            {u"sms_fallback_url"_s, at.smsFallbackUrl},
            {u"sms_fallback_method"_s, at.smsFallbackMethod},
            {u"sms_application_sid"_s, at.smsApplicationSid},
            {u"status_callback"_s, at.statusCallback},
            {u"status_callback_method"_s, at.statusCallbackMethod}};
}

QString sidOfMain(CliRunner &cli, const auto &things)
{
    for (const auto &thing : things) {
        if (thing.accountSid == cli.simulator().mainAccount().sid) {
            return thing.sid;
        }
    }
    qFatal("the main account has none");
}

void addresses(CliRunner &, TwilioNumber &at)
{
    at.voiceUrl = u"https://user:open-sesame-77@former.example/voice?a=b&c=%20d"_s;
    at.voiceFallbackUrl = u"https://former.example/down"_s;
    at.smsUrl = u"http://former.example/texts"_s;
    at.smsFallbackUrl = u"https://former.example/texts-down"_s;
    at.statusCallback = u"https://former.example/status"_s;
    at.voiceMethod = at.voiceFallbackMethod = u"GET"_s;
    at.smsMethod = at.smsFallbackMethod = at.statusCallbackMethod = u"GET"_s;
    at.voiceCallerIdLookup = true;
}

/// Nothing answers any more; methods and switches stay.
void wipe(TwilioNumber &at)
{
    for (QString TwilioNumber::*member :
         {&TwilioNumber::voiceUrl, &TwilioNumber::voiceFallbackUrl, &TwilioNumber::voiceApplicationSid,
          &TwilioNumber::trunkSid, &TwilioNumber::smsUrl, &TwilioNumber::smsFallbackUrl,
          &TwilioNumber::smsApplicationSid, &TwilioNumber::statusCallback}) {
        (at.*member).clear();
    }
}

void must(CliRunner &cli, const QStringList &command)
{
    const CliRun run = cli.run(command);
    if (run.exitCode != 0) {
        qFatal("%s", (run.out + run.err).constData());
    }
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s", qPrintable(file.errorString()));
    }
    return file.readAll();
}

/// What the export of a number holds that was imported and removed again.
struct Exported
{
    explicit Exported(const Change &change)
    {
        CliRunner cli;
        const QString number = cli.simulator().freeNumber();
        const auto import = cli.importCommand({u"--yes"_s}); // The example is another number afterwards.
        before = *cli.simulator().number(number);
        change(cli, before);
        cli.simulator().changeNumber(number, [&](TwilioNumber &at) { at = before; });
        must(cli, import);
        must(cli, {u"remove"_s, u"--number"_s, number, u"--yes"_s});
        after = *cli.simulator().number(number);
        const QString file = cli.profileDirectory() + u".json"_s;
        must(cli, {u"backup"_s, u"export"_s, u"--number"_s, number, u"--output"_s, file});
        bytes = contentOf(file);
    }

    [[nodiscard]] static const Exported &ofAddresses()
    {
        static const Exported exported(addresses);
        return exported;
    }

    QByteArray bytes;
    TwilioNumber before;
    TwilioNumber after;
};

/// That file on another computer, whose profile knows nothing of the number.
struct Scene
{
    explicit Scene(const Exported &exported = Exported::ofAddresses())
        : file(cli.profileDirectory() + u".json"_s)
        , number(exported.before.phoneNumber)
        , before(exported.before)
        , after(exported.after)
    {
        change([&](TwilioNumber &at) { at = after; });
        write(exported.bytes);
    }

    void write(const QByteArray &bytes) const
    {
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
            qFatal("%s", qPrintable(out.errorString()));
        }
    }
    void change(const std::function<void(TwilioNumber &)> &how) { cli.simulator().changeNumber(number, how); }
    [[nodiscard]] CliRun restore(const QStringList &more = {u"--yes"_s}) { return cli.run(command(more)); }
    [[nodiscard]] QStringList command(const QStringList &more) const
    {
        return QStringList{u"backup"_s, u"restore"_s, u"--file"_s, file} + more;
    }
    [[nodiscard]] TwilioNumber now() { return *cli.simulator().number(number); }
    [[nodiscard]] bool isAsBefore() { return fieldsOf(now()) == fieldsOf(before); }
    [[nodiscard]] bool isUntouched() { return fieldsOf(now()) == fieldsOf(after); }
    [[nodiscard]] int updates() { return cli.simulator().countRequests(u"POST"_s, {}); }

    CliRunner cli;
    QString file;
    QString number;
    TwilioNumber before;
    TwilioNumber after;
};

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

QString codeOf(const CliRun &run)
{
    return run.json().value(u"error"_s)[u"code"_s].toString();
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

/// What makes it another thing; returns more words of the command.
using Prepare = std::function<QStringList(Scene &)>;

} // namespace

Q_DECLARE_METATYPE(Prepare)

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
    void refusesOtherThings_data();
    void refusesOtherThings();
    void readsNoFileThatIsNoBackup_data();
    void readsNoFileThatIsNoBackup();
    void saysHowItIsUsed();
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

void TestCliBackup::refusesOtherThings_data()
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

void TestCliBackup::refusesOtherThings()
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

void TestCliBackup::readsNoFileThatIsNoBackup_data()
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

void TestCliBackup::readsNoFileThatIsNoBackup()
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

void TestCliBackup::saysHowItIsUsed()
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
