#include "secrets/keychainstore.h"
#include "secretstest.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace numbers::secrets;
using namespace secretstest;

namespace {

/// The Secret Service's struct of an encoded secret: session, parameters, value, content type.
struct WireSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

[[maybe_unused]] QDBusArgument &operator<<(QDBusArgument &argument, const WireSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

[[maybe_unused]] const QDBusArgument &operator>>(const QDBusArgument &argument, WireSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusObjectPath loginKeyring(u"/org/freedesktop/secrets/collection/login"_s);

QDBusMessage call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s,
                                                          u"/org/freedesktop/secrets"_s, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message);
}

bool lockKeyring()
{
    const QVariantList arguments{QVariant::fromValue(QList<QDBusObjectPath>{loginKeyring})};
    return call(u"org.freedesktop.Secret.Service"_s, u"Lock"_s, arguments).type() ==
           QDBusMessage::ReplyMessage;
}

/// What the user's sign-in does: gnome-keyring's own interface takes the password without a dialog.
bool unlockKeyring()
{
    const QDBusMessage opened = call(u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
                                     {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    const WireSecret password{.session = opened.arguments().value(1).value<QDBusObjectPath>(),
                              .parameters = {},
                              .value = qgetenv("KEYRING_PASSWORD"),
                              .contentType = u"text/plain"_s};
    return call(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
                {QVariant::fromValue(loginKeyring), QVariant::fromValue(password)})
               .type() == QDBusMessage::ReplyMessage;
}

} // namespace

Q_DECLARE_METATYPE(WireSecret)

/// Against a real Secret Service that is locked: QtKeychain alone would say "not found" and "deleted".
class TestKeychainLocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void probeWaitsForUnlock();
    void readIsNotNotFound();
    void removeIsNotDone();
    void writeFailsWhenNobodyUnlocks();
    void unlockTellsWhenNobodyDid();
    void everythingIsThereAfterUnlocking();
    void aNewStoreSeesTheLockAtOnce();
};

void TestKeychainLocked::initTestCase()
{
    qDBusRegisterMetaType<WireSecret>();
    QVERIFY(unlockKeyring());
    KeychainStore store;
    QVERIFY(QCoro::waitFor(store.write(tokenKey(), secret(u"kept"_s))));
}

void TestKeychainLocked::init()
{
    QVERIFY(lockKeyring());
}

void TestKeychainLocked::probeWaitsForUnlock()
{
    KeychainStore store;
    QCOMPARE(QCoro::waitFor(store.probe()), SecretStore::State::WaitingForUnlock);
    QCOMPARE(store.state(), SecretStore::State::WaitingForUnlock);
}

void TestKeychainLocked::readIsNotNotFound()
{
    KeychainStore store;
    const auto found = QCoro::waitFor(store.read(tokenKey()));
    QVERIFY(!found);
    QCOMPARE(toString(found.error().kind), u"secret_store"_s);
    QVERIFY2(found.error().userText.contains(u"locked"_s), qPrintable(found.error().userText));
    QCOMPARE(store.state(), SecretStore::State::WaitingForUnlock);
}

void TestKeychainLocked::removeIsNotDone()
{
    KeychainStore store;
    const auto removed = QCoro::waitFor(store.remove(tokenKey()));
    QVERIFY(!removed);
    QCOMPARE(toString(removed.error().kind), u"secret_store"_s);
    QVERIFY(unlockKeyring());
    QCOMPARE(readText(store, tokenKey()), u"kept"_s);
}

void TestKeychainLocked::writeFailsWhenNobodyUnlocks()
{
    KeychainStore store;
    const auto written = QCoro::waitFor(store.write(tokenKey(), secret(u"other"_s)));
    QVERIFY(!written);
    QCOMPARE(toString(written.error().kind), u"secret_store"_s);
    QCOMPARE(store.state(), SecretStore::State::WaitingForUnlock);
    QVERIFY(unlockKeyring());
    QCOMPARE(readText(store, tokenKey()), u"kept"_s);
}

void TestKeychainLocked::unlockTellsWhenNobodyDid()
{
    KeychainStore store;
    const auto unlocked = QCoro::waitFor(store.unlock()); // no prompter on this bus
    QVERIFY(!unlocked);
    QCOMPARE(store.state(), SecretStore::State::WaitingForUnlock);
}

void TestKeychainLocked::everythingIsThereAfterUnlocking()
{
    KeychainStore store;
    QSignalSpy states(&store, &SecretStore::stateChanged);
    QCOMPARE(QCoro::waitFor(store.probe()), SecretStore::State::WaitingForUnlock);
    QVERIFY(unlockKeyring());
    QCOMPARE(QCoro::waitFor(store.probe()), SecretStore::State::Ready);
    QCOMPARE(states.size(), 2);
    QCOMPARE(readText(store, tokenKey()), u"kept"_s);
}

void TestKeychainLocked::aNewStoreSeesTheLockAtOnce()
{
    QVERIFY(unlockKeyring());
    KeychainStore store;
    QCOMPARE(readText(store, tokenKey()), u"kept"_s);
    QVERIFY(lockKeyring());
    QCOMPARE(readText(store, tokenKey()), u"(error)"_s);
}

QTEST_GUILESS_MAIN(TestKeychainLocked)
#include "tst_keychainlocked.moc"
