#include "app/localsocket.h"
#include "app/singleinstance.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>

#ifdef Q_OS_LINUX
#include <sys/syscall.h>
#include <unistd.h>
#endif

using namespace numbers::app;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bringsTheFirstToTheFront();
    void isPrivate();
    void usesNoFolderOfOthers();
    void isNotSentAwayByASocketWithoutAnAnswer();
    void knowsWhoIsAtTheOtherEnd();
    void waitsForAFirstThatIsStarting();
    void keepsProfilesApart();
    void takesOverAfterTheFirstHasGone();
    void isNotHeldUpByACrashedOne();

private:
    QMap<QByteArray, QByteArray> m_environment;
};

namespace {

/// From a thread of its own, since the first one answers from this one.
bool isActivatedFromAnotherProgram(const QString &profile)
{
    std::atomic<bool> isActivated = false;
    std::atomic<bool> isDone = false;
    std::thread program([&] {
        const SingleInstance second(profile);
        isActivated = !second.isFirst() && second.activateFirst();
        isDone = true;
    });
    const auto join = qScopeGuard([&program] { program.join(); });
    return QTest::qWaitFor([&isDone] { return isDone.load(); }) && isActivated;
}

} // namespace

void TestSingleInstance::init()
{
    for (const char *name : {"XDG_RUNTIME_DIR", "XDG_CACHE_HOME"}) {
        m_environment.insert(name, qgetenv(name));
    }
}

void TestSingleInstance::cleanup()
{
    for (auto it = m_environment.cbegin(); it != m_environment.cend(); ++it) {
        qputenv(it.key().constData(), it.value());
    }
}

void TestSingleInstance::bringsTheFirstToTheFront()
{
    const QTemporaryDir profile;
    SingleInstance first(profile.path());
    QVERIFY(first.isFirst());
    first.listen();
    QSignalSpy activated(&first, &SingleInstance::activationRequested);
    QVERIFY(isActivatedFromAnotherProgram(profile.path()));
    QCOMPARE(activated.count(), 1);
}

void TestSingleInstance::isPrivate()
{
#ifdef Q_OS_UNIX
    for (const bool hasRuntimeDirectory : {true, false}) {
        const QTemporaryDir runtime; // 0700, as the system makes it
        const QTemporaryDir cache;
        qputenv("XDG_RUNTIME_DIR", hasRuntimeDirectory ? runtime.path().toLocal8Bit() : QByteArray());
        qputenv("XDG_CACHE_HOME", cache.path().toLocal8Bit());
        const QTemporaryDir profile;
        SingleInstance first(profile.path());
        first.listen();
        const QString folder =
            hasRuntimeDirectory ? runtime.path() : cache.filePath(QStringLiteral("nixflex-numbers"));
        const auto sockets = QDir(folder).entryList(QDir::System | QDir::Files);
        QCOMPARE(sockets.size(), 1);
        constexpr auto ofOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &file :
             {folder, folder + u'/' + sockets.first(), profile.filePath(QStringLiteral("window.lock"))}) {
            QVERIFY2((QFile::permissions(file) & ofOthers) == QFile::Permissions{}, qPrintable(file));
        }
        QVERIFY(isActivatedFromAnotherProgram(profile.path()));
    }
#else
    QSKIP("a pipe of Windows has no file");
#endif
}

/// Whoever may write to the folder can put a socket of his own there.
void TestSingleInstance::usesNoFolderOfOthers()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir runtime;
    QFile::setPermissions(runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                              QFile::WriteOther | QFile::ExeOther);
    const QTemporaryDir cache;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    qputenv("XDG_CACHE_HOME", cache.path().toLocal8Bit());
    QVERIFY(socketPathFor(QStringLiteral("x")).startsWith(cache.path()));
    qputenv("XDG_CACHE_HOME", "/proc/nothing");
    QCOMPARE(socketPathFor(QStringLiteral("x")), QString());
    qputenv("XDG_RUNTIME_DIR", cache.path().toLocal8Bit());
    QCOMPARE(socketPathFor(QString(200, u'x')), QString());

    // There is no place: it says so and goes on.
    qunsetenv("XDG_RUNTIME_DIR");
    const QTemporaryDir profile;
    QTest::ignoreMessage(QtWarningMsg,
                         "there is no private folder for a socket: a second start opens a second window");
    SingleInstance first(profile.path());
    QVERIFY(first.isFirst());
    first.listen();
    const SingleInstance second(profile.path());
    QVERIFY(!second.isFirst() && !second.activateFirst());
#else
    QSKIP("a pipe of Windows has no folder");
#endif
}

/// The system accepts a connection for a program that hangs, or for anything else that listens there.
void TestSingleInstance::isNotSentAwayByASocketWithoutAnAnswer()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir profile;
    SingleInstance first(profile.path());
    first.listen();
    const SingleInstance second(profile.path());
    QVERIFY(!second.isFirst());
    QVERIFY(!second.activateFirst()); // blocks this thread, so the first one cannot answer
#else
    QSKIP("asks a socket of Unix");
#endif
}

void TestSingleInstance::knowsWhoIsAtTheOtherEnd()
{
#ifdef Q_OS_LINUX
    if (geteuid() != 0) {
        QSKIP("only root can be somebody else");
    }
    const QTemporaryDir folder;
    // For everybody, whatever group the other one is in.
    QFile::setPermissions(folder.path(), QFile::permissions(folder.path()) | QFile::ReadGroup |
                                             QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
    QLocalServer server;
    server.setSocketOptions(QLocalServer::WorldAccessOption);
    QVERIFY(server.listen(folder.filePath(QStringLiteral("socket"))));
    for (const uid_t user : {geteuid(), uid_t(65534)}) {
        QLocalSocket socket;
        // The other end is whoever this was at the moment of connecting.
        QCOMPARE(syscall(SYS_setresuid, -1, user, -1), 0L);
        const auto back = qScopeGuard([] { syscall(SYS_setresuid, -1, 0, -1); });
        socket.connectToServer(server.fullServerName());
        const bool isConnected = socket.waitForConnected();
        QCOMPARE(syscall(SYS_setresuid, -1, 0, -1), 0L);
        if (!isConnected) {
            QSKIP("another user cannot reach the socket here");
        }
        QTRY_VERIFY(server.hasPendingConnections());
        const std::unique_ptr<QLocalSocket> accepted(server.nextPendingConnection());
        QCOMPARE(isOfThisUser(*accepted), user == geteuid());
    }
#else
    QSKIP("asks Linux");
#endif
}

void TestSingleInstance::waitsForAFirstThatIsStarting()
{
    const QTemporaryDir profile;
    SingleInstance first(profile.path());
    QSignalSpy activated(&first, &SingleInstance::activationRequested);
    std::atomic<bool> isActivated = false;
    std::thread secondProgram([&] {
        const SingleInstance second(profile.path());
        isActivated = !second.isFirst() && second.activateFirst();
    });
    const auto join = qScopeGuard([&secondProgram] { secondProgram.join(); });
    QTest::qWait(200); // lint: what does not happen cannot be waited for
    QVERIFY(!isActivated);
    first.listen();
    QTRY_COMPARE(activated.count(), 1);
    QTRY_VERIFY(isActivated);
}

void TestSingleInstance::keepsProfilesApart()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    const SingleInstance first(one.path());
    const SingleInstance second(other.path());
    QVERIFY(first.isFirst());
    QVERIFY(second.isFirst());
}

void TestSingleInstance::takesOverAfterTheFirstHasGone()
{
    const QTemporaryDir profile;
    {
        const SingleInstance first(profile.path());
        QVERIFY(first.isFirst());
    }
    const SingleInstance second(profile.path());
    QVERIFY(second.isFirst());
}

void TestSingleInstance::isNotHeldUpByACrashedOne()
{
    const QTemporaryDir profile;
    // What a killed process leaves: a lock file with the id of a process that is gone.
    QFile lock(profile.filePath(QStringLiteral("window.lock")));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("999999999\nnixflex-numbers\nhost-that-is-gone\n");
    lock.close();
    const SingleInstance instance(profile.path());
    // Another computer's lock on a shared folder is respected; ours is not stale by age. Either way nothing
    // hangs.
    QVERIFY(instance.isFirst() || !instance.activateFirst());
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
