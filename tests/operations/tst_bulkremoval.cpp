#include "operations/batch/bulkremoval.h"
#include "operations/operationsfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::operations;

/// Removing several numbers in one go, and what is known of it when it could not come to its end.
class TestBulkRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void removesEveryNumber();
    void goesOnAfterANumberThatCannotBeRemoved();
    void stopsAfterTheNumberInProgress();
    void isEndedByTheWorkspace();

private:
    void makeRemoval();
    void start(const QList<PhoneNumber> &numbers);
    [[nodiscard]] QString keyId() const { return m_fixture->nixflex->key().keyId(); }
    [[nodiscard]] bool isAtNixflex(const PhoneNumber &number) const
    {
        return m_fixture->simulator->nixflexNumber(number.e164()).has_value();
    }
    [[nodiscard]] int deletes() const { return m_fixture->simulator->countRequests(u"DELETE"_s, {}); }
    /// Waits for the end of the run.
    [[nodiscard]] BulkRemovalReport report();

    std::unique_ptr<test::OperationsFixture> m_fixture;
    std::unique_ptr<BulkRemoval> m_removal;
    QList<PhoneNumber> m_numbers;
    std::optional<BulkRemovalReport> m_report;
};

void TestBulkRemoval::init()
{
    m_fixture = std::make_unique<test::OperationsFixture>();
    QList<nixflex::Number> page;
    m_numbers.clear();
    const auto rows = m_fixture->simulator->nixflexNumbers();
    for (const auto &row : rows) {
        nixflex::Number number;
        number.phoneNumber = *PhoneNumber::fromE164(row.phoneNumber);
        number.agentId = *AgentId::parse(row.agentId);
        page.append(number);
        m_numbers.append(number.phoneNumber);
    }
    QVERIFY(m_numbers.size() >= 4);
    m_numbers = m_numbers.mid(0, 4);
    QVERIFY(test::runTask(m_fixture->ledger->saveSyncPage(keyId(), u"sync"_s, page)));
    makeRemoval();
}

void TestBulkRemoval::cleanup()
{
    m_removal.reset();
    m_fixture.reset();
}

void TestBulkRemoval::makeRemoval()
{
    m_removal = std::make_unique<BulkRemoval>();
    m_report.reset();
    connect(m_removal.get(), &BulkRemoval::finished, this,
            [this](const BulkRemovalReport &report) { m_report = report; });
}

void TestBulkRemoval::start(const QList<PhoneNumber> &numbers)
{
    const AuthTokenSource tokens =
        [](AccountSid) -> QCoro::Task<Result<std::shared_ptr<const SecretString>>> {
        co_return std::shared_ptr<const SecretString>();
    };
    m_removal->start({numbers, false}, m_fixture->services(), tokens);
}

BulkRemovalReport TestBulkRemoval::report()
{
    const auto isThere = QTest::qWaitFor([this] { return m_report.has_value(); }, 20'000);
    return isThere ? *m_report : BulkRemovalReport();
}

void TestBulkRemoval::removesEveryNumber()
{
    const QSignalSpy progress(m_removal.get(), &BulkRemoval::progressed);
    start(m_numbers);
    QVERIFY(m_removal->isRunning());
    const auto ended = report();
    QCOMPARE(ended.removed, 4);
    QCOMPARE(ended.total, 4);
    QVERIFY(!ended.isStopped && ended.failures.isEmpty());
    QVERIFY(!m_removal->isRunning());
    QCOMPARE(progress.count(), 5);
    for (const auto &number : std::as_const(m_numbers)) {
        QVERIFY(!isAtNixflex(number));
    }
}

void TestBulkRemoval::goesOnAfterANumberThatCannotBeRemoved()
{
    auto numbers = m_numbers;
    numbers.insert(1, *PhoneNumber::fromE164(u"+12125550199"_s));
    start(numbers);
    const auto ended = report();
    QCOMPARE(ended.removed, 4);
    QCOMPARE(ended.failures.size(), 1);
    QCOMPARE(ended.failures.constFirst().phoneNumber, numbers.at(1));
    QVERIFY(ended.failures.constFirst().error.kind == Error::Kind::NotFound);
    QCOMPARE(deletes(), 4);
}

void TestBulkRemoval::stopsAfterTheNumberInProgress()
{
    start(m_numbers);
    QTRY_COMPARE(deletes(), 1);
    m_removal->stop();
    QVERIFY(m_removal->isStopping());
    const auto ended = report();
    QVERIFY(ended.isStopped && ended.failures.isEmpty());
    QVERIFY(ended.removed >= 1 && ended.removed < 4);
    QCOMPARE(deletes(), ended.removed);
}

void TestBulkRemoval::isEndedByTheWorkspace()
{
    start(m_numbers);
    QTRY_COMPARE(deletes(), 1);
    m_fixture->close();
    QTRY_VERIFY(m_report.has_value()); // It ends by itself.
    QVERIFY(m_report->isStopped);
    QCOMPARE(deletes(), 1);
}

QTEST_GUILESS_MAIN(TestBulkRemoval)
#include "tst_bulkremoval.moc"
