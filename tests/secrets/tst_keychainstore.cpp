#include "base/processprotection.h"
#include "secrets/keychainstore.h"
#include "secretstest.h"

#include <QProcess>
#include <QSignalSpy>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace numbers::secrets;
using namespace secretstest;

/// Against a real, unlocked Secret Service (with-keyring.sh).
class TestKeychainStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { numbers::protectMemory(); } // as the programs do, since the service may look at us
    void probesReadyAndLeavesNothingBehind();
    void tellsNotFoundFromFound();
    void givesBackWhatWasWritten_data();
    void givesBackWhatWasWritten();
    void overwrites();
    void removesOnlyWhatWasNamed();
    void succeedsAtRemovingWhatIsNotThere();
    void refusesTooMuchBeforeAskingTheKeychain();
    void keepsProfilesApart();
    void survivesARestart();
    void runsManyAtOnce();
    void endsCallsThatOutliveTheStore();
    void needsNoDialogToUnlockAnOpenKeyring();
};

void TestKeychainStore::probesReadyAndLeavesNothingBehind()
{
    KeychainStore store;
    QSignalSpy states(&store, &SecretStore::stateChanged);
    QCOMPARE(store.state(), SecretStore::State::Unknown);
    QCOMPARE(QCoro::waitFor(store.probe()), SecretStore::State::Ready);
    QCOMPARE(store.state(), SecretStore::State::Ready);
    QCOMPARE(states.size(), 1);
    QVERIFY(!store.isSessionOnly());

    QProcess search;
    search.start(u"gdbus"_s, {u"call"_s, u"--session"_s, u"--dest"_s, u"org.freedesktop.secrets"_s,
                              u"--object-path"_s, u"/org/freedesktop/secrets/collection/login"_s,
                              u"--method"_s, u"org.freedesktop.DBus.Properties.Get"_s,
                              u"org.freedesktop.Secret.Collection"_s, u"Items"_s});
    QVERIFY(search.waitForFinished());
    QCOMPARE(search.readAllStandardOutput().trimmed(), QByteArray("(<@ao []>,)"));
}

void TestKeychainStore::tellsNotFoundFromFound()
{
    KeychainStore store;
    const auto found = QCoro::waitFor(store.read(tokenKey(u"never written"_s)));
    QVERIFY(found);
    QVERIFY(*found == nullptr);
    QCOMPARE(store.state(), SecretStore::State::Ready);
}

void TestKeychainStore::givesBackWhatWasWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("token") << u"0123456789abcdef0123456789abcdef"_s;
    QTest::newRow("key") << u"nxf_abc:nxfs_def"_s;
    QTest::newRow("unicode") << u"päßwörd 密码 🔑 ‎"_s;
    QTest::newRow("blanks and lines") << u" a\n\tb \r\n"_s;
    QTest::newRow("largest") << QString(2500, u'x');
    QTest::newRow("largest of two bytes") << QString(1250, u'ü');
}

void TestKeychainStore::givesBackWhatWasWritten()
{
    QFETCH(QString, text);
    KeychainStore store;
    QVERIFY(QCoro::waitFor(store.write(tokenKey(), secret(text))));
    QCOMPARE(readText(store, tokenKey()), text);
    QCOMPARE(readText(store, {SecretKey::Kind::ProxyPassword, tokenKey().name}), u"(none)"_s);
}

void TestKeychainStore::overwrites()
{
    KeychainStore store;
    QVERIFY(QCoro::waitFor(store.write(tokenKey(), secret(u"old"_s))));
    QVERIFY(QCoro::waitFor(store.write(tokenKey(), secret(u"new"_s))));
    QCOMPARE(readText(store, tokenKey()), u"new"_s);
}

void TestKeychainStore::removesOnlyWhatWasNamed()
{
    KeychainStore store;
    QVERIFY(QCoro::waitFor(store.write(tokenKey(u"one"_s), secret(u"1"_s))));
    QVERIFY(QCoro::waitFor(store.write(tokenKey(u"two"_s), secret(u"2"_s))));
    QVERIFY(QCoro::waitFor(store.remove(tokenKey(u"one"_s))));
    QCOMPARE(readText(store, tokenKey(u"one"_s)), u"(none)"_s);
    QCOMPARE(readText(store, tokenKey(u"two"_s)), u"2"_s);
}

void TestKeychainStore::succeedsAtRemovingWhatIsNotThere()
{
    KeychainStore store;
    QVERIFY(QCoro::waitFor(store.remove(tokenKey(u"never written"_s))));
}

void TestKeychainStore::refusesTooMuchBeforeAskingTheKeychain()
{
    KeychainStore store;
    const auto written = QCoro::waitFor(store.write(tokenKey(u"large"_s), secret(QString(2501, u'x'))));
    QVERIFY(!written);
    QCOMPARE(toString(written.error().kind), u"invalid"_s);
    QCOMPARE(store.state(), SecretStore::State::Unknown);
}

void TestKeychainStore::keepsProfilesApart()
{
    KeychainStore mine;
    KeychainStore practice(u"practice"_s);
    QVERIFY(QCoro::waitFor(mine.write(tokenKey(), secret(u"mine"_s))));
    QCOMPARE(readText(practice, tokenKey()), u"(none)"_s);
    QVERIFY(QCoro::waitFor(practice.write(tokenKey(), secret(u"practice"_s))));
    QCOMPARE(readText(mine, tokenKey()), u"mine"_s);
    QVERIFY(QCoro::waitFor(practice.remove(tokenKey())));
    QCOMPARE(readText(mine, tokenKey()), u"mine"_s);
}

void TestKeychainStore::survivesARestart()
{
    KeychainStore store;
    QVERIFY(QCoro::waitFor(store.write(tokenKey(u"restart"_s), secret(u"still there"_s))));
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--read"_s, u"restart"_s});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.readAllStandardOutput(), QByteArray("still there"));
}

void TestKeychainStore::runsManyAtOnce()
{
    KeychainStore store;
    std::vector<QCoro::Task<numbers::Result<void>>> writes;
    for (int i = 0; i < 20; ++i) {
        writes.push_back(store.write(tokenKey(QString::number(i)), secret(u"value %1"_s.arg(i))));
    }
    for (auto &write : writes) {
        QVERIFY(QCoro::waitFor(write));
    }
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(readText(store, tokenKey(QString::number(i))), u"value %1"_s.arg(i));
    }
}

void TestKeychainStore::endsCallsThatOutliveTheStore()
{
    auto store = std::make_unique<KeychainStore>();
    auto write = store->write(tokenKey(u"late"_s), secret(u"late"_s));
    store.reset();
    QVERIFY(QCoro::waitFor(write));
}

void TestKeychainStore::needsNoDialogToUnlockAnOpenKeyring()
{
    KeychainStore store;
    QVERIFY(QCoro::waitFor(store.unlock()));
    QCOMPARE(store.state(), SecretStore::State::Ready);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--read"_s) {
        KeychainStore store;
        fputs(readText(store, tokenKey(arguments.value(2))).toUtf8().constData(), stdout);
        return 0;
    }
    TestKeychainStore test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keychainstore.moc"
