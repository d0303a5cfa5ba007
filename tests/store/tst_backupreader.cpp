#include "store/backupreader.h"
#include "store/historyjson.h"
#include "store/storetest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace numbers;
using store::BackupRecord;
using store::readBackups;
using test::phoneNumber;
using Change = std::function<void(QJsonObject &document)>;

Q_DECLARE_METATYPE(Change)

namespace {

const QString number = u"+441632960001"_s;
const QString secret = u"https://user:open-sesame-77@former.example/voice?a=b&c=ü %20"_s;

BackupRecord backup(BackupRecord::Reason reason, int minute, const QString &voiceUrl)
{
    BackupRecord record;
    record.id = minute + 1;
    record.operationId = u"operation-1"_s;
    record.reason = reason;
    record.phoneNumber = phoneNumber(number);
    record.accountSid = *AccountSid::parse(u"AC"_s + QString(32, u'a'));
    record.numberSid = u"PN"_s + QString(32, u'1');
    record.friendlyName = u"Réception"_s;
    record.takenAt = QDateTime(QDate(2026, 3, 1), QTime(10, minute, 0, 7), Qt::UTC);
    record.webhooks.voiceUrl = voiceUrl;
    record.webhooks.voiceMethod = u"GET"_s;
    record.webhooks.voiceCallerIdLookup = u"true"_s;
    record.webhooks.smsApplicationSid = u"AP"_s + QString(32, u'2');
    return record;
}

QList<BackupRecord> twoBackups()
{
    return {backup(BackupRecord::Reason::AfterImport, 1, u"https://api.nixflex.example/voice"_s),
            backup(BackupRecord::Reason::BeforeImport, 0, secret)};
}

QJsonObject twoInJson()
{
    return store::backupsJson(phoneNumber(number), twoBackups());
}

Result<store::SavedBackups> read(const QJsonObject &document)
{
    return readBackups(QJsonDocument(document).toJson());
}

/// Sets a member of the older snapshot; of its form with a name that begins with a capital.
Change inSnapshot(const QString &name, const QJsonValue &value)
{
    return [name, value](QJsonObject &document) {
        QJsonArray snapshots = document.value(u"snapshots"_s).toArray();
        QJsonObject snapshot = snapshots.at(1).toObject();
        QJsonObject form = snapshot.value(u"twilio_form"_s).toObject();
        QJsonObject &object = name.at(0).isUpper() ? form : snapshot;
        if (value.isUndefined()) {
            object.remove(name);
        } else {
            object.insert(name, value);
        }
        if (name.at(0).isUpper()) {
            snapshot.insert(u"twilio_form"_s, form);
        }
        snapshots.replace(1, snapshot);
        document.insert(u"snapshots"_s, snapshots);
    };
}

Change atTop(const QString &name, const QJsonValue &value)
{
    return [name, value](QJsonObject &document) { document.insert(name, value); };
}

Change without(const QString &name)
{
    return [name](QJsonObject &document) { document.remove(name); };
}

} // namespace

/// Files of `backup export`: what was written is read, and nothing else.
class TestBackupReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten();
    void readsWhatIsPrintedForScripts();
    void ordersByTheLedgersSequenceWhateverTheClockSaid();
    void ordersFilesOfEarlierVersionsByTheirTimes();
    void keepsWordsOfLaterVersions();
    void readsTheMessagingServiceWhereItWasKnown();
    void refusesWhatIsNoBackup_data();
    void refusesWhatIsNoBackup();
    void refusesDamage_data();
    void refusesDamage();
    void believesNoFileThatWasCutOrChanged();
};

void TestBackupReader::readsWhatWasWritten()
{
    const auto saved = read(twoInJson());
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().userText));
    QCOMPARE(saved->phoneNumber.e164(), number);
    QCOMPARE(saved->snapshots.size(), 2);
    const auto written = twoBackups();
    for (qsizetype i = 0; i < 2; ++i) {
        const BackupRecord &one = saved->snapshots.at(i);
        QCOMPARE(one.webhooks.toForm(), written.at(i).webhooks.toForm());
        QVERIFY(one.reason == written.at(i).reason);
        QCOMPARE(one.operationId, written.at(i).operationId);
        QVERIFY(one.phoneNumber == written.at(i).phoneNumber);
        QCOMPARE(one.accountSid.toString(), written.at(i).accountSid.toString());
        QCOMPARE(one.numberSid, written.at(i).numberSid);
        QCOMPARE(one.friendlyName, written.at(i).friendlyName);
        QCOMPARE(one.takenAt, written.at(i).takenAt);
    }
}

void TestBackupReader::readsWhatIsPrintedForScripts()
{
    QJsonObject document = twoInJson();
    document.insert(u"outcome"_s, u"exported"_s);
    document.insert(u"count"_s, 2);
    document.insert(u"file"_s, QJsonValue());
    document.insert(u"warnings"_s, QJsonArray());
    document.insert(u"error"_s, QJsonValue());
    QVERIFY(read(document));
}

void TestBackupReader::ordersByTheLedgersSequenceWhateverTheClockSaid()
{
    auto backups = twoBackups();
    backups[0].takenAt = backups[1].takenAt.addDays(-1);
    std::swap(backups[0], backups[1]);
    const auto saved = read(store::backupsJson(phoneNumber(number), backups));
    QVERIFY(saved);
    QVERIFY(saved->snapshots.first().reason == BackupRecord::Reason::AfterImport);
}

void TestBackupReader::ordersFilesOfEarlierVersionsByTheirTimes()
{
    auto backups = twoBackups();
    std::swap(backups[0], backups[1]);
    QJsonObject document = store::backupsJson(phoneNumber(number), backups);
    QJsonArray snapshots;
    for (const QJsonValue &snapshot : document.value(u"snapshots"_s).toArray()) {
        QJsonObject without = snapshot.toObject();
        without.remove(u"sequence"_s);
        snapshots.append(without);
    }
    document.insert(u"snapshots"_s, snapshots);
    const auto saved = read(document);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().userText));
    QVERIFY(saved->snapshots.first().reason == BackupRecord::Reason::AfterImport);
}

void TestBackupReader::keepsWordsOfLaterVersions()
{
    QJsonObject document = twoInJson();
    inSnapshot(u"reason"_s, u"before_lunch"_s)(document);
    inSnapshot(u"VoiceReceiveMode"_s, u"telepathy"_s)(document);
    const auto saved = read(document);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().userText));
    QVERIFY(saved->snapshots.at(1).reason == BackupRecord::Reason::Unknown);
    QCOMPARE(saved->snapshots.at(1).webhooks.voiceReceiveMode, u"telepathy"_s);
}

void TestBackupReader::readsTheMessagingServiceWhereItWasKnown()
{
    const auto readWith = [](const QJsonValue &value) {
        QJsonObject document = twoInJson();
        inSnapshot(u"messaging_service_sid"_s, value)(document);
        const auto saved = read(document);
        return saved ? saved->snapshots.at(1).messagingServiceSid : std::optional(u"refused"_s);
    };
    const auto sid = u"MG"_s + QString(32, u'3');
    QVERIFY(readWith(sid) == sid);
    QVERIFY(readWith(QString(u""_s)) == QString(u""_s));
    QVERIFY(!readWith(QJsonValue::Null));
    QVERIFY(!readWith(QJsonValue::Undefined)); // As earlier versions wrote it.
}

void TestBackupReader::refusesWhatIsNoBackup_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QByteArray whole = QJsonDocument(twoInJson()).toJson();
    const auto changed = [](const Change &change) {
        QJsonObject document = twoInJson();
        change(document);
        return QJsonDocument(document).toJson();
    };
    QTest::newRow("nothing") << QByteArray() << u"backup_not_json"_s;
    QTest::newRow("words") << QByteArray("+44 1632 960001 was answered by Bob") << u"backup_not_json"_s;
    QTest::newRow("half of one") << whole.first(whole.size() / 2) << u"backup_not_json"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe{\0}\0", 6) << u"backup_not_json"_s;
    QTest::newRow("NUL") << QByteArray(64, '\0') << u"backup_not_json"_s;
    QTest::newRow("too deep") << QByteArray(5000, '[') << u"backup_not_json"_s;
    QTest::newRow("two of them") << whole + whole << u"backup_not_json"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"backup_other_format"_s;
    QTest::newRow("an empty object") << QByteArray("{}") << u"backup_other_format"_s;
    QTest::newRow("a number at Twilio")
        << QByteArray(R"({"sid":"PN1","voice_url":"https://x.example"})") << u"backup_other_format"_s;
    QTest::newRow("a history") << QByteArray(R"({"outcome":"listed","history":[]})")
                               << u"backup_other_format"_s;
    QTest::newRow("another format") << changed(atTop(u"format"_s, u"other"_s)) << u"backup_other_format"_s;
    QTest::newRow("no version") << changed(without(u"version"_s)) << u"backup_other_format"_s;
    QTest::newRow("a version in words") << changed(atTop(u"version"_s, u"1"_s)) << u"backup_other_format"_s;
    QTest::newRow("a newer version") << changed(atTop(u"version"_s, 2)) << u"backup_newer_version"_s;
    QTest::newRow("version 0") << changed(atTop(u"version"_s, 0)) << u"backup_damaged"_s;
    QTest::newRow("half a version") << changed(atTop(u"version"_s, 1.5)) << u"backup_damaged"_s;
}

void TestBackupReader::refusesWhatIsNoBackup()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto saved = readBackups(bytes);
    QVERIFY(!saved);
    QCOMPARE(saved.error().providerCode, code);
    QCOMPARE(static_cast<int>(saved.error().kind), static_cast<int>(Error::Kind::Invalid));
    QVERIFY(!saved.error().userText.isEmpty());
}

void TestBackupReader::refusesDamage_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("member"); ///< that is named
    const QJsonValue gone(QJsonValue::Undefined);
    const auto row = [](const char *name, const Change &change, const QString &member) {
        QTest::newRow(name) << change << member;
    };
    row("no number", without(u"phone_number"_s), u"“phone_number”"_s);
    row("half a number", atTop(u"phone_number"_s, u"1632"_s), u"“phone_number”"_s);
    row("a number of another type", atTop(u"phone_number"_s, 441632960001.0), u"“phone_number”"_s);
    row("no snapshots", without(u"snapshots"_s), u"“snapshots”"_s);
    row("empty snapshots", atTop(u"snapshots"_s, QJsonArray()), u"“snapshots”"_s);
    row("snapshots of another type", atTop(u"snapshots"_s, u"x"_s), u"“snapshots”"_s);
    row("a snapshot of another type", atTop(u"snapshots"_s, QJsonArray{1}), u"“snapshots[0]”"_s);
    row("something more", atTop(u"voice_url"_s, u"x"_s), u"“voice_url”"_s);
    row("something more in a snapshot", inSnapshot(u"fields"_s, QJsonObject()), u"“snapshots[1].fields”"_s);
    row("something more in a form", inSnapshot(u"VoiceURL"_s, QString()),
        u"“snapshots[1].twilio_form.VoiceURL”"_s);
    for (const QString &name :
         {u"reason"_s, u"taken_at"_s, u"operation_id"_s, u"twilio_account_sid"_s, u"twilio_number_sid"_s,
          u"friendly_name"_s, u"twilio_resource"_s, u"twilio_form"_s}) {
        row(qPrintable(u"no "_s + name), inSnapshot(name, gone), u"“snapshots[1]."_s + name);
        row(qPrintable(u"another type of "_s + name), inSnapshot(name, 3), u"“snapshots[1]."_s + name);
    }
    for (const auto &field : WebhookConfiguration::fields()) {
        const QString name(field.formName);
        const QString member = u"“snapshots[1].twilio_form.%1”"_s.arg(name);
        row(qPrintable(u"no "_s + name), inSnapshot(name, gone), member);
        row(qPrintable(u"null as "_s + name), inSnapshot(name, QJsonValue()), member);
        row(qPrintable(u"a list as "_s + name), inSnapshot(name, QJsonArray{secret}), member);
        row(qPrintable(u"nonsense as "_s + name), inSnapshot(name, u"!"_s), member);
        row(qPrintable(u"two lines as "_s + name), inSnapshot(name, u"POST\n"_s), member);
    }
    const QString url = u"“snapshots[1].twilio_form.VoiceUrl”"_s;
    row("a file's address", inSnapshot(u"VoiceUrl"_s, u"file:///etc/passwd"_s), url);
    row("no host", inSnapshot(u"VoiceUrl"_s, u"https:///voice"_s), url);
    row("a header in an address", inSnapshot(u"VoiceUrl"_s, u"https://x.example/\r\nA: b"_s), url);
    row("an app as trunk", inSnapshot(u"TrunkSid"_s, u"AP"_s + QString(32, u'2')),
        u"“snapshots[1].twilio_form.TrunkSid”"_s);
    row("a trunk as app", inSnapshot(u"VoiceApplicationSid"_s, u"TK"_s + QString(32, u'2')),
        u"“snapshots[1].twilio_form.VoiceApplicationSid”"_s);
    row(
        "a trunk and an app",
        [](QJsonObject &document) {
            inSnapshot(u"TrunkSid"_s, u"TK"_s + QString(32, u'2'))(document);
            inSnapshot(u"VoiceApplicationSid"_s, u"AP"_s + QString(32, u'2'))(document);
        },
        u"“snapshots[1].twilio_form”"_s);
    row("another account than its resource", inSnapshot(u"twilio_account_sid"_s, u"AC"_s + QString(32, u'b')),
        u"“snapshots[1].twilio_resource”"_s);
    row("an account that is none", inSnapshot(u"twilio_account_sid"_s, u"AC1"_s),
        u"“snapshots[1].twilio_account_sid”"_s);
    row("a number that is none", inSnapshot(u"twilio_number_sid"_s, u"PN1/../../x"_s),
        u"“snapshots[1].twilio_number_sid”"_s);
    row("a Messaging Service that is none", inSnapshot(u"messaging_service_sid"_s, u"MG1"_s),
        u"“snapshots[1].messaging_service_sid”"_s);
    row("a Messaging Service of another type", inSnapshot(u"messaging_service_sid"_s, 5),
        u"“snapshots[1].messaging_service_sid”"_s);
    row("no sequence in one of two", inSnapshot(u"sequence"_s, gone), u"“sequence”"_s);
    row("the same sequence twice", inSnapshot(u"sequence"_s, 2), u"“sequence”"_s);
    for (const QJsonValue &value : {QJsonValue(0), QJsonValue(-1), QJsonValue(1.5), QJsonValue(u"1"_s)}) {
        row(qPrintable(u"the sequence "_s + value.toVariant().toString()), inSnapshot(u"sequence"_s, value),
            u"“snapshots[1].sequence”"_s);
    }
    row("no time", inSnapshot(u"taken_at"_s, u"yesterday"_s), u"“snapshots[1].taken_at”"_s);
}

void TestBackupReader::refusesDamage()
{
    QFETCH(Change, change);
    QFETCH(QString, member);
    QJsonObject document = twoInJson();
    QVERIFY(read(document));
    change(document);
    const auto saved = read(document);
    QVERIFY(!saved);
    QCOMPARE(saved.error().providerCode, u"backup_damaged"_s);
    QVERIFY2(saved.error().userText.contains(member), qPrintable(saved.error().userText));
    QVERIFY(!saved.error().report().contains(u"open-sesame"_s));
}

void TestBackupReader::believesNoFileThatWasCutOrChanged()
{
    const QByteArray whole = QJsonDocument(twoInJson()).toJson().trimmed();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QVERIFY2(!readBackups(whole.first(at)), qPrintable(QString::number(at)));
        for (const char byte : {'\0', '"', ' ', 'z', '7', '\\', '}', '\xc3'}) {
            QByteArray changed = whole;
            changed[at] = byte;
            const auto saved = readBackups(changed);
            if (!saved) {
                continue;
            }
            // Then it is what it says, though a changed time may order it anew.
            QList<QJsonValue> said;
            const auto snapshots = QJsonDocument::fromJson(changed).object().value(u"snapshots"_s).toArray();
            for (const auto &snapshot : snapshots) {
                said.append(snapshot[u"twilio_form"_s]);
            }
            const auto document = store::backupsJson(saved->phoneNumber, saved->snapshots);
            for (qsizetype i = 0; i < saved->snapshots.size(); ++i) {
                QVERIFY(said.removeOne(document.value(u"snapshots"_s)[i][u"twilio_form"_s]));
            }
            QVERIFY(said.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(TestBackupReader)
#include "tst_backupreader.moc"
