#include "secrets/keychainstore.h"
#include "secretstest.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace numbers::secrets;
using namespace secretstest;

/// No Secret Service on the bus, or no bus (with-keyring.sh --without-service, --without-bus).
class TestKeychainAbsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsQuicklyThatThereIsNone();
    void readIsNotNotFound();
    void writeAndRemoveAreNotDone();
    void unlockTellsThatThereIsNone();
};

void TestKeychainAbsent::tellsQuicklyThatThereIsNone()
{
    QElapsedTimer timer;
    timer.start();
    KeychainStore store;
    QCOMPARE(QCoro::waitFor(store.probe()), SecretStore::State::NoStore);
    QVERIFY2(timer.elapsed() < 3000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
}

void TestKeychainAbsent::readIsNotNotFound()
{
    KeychainStore store;
    const auto found = QCoro::waitFor(store.read(tokenKey()));
    QVERIFY(!found);
    QCOMPARE(toString(found.error().kind), u"secret_store"_s);
    QVERIFY(found.error().userText.contains(u"keychain service"_s));
    QCOMPARE(store.state(), SecretStore::State::NoStore);
}

void TestKeychainAbsent::writeAndRemoveAreNotDone()
{
    KeychainStore store;
    QVERIFY(!QCoro::waitFor(store.write(tokenKey(), secret(u"x"_s))));
    QVERIFY(!QCoro::waitFor(store.remove(tokenKey())));
}

void TestKeychainAbsent::unlockTellsThatThereIsNone()
{
    KeychainStore store;
    QVERIFY(!QCoro::waitFor(store.unlock()));
    QCOMPARE(store.state(), SecretStore::State::NoStore);
}

QTEST_GUILESS_MAIN(TestKeychainAbsent)
#include "tst_keychainabsent.moc"
