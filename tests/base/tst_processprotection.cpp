#include "base/processprotection.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

class TestProcessProtection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNoCoreDump_data();
    void leavesNoCoreDump();
    void cannotBeReadByOtherPrograms();
};

void TestProcessProtection::leavesNoCoreDump_data()
{
    QTest::addColumn<bool>("isProtected");
    QTest::newRow("as this test can see") << false;
    QTest::newRow("protected") << true;
}

void TestProcessProtection::leavesNoCoreDump()
{
#ifdef Q_OS_UNIX
    QFETCH(bool, isProtected);
    const QTemporaryDir directory;
    const QByteArray folder = QFile::encodeName(directory.path());
    const pid_t child = fork();
    if (child == 0) {
        // Where there is room, and as much as it wants.
        rlimit limit{};
        getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max;
        if (chdir(folder.constData()) != 0 || setrlimit(RLIMIT_CORE, &limit) != 0) {
            _exit(1);
        }
        if (isProtected) {
            numbers::protectMemory();
        }
        std::signal(SIGSEGV, SIG_DFL);
        std::raise(SIGSEGV);
        _exit(1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    if (!isProtected && !WCOREDUMP(status)) {
        QSKIP("this system makes no core dumps");
    }
    QCOMPARE(bool(WCOREDUMP(status)), !isProtected);
#else
    QSKIP("core dumps are a thing of Unix");
#endif
}

void TestProcessProtection::cannotBeReadByOtherPrograms()
{
#ifdef Q_OS_LINUX
    numbers::protectMemory();
    QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t(0));
#else
    QSKIP("asks Linux");
#endif
}

QTEST_GUILESS_MAIN(TestProcessProtection)
#include "tst_processprotection.moc"
