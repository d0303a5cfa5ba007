#include "base/redact.h"

#include <QDir>
#include <QTest>
#include <QUrl>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using numbers::isSecretName;
using numbers::redacted;
using numbers::redactedForSharing;

namespace {

const QString token = u"0123456789abcdef0123456789abcdef"_s;

QString randomText(const QString &alphabet, qsizetype length)
{
    QString text;
    for (qsizetype i = 0; i < length; ++i) {
        text += alphabet.at(*rc::gen::inRange<qsizetype>(0, alphabet.size()));
    }
    return text;
}

QString randomSurroundings()
{
    const QString alphabet = u"aAf09 _-:=/\\\"'{}[]<>,;.&?%+\n\tüß漢"_s;
    return randomText(alphabet, *rc::gen::inRange<qsizetype>(0, 40));
}

} // namespace

class TestRedact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksSecrets_data();
    void masksSecrets();
    void leavesTheRest_data();
    void leavesTheRest();
    void masksTokensWhateverIsAround();
    void masksNixflexSecretsWhateverIsAround();
    void masksValuesOfSecretNames();
    void knowsNamesOfSecrets_data();
    void knowsNamesOfSecrets();
    void isIdempotent();
    void hidesNumbersAndHomeWhenShared();
    void isFastEnoughForLongLines();
};

void TestRedact::masksSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const auto add = [](const char *name, const QString &text, const QString &secret) {
        QTest::newRow(name) << text << secret;
    };
    add("bare token", token, token);
    add("upper case", token.toUpper(), token.toUpper());
    add("in a sentence", u"the token is "_s + token + u"."_s, token);
    add("percent-encoded blank before", u"a%20"_s + token, token);
    add("percent-encoded slash before", u"a%2F"_s + token, token);
    add("escaped line break before", u"a\\n"_s + token, token);
    add("letter before", u"x"_s + token, token);
    add("SID with something before", u"fAC"_s + token, token);
    add("two tokens", token + token, token);
    add("after its SID", u"AC00000000000000000000000000000001:"_s + token, token);
    add("API key secret", u"secret aB3dE5gH7jK9mN1pQ3sT5vW7xY9zA1bC!"_s,
        u"aB3dE5gH7jK9mN1pQ3sT5vW7xY9zA1bC"_s);
    add("Nixflex key", u"nxf_abc:nxfs_def456"_s, u"def456"_s);
    add("Nixflex key in upper case", u"NXF_ABC:NXFS_DEF456"_s, u"DEF456"_s);
    add("Nixflex key, encoded", u"nxf%5Fabc%3Anxfs%5Fdef456"_s, u"def456"_s);
    add("Nixflex key without prefix", u"nxf_abc:def456"_s, u"def456"_s);
    add("authorization header", u"Authorization: Basic QUM6dG9rZW4="_s, u"QUM6dG9rZW4"_s);
    add("proxy header", u"proxy-authorization: Basic QUM6dG9rZW4="_s, u"QUM6dG9rZW4"_s);
    add("header in JSON", uR"({"Authorization":"Bearer nxf_a:b c","x":1})"_s, u"b c"_s);
    add("header in a list", uR"([("Authorization", "Bearer pass"), ("x", "y")])"_s, u"pass"_s);
    add("digest header", uR"(Authorization: Digest username="u", response="6629fae4")"_s, u"6629fae4"_s);
    add("header of any scheme", u"Authorization: token=\"quoted words\""_s, u"quoted words"_s);
    add("scheme alone", u"sent Bearer abcdef-123"_s, u"abcdef-123"_s);
    add("scheme, encoded", u"Bearer%20abcdef-123"_s, u"abcdef-123"_s);
    add("JSON body", uR"({"twilio_token": "any thing, at all", "x": "y"})"_s, u"any thing"_s);
    add("JSON body in JSON", uR"({"body":"{\"twilio_token\":\"any thing\"}"})"_s, u"any thing"_s);
    add("JSON value with a quotation mark", uR"({"auth_token":"a\"bcd","x":1})"_s, u"bcd"_s);
    add("form body", u"PhoneNumber=1&AuthToken=short&x=y"_s, u"short"_s);
    add("environment", u"TWILIO_AUTH_TOKEN=short"_s, u"short"_s);
    add("environment of both", u"NIXFLEX_API_KEY=a:short"_s, u"short"_s);
    add("settings", u"proxy_password = pa$$word"_s, u"pa$$word"_s);
    add("URL with a token for a user", u"https://ghp_word@host/x"_s, u"ghp_word"_s);
    add("URL with a token and a placeholder", u"https://ghp_word:x-oauth-basic@host/x"_s, u"ghp_word"_s);
    add("URL in a URL", u"https://host/x?to=https%3A%2F%2Fghp_word%40host%2Fy"_s, u"ghp_word"_s);
    for (const char *name : {"sig",
                             "code",
                             "key",
                             "auth",
                             "access_key",
                             "signature",
                             "pwd",
                             "pass",
                             "hmac",
                             "jwt",
                             "credential",
                             "X-Amz-Signature",
                             "X-Amz-Credential",
                             "accessKey",
                             "subscription-key",
                             "auth[key]",
                             "sessionid",
                             "otp",
                             "pin",
                             "auth_code",
                             "ticket",
                             "assertion"}) {
        add(name, u"https://host/in?a=b&%1=w0rd~x&c=d"_s.arg(QLatin1StringView(name)), u"w0rd"_s);
    }
    add("first parameter", u"https://host/in?sig=w0rd"_s, u"w0rd"_s);
    add("URL with password", u"http://user:p%40ss@proxy:8080/x"_s, u"p%40ss"_s);
    add("password with stars in front", u"password=***rest"_s, u"rest"_s);
}

void TestRedact::masksSecrets()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    const QString result = redacted(text);
    QVERIFY2(!result.contains(secret), qPrintable(result));
    QVERIFY(result.contains(u"***"_s));
}

void TestRedact::leavesTheRest_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("account") << u"account AC00000000000000000000000000000001 is suspended"_s;
    QTest::newRow("number in a path")
        << u"GET /Accounts/AC0123456789abcdef0123456789abcdef/IncomingPhoneNumbers/"
           "PN0123456789abcdef0123456789abcdef.json 200"_s;
    QTest::newRow("Twilio's request id") << u"request RQ0123456789abcdef0123456789abcdef"_s;
    QTest::newRow("key id") << u"key nxf_abc123"_s;
    QTest::newRow("UUID") << u"operation 123e4567-e89b-12d3-a456-426614174000"_s;
    QTest::newRow("phone number") << u"+4930901820"_s;
    QTest::newRow("prose") << u"The keyring is locked; the secret store said: no token found."_s;
    QTest::newRow("URL") << u"https://api.nixflex.com:443/v1/phone_numbers?page=2"_s;
    QTest::newRow("harmless parameters")
        << u"https://host/in?page=2&country_code=49&zipcode=12345&keyword=x&author=y&design=z&PageToken="_s;
    QTest::newRow("mail address") << u"write to help@example.com, see https://example.com/a"_s;
    QTest::newRow("time") << u"2026-01-02T03:04:05.678Z warning 4711 [numbers.secrets] text"_s;
    QTest::newRow("empty") << QString();
}

void TestRedact::leavesTheRest()
{
    QFETCH(QString, text);
    QCOMPARE(redacted(text), text);
}

void TestRedact::masksTokensWhateverIsAround()
{
    const bool isProven = rc::check("no token is left", [] {
        const QString secret = randomText(u"0123456789abcdef"_s, 32);
        const QString before = randomSurroundings();
        const QString after = randomSurroundings();
        const QString result = redacted(before + secret + after);
        RC_ASSERT(!result.contains(secret));
    });
    QVERIFY(isProven);
}

void TestRedact::masksNixflexSecretsWhateverIsAround()
{
    const bool isProven = rc::check("no secret is left", [] {
        const QString secret = randomText(u"0123456789abcdefghijklmnopqrstuvwxyz"_s, 24);
        const QString result = redacted(randomSurroundings() + u"nxfs_"_s + secret + randomSurroundings());
        RC_ASSERT(!result.contains(secret));
    });
    QVERIFY(isProven);
}

void TestRedact::masksValuesOfSecretNames()
{
    const bool isProven = rc::check("no value is left", [] {
        const QString secret = u"z"_s + randomText(u"0123456789abcdefXYZ_-.~!$*"_s, 12);
        const QStringList forms{u"{\"twilio_token\":\"%1\"}"_s,
                                u"{\\\"twilio_token\\\": \\\"%1\\\"}"_s,
                                u"twilio_token=%1&x=y"_s,
                                u"'password': '%1'"_s,
                                u"Authorization: Basic %1"_s,
                                u"authorization=Bearer %1"_s,
                                u"x\nProxy-Authorization: %1\ny"_s,
                                u"https://user:%1@host/"_s,
                                u"API-KEY: %1"_s};
        const QString form = forms.at(*rc::gen::inRange<qsizetype>(0, forms.size()));
        RC_ASSERT(!redacted(form.arg(secret)).contains(secret));
    });
    QVERIFY(isProven);
}

void TestRedact::knowsNamesOfSecrets_data()
{
    QTest::addColumn<bool>("isSecret");
    for (const char *name :
         {"token",         "twilio_token", "authToken",  "AUTH",        "oauth",  "X-Authorization",
          "client_secret", "password",     "passphrase", "passcode",    "pass",   "user_pass",
          "pwd",           "jwt",          "hmac",       "sig",         "pin",    "api_key",
          "apiKey",        "private-key",  "signingKey", "credentials", "bearer", "signature"}) {
        QTest::newRow(name) << true;
    }
    for (const char *name :
         {"voice_id", "speaking_rate", "dtmf_enabled", "record_call", "recording_source", "sms_prompt",
          "web_prompt", "voicemail_message", "voicemail_leave_enabled", "sms_reply_enabled", "keypad",
          "hangup_key", "passive", "design", "pinned", ""}) {
        QTest::newRow(name) << false;
    }
}

void TestRedact::knowsNamesOfSecrets()
{
    QFETCH(bool, isSecret);
    QCOMPARE(isSecretName(QString::fromLatin1(QTest::currentDataTag())), isSecret);
}

void TestRedact::isIdempotent()
{
    const bool isProven = rc::check("twice is once", [] {
        const QStringList parts{u"token="_s, u"\"password\":"_s, u"Bearer "_s, u"Authorization: "_s,
                                token,       u"nxfs_a"_s,        u"nxf_a:"_s,  u"://u:p@h"_s,
                                u"***"_s,    u"\\\""_s};
        QString text;
        for (int i = 0; i < 4; ++i) {
            text += randomSurroundings() + parts.at(*rc::gen::inRange<qsizetype>(0, parts.size()));
        }
        const QString once = redacted(text);
        RC_ASSERT(redacted(once) == once);
    });
    QVERIFY(isProven);
}

void TestRedact::hidesNumbersAndHomeWhenShared()
{
    QCOMPARE(redactedForSharing(u"imported +14155550123, +4930901820."_s), u"imported +141…23, +493…20."_s);
    QCOMPARE(redactedForSharing(u"To=%2B14155550123"_s), u"To=%2B141…23"_s);
    QCOMPARE(redactedForSharing(QDir::homePath() + u"/.local/x"_s), u"~/.local/x"_s);
    QVERIFY(!redactedForSharing(u"token "_s + token).contains(token));
}

void TestRedact::isFastEnoughForLongLines()
{
    const QString line =
        (u"GET /2010-04-01/Accounts/AC00000000000000000000000000000001.json 200 12 ms \"a\":\"b\" "_s)
            .repeated(200); // 16 KiB
    QBENCHMARK
    {
        (void)redacted(line);
    }
}

QTEST_GUILESS_MAIN(TestRedact)
#include "tst_redact.moc"
