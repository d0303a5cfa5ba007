#include "operations/operationsfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using operations::OperationOutcome;
using operations::ProfileChange;
using store::OperationRecord;
using test::codesOf;
using test::OperationsFixture;
using test::runTask;

Q_DECLARE_METATYPE(numbers::simulator::Fault)

namespace {

const QString former = u"We sell bread."_s;
const QString wanted = u"We sell bread and cake.\nClosed on Mondays."_s;

/// A number at Nixflex with the former profile, also in the ledger.
PhoneNumber setUp(OperationsFixture &fixture)
{
    const auto e164 = fixture.simulator->nixflexNumbers().constFirst().phoneNumber;
    fixture.simulator->changeNixflexNumber(e164,
                                           [](simulator::NixflexNumber &row) { row.customPrompt = former; });
    const auto number = *PhoneNumber::fromE164(e164);
    const auto found = runTask(fixture.nixflex->lookUpNumber(number, {}));
    if (!found || !found->number ||
        !runTask(fixture.ledger->saveSyncPage(fixture.nixflex->key().keyId(), u"sync"_s, {*found->number}))) {
        qFatal("the number cannot be read");
    }
    fixture.simulator->resetRequests();
    return number;
}

QString atNixflex(const OperationsFixture &fixture, const PhoneNumber &number)
{
    return fixture.simulator->nixflexNumber(number.e164())->customPrompt.value_or(QString());
}

QString inLedger(OperationsFixture &fixture, const PhoneNumber &number)
{
    const auto record = runTask(fixture.ledger->number(fixture.nixflex->key().keyId(), number));
    return record && record->has_value() ? (*record)->customPrompt : u"not in the ledger"_s;
}

int patches(const OperationsFixture &fixture)
{
    return fixture.simulator->countRequests(u"PATCH"_s, {});
}

OperationOutcome change(OperationsFixture &fixture, const PhoneNumber &number, const QString &text,
                        const std::optional<QString> &seen = former)
{
    const ProfileChange wish{number, text, seen};
    return runTask(fixture.importer->changeProfile(wish, {}));
}

simulator::Fault patchFault(const std::function<void(simulator::Fault &)> &configure)
{
    simulator::Fault fault;
    fault.method = u"PATCH"_s;
    configure(fault);
    return fault;
}

} // namespace

/// The business profile is changed once, read back and recorded: over real sockets, in a real ledger.
class TestProfileChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAndRecords();
    void clears();
    void touchesNothingElse();
    void recordsWhatElseNixflexSays();
    void sendsNothingWhenNothingChanges();
    void sendsNothingOverSomebodyElsesText();
    void refusesBeforeSending();
    void refusalChangesNothing_data();
    void refusalChangesNothing();
    void saysWhenNixflexShowsAnotherText();
    void lostAnswerIsSettled_data();
    void lostAnswerIsSettled();
    void somebodyElsesLaterTextCounts();
    void believesInNothingDoneOnlyWhenItIsLate();
    void staysOpenUntilNixflexCanBeRead();
    void settlesWhatACrashLeft_data();
    void settlesWhatACrashLeft();
    void aSyncThatBeganEarlierKeepsTheNewText();
};

void TestProfileChange::changesAndRecords()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    const auto outcome = change(fixture, number, wanted);
    QVERIFY2(outcome.kind == OperationOutcome::Kind::Succeeded,
             outcome.error ? qPrintable(outcome.error->report()) : "");
    QCOMPARE(codesOf(outcome.warnings), QStringList());
    QCOMPARE(outcome.number->customPrompt, wanted);
    QCOMPARE(atNixflex(fixture, number), wanted);
    QCOMPARE(inLedger(fixture, number), wanted);
    QCOMPARE(patches(fixture), 1);

    const auto operation = fixture.operations().first();
    QCOMPARE(operation.id, outcome.operationId);
    QVERIFY(operation.kind == OperationRecord::Kind::Profile);
    QVERIFY(operation.phase == OperationRecord::Phase::Finished);
    QVERIFY(operation.outcome == OperationRecord::Outcome::Succeeded);
    QCOMPARE(operation.customPrompt, wanted);
    QCOMPARE(operation.formerCustomPrompt, former);
    QVERIFY(!operation.requestId.isEmpty());
    QStringList steps;
    const auto written = runTask(fixture.ledger->steps(operation.id));
    for (const auto &step : *written) {
        steps << step.name;
    }
    QCOMPARE(steps, (QStringList{u"patch"_s, u"answered"_s, u"record"_s}));
}

void TestProfileChange::clears()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    QVERIFY(change(fixture, number, {}).kind == OperationOutcome::Kind::Succeeded);
    QVERIFY(!fixture.simulator->nixflexNumber(number.e164())->customPrompt.has_value());
    QCOMPARE(inLedger(fixture, number), QString());
}

void TestProfileChange::touchesNothingElse()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    const auto keyId = fixture.nixflex->key().keyId();
    auto before = **runTask(fixture.ledger->number(keyId, number));
    before.customer = u"Baker"_s;
    before.health = store::Health::NeedsAttention;
    before.healthDetail = u"trunk_still_set"_s;
    before.baseline = WebhookConfiguration();
    before.baseline->voiceUrl = u"https://api.nixflex.com/voice"_s;
    QVERIFY(runTask(fixture.ledger->saveNumber(before)));
    QVERIFY(change(fixture, number, wanted).kind == OperationOutcome::Kind::Succeeded);
    const auto after = **runTask(fixture.ledger->number(keyId, number));
    QCOMPARE(after.customPrompt, wanted);
    QCOMPARE(after.customer, before.customer);
    QVERIFY(after.health == before.health);
    QCOMPARE(after.healthDetail, before.healthDetail);
    QVERIFY(after.baseline == before.baseline);
    QVERIFY(after.importedAt == before.importedAt);
    QCOMPARE(fixture.posts(), 0); // Twilio is not asked for anything.
}

void TestProfileChange::recordsWhatElseNixflexSays()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    const auto settings = [&fixture, &number] {
        return (*runTask(fixture.ledger->number(fixture.nixflex->key().keyId(), number)))->settings;
    };
    fixture.simulator->changeNixflexNumber(number.e164(),
                                           [](simulator::NixflexNumber &row) { row.voiceId = u"Otto"_s; });
    QVERIFY(settings().value(u"voice_id"_s) != u"Otto"_s);
    QVERIFY(change(fixture, number, wanted).kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(settings().value(u"voice_id"_s).toString(), u"Otto"_s);
    // The documented list has no such fields, which says nothing about them.
    const auto fault = [&number](const QString &text) {
        simulator::Fault documented;
        documented.method = u"GET"_s;
        documented.path = u"/v1/phone-numbers"_s;
        documented.rawBody =
            uR"({"phone_numbers":[{"phone_number":"%1","custom_prompt":"%2"}]})"_s.arg(number.e164(), text)
                .toUtf8();
        documented.times = 0;
        return documented;
    };
    fixture.simulator->armFault(fault(u"before"_s));
    const auto outcome = change(fixture, number, u"after"_s, {});
    QVERIFY(outcome.kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(inLedger(fixture, number), u"before"_s); // as it is shown
    QCOMPARE(settings().value(u"voice_id"_s).toString(), u"Otto"_s);
}

void TestProfileChange::sendsNothingWhenNothingChanges()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    const auto outcome = change(fixture, number, former);
    QVERIFY(outcome.kind == OperationOutcome::Kind::Succeeded);
    QVERIFY(outcome.operationId.isEmpty());
    QCOMPARE(patches(fixture), 0);
    QCOMPARE(fixture.operations().size(), 0);
}

void TestProfileChange::sendsNothingOverSomebodyElsesText()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    fixture.simulator->changeNixflexNumber(
        number.e164(), [](simulator::NixflexNumber &row) { row.customPrompt = u"Theirs"_s; });
    auto outcome = change(fixture, number, wanted);
    QVERIFY(outcome.kind == OperationOutcome::Kind::NotSent);
    QCOMPARE(outcome.error->providerCode, u"profile_changed_meanwhile"_s);
    QCOMPARE(outcome.number->customPrompt, u"Theirs"_s);
    QCOMPARE(patches(fixture), 0);
    QCOMPARE(atNixflex(fixture, number), u"Theirs"_s);
    outcome = change(fixture, number, wanted, {}); // Whatever is there.
    QVERIFY(outcome.kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(atNixflex(fixture, number), wanted);
}

void TestProfileChange::refusesBeforeSending()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    auto outcome = change(fixture, number, QString(nixflex::longestCustomPrompt + 1, u'x'));
    QVERIFY(outcome.kind == OperationOutcome::Kind::NotSent);
    QCOMPARE(outcome.error->providerCode, u"custom_prompt_too_long"_s);
    outcome = change(fixture, *PhoneNumber::fromE164(fixture.simulator->freeNumber()), wanted);
    QVERIFY(outcome.kind == OperationOutcome::Kind::NotSent);
    QCOMPARE(outcome.error->providerCode, u"number_not_found"_s);
    // Another operation on the number that has not ended.
    OperationRecord other;
    other.id = u"11111111-2222-3333-4444-555555555555"_s;
    other.kind = OperationRecord::Kind::Remove;
    other.keyId = fixture.nixflex->key().keyId();
    other.phoneNumber = number;
    other.startedAt = fixture.clock.utcNow();
    QVERIFY(runTask(fixture.ledger->beginOperation(other, {})));
    outcome = change(fixture, number, wanted);
    QVERIFY(outcome.kind == OperationOutcome::Kind::NotSent);
    QCOMPARE(outcome.error->providerCode, u"operation_under_way"_s);
    QCOMPARE(patches(fixture), 0);
    QCOMPARE(fixture.operations().size(), 1);
    QCOMPARE(atNixflex(fixture, number), former);
}

void TestProfileChange::refusalChangesNothing_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 402, 403, 404, 409, 422}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestProfileChange::refusalChangesNothing()
{
    QFETCH(int, status);
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    fixture.simulator->armFault(patchFault([status](auto &fault) { fault.status = status; }));
    const auto outcome = change(fixture, number, wanted);
    QVERIFY(outcome.kind == OperationOutcome::Kind::Refused);
    QCOMPARE(outcome.error->httpStatus, status);
    QVERIFY(fixture.operations().first().outcome == OperationRecord::Outcome::Refused);
    QCOMPARE(patches(fixture), 1);
    QCOMPARE(atNixflex(fixture, number), former);
    QCOMPARE(inLedger(fixture, number), former);
    // And it works the next time.
    QVERIFY(change(fixture, number, wanted).kind == OperationOutcome::Kind::Succeeded);
}

void TestProfileChange::saysWhenNixflexShowsAnotherText()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    // Somebody else writes between our answer and our look.
    fixture.simulator->armFault(
        patchFault([](auto &fault) { fault.delayAnswer = std::chrono::milliseconds(300); }));
    auto task = fixture.importer->changeProfile(ProfileChange{number, wanted, former}, {});
    std::optional<OperationOutcome> outcome;
    QCoro::connect(std::move(task), this, [&outcome](const OperationOutcome &ended) { outcome = ended; });
    QTRY_COMPARE(atNixflex(fixture, number), wanted);
    fixture.simulator->changeNixflexNumber(
        number.e164(), [](simulator::NixflexNumber &row) { row.customPrompt = u"Theirs"_s; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(outcome->kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(codesOf(outcome->warnings), QStringList{u"profile_differs"_s});
    QCOMPARE(inLedger(fixture, number), u"Theirs"_s);
}

void TestProfileChange::lostAnswerIsSettled_data()
{
    QTest::addColumn<simulator::Fault>("fault");
    QTest::addColumn<bool>("isExecuted");
    for (const auto &lost : test::lostAnswers(patchFault([](simulator::Fault &) {}))) {
        QTest::newRow(lost.name) << lost.fault << lost.isExecuted;
    }
}

void TestProfileChange::lostAnswerIsSettled()
{
    QFETCH(simulator::Fault, fault);
    QFETCH(bool, isExecuted);
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    fixture.simulator->armFault(fault);
    const auto outcome = change(fixture, number, wanted);
    QVERIFY(outcome.kind ==
            (isExecuted ? OperationOutcome::Kind::Succeeded : OperationOutcome::Kind::NotExecuted));
    QCOMPARE(patches(fixture), 1);
    QCOMPARE(atNixflex(fixture, number), isExecuted ? wanted : former);
    QCOMPARE(inLedger(fixture, number), isExecuted ? wanted : former);
    const auto operation = fixture.operations().first();
    QVERIFY(operation.phase == OperationRecord::Phase::Finished);
    QCOMPARE(operation.note, u"settled"_s);
    QVERIFY(isExecuted == !outcome.error.has_value());
}

void TestProfileChange::somebodyElsesLaterTextCounts()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    fixture.simulator->armFault(
        patchFault([](auto &fault) { fault.drop = simulator::Drop::BeforeExecuting; }));
    auto task = fixture.importer->changeProfile(ProfileChange{number, wanted, former}, {});
    std::optional<OperationOutcome> outcome;
    QCoro::connect(std::move(task), this, [&outcome](const OperationOutcome &ended) { outcome = ended; });
    QTRY_COMPARE(patches(fixture), 1);
    fixture.simulator->changeNixflexNumber(
        number.e164(), [](simulator::NixflexNumber &row) { row.customPrompt = u"Theirs"_s; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(outcome->kind == OperationOutcome::Kind::Refused);
    QCOMPARE(outcome->error->providerCode, u"profile_changed_meanwhile"_s);
    QCOMPARE(atNixflex(fixture, number), u"Theirs"_s);
    QCOMPARE(patches(fixture), 1);
}

void TestProfileChange::believesInNothingDoneOnlyWhenItIsLate()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    fixture.simulator->armFault(
        patchFault([](auto &fault) { fault.drop = simulator::Drop::BeforeExecuting; }));
    auto task = fixture.importer->changeProfile(ProfileChange{number, wanted, former}, {});
    std::optional<OperationOutcome> outcome;
    QCoro::connect(std::move(task), this, [&outcome](const OperationOutcome &ended) { outcome = ended; });
    QTRY_VERIFY(fixture.simulator->countRequests(u"GET"_s, u"/v1/phone-numbers"_s) >= 3);
    // The request was under way all the time.
    QVERIFY(!outcome.has_value());
    fixture.simulator->changeNixflexNumber(number.e164(),
                                           [](simulator::NixflexNumber &row) { row.customPrompt = wanted; });
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(outcome->kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(inLedger(fixture, number), wanted);
}

void TestProfileChange::staysOpenUntilNixflexCanBeRead()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    fixture.simulator->armFault(
        patchFault([](auto &fault) { fault.drop = simulator::Drop::AfterExecuting; }));
    simulator::Fault unreadable;
    unreadable.method = u"GET"_s;
    unreadable.path = u"/v1/phone-numbers"_s;
    unreadable.nth = 2; // The first look comes before the change.
    unreadable.times = 0;
    unreadable.status = 403;
    fixture.simulator->armFault(unreadable);
    const auto outcome = change(fixture, number, wanted);
    QVERIFY(outcome.kind == OperationOutcome::Kind::Unknown);
    QVERIFY(fixture.operations().first().phase != OperationRecord::Phase::Finished);
    QCOMPARE(inLedger(fixture, number), former);
    fixture.simulator->clearFaults();
    // The next change of it settles it first.
    const auto next = change(fixture, number, u"Third"_s, wanted);
    QVERIFY2(next.kind == OperationOutcome::Kind::Succeeded,
             next.error ? qPrintable(next.error->report()) : "");
    const auto operations = fixture.operations();
    QCOMPARE(operations.size(), 2);
    for (const auto &operation : operations) {
        QVERIFY(operation.outcome == OperationRecord::Outcome::Succeeded);
    }
    QCOMPARE(patches(fixture), 2);
}

void TestProfileChange::settlesWhatACrashLeft_data()
{
    QTest::addColumn<QString>("atNixflexNow");
    QTest::addColumn<int>("outcome");
    QTest::newRow("it had arrived") << wanted << static_cast<int>(OperationRecord::Outcome::Succeeded);
    QTest::newRow("it had not left") << former << static_cast<int>(OperationRecord::Outcome::NotExecuted);
    QTest::newRow("somebody else wrote") << u"x"_s << static_cast<int>(OperationRecord::Outcome::Refused);
}

void TestProfileChange::settlesWhatACrashLeft()
{
    QFETCH(QString, atNixflexNow);
    QFETCH(int, outcome);
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    // The ledger as a program leaves it that is killed while its request is on the way.
    OperationRecord operation;
    operation.id = u"11111111-2222-3333-4444-555555555555"_s;
    operation.kind = OperationRecord::Kind::Profile;
    operation.keyId = fixture.nixflex->key().keyId();
    operation.phoneNumber = number;
    operation.customPrompt = wanted;
    operation.formerCustomPrompt = former;
    operation.startedAt = fixture.clock.utcNow();
    QVERIFY(runTask(fixture.ledger->beginOperation(operation, {})));
    QVERIFY(runTask(fixture.ledger->markSending(operation)));
    fixture.simulator->changeNixflexNumber(
        number.e164(), [&](simulator::NixflexNumber &row) { row.customPrompt = atNixflexNow; });
    fixture.restart();
    const auto settled = runTask(fixture.importer->settleUnfinished({}, {}, {}));
    QVERIFY(settled && settled->size() == 1);
    QVERIFY(settled->first().phase == OperationRecord::Phase::Finished);
    QCOMPARE(static_cast<int>(settled->first().outcome), outcome);
    QCOMPARE(settled->first().note, u"settled_after_restart"_s);
    QCOMPARE(inLedger(fixture, number), atNixflexNow == wanted ? wanted : former);
    QCOMPARE(patches(fixture), 0);
}

void TestProfileChange::aSyncThatBeganEarlierKeepsTheNewText()
{
    OperationsFixture fixture;
    const auto number = setUp(fixture);
    const auto keyId = fixture.nixflex->key().keyId();
    const auto old = runTask(fixture.nixflex->lookUpNumber(number, {}));
    QVERIFY(runTask(fixture.ledger->saveSyncPage(keyId, u"second"_s, {})));
    QVERIFY(change(fixture, number, wanted).kind == OperationOutcome::Kind::Succeeded);
    QVERIFY(runTask(fixture.ledger->saveSyncPage(keyId, u"second"_s, {*old->number})));
    QCOMPARE(inLedger(fixture, number), wanted);
}

QTEST_GUILESS_MAIN(TestProfileChange)
#include "tst_profilechange.moc"
