#include "nixflex/decoding.h"
#include "nixflex/numbersettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;

/// What is known of a number beyond this program's own fields.
class TestNumberSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areWhatTheContractAdds();
    void holdNoSecrets_data();
    void holdNoSecrets();

private:
    static nixflex::Number decoded(const QByteArray &members);
};

nixflex::Number TestNumberSettings::decoded(const QByteArray &members)
{
    const auto object =
        QJsonDocument::fromJson(R"({"phone_number":"+14155552671","agent_id":"agent_1",)" + members + "}");
    const auto number = nixflex::decodeNumber(object.object());
    return number.value_or(nixflex::Number());
}

void TestNumberSettings::areWhatTheContractAdds()
{
    const auto number = decoded(R"(
        "provider":"twilio","twilio_number_sid":"PN1","telnyx_number_id":null,"inbound_enabled":true,
        "outbound_enabled":false,"custom_prompt":"Hi","created_at":"2026-01-01T00:00:00Z",
        "voice_id":"Hannah","sms_reply_enabled":false,"speaking_rate":1.25,"sms_prompt":null,
        "voicemail_message":"","later":{"deep":[1,{"x":null}]})");
    const QJsonObject chosen{
        {u"voice_id"_s, u"Hannah"_s},
        {u"sms_reply_enabled"_s, false},
        {u"speaking_rate"_s, 1.25},
        {u"voicemail_message"_s, u""_s},
        {u"later"_s, QJsonObject{{u"deep"_s, QJsonArray{1, QJsonObject{{u"x"_s, QJsonValue()}}}}}}};
    auto all = chosen;
    all.insert(u"sms_prompt"_s, QJsonValue());
    QCOMPARE(nixflex::settingsOf(number), all);
    QCOMPARE(nixflex::chosenSettingsOf(number), chosen);
    // The documentation's list knows none.
    const auto documented = decoded(R"("twilio_number_sid":"PN1","inbound_enabled":true)");
    QCOMPARE(documented.twilioNumberSid, u"PN1"_s);
    QCOMPARE(nixflex::settingsOf(documented), QJsonObject());
}

void TestNumberSettings::holdNoSecrets_data()
{
    QTest::addColumn<QByteArray>("members");
    const auto add = [](const char *members) { QTest::newRow(members) << QByteArray(members); };
    add(R"("twilio_token":"open-sesame")");
    add(R"("authToken":"open-sesame")");
    add(R"("auth":{"user":"open-sesame"})");
    add(R"("webhook_secret":["open-sesame"])");
    add(R"("sip":{"realm":"x","PASSWORD":"open-sesame"})");
    add(R"("lines":[[{"api-key":"open-sesame"}],1])");
    add(R"("note":"nxfs_open-sesame")");
    add(R"("notes":["use NXFS_open-sesame"])");
}

void TestNumberSettings::holdNoSecrets()
{
    QFETCH(QByteArray, members);
    const auto number = decoded(members + R"(,"voice_id":"Hannah")");
    QVERIFY(QJsonDocument(number.raw).toJson().contains("open-sesame"));
    for (const auto &settings : {nixflex::settingsOf(number), nixflex::chosenSettingsOf(number)}) {
        QCOMPARE(settings.value("voice_id"_L1).toString(), u"Hannah"_s);
        const auto text = QJsonDocument(settings).toJson();
        QVERIFY2(!text.contains("open-sesame"), text.constData());
    }
}

QTEST_GUILESS_MAIN(TestNumberSettings)
#include "tst_numbersettings.moc"
