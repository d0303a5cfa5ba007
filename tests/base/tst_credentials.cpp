#include "base/accountsid.h"
#include "base/agentid.h"
#include "base/nixflexkey.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace numbers;
using Verdict = InputCheck::Verdict;

namespace {

const QString hex = u"0123456789abcdef0123456789abcdef"_s;

std::string_view viewOf(const SecretString &secret)
{
    return secret.reveal();
}

} // namespace

class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesAccountSids_data();
    void judgesAccountSids();
    void judgesAuthTokens_data();
    void judgesAuthTokens();
    void correctedTextIsGood();
    void parsesAccountSidsAsTheyArePasted();
    void judgesNixflexKeys_data();
    void judgesNixflexKeys();
    void forgivesWhatComesAlongWithAKey();
    void takesOneWordAsAgentId();
};

void TestCredentials::judgesAccountSids_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("suggestion");
    const auto add = [](const char *name, const QString &text, Verdict verdict, const QString &says = {},
                        const QString &suggestion = {}) {
        QTest::newRow(name) << text << static_cast<int>(verdict) << says << suggestion;
    };
    const QString good = u"AC"_s + hex;
    add("empty", {}, Verdict::Empty);
    add("blanks only", u" \n"_s, Verdict::Empty);
    add("good", good, Verdict::Good);
    add("started", u"A"_s, Verdict::Incomplete, u"33"_s);
    add("half", good.left(20), Verdict::Incomplete, u"14"_s);
    add("other letter", u"X"_s, Verdict::Wrong, u"starts with AC"_s);
    add("upper case", good.toUpper(), Verdict::Fixable, u"lower-case"_s, good);
    add("lower-case prefix", good.toLower(), Verdict::Fixable, u"lower-case"_s, good);
    add("line break", good + u'\n', Verdict::Fixable, u"blanks"_s, good);
    add("blank inside", u" AC "_s + hex, Verdict::Fixable, u"blanks"_s, good);
    add("zero width space", good + QChar(0x200b), Verdict::Fixable, u"blanks"_s, good);
    add("quotes", u"\"%1\""_s.arg(good), Verdict::Fixable, u"quotes"_s, good);
    add("all of it", u" \u2018%1\u2019,\r\n"_s.arg(good.toUpper()).remove(u','), Verdict::Fixable,
        u"lower-case"_s, good);
    add("API key", u"SK"_s + hex, Verdict::Wrong, u"API key"_s);
    add("number SID", u"PN"_s + hex, Verdict::Wrong, u"something else (PN"_s);
    add("token", hex, Verdict::Wrong, u"Auth Token"_s);
    add("no hex", u"ACxyz"_s, Verdict::Wrong, u"0 to 9"_s);
    add("too long", good + u"0"_s, Verdict::Wrong, u"too long"_s);
}

void TestCredentials::judgesAccountSids()
{
    QFETCH(QString, text);
    QFETCH(int, verdict);
    QFETCH(QString, says);
    QFETCH(QString, suggestion);
    const InputCheck check = checkAccountSid(text);
    QCOMPARE(static_cast<int>(check.verdict), verdict);
    QVERIFY2(check.message.contains(says), qPrintable(check.message));
    QCOMPARE(check.message.isEmpty(), check.verdict == Verdict::Good || check.verdict == Verdict::Empty);
    QCOMPARE(check.suggestion, suggestion);
}

void TestCredentials::judgesAuthTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("suggestion");
    const auto add = [](const char *name, const QString &text, Verdict verdict, const QString &says = {},
                        const QString &suggestion = {}) {
        QTest::newRow(name) << text << static_cast<int>(verdict) << says << suggestion;
    };
    add("empty", {}, Verdict::Empty);
    add("good", hex, Verdict::Good);
    add("half", hex.left(10), Verdict::Good, u"22"_s);
    add("line break", hex + u"\r\n"_s, Verdict::Fixable, u"blanks"_s, hex);
    add("quotes", u"'%1'"_s.arg(hex), Verdict::Fixable, u"quotes"_s, hex);
    // Twilio documents no form, so upper case may mean something.
    add("upper case", hex.toUpper(), Verdict::Good, u"Twilio decides"_s);
    add("Account SID", u"AC"_s + hex, Verdict::Wrong, u"Account SID"_s);
    add("API key", u"SK"_s + hex, Verdict::Wrong, u"API key"_s);
    add("API key secret", u"Zb3dEfGh1jKlMn0pQrStUvWxYz123456"_s, Verdict::Good, u"secret of an API key"_s);
    add("other characters", u"twt_A-b.c+d/e=="_s, Verdict::Good, u"usually"_s);
    add("longer", hex + hex, Verdict::Good, u"usually"_s);
    add("begins like a SID", u"AC-0123456789abcdef0123456789abcde"_s, Verdict::Good, u"usually"_s);
    add("other shape, with a blank", u"twt_1 \n"_s, Verdict::Fixable, u"blanks"_s, u"twt_1"_s);
    add("Nixflex key", u"nxf_abc123:nxfs_def456"_s, Verdict::Wrong, u"Nixflex"_s);
    add("half of a Nixflex key", u"NXFS_def456"_s, Verdict::Wrong, u"Nixflex"_s);
    add("a document", QString(600, u'a'), Verdict::Wrong, u"too long"_s);
}

void TestCredentials::judgesAuthTokens()
{
    QFETCH(QString, text);
    QFETCH(int, verdict);
    QFETCH(QString, says);
    QFETCH(QString, suggestion);
    const InputCheck check = checkAuthToken(text);
    QCOMPARE(static_cast<int>(check.verdict), verdict);
    QVERIFY2(check.message.contains(says), qPrintable(check.message));
    QVERIFY(!says.isEmpty() || check.message.isEmpty());
    QVERIFY(text.size() < 8 || !check.message.contains(text.trimmed()));
    QCOMPARE(check.suggestion, suggestion);
}

void TestCredentials::correctedTextIsGood()
{
    const bool isProven = rc::check("a suggestion is good, and good is accepted", [] {
        const QString base = u"AC"_s + hex;
        QString text;
        for (const QChar c : base) {
            text += *rc::gen::arbitrary<bool>() ? c.toUpper() : c;
            if (*rc::gen::inRange(0, 8) == 0) {
                text += QChar(*rc::gen::element<char16_t>(u' ', u'\n', u'\t', u'\ufeff', u'\u00a0'));
            }
        }
        const InputCheck check = checkAccountSid(text);
        const QString final = check.verdict == Verdict::Good ? text : check.suggestion;
        RC_ASSERT(final == base);
        RC_ASSERT(AccountSid::parse(final).value().toString() == base);
    });
    QVERIFY(isProven);
}

void TestCredentials::parsesAccountSidsAsTheyArePasted()
{
    QVERIFY(AccountSid().isNull());
    QCOMPARE(AccountSid().shortened(), QString());
    QCOMPARE(AccountSid::parse(u"AC"_s + hex)->shortened(), u"AC0123…cdef"_s);
    for (const QString &text : {u"AC"_s + hex + u"\n"_s, u"AC"_s + hex.toUpper(), u"\"ac%1\""_s.arg(hex)}) {
        const auto sid = AccountSid::parse(text);
        QVERIFY(sid.has_value());
        QCOMPARE(sid->toString(), u"AC"_s + hex);
    }
    for (const QString &text : {QString(), u"AC"_s, u"SK"_s + hex, u"AC"_s + hex + u'0'}) {
        const auto sid = AccountSid::parse(text);
        QVERIFY(!sid.has_value());
        QVERIFY(sid.error().kind == Error::Kind::Invalid);
        QVERIFY(!sid.error().userText.isEmpty());
    }
}

void TestCredentials::judgesNixflexKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("says");
    const auto add = [](const char *name, const QString &text, Verdict verdict, const QString &says = {}) {
        QTest::newRow(name) << text << static_cast<int>(verdict) << says;
    };
    add("empty", {}, Verdict::Empty);
    add("good", u"nxf_abc123:nxfs_def456"_s, Verdict::Good);
    add("upper case", u"NXF_ABC123:NXFS_DEF456"_s, Verdict::Good);
    add("blanks", u" nxf_abc123: nxfs_def456\n"_s, Verdict::Fixable, u"blanks"_s);
    add("quotes", u"\"nxf_abc123:nxfs_def456\""_s, Verdict::Fixable, u"quotes"_s);
    add("a header", u"Bearer nxf_abc123:nxfs_def456"_s, Verdict::Fixable, u"around"_s);
    add("started", u"nx"_s, Verdict::Incomplete, u"secret half"_s);
    add("one half", u"nxf_abc123"_s, Verdict::Incomplete, u"secret half is missing"_s);
    add("colon", u"nxf_abc123:"_s, Verdict::Incomplete, u"not complete"_s);
    add("second half begun", u"nxf_abc123:nxfs_"_s, Verdict::Incomplete, u"not complete"_s);
    add("second half begun in capitals", u"nxf_abc123:NXF"_s, Verdict::Incomplete, u"not complete"_s);
    add("secret half alone", u"nxfs_def456"_s, Verdict::Wrong, u"only the secret half"_s);
    add("other", u"sk_live_1"_s, Verdict::Wrong, u"starts with nxf_"_s);
    add("strange characters", u"nxf_abc:nxfs_d-f"_s, Verdict::Wrong, u"letters and digits"_s);
}

void TestCredentials::judgesNixflexKeys()
{
    QFETCH(QString, text);
    QFETCH(int, verdict);
    QFETCH(QString, says);
    const InputCheck check = checkNixflexKey(text);
    QCOMPARE(static_cast<int>(check.verdict), verdict);
    QVERIFY2(check.message.contains(says), qPrintable(check.message));
    QVERIFY(!check.message.contains(u"def456"_s));
    QCOMPARE(NixflexKey::parse(text).has_value(),
             check.verdict == Verdict::Good || check.verdict == Verdict::Fixable);
    QCOMPARE(check.suggestion, check.verdict == Verdict::Fixable ? u"nxf_abc123:nxfs_def456"_s : QString());
}

void TestCredentials::forgivesWhatComesAlongWithAKey()
{
    const auto key = NixflexKey::parse(u" Bearer nxf_abc123:\n nxfs_def456 \r\n"_s);
    QVERIFY(key.has_value());
    QCOMPARE(key->keyId(), u"nxf_abc123"_s);
    const SecretString joined = key->joined();
    QVERIFY(viewOf(joined) == "nxf_abc123:nxfs_def456");
    QVERIFY(NixflexKey().isNull());
    QVERIFY(NixflexKey().joined().isEmpty());
}

void TestCredentials::takesOneWordAsAgentId()
{
    QCOMPARE(AgentId::parse(u" agent-1_ü \n"_s)->toString(), u"agent-1_ü"_s);
    QCOMPARE(AgentId::parse(u"\ufeff\"agent-1\"\u200e"_s)->toString(), u"agent-1"_s);
    QVERIFY(AgentId::parse(QString(128, u'a')).has_value());
    for (const QString &text : {QString(), u"two words"_s, u"a\nb"_s, u"a\x01"_s, QString(129, u'a')}) {
        QVERIFY(!AgentId::parse(text).has_value());
    }
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
