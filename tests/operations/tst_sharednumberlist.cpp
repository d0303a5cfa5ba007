#include "operations/changeoverscene.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace numbers;
using test::OperationsFixture;
using test::runTask;

namespace {

int listReadings(const OperationsFixture &fixture)
{
    return fixture.simulator->countRequests(u"GET"_s, u"^/v1/phone-numbers"_s);
}

using Presence = Result<nixflex::NumberPresence>;

QCoro::Task<Presence> lookUp(OperationsFixture &fixture, const PhoneNumber &number,
                             const CancelToken &cancel = {})
{
    return fixture.parts->numberList.lookUp(fixture.services(), number, cancel);
}

} // namespace

class TestSharedNumberList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsOnceForAllWhoWait();
    void showsWhatWasExecutedBeforeItWasAsked();
    void waitsBetweenTwoReadings();
    void oneCancelLeavesTheOthersWaiting();
    void tellsEverybodyWhyNothingCouldBeRead();
};

void TestSharedNumberList::readsOnceForAllWhoWait()
{
    OperationsFixture fixture;
    const auto listed = fixture.simulator->nixflexNumbers();
    const auto free = *PhoneNumber::fromE164(fixture.simulator->freeNumber());
    fixture.simulator->resetRequests();
    // The first is served at once; the others come while it is in the air, and share the next reading.
    std::vector<QCoro::Task<Presence>> tasks;
    for (int i = 0; i < 12; ++i) {
        const auto number = *PhoneNumber::fromE164(listed.at(i % 4).phoneNumber);
        tasks.push_back(lookUp(fixture, number));
    }
    tasks.push_back(lookUp(fixture, free));
    for (std::size_t i = 0; i < 12; ++i) {
        const auto presence = runTask(std::move(tasks[i]));
        QVERIFY(presence && presence->number);
        QCOMPARE(presence->number->phoneNumber.e164(), listed.at(static_cast<int>(i) % 4).phoneNumber);
    }
    const auto absent = runTask(std::move(tasks.back()));
    QVERIFY(absent && !absent->number && absent->isAbsenceProven);
    QCOMPARE(listReadings(fixture), 2);
}

void TestSharedNumberList::showsWhatWasExecutedBeforeItWasAsked()
{
    OperationsFixture fixture;
    const auto number = *PhoneNumber::fromE164(fixture.simulator->nixflexNumbers().constFirst().phoneNumber);
    simulator::Fault slow;
    slow.method = u"GET"_s;
    slow.path = u"^/v1/phone-numbers"_s;
    slow.delay = 300ms;
    fixture.simulator->armFault(slow);
    auto before = lookUp(fixture, number);
    QTRY_COMPARE(listReadings(fixture), 1);
    // Executed while a reading is in the air, which may have seen it or not: it counts for nobody who asks
    // now.
    QVERIFY(runTask(fixture.nixflex->deleteNumber(number, "key", {})));
    const auto after = runTask(lookUp(fixture, number));
    QVERIFY(after && !after->number && after->isAbsenceProven);
    QVERIFY(runTask(std::move(before)));
    QCOMPARE(listReadings(fixture), 2);
}

void TestSharedNumberList::waitsBetweenTwoReadings()
{
    OperationsFixture fixture;
    fixture.settle.listInterval = 400ms;
    const auto number = *PhoneNumber::fromE164(fixture.simulator->freeNumber());
    const auto start = fixture.clock.monotonic();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(runTask(lookUp(fixture, number)));
    }
    QVERIFY(fixture.clock.monotonic() - start >= 700ms); // Timers may be early by a twentieth.
    QCOMPARE(listReadings(fixture), 3);
}

void TestSharedNumberList::oneCancelLeavesTheOthersWaiting()
{
    OperationsFixture fixture;
    fixture.settle.listInterval = 300ms;
    const auto number = *PhoneNumber::fromE164(fixture.simulator->freeNumber());
    QVERIFY(runTask(lookUp(fixture, number)));
    const CancelSource cancel;
    auto cancelled = lookUp(fixture, number, cancel.token());
    auto other = lookUp(fixture, number);
    cancel.cancel();
    QVERIFY(runTask(std::move(cancelled)).error().kind == Error::Kind::Cancelled);
    QVERIFY(runTask(std::move(other)));
}

void TestSharedNumberList::tellsEverybodyWhyNothingCouldBeRead()
{
    OperationsFixture fixture;
    simulator::Fault refused;
    refused.path = u"^/v1/phone-numbers"_s;
    refused.status = 403;
    refused.times = 0;
    fixture.simulator->armFault(refused);
    const auto listed = fixture.simulator->nixflexNumbers();
    std::vector<QCoro::Task<Presence>> tasks;
    for (int i = 0; i < 3; ++i) {
        tasks.push_back(lookUp(fixture, *PhoneNumber::fromE164(listed.at(i).phoneNumber)));
    }
    for (auto &task : tasks) {
        QVERIFY(runTask(std::move(task)).error().kind == Error::Kind::Forbidden);
    }
    fixture.simulator->clearFaults();
    QVERIFY(runTask(lookUp(fixture, *PhoneNumber::fromE164(listed.constFirst().phoneNumber))));
}

QTEST_GUILESS_MAIN(TestSharedNumberList)
#include "tst_sharednumberlist.moc"
