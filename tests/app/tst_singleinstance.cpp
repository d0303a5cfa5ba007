#include "app/singleinstance.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace numbers::app;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsTheFirstToTheFront();
    void waitsForAFirstThatIsStarting();
    void keepsProfilesApart();
    void takesOverAfterTheFirstHasGone();
    void isNotHeldUpByACrashedOne();
};

void TestSingleInstance::bringsTheFirstToTheFront()
{
    const QTemporaryDir profile;
    SingleInstance first(profile.path());
    QVERIFY(first.isFirst());
    first.listen();
    QSignalSpy activated(&first, &SingleInstance::activationRequested);
    const SingleInstance second(profile.path());
    QVERIFY(!second.isFirst());
    QVERIFY(second.activateFirst());
    QTRY_COMPARE(activated.count(), 1);
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
