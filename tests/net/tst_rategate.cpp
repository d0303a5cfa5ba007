#include "net/rategate.h"
#include "support/fakeclock.h"

#include <QTest>

#include <deque>
#include <optional>

using namespace std::chrono_literals;

namespace numbers::net {

/// Its timers go off 5 % early, as Qt's coarse ones may.
class EarlyClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override { return m_clock.utcNow(); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_clock.monotonic(); }
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> callback) override
    {
        m_clock.callAfter(delay - delay / 20, context, std::move(callback));
    }
    void advance(std::chrono::milliseconds time) { m_clock.advance(time); }

private:
    test::FakeClock m_clock;
};

class RateGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsSixOfOneHostThrough();
    void countsHostsAcrossLanes();
    void servesPeopleBeforeBackgroundWork();
    void keepsTheOrderOfEqualRequests();
    void pausesTheWholeLaneAndNoOther();
    void stopsWritesButNotReadsWhenTheirBudgetIsUsedUp();
    void countsWhatIsUnderWayAgainstTheBudget();
    void ignoresOvertakenAnswers();
    void survivesClocksThatAreWrong_data();
    void survivesClocksThatAreWrong();
    void trustsTheServersOwnTime();
    void doesNotHangWhenTheClockJumps();
    void doesNotHangWhenATimerIsEarly();
    void forgetsCancelledRequests();
    void givesFalseToAllWhenItCloses();
    void setsOneTimerForManyWaiters();

private:
    struct Waiting
    {
        std::optional<bool> isGranted;
        QObject context;
    };

    Waiting &enter(RateGate &gate, bool isWrite = false, Priority priority = Priority::Interactive,
                   const QString &lane = QStringLiteral("lane"), const QString &host = QStringLiteral("host"),
                   CancelToken cancel = {})
    {
        Waiting &waiting = m_waiting.emplace_back();
        QCoro::connect(gate.enter(lane, host, isWrite, priority, std::move(cancel)), &waiting.context,
                       [this, &waiting](bool isGranted) {
                           waiting.isGranted = isGranted;
                           if (isGranted) {
                               m_order.append(&waiting);
                           }
                       });
        return waiting;
    }
    [[nodiscard]] int grantedCount() const { return static_cast<int>(m_order.size()); }

    static HttpResponse budget(int limit, int remaining, const QDateTime &reset, const QByteArray &date = {})
    {
        HttpResponse response;
        response.status = 200;
        response.headers = {{"X-RateLimit-Limit", QByteArray::number(limit)},
                            {"X-RateLimit-Remaining", QByteArray::number(remaining)},
                            {"X-RateLimit-Reset", QByteArray::number(reset.toSecsSinceEpoch())}};
        if (!date.isEmpty()) {
            response.headers.emplaceBack("Date", date);
        }
        return response;
    }

    static void settle()
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::processEvents();
        }
    }

    std::deque<Waiting> m_waiting;
    QList<Waiting *> m_order;
    const QString m_lane = QStringLiteral("lane");
    const QString m_host = QStringLiteral("host");

private Q_SLOTS:
    void init()
    {
        m_order.clear();
        m_waiting.clear();
    }
};

void RateGateTest::letsSixOfOneHostThrough()
{
    test::FakeClock clock;
    RateGate gate(clock);
    for (int i = 0; i < 10; ++i) {
        enter(gate);
    }
    settle();
    QCOMPARE(grantedCount(), 6);
    QCOMPARE(gate.status(m_lane).inFlight, 6);
    QCOMPARE(gate.status(m_lane).waiting, 4);
    gate.leave(m_lane, m_host);
    settle();
    QCOMPARE(grantedCount(), 7);
    gate.close();
    settle();
}

void RateGateTest::countsHostsAcrossLanes()
{
    test::FakeClock clock;
    RateGate gate(clock);
    for (int i = 0; i < 4; ++i) {
        enter(gate, false, Priority::Interactive, QStringLiteral("one"));
        enter(gate, false, Priority::Interactive, QStringLiteral("two"));
    }
    enter(gate, false, Priority::Interactive, QStringLiteral("one"), QStringLiteral("other host"));
    settle();
    QCOMPARE(grantedCount(), 7);
    // Two of lane "two" wait; a place that lane "one" gives back is theirs.
    gate.leave(QStringLiteral("one"), m_host);
    settle();
    QCOMPARE(grantedCount(), 8);
    gate.close();
    settle();
}

void RateGateTest::servesPeopleBeforeBackgroundWork()
{
    test::FakeClock clock;
    RateGate gate(clock);
    for (int i = 0; i < 6; ++i) {
        enter(gate);
    }
    settle();
    Waiting &first = enter(gate, false, Priority::Background);
    Waiting &second = enter(gate, false, Priority::Background);
    Waiting &person = enter(gate);
    Waiting &otherPerson = enter(gate);
    for (int i = 0; i < 4; ++i) {
        gate.leave(m_lane, m_host);
        settle();
    }
    QCOMPARE(m_order.mid(6), (QList<Waiting *>{&person, &otherPerson, &first, &second}));
    gate.close();
}

void RateGateTest::keepsTheOrderOfEqualRequests()
{
    test::FakeClock clock;
    RateGate gate(clock);
    QList<Waiting *> wanted;
    for (int i = 0; i < 20; ++i) {
        wanted << &enter(gate);
    }
    settle();
    for (int i = 0; i < 14; ++i) {
        gate.leave(m_lane, m_host);
        settle();
    }
    QCOMPARE(m_order, wanted);
}

void RateGateTest::pausesTheWholeLaneAndNoOther()
{
    test::FakeClock clock;
    RateGate gate(clock);
    enter(gate);
    settle();
    gate.pause(m_lane, 30s);
    enter(gate);
    enter(gate, true);
    enter(gate, true, Priority::Interactive, QStringLiteral("other"));
    settle();
    QCOMPARE(grantedCount(), 2);
    QVERIFY(gate.status(m_lane).isPaused);
    QVERIFY(!gate.status(QStringLiteral("other")).isPaused);
    clock.advance(29s);
    settle();
    QCOMPARE(grantedCount(), 2);
    clock.advance(2s);
    settle();
    QCOMPARE(grantedCount(), 4);
    QVERIFY(!gate.status(m_lane).isPaused);
}

void RateGateTest::stopsWritesButNotReadsWhenTheirBudgetIsUsedUp()
{
    test::FakeClock clock;
    RateGate gate(clock);
    enter(gate, true);
    settle();
    gate.noteAnswer(m_lane, true, budget(120, 0, clock.utcNow().addSecs(40)));
    gate.leave(m_lane, m_host);
    enter(gate, true);
    enter(gate, false);
    settle();
    QCOMPARE(grantedCount(), 2);
    QCOMPARE(gate.status(m_lane).limit, 120);
    QCOMPARE(gate.status(m_lane).remaining, 0);
    clock.advance(41s);
    settle();
    QCOMPARE(grantedCount(), 3);
}

void RateGateTest::countsWhatIsUnderWayAgainstTheBudget()
{
    test::FakeClock clock;
    RateGate gate(clock);
    enter(gate, true);
    settle();
    gate.noteAnswer(m_lane, true, budget(120, 2, clock.utcNow().addSecs(40)));
    gate.leave(m_lane, m_host);
    for (int i = 0; i < 5; ++i) {
        enter(gate, true);
    }
    settle();
    QCOMPARE(grantedCount(), 3);
    clock.advance(41s);
    settle();
    QCOMPARE(grantedCount(), 6);
}

void RateGateTest::ignoresOvertakenAnswers()
{
    test::FakeClock clock;
    RateGate gate(clock);
    enter(gate, true);
    settle();
    const QDateTime reset = clock.utcNow().addSecs(40);
    gate.noteAnswer(m_lane, true, budget(120, 3, reset));
    gate.noteAnswer(m_lane, true, budget(120, 90, reset));
    QCOMPARE(gate.status(m_lane).remaining, 3);
    clock.advance(41s);
    gate.noteAnswer(m_lane, true, budget(120, 119, reset.addSecs(60)));
    QCOMPARE(gate.status(m_lane).remaining, 119);
}

void RateGateTest::survivesClocksThatAreWrong_data()
{
    QTest::addColumn<qint64>("resetInSeconds");
    QTest::newRow("past") << qint64(-86'400);
    QTest::newRow("next year") << qint64(366) * 86'400;
    QTest::newRow("beyond all time") << std::numeric_limits<qint64>::max() / 1000 - 2'000'000'000;
}

void RateGateTest::survivesClocksThatAreWrong()
{
    QFETCH(qint64, resetInSeconds);
    test::FakeClock clock;
    RateGate gate(clock);
    enter(gate, true);
    settle();
    HttpResponse response = budget(120, 0, clock.utcNow());
    response.headers[2].second = QByteArray::number(clock.utcNow().toSecsSinceEpoch() + resetInSeconds);
    gate.noteAnswer(m_lane, true, response);
    enter(gate, true);
    clock.advance(91s);
    settle();
    QCOMPARE(grantedCount(), 2);
}

void RateGateTest::trustsTheServersOwnTime()
{
    test::FakeClock clock;
    RateGate gate(clock);
    enter(gate, true);
    settle();
    // Our clock (12:00) is an hour early; the server says that it renews in ten seconds.
    const QDateTime theirs(QDate(2026, 3, 1), QTime(13, 0), Qt::UTC);
    gate.noteAnswer(m_lane, true, budget(120, 0, theirs.addSecs(10), "Sun, 01 Mar 2026 13:00:00 GMT"));
    enter(gate, true);
    settle();
    QCOMPARE(grantedCount(), 1);
    clock.advance(11s);
    settle();
    QCOMPARE(grantedCount(), 2);
}

void RateGateTest::doesNotHangWhenTheClockJumps()
{
    test::FakeClock clock;
    RateGate gate(clock);
    enter(gate, true);
    settle();
    gate.noteAnswer(m_lane, true, budget(120, 0, clock.utcNow().addSecs(20)));
    gate.pause(m_lane, 10s);
    enter(gate, true);
    clock.setUtcNow(clock.utcNow().addYears(-10));
    clock.advance(21s);
    settle();
    QCOMPARE(grantedCount(), 2);
}

void RateGateTest::forgetsCancelledRequests()
{
    test::FakeClock clock;
    RateGate gate(clock);
    for (int i = 0; i < 6; ++i) {
        enter(gate);
    }
    const CancelSource source;
    Waiting &cancelled = enter(gate, false, Priority::Interactive, m_lane, m_host, source.token());
    Waiting &next = enter(gate);
    settle();
    source.cancel();
    settle();
    QVERIFY(cancelled.isGranted == false);
    QCOMPARE(gate.status(m_lane).waiting, 1);
    gate.leave(m_lane, m_host);
    settle();
    QVERIFY(next.isGranted == true);
}

void RateGateTest::givesFalseToAllWhenItCloses()
{
    test::FakeClock clock;
    RateGate gate(clock);
    gate.pause(m_lane, 1s);
    for (int i = 0; i < 6; ++i) {
        enter(gate);
    }
    gate.leave(QStringLiteral("unknown lane"), QStringLiteral("unknown host"));
    QList<Waiting *> late;
    for (int i = 0; i < 3; ++i) {
        late << &enter(gate);
    }
    gate.close();
    Waiting &after = enter(gate);
    settle();
    QVERIFY(after.isGranted == false);
    for (const Waiting *waiting : std::as_const(late)) {
        QVERIFY(waiting->isGranted == false);
    }
}

void RateGateTest::doesNotHangWhenATimerIsEarly()
{
    EarlyClock clock;
    RateGate gate(clock);
    enter(gate);
    settle();
    gate.pause(m_lane, 60s);
    const Waiting &waiting = enter(gate);
    clock.advance(58s); // The timer has gone off, too early.
    settle();
    QVERIFY(!waiting.isGranted);
    clock.advance(3s);
    settle();
    QVERIFY(waiting.isGranted.value_or(false));
}

void RateGateTest::setsOneTimerForManyWaiters()
{
    test::FakeClock clock;
    RateGate gate(clock);
    enter(gate);
    settle();
    gate.pause(m_lane, 30s);
    for (int i = 0; i < 200; ++i) {
        enter(gate);
    }
    settle();
    QCOMPARE_LE(clock.pendingCount(), 2);
    gate.close();
    settle();
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::RateGateTest)
#include "tst_rategate.moc"
