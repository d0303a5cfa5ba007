#include "fakesecretservice.h"
#include "secrets/keychainstore.h"
#include "secretstest.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace numbers::secrets;
using namespace secretstest;

/// What a real keyring without a desktop cannot do: users at prompts, refusals, no keyring yet.
class TestKeychainOdd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unlocksWhenTheUserAgrees_data();
    void unlocksWhenTheUserAgrees();
    void staysLockedWhenTheUserDoesNot();
    void endsWhenTheServiceEndsAtThePrompt();
    void tellsThatAccessIsRefused();
    void callsAMissingKeyringLockedRatherThanEmpty();
    void failsWhenItOpensNoSession_data();
    void failsWhenItOpensNoSession();
};

void TestKeychainOdd::unlocksWhenTheUserAgrees_data()
{
    QTest::addColumn<bool>("hasCollection");
    QTest::newRow("locked keyring") << true;
    QTest::newRow("no keyring yet") << false;
}

void TestKeychainOdd::unlocksWhenTheUserAgrees()
{
    QFETCH(bool, hasCollection);
    FakeSecretService service;
    service.hasCollection = hasCollection;
    KeychainStore store;
    const auto unlocked = QCoro::waitFor(store.unlock());
    QVERIFY2(unlocked, unlocked ? "" : qPrintable(unlocked.error().detail));
    QCOMPARE(store.state(), SecretStore::State::Ready);
    QCOMPARE(service.prompts, 1);
    QVERIFY(QCoro::waitFor(store.unlock()));
    QCOMPARE(service.prompts, 1);
}

void TestKeychainOdd::staysLockedWhenTheUserDoesNot()
{
    FakeSecretService service;
    service.user = FakeSecretService::User::Dismisses;
    KeychainStore store;
    QVERIFY(!QCoro::waitFor(store.unlock()));
    QCOMPARE(store.state(), SecretStore::State::WaitingForUnlock);
}

void TestKeychainOdd::endsWhenTheServiceEndsAtThePrompt()
{
    FakeSecretService service;
    service.user = FakeSecretService::User::ServiceEnds;
    KeychainStore store;
    QVERIFY(!QCoro::waitFor(store.unlock()));
    QCOMPARE(store.state(), SecretStore::State::NoStore);
}

void TestKeychainOdd::tellsThatAccessIsRefused()
{
    FakeSecretService service;
    service.aliasAnswer = FakeSecretService::Answer::Refuse;
    KeychainStore store;
    QCOMPARE(QCoro::waitFor(store.probe()), SecretStore::State::Denied);
    const auto found = QCoro::waitFor(store.read(tokenKey()));
    QVERIFY(!found);
    QVERIFY(found.error().userText.contains(u"refused"_s));
}

void TestKeychainOdd::callsAMissingKeyringLockedRatherThanEmpty()
{
    FakeSecretService service;
    service.hasCollection = false;
    KeychainStore store;
    QCOMPARE(QCoro::waitFor(store.probe()), SecretStore::State::WaitingForUnlock);
    QCOMPARE(readText(store, tokenKey()), u"(error)"_s);
    QCOMPARE(service.prompts, 0);
}

void TestKeychainOdd::failsWhenItOpensNoSession_data()
{
    QTest::addColumn<FakeSecretService::Answer>("answer");
    QTest::newRow("refuses") << FakeSecretService::Answer::Refuse;
    QTest::newRow("never answers") << FakeSecretService::Answer::Never; // last: leaves a job behind
}

void TestKeychainOdd::failsWhenItOpensNoSession()
{
    QFETCH(FakeSecretService::Answer, answer);
    FakeSecretService service;
    service.isLocked = false;
    service.sessionAnswer = answer;
    using namespace std::chrono_literals;
    KeychainStore store({}, KeychainStore::Limits{.quiet = 500ms, .withPrompt = 500ms});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(QCoro::waitFor(store.probe()), SecretStore::State::Failed);
    QCOMPARE(readText(store, tokenKey()), u"(error)"_s);
    QVERIFY(timer.elapsed() < 5000);
}

QTEST_GUILESS_MAIN(TestKeychainOdd)
#include "tst_keychainodd.moc"
