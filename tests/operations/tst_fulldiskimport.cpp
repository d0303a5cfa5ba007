#include "operations/operationsfixture.h"
#include "store/database.h"
#include "support/smalldisk.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace numbers;
using operations::ImportStep;
using operations::OperationOutcome;
using store::OperationRecord;
using test::codesOf;
using test::OperationsFixture;
using test::runTask;
using test::SmallDisk;

namespace {

/// When the disk fills up or turns read-only.
enum class Moment { WhileSending, WhileReadingBack, WhileSettling };
enum class Trouble { Full, ReadOnly };

} // namespace

Q_DECLARE_METATYPE(Moment)
Q_DECLARE_METATYPE(Trouble)
Q_DECLARE_METATYPE(numbers::simulator::Fault)

/// An import on a disk that fills up or turns read-only on the way: nothing is sent that could not be
/// recorded, and what was sent is told and completed once it can be written again.
class TestFullDiskImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsNothingThatCannotBeRecorded();
    void importsOnceWhereverTheDiskIsFull();
    void tellsAndCompletesWhatWasSent_data();
    void tellsAndCompletesWhatWasSent();
    void removesNothingThatCannotBeRecorded();
    void completesARemoval();

private:
    void begin(Trouble trouble) { trouble == Trouble::Full ? m_disk->fill() : m_disk->turnReadOnly(true); }
    void end(Trouble trouble) { trouble == Trouble::Full ? m_disk->empty() : m_disk->turnReadOnly(false); }
    [[nodiscard]] OperationOutcome importInTrouble(const operations::ImportPlan &plan, Moment moment,
                                                   Trouble trouble);
    [[nodiscard]] QList<OperationRecord> settleAfterRestart();
    [[nodiscard]] QString integrity() const;
    [[nodiscard]] static bool isDiskFull(const OperationOutcome &outcome)
    {
        return outcome.error && outcome.error->kind == Error::Kind::Storage &&
               outcome.error->userText.contains(u"disk is full"_s);
    }

    std::unique_ptr<SmallDisk> m_disk;
    std::unique_ptr<OperationsFixture> m_fixture;
};

void TestFullDiskImport::init()
{
    if (!test::whyNoOwnMounts().isEmpty()) {
        QSKIP(qPrintable(test::whyNoOwnMounts()));
    }
    m_disk = std::make_unique<SmallDisk>(1'048'576);
    m_fixture = std::make_unique<OperationsFixture>(simulator::SimulatorOptions(), m_disk->path());
}

void TestFullDiskImport::cleanup()
{
    m_fixture.reset();
    m_disk.reset();
}

OperationOutcome TestFullDiskImport::importInTrouble(const operations::ImportPlan &plan, Moment moment,
                                                     Trouble trouble)
{
    const auto onStep = [=, this](ImportStep step) {
        if ((moment == Moment::WhileSending && step == ImportStep::Send) ||
            (moment == Moment::WhileReadingBack && step == ImportStep::ReadBack) ||
            (moment == Moment::WhileSettling && step == ImportStep::Settle)) {
            begin(trouble);
        }
    };
    return runTask(m_fixture->importer->run(plan, true, onStep, {}));
}

QList<OperationRecord> TestFullDiskImport::settleAfterRestart()
{
    m_disk->empty();
    m_fixture->restart();
    return m_fixture->settleOpen();
}

QString TestFullDiskImport::integrity() const
{
    store::Database database;
    if (const auto opened = database.open(m_fixture->ledgerPath()); !opened) {
        return opened.error().report();
    }
    auto row = database.query(u"PRAGMA integrity_check"_s);
    return row && row->next() ? row->value(0).toString() : u"no answer"_s;
}

void TestFullDiskImport::sendsNothingThatCannotBeRecorded()
{
    const auto plan = m_fixture->examplePlan();
    m_disk->fill();
    const auto outcome = m_fixture->run(plan);
    QCOMPARE(outcome.kind, OperationOutcome::Kind::NotSent);
    QVERIFY2(isDiskFull(outcome), outcome.error ? qPrintable(outcome.error->report()) : "no error");
    QCOMPARE(m_fixture->posts(), 0);
    QVERIFY(!m_fixture->simulator->nixflexNumber(plan.phoneNumber.e164()));
    QVERIFY(m_fixture->operations().isEmpty());
    m_disk->empty();
    QCOMPARE(m_fixture->run(plan).kind, OperationOutcome::Kind::Succeeded); // The same program goes on.
    QCOMPARE(m_fixture->posts(), 1);
}

void TestFullDiskImport::importsOnceWhereverTheDiskIsFull()
{
    // Page by page more space, from too little for the intent to enough for all.
    int withoutIntent = 0;
    int withoutSending = 0;
    int withoutEnd = 0;
    bool isWhole = false;
    for (qint64 pages = 0; pages < 60 && !isWhole; ++pages) {
        cleanup();
        init();
        const auto plan = m_fixture->examplePlan();
        m_disk->fill(pages * 4'096);
        const auto outcome = m_fixture->run(plan);
        const auto left = m_fixture->operations();
        const bool isImported = m_fixture->simulator->nixflexNumber(plan.phoneNumber.e164()).has_value();
        if (isImported) {
            QCOMPARE(m_fixture->posts(), 1);
            QCOMPARE(outcome.kind, OperationOutcome::Kind::Succeeded);
            QCOMPARE(left.size(), 1);
            isWhole = left.first().phase == OperationRecord::Phase::Finished;
            QCOMPARE(codesOf(outcome.warnings).contains(u"not_recorded"_s), !isWhole);
            withoutEnd += isWhole ? 0 : 1;
        } else {
            QCOMPARE(m_fixture->posts(), 0);
            QCOMPARE(outcome.kind, OperationOutcome::Kind::NotSent);
            QVERIFY2(isDiskFull(outcome), outcome.error ? qPrintable(outcome.error->report()) : "no error");
            QVERIFY(left.size() <= 1);
            (left.isEmpty() ? withoutIntent : withoutSending) += 1;
        }

        // With space again: what was begun is closed as what it was.
        const auto wanted =
            isImported ? OperationRecord::Outcome::Succeeded : OperationRecord::Outcome::NotSent;
        const auto settled = settleAfterRestart();
        QCOMPARE(settled.size(), isWhole ? 0 : left.size());
        for (const auto &operation : settled) {
            QCOMPARE(operation.outcome, wanted);
        }
        if (!isImported) {
            const auto again = m_fixture->run(m_fixture->examplePlan());
            QCOMPARE(again.kind, OperationOutcome::Kind::Succeeded);
            QVERIFY(again.warnings.isEmpty());
        }
        QCOMPARE(m_fixture->posts(), 1);
        const auto number =
            runTask(m_fixture->ledger->number(m_fixture->nixflex->key().keyId(), plan.phoneNumber));
        QVERIFY(number && *number && (*number)->baseline);
        QCOMPARE(integrity(), u"ok"_s);
    }
    QVERIFY(isWhole);
    const QString seen = u"%1 %2 %3"_s.arg(withoutIntent).arg(withoutSending).arg(withoutEnd);
    QVERIFY2(withoutIntent > 0 && withoutSending > 0 && withoutEnd > 0, qPrintable(seen));
}

void TestFullDiskImport::tellsAndCompletesWhatWasSent_data()
{
    using Kind = OperationOutcome::Kind;
    using Outcome = OperationRecord::Outcome;
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<bool>("isRestarted");
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<simulator::Fault>("fault");
    QTest::addColumn<OperationOutcome::Kind>("told");
    QTest::addColumn<OperationRecord::Outcome>("completed");
    simulator::Fault none;
    none.method = u"PATCH"_s; // Is not used.
    simulator::Fault lost;
    lost.method = u"POST"_s;
    lost.drop = simulator::Drop::AfterExecuting;
    simulator::Fault never = lost;
    never.drop = simulator::Drop::BeforeExecuting;
    simulator::Fault refused;
    refused.method = u"POST"_s;
    refused.status = 402;
    const auto row = [](const char *name, Moment moment, const simulator::Fault &fault, Kind told,
                        Outcome completed) {
        for (const bool isRestarted : {true, false}) {
            const char *when = isRestarted ? "restarted" : "in the same run";
            QTest::addRow("full %s, %s", name, when)
                << Trouble::Full << isRestarted << moment << fault << told << completed;
            QTest::addRow("read-only %s, %s", name, when)
                << Trouble::ReadOnly << isRestarted << moment << fault << told << completed;
        }
    };
    row("while sending", Moment::WhileSending, none, Kind::Succeeded, Outcome::Succeeded);
    row("while reading back", Moment::WhileReadingBack, none, Kind::Succeeded, Outcome::Succeeded);
    row("and the answer lost", Moment::WhileSending, lost, Kind::Succeeded, Outcome::Succeeded);
    row("while settling", Moment::WhileSettling, lost, Kind::Succeeded, Outcome::Succeeded);
    // The refusal is lost with the disk; that nothing was done is found again, and no more is said than that.
    row("and refused", Moment::WhileSending, refused, Kind::Refused, Outcome::NotExecuted);
    row("and never arrived", Moment::WhileSending, never, Kind::NotExecuted, Outcome::NotExecuted);
}

void TestFullDiskImport::tellsAndCompletesWhatWasSent()
{
    QFETCH(Trouble, trouble);
    QFETCH(bool, isRestarted);
    QFETCH(Moment, moment);
    QFETCH(simulator::Fault, fault);
    QFETCH(OperationOutcome::Kind, told);
    QFETCH(OperationRecord::Outcome, completed);
    const auto plan = m_fixture->examplePlan();
    m_fixture->simulator->armFault(fault);
    const auto outcome = importInTrouble(plan, moment, trouble);
    QCOMPARE(outcome.kind, told);
    const auto notRecorded =
        std::find_if(outcome.warnings.begin(), outcome.warnings.end(),
                     [](const operations::Note &note) { return note.code == "not_recorded"_L1; });
    QVERIFY2(notRecorded != outcome.warnings.end(), qPrintable(codesOf(outcome.warnings).join(u' ')));
    QVERIFY2(notRecorded->text.contains(trouble == Trouble::Full ? u"disk is full"_s : u"is read-only"_s),
             qPrintable(notRecorded->text));
    QCOMPARE(m_fixture->posts(), 1);
    const auto left = m_fixture->operations();
    QCOMPARE(left.size(), 1);
    QVERIFY(left.first().phase != OperationRecord::Phase::Finished);
    const auto unseen =
        runTask(m_fixture->ledger->number(m_fixture->nixflex->key().keyId(), plan.phoneNumber));
    QVERIFY(unseen && !*unseen);

    end(trouble);
    if (isRestarted) {
        m_fixture->restart();
    }
    const auto settled = m_fixture->settleOpen();
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.first().outcome, completed);
    QCOMPARE(settled.first().phase, OperationRecord::Phase::Finished);
    if (completed == OperationRecord::Outcome::NotExecuted) {
        QVERIFY(settled.first().error);
        const auto error = *settled.first().error;
        QVERIFY2(error.userText.contains(u"was not recorded"_s) && error.userText.contains(u"not imported"_s),
                 qPrintable(error.userText));
        QVERIFY(error.kind == Error::Kind::Storage && error.effect == Error::Effect::Unknown);
    }
    const auto number =
        runTask(m_fixture->ledger->number(m_fixture->nixflex->key().keyId(), plan.phoneNumber));
    QVERIFY(number);
    QCOMPARE(number->has_value(), completed == OperationRecord::Outcome::Succeeded);
    if (*number) {
        QVERIFY((*number)->baseline && !(*number)->baseline->isEmpty());
    }
    const auto backups = runTask(m_fixture->ledger->backups(settled.first().id));
    QVERIFY(backups && !backups->isEmpty());
    QVERIFY(backups->first().webhooks == plan.before.webhooks);
    QCOMPARE(m_fixture->posts(), 1);
    QCOMPARE(integrity(), u"ok"_s);
}

void TestFullDiskImport::removesNothingThatCannotBeRecorded()
{
    const auto plan = m_fixture->examplePlan();
    QCOMPARE(m_fixture->run(plan).kind, OperationOutcome::Kind::Succeeded);
    m_disk->fill();
    const auto outcome = runTask(m_fixture->importer->remove(plan.phoneNumber, m_fixture->credentials(), {}));
    QCOMPARE(outcome.kind, OperationOutcome::Kind::NotSent);
    QVERIFY(isDiskFull(outcome));
    QCOMPARE(m_fixture->simulator->countRequests(u"DELETE"_s, {}), 0);
    QVERIFY(m_fixture->simulator->nixflexNumber(plan.phoneNumber.e164()));
}

void TestFullDiskImport::completesARemoval()
{
    const auto plan = m_fixture->examplePlan();
    QCOMPARE(m_fixture->run(plan).kind, OperationOutcome::Kind::Succeeded);
    simulator::Fault slow;
    slow.method = u"DELETE"_s;
    slow.delayAnswer = std::chrono::milliseconds(300);
    m_fixture->simulator->armFault(slow);
    auto task = m_fixture->importer->remove(plan.phoneNumber, m_fixture->credentials(), {});
    QTRY_COMPARE(m_fixture->simulator->countRequests(u"DELETE"_s, {}), 1);
    m_disk->fill();
    const auto outcome = runTask(std::move(task));
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Succeeded);
    QVERIFY(codesOf(outcome.warnings).contains(u"not_recorded"_s));

    const auto settled = settleAfterRestart();
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.first().outcome, OperationRecord::Outcome::Succeeded);
    const auto number =
        runTask(m_fixture->ledger->number(m_fixture->nixflex->key().keyId(), plan.phoneNumber));
    QVERIFY(number && !*number);
    QCOMPARE(m_fixture->simulator->countRequests(u"DELETE"_s, {}), 1);
}

int main(int argc, char **argv)
{
    test::enterOwnMounts();
    const QCoreApplication application(argc, argv);
    TestFullDiskImport test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_fulldiskimport.moc"
