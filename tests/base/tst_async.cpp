#include "base/canceltoken.h"
#include "base/clock.h"
#include "base/completion.h"
#include "support/fakeclock.h"
#include "support/runtask.h"

#include <QTest>

#include <optional>
#include <thread>

using namespace std::chrono_literals;
using namespace numbers;

namespace {

QCoro::Task<int> valueOf(Completion<int> completion)
{
    co_return co_await completion.awaiter();
}

} // namespace

class TestAsync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenWithoutSourceIsNeverCancelled();
    void cancelCallsOnce();
    void cancelledTokenCallsFromTheEventLoop();
    void cancelSparesContextsThatAreGone();
    void sourceMayGoWhileItCancels();
    void firstCompletionWins();
    void completionResumesInTheAwaitingThread();
    void completionIsNeverResumedInsideComplete();
    void sleepEndsInTimeOrWhenCancelled();
};

void TestAsync::tokenWithoutSourceIsNeverCancelled()
{
    const CancelToken token;
    QVERIFY(!token.isCancelled());
    QVERIFY(!token.onCancelled(this, [] { QFAIL("called"); }));
}

void TestAsync::cancelCallsOnce()
{
    const CancelSource source;
    int calls = 0;
    QObject context;
    QVERIFY(source.token().onCancelled(&context, [&calls] { ++calls; }));
    source.cancel();
    source.cancel();
    QCOMPARE(calls, 1);
    QVERIFY(source.isCancelled());
    QVERIFY(source.token().isCancelled());
}

void TestAsync::cancelledTokenCallsFromTheEventLoop()
{
    const CancelSource source;
    source.cancel();
    int calls = 0;
    QObject context;
    QVERIFY(!source.token().onCancelled(&context, [&calls] { ++calls; }));
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 1);
}

void TestAsync::cancelSparesContextsThatAreGone()
{
    const CancelSource source;
    auto context = std::make_unique<QObject>();
    bool wasCalled = false;
    source.token().onCancelled(context.get(), [&wasCalled] { wasCalled = true; });
    context.reset();
    source.cancel();
    QVERIFY(!wasCalled);
}

void TestAsync::sourceMayGoWhileItCancels()
{
    auto source = std::make_unique<CancelSource>();
    bool wasCalled = false;
    QObject context;
    source->token().onCancelled(&context, [&] {
        wasCalled = true;
        source.reset();
    });
    source->cancel();
    QVERIFY(wasCalled);
}

void TestAsync::firstCompletionWins()
{
    const Completion<int> completion;
    QVERIFY(!completion.isComplete());
    QVERIFY(completion.complete(1));
    QVERIFY(!completion.complete(2));
    QCOMPARE(test::runTask(valueOf(completion)), 1);
}

void TestAsync::completionResumesInTheAwaitingThread()
{
    const Completion<int> completion;
    QThread *resumedIn = nullptr;
    QObject context;
    QCoro::connect(valueOf(completion), &context,
                   [&resumedIn](int) { resumedIn = QThread::currentThread(); });
    std::thread other([completion] { completion.complete(3); });
    other.join();
    QTRY_COMPARE(resumedIn, QThread::currentThread());
}

void TestAsync::completionIsNeverResumedInsideComplete()
{
    const Completion<int> completion;
    bool isDone = false;
    QObject context;
    QCoro::connect(valueOf(completion), &context, [&isDone](int) { isDone = true; });
    completion.complete(4);
    QVERIFY(!isDone);
    QTRY_VERIFY(isDone);
}

void TestAsync::sleepEndsInTimeOrWhenCancelled()
{
    test::FakeClock clock;
    const CancelSource source;
    std::optional<bool> slept;
    std::optional<bool> wasCancelled;
    QObject context;
    QCoro::connect(clock.sleep(5s, {}), &context, [&slept](bool value) { slept = value; });
    QCoro::connect(clock.sleep(5s, source.token()), &context,
                   [&wasCancelled](bool value) { wasCancelled = value; });
    source.cancel();
    QTRY_COMPARE(wasCancelled, std::optional(false));
    QVERIFY(!slept.has_value());
    clock.advance(5s);
    QTRY_COMPARE(slept, std::optional(true));
    QVERIFY(!test::runTask(clock.sleep(5s, source.token())));
}

QTEST_GUILESS_MAIN(TestAsync)
#include "tst_async.moc"
