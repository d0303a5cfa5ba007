#include "base/error.h"
#include "base/redact.h"
#include "base/secretstring.h"
#include "base/webhookconfiguration.h"

#include <QTest>

#include <rapidcheck.h>
#include <type_traits>

using namespace Qt::StringLiterals;
using namespace numbers;

namespace {

QString anyText()
{
    return QString::fromStdString(*rc::gen::arbitrary<std::string>());
}

WebhookConfiguration anyWebhooks()
{
    WebhookConfiguration webhooks;
    for (const auto &field : WebhookConfiguration::fields()) {
        if (*rc::gen::arbitrary<bool>()) {
            webhooks.*field.member = *rc::gen::element(u"https://a.example/"_s, u"POST"_s, u"true"_s);
        }
    }
    return webhooks;
}

} // namespace

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsMoveAndAreNeverCopied();
    void secretsCompareByContent();
    void temporariesAreWiped();
    void errorsSurviveJson();
    void errorsAreReadFromAnyJson();
    void everyKindHasItsWord();
    void reportNamesWhatSupportNeeds();
    void webhooksSurviveJson();
    void webhooksTakeNullAndWrongTypesAsNotSet();
    void differencesIgnoreWhatMeansTheSame_data();
    void differencesIgnoreWhatMeansTheSame();
    void differencesAreNoneWithItself();
    void onlyDestinationsAnswer();
    void quotesOneHarmlessLine_data();
    void quotesOneHarmlessLine();
};

void TestValues::secretsMoveAndAreNeverCopied()
{
    static_assert(!std::is_copy_constructible_v<SecretString> && !std::is_copy_assignable_v<SecretString>);
    SecretString first = SecretString::fromText(u"tökén"_s);
    QCOMPARE(first.size(), 7);
    SecretString second = std::move(first);
    QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is promised.
    const SecretString third = second.clone();
    QVERIFY(second == third);
    second = SecretString("other");
    QVERIFY(third.reveal() == "t\xc3\xb6k\xc3\xa9n");
    const SecretString all = SecretString::joined({"a", "", third.reveal(), "z"});
    QVERIFY(all.reveal() == "at\xc3\xb6k\xc3\xa9nz");
}

void TestValues::secretsCompareByContent()
{
    const bool isProven = rc::check("as strings do", [](const std::string &a, const std::string &b) {
        RC_ASSERT((SecretString(a) == SecretString(b)) == (a == b));
        RC_ASSERT(SecretString(a) == SecretString(a));
    });
    QVERIFY(isProven);
}

void TestValues::temporariesAreWiped()
{
    std::string text = "secret secret secret secret";
    const char *const memory = text.data();
    wipe(text);
    QVERIFY(text.empty());
    QVERIFY(std::string_view(memory, 5) == std::string_view("\0\0\0\0\0", 5));
    QByteArray bytes("secret");
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
}

void TestValues::errorsSurviveJson()
{
    const bool isProven = rc::check("toJson and fromJson", [] {
        Error error = Error::make(static_cast<Error::Kind>(*rc::gen::inRange(0, 17)), anyText(), anyText());
        error.effect = static_cast<Error::Effect>(*rc::gen::inRange(0, 3));
        error.provider = static_cast<Error::Provider>(*rc::gen::inRange(0, 3));
        error.httpStatus = *rc::gen::inRange(0, 600);
        error.providerCode = anyText();
        error.requestId = anyText();
        if (*rc::gen::arbitrary<bool>()) {
            error.retryAfter = std::chrono::milliseconds(*rc::gen::inRange(0, 1'000'000));
        }
        RC_ASSERT(Error::fromJson(error.toJson()) == error);
    });
    QVERIFY(isProven);
}

void TestValues::errorsAreReadFromAnyJson()
{
    const Error none = Error::fromJson({});
    QVERIFY(none.kind == Error::Kind::Internal);
    QVERIFY(none.effect == Error::Effect::Unknown); // Nothing is known, so nothing may be repeated.
    const Error odd = Error::fromJson({{u"kind"_s, 7}, {u"http_status"_s, u"x"_s}, {u"later"_s, true}});
    QVERIFY(odd.kind == Error::Kind::Internal);
    QCOMPARE(odd.httpStatus, 0);
}

void TestValues::everyKindHasItsWord()
{
    for (int i = 0; i <= static_cast<int>(Error::Kind::Internal); ++i) {
        const Error error = Error::make(static_cast<Error::Kind>(i), {});
        QVERIFY(!toString(error.kind).isEmpty());
        QVERIFY(Error::fromJson(error.toJson()).kind == error.kind);
    }
}

void TestValues::reportNamesWhatSupportNeeds()
{
    Error error = Error::make(Error::Kind::Conflict, u"Taken."_s, u"HTTP 409"_s);
    error.provider = Error::Provider::Nixflex;
    error.httpStatus = 409;
    error.providerCode = u"number_already_imported"_s;
    error.requestId = u"abc"_s;
    error.effect = Error::Effect::Answered;
    QCOMPARE(error.report(), u"conflict: Taken.\nprovider: nixflex\nhttp status: 409\n"
                             "code: number_already_imported\nrequest id: abc\neffect: answered\n"
                             "detail: HTTP 409"_s);
    QVERIFY(error.isProvenNotExecuted());
}

void TestValues::webhooksSurviveJson()
{
    const bool isProven = rc::check("toJson and fromJson", [] {
        const WebhookConfiguration webhooks = anyWebhooks();
        RC_ASSERT(WebhookConfiguration::fromJson(webhooks.toJson()) == webhooks);
        RC_ASSERT(webhooks.toForm().size() == 15);
    });
    QVERIFY(isProven);
}

void TestValues::webhooksTakeNullAndWrongTypesAsNotSet()
{
    const auto webhooks = WebhookConfiguration::fromJson({{u"voice_url"_s, QJsonValue::Null},
                                                          {u"sms_url"_s, 7},
                                                          {u"voice_caller_id_lookup"_s, true},
                                                          {u"trunk_sid"_s, u"TK1"_s}});
    QCOMPARE(webhooks.voiceUrl, QString());
    QCOMPARE(webhooks.smsUrl, QString());
    QCOMPARE(webhooks.voiceCallerIdLookup, u"true"_s);
    QCOMPARE(webhooks.trunkSid, u"TK1"_s);
}

void TestValues::differencesIgnoreWhatMeansTheSame_data()
{
    QTest::addColumn<QJsonObject>("left");
    QTest::addColumn<QJsonObject>("right");
    QTest::addColumn<int>("count");
    const auto add = [](const char *name, const QJsonObject &left, const QJsonObject &right, int count) {
        QTest::newRow(name) << left << right << count;
    };
    add("method without URL", {{u"voice_method"_s, u"POST"_s}}, {}, 0);
    add("method with URL", {{u"voice_url"_s, u"x"_s}, {u"voice_method"_s, u"POST"_s}},
        {{u"voice_url"_s, u"x"_s}, {u"voice_method"_s, u"GET"_s}}, 1);
    add("receive mode not said", {{u"voice_receive_mode"_s, u"voice"_s}}, {}, 0);
    add("fax is not the default", {{u"voice_receive_mode"_s, u"fax"_s}}, {}, 1);
    add("look-up off", {{u"voice_caller_id_lookup"_s, false}}, {}, 0);
    add("look-up on", {{u"voice_caller_id_lookup"_s, true}}, {}, 1);
    add("URL", {{u"sms_url"_s, u"x"_s}}, {{u"sms_url"_s, u"y"_s}}, 1);
    add("URL gone", {{u"sms_url"_s, u"x"_s}, {u"sms_method"_s, u"GET"_s}}, {}, 2);
}

void TestValues::differencesIgnoreWhatMeansTheSame()
{
    QFETCH(QJsonObject, left);
    QFETCH(QJsonObject, right);
    QFETCH(int, count);
    const auto a = WebhookConfiguration::fromJson(left);
    const auto b = WebhookConfiguration::fromJson(right);
    QCOMPARE(a.differences(b).size(), count);
    QCOMPARE(b.differences(a).size(), count);
}

void TestValues::differencesAreNoneWithItself()
{
    const bool isProven = rc::check("itself, and symmetric", [] {
        const WebhookConfiguration a = anyWebhooks();
        const WebhookConfiguration b = anyWebhooks();
        RC_ASSERT(a.differences(a).isEmpty());
        RC_ASSERT(a.differences(b) == b.differences(a));
    });
    QVERIFY(isProven);
}

void TestValues::onlyDestinationsAnswer()
{
    WebhookConfiguration webhooks;
    webhooks.voiceMethod = u"POST"_s;
    webhooks.voiceCallerIdLookup = u"true"_s;
    QVERIFY(webhooks.isEmpty());
    webhooks.statusCallback = u"https://a.example/"_s;
    QVERIFY(!webhooks.isEmpty());
    QVERIFY(isTwilioDemoUrl(u"https://demo.twilio.com/welcome/voice/"_s));
    QVERIFY(isTwilioDemoUrl(u"https://DEMO.twilio.com/welcome/sms/reply"_s));
    QVERIFY(!isTwilioDemoUrl(u"https://demo.twilio.com.evil.example/"_s));
}

void TestValues::quotesOneHarmlessLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << u"No such number"_s << u"No such number"_s;
    QTest::newRow("lines") << u"one\r\n\ttwo  three"_s << u"one two three"_s;
    QTest::newRow("control") << u"a\x1b[31mb\x07"_s << u"a[31mb"_s;
    QTest::newRow("reading direction") << (u"a"_s + QChar(0x202e) + u"b"_s) << u"ab"_s;
    QTest::newRow("long") << QString(1000, u'x') << QString(300, u'x') + u'…';
    QTest::newRow("token") << u"token 0123456789abcdef0123456789abcdef"_s << u"token ***"_s;
    QTest::newRow("token across the cut")
        << QString(290, u'-') + u"0123456789abcdef0123456789abcdef"_s << QString(290, u'-') + u"***"_s;
    QTest::newRow("megabytes") << QString(10'000'000, u'y') << QString(300, u'y') + u'…';
}

void TestValues::quotesOneHarmlessLine()
{
    QFETCH(QString, text);
    QFETCH(QString, quoted);
    QCOMPARE(quotable(text), quoted);
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
