#include "models/operationmodel.h"
#include "store/database.h"
#include "store/storetest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;
using models::OperationModel;

namespace {

const QDateTime start = QDateTime::fromString(u"2026-03-01T08:00:00.000Z"_s, Qt::ISODateWithMs);

QString path(const QTemporaryDir &directory)
{
    return directory.filePath(u"ledger.sqlite"_s);
}

/// One a minute; through the ledger so many take too long.
void fill(const QTemporaryDir &directory, int rows)
{
    Database database;
    if (const auto opened = database.open(path(directory)); !opened) {
        qFatal("%s", qPrintable(opened.error().report()));
    }
    const auto filled = database.execute(
        uR"(WITH RECURSIVE rows(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM rows WHERE i < ? - 1)
            INSERT INTO operations (operation_id, kind, phase, outcome, key_id, phone_number, agent_id,
                                    request_id, started_at)
            SELECT printf('op-%06d', i), CASE i % 3 WHEN 0 THEN 'profile' ELSE 'import' END, 'finished',
                   CASE i % 4 WHEN 0 THEN 'refused' ELSE 'succeeded' END, 'nxf_test',
                   printf('+1212555%04d', i % 10000), 'agent', printf('req-%d', i),
                   strftime('%Y-%m-%dT%H:%M:%S.000Z', '2026-03-01T08:00:00', '+' || i || ' minutes')
            FROM rows)"_s,
        {rows});
    if (!filled) {
        qFatal("%s", qPrintable(filled.error().report()));
    }
}

} // namespace

class TestOperationModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheNewestFirst();
    void filters_data();
    void filters();
    void findsByWhatTheFleetKnows();
    void followsTheLedgerAndKeepsTheChosenRow();
    void answersOnlyTheLatestQuery();
    void readsWindowsOfAHundredThousand();

private:
    [[nodiscard]] QString shown(int row, OperationModel::Column column) const
    {
        return m_model->index(row, static_cast<int>(column)).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    SystemClock m_clock;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<OperationModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestOperationModel::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_ledger = test::openLedger(path(*m_directory), m_clock);
    const OperationModel::Words words{
        [](const OperationRecord &operation) {
            return operation.kind == OperationRecord::Kind::Profile ? u"a profile"_s : u"an import"_s;
        },
        [](const OperationRecord &operation) {
            return operation.outcome == OperationRecord::Outcome::Refused ? u"no"_s : u"yes"_s;
        }};
    m_model = std::make_unique<OperationModel>(*m_ledger, words);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestOperationModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    // What it had still asked for is answered first.
    QVERIFY(test::runTask(m_ledger->unfinishedOperations(true)));
    m_ledger.reset();
}

void TestOperationModel::showsTheNewestFirst()
{
    fill(*m_directory, 300);
    m_model->setQuery({});
    QTRY_COMPARE(m_model->rowCount(), 300);
    QTRY_COMPARE(shown(0, OperationModel::Column::RequestId), u"req-299"_s);
    QCOMPARE(shown(0, OperationModel::Column::Number), u"+1 212-555-0299"_s);
    QCOMPARE(shown(0, OperationModel::Column::What), u"an import"_s);
    QCOMPARE(shown(0, OperationModel::Column::Outcome), u"yes"_s);
    QCOMPARE(shown(0, OperationModel::Column::Agent), u"agent"_s);
    QVERIFY(!shown(0, OperationModel::Column::StartedAt).isEmpty());
    QTRY_COMPARE(shown(299, OperationModel::Column::RequestId), u"req-0"_s);
    QCOMPARE(shown(299, OperationModel::Column::What), u"a profile"_s);
    QCOMPARE(shown(299, OperationModel::Column::Outcome), u"no"_s);
    QCOMPARE(m_model->operation(299)->id, u"op-000000"_s);
    for (int column = 0; column < OperationModel::columns; ++column) {
        QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
    }
}

void TestOperationModel::filters_data()
{
    QTest::addColumn<OperationQuery>("query");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const OperationQuery &query, const QStringList &found) {
        QTest::newRow(name) << query << found;
    };
    OperationQuery query;
    query.phoneNumber = test::phoneNumber(u"+12125550007"_s);
    row("number", query, {u"op-000007"_s});
    query = {};
    query.kind = OperationRecord::Kind::Profile;
    row("kind", query, {u"op-000009"_s, u"op-000006"_s, u"op-000003"_s, u"op-000000"_s});
    query.outcome = OperationRecord::Outcome::Refused;
    row("kind and outcome", query, {u"op-000000"_s});
    query = {};
    query.since = start.addSecs(8 * 60);
    row("since", query, {u"op-000011"_s, u"op-000010"_s, u"op-000009"_s, u"op-000008"_s});
    query.until = start.addSecs(10 * 60);
    row("since and until", query, {u"op-000009"_s, u"op-000008"_s});
    query = {};
    query.text = u"REQ-11"_s;
    row("request id", query, {u"op-000011"_s});
    query.text = u"(212) 555-0005"_s;
    row("digits in another format", query, {u"op-000005"_s});
    query.text = u"+1 212 555 0011"_s;
    row("international format", query, {u"op-000011"_s});
    query.text = u"agent req-3"_s;
    row("all words", query, {u"op-000003"_s});
    query.text = u"agent nobody"_s;
    row("one word is nowhere", query, {});
    query.text = u"op%"_s;
    row("a percent sign is one", query, {});
}

void TestOperationModel::filters()
{
    QFETCH(OperationQuery, query);
    QFETCH(QStringList, found);
    fill(*m_directory, 12);
    QSignalSpy loaded(m_model.get(), &OperationModel::loaded);
    m_model->setQuery(query);
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(m_model->ids(), found);
}

void TestOperationModel::findsByWhatTheFleetKnows()
{
    fill(*m_directory, 12);
    QVERIFY(test::runTask(m_ledger->saveNumber(test::numberRecord(u"+12125550004"_s, u"Bäckerei Krause"_s))));
    OperationQuery query;
    query.text = u"backerei req"_s;
    m_model->setQuery(query);
    QTRY_COMPARE(m_model->ids(), QStringList{u"op-000004"_s});
}

void TestOperationModel::followsTheLedgerAndKeepsTheChosenRow()
{
    fill(*m_directory, 12);
    m_model->setQuery({});
    QTRY_COMPARE(m_model->rowCount(), 12);
    QTRY_COMPARE(shown(0, OperationModel::Column::RequestId), u"req-11"_s);
    const QPersistentModelIndex chosen(m_model->index(3, 0));
    const auto id = chosen.data(OperationModel::IdRole).toString();
    auto operation = test::operationRecord(u"+12125559999"_s);
    operation.kind = OperationRecord::Kind::Profile;
    QVERIFY(test::runTask(m_ledger->beginOperation(operation, {})));
    QTRY_COMPARE(m_model->rowCount(), 13);
    QCOMPARE(m_model->ids().first(), operation.id);
    QCOMPARE(chosen.row(), 4);
    QCOMPARE(chosen.data(OperationModel::IdRole).toString(), id);
    // An operation that goes on is read again.
    QTRY_COMPARE(shown(0, OperationModel::Column::Outcome), u"yes"_s);
    store::OperationFinish finish;
    finish.operationId = operation.id;
    finish.outcome = OperationRecord::Outcome::Refused;
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    QTRY_COMPARE(shown(0, OperationModel::Column::Outcome), u"no"_s);
}

void TestOperationModel::answersOnlyTheLatestQuery()
{
    fill(*m_directory, 50);
    // The ledger may be so quick that an answer is there before the next question.
    QString asked;
    QHash<QString, int> counts;
    connect(m_model.get(), &OperationModel::loaded, this,
            [this, &asked, &counts] { counts.insert(asked, m_model->rowCount()); });
    OperationQuery query;
    for (const QString &text : {u"agent"_s, u"nobody"_s, u"req-7"_s}) {
        query.text = asked = text;
        m_model->setQuery(query);
    }
    QTRY_VERIFY(!m_model->isLoading());
    // Whatever came in between: nothing is shown under a question that it does not answer.
    QCOMPARE(counts.value(u"req-7"_s), 1);
    QCOMPARE(counts.value(u"agent"_s, 50), 50);
    QCOMPARE(counts.value(u"nobody"_s, 0), 0);
    m_model->disconnect(this);
}

void TestOperationModel::readsWindowsOfAHundredThousand()
{
    fill(*m_directory, 100'000);
    m_tester.reset(); // It looks at every row.
    m_model->setQuery({});
    QTRY_COMPARE(m_model->rowCount(), 100'000);
    QTRY_COMPARE(shown(0, OperationModel::Column::RequestId), u"req-99999"_s);
    QTRY_COMPARE(shown(50'000, OperationModel::Column::RequestId), u"req-49999"_s);
    QVERIFY(m_model->operation(60'000) == std::nullopt); // Nobody looked there.
    OperationQuery query;
    query.text = u"req-77777"_s;
    m_model->setQuery(query);
    QTRY_COMPARE(m_model->rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestOperationModel)
#include "tst_operationmodel.moc"
