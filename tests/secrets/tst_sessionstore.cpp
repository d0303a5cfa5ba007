#include "secrets/secretname.h"
#include "secrets/sessionstore.h"
#include "secretstest.h"

using namespace Qt::StringLiterals;
using namespace numbers::secrets;
using namespace secretstest;

class TestSessionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadyAndSaysThatItForgets();
    void givesBackWhatWasWritten();
    void tellsApartKindsAndNames();
    void removesWhatIsThereAndWhatIsNot();
    void refusesWhatAKeychainWouldRefuse_data();
    void refusesWhatAKeychainWouldRefuse();
    void namesEntriesByApplicationProfileAndKind();
    void saysWhatToDoInEveryState();
};

void TestSessionStore::isReadyAndSaysThatItForgets()
{
    SessionStore store;
    QCOMPARE(QCoro::waitFor(store.probe()), SecretStore::State::Ready);
    QCOMPARE(store.state(), SecretStore::State::Ready);
    QVERIFY(store.isSessionOnly());
    QVERIFY(QCoro::waitFor(store.unlock()));
}

void TestSessionStore::givesBackWhatWasWritten()
{
    SessionStore store;
    QCOMPARE(readText(store, tokenKey()), u"(none)"_s);
    QVERIFY(QCoro::waitFor(store.write(tokenKey(), secret(u"first"_s))));
    QVERIFY(QCoro::waitFor(store.write(tokenKey(), secret(u"zweites Ü"_s))));
    QCOMPARE(readText(store, tokenKey()), u"zweites Ü"_s);
}

void TestSessionStore::tellsApartKindsAndNames()
{
    SessionStore store;
    QVERIFY(QCoro::waitFor(store.write(tokenKey(), secret(u"token"_s))));
    QVERIFY(QCoro::waitFor(store.write({SecretKey::Kind::NixflexKey, tokenKey().name}, secret(u"key"_s))));
    QCOMPARE(readText(store, tokenKey()), u"token"_s);
    QCOMPARE(readText(store, {SecretKey::Kind::NixflexKey, tokenKey().name}), u"key"_s);
    QCOMPARE(readText(store, tokenKey(u"other"_s)), u"(none)"_s);
}

void TestSessionStore::removesWhatIsThereAndWhatIsNot()
{
    SessionStore store;
    QVERIFY(QCoro::waitFor(store.write(tokenKey(), secret(u"token"_s))));
    QVERIFY(QCoro::waitFor(store.remove(tokenKey())));
    QCOMPARE(readText(store, tokenKey()), u"(none)"_s);
    QVERIFY(QCoro::waitFor(store.remove(tokenKey())));
}

void TestSessionStore::refusesWhatAKeychainWouldRefuse_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("one byte") << QByteArray("x") << true;
    QTest::newRow("2,500 bytes") << QByteArray(2500, 'x') << true;
    QTest::newRow("2,501 bytes") << QByteArray(2501, 'x') << false;
    QTest::newRow("1,251 characters of two bytes") << QByteArray("\xc3\xbc").repeated(1251) << false;
    QTest::newRow("zero byte") << QByteArray("a\0b", 3) << false;
    QTest::newRow("not UTF-8") << QByteArray("a\xff") << false;
}

void TestSessionStore::refusesWhatAKeychainWouldRefuse()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isAccepted);
    SessionStore store;
    const auto value = std::make_shared<const SecretString>(
        std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    const auto written = QCoro::waitFor(store.write(tokenKey(), value));
    QCOMPARE(written.has_value(), isAccepted);
    if (!isAccepted) {
        QCOMPARE(toString(written.error().kind), u"invalid"_s);
        QCOMPARE(readText(store, tokenKey()), u"(none)"_s);
    }
}

void TestSessionStore::namesEntriesByApplicationProfileAndKind()
{
    QCOMPARE(entryName({}, tokenKey(u"AC1"_s)), u"com.nixflex.Numbers/twilio-token/AC1"_s);
    QCOMPARE(entryName(u"p"_s, {SecretKey::Kind::NixflexKey, u"k"_s}),
             u"com.nixflex.Numbers/p/nixflex-key/k"_s);
    QCOMPARE(entryName(u"p"_s, {SecretKey::Kind::ProxyPassword, u"u@h:1"_s}),
             u"com.nixflex.Numbers/p/proxy-password/u@h:1"_s);
}

void TestSessionStore::saysWhatToDoInEveryState()
{
    using State = SecretStore::State;
    QStringList texts;
    for (const State state : {State::Unknown, State::Ready, State::WaitingForUnlock, State::Denied,
                              State::NoStore, State::Failed}) {
        const QString text = explain(state);
        QVERIFY(!text.isEmpty() && !texts.contains(text));
        texts << text;
        QCOMPARE(toString(storeError(state).kind), u"secret_store"_s);
        QVERIFY(!storeError(state).userText.isEmpty());
        QVERIFY(!storeError(state).detail.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestSessionStore)
#include "tst_sessionstore.moc"
