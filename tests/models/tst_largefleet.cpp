#include "models/fleetmodel.h"
#include "store/database.h"
#include "store/storetest.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <malloc.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;
using models::FleetModel;

namespace {

constexpr int manyRows = 1'000'000;
constexpr int fewRows = 10'000;
constexpr int screen = 50;
constexpr int patience = 30'000;

const QString manyKey = u"nxf_many"_s;
const QString fewKey = u"nxf_few"_s;

/// Row by row in the order of the numbers; the customers are spread over them.
QString numberAt(int row)
{
    return u"+1212%1"_s.arg(row, 7, 10, QChar(u'0'));
}

QString customerAt(int row)
{
    return u"Customer %1"_s.arg(static_cast<qint64>(row) * 7'919 % 1'000, 3, 10, QChar(u'0'));
}

/// Through the ledger a million rows take minutes; nothing is measured here but the model.
void fill(Database &database, const QString &keyId, int rows)
{
    const auto filled = database.execute(
        uR"(WITH RECURSIVE rows(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM rows WHERE i < ? - 1)
            INSERT INTO numbers (key_id, phone_number, customer, customer_key, friendly_name, name_key,
                                 agent_id, health, search_text, search_digits)
            SELECT ?, printf('+1212%07d', i), printf('Customer %03d', i * 7919 % 1000),
                   printf('customer %03d', i * 7919 % 1000), printf('Line %d', i), printf('line %d', i),
                   printf('agent_%d', i % 40), i % 4, printf('team%03dx line %d', i * 7919 % 1000, i),
                   printf('1212%07d', i) FROM rows)"_s,
        {rows, keyId});
    if (!filled) {
        qFatal("%s", qPrintable(filled.error().report()));
    }
}

/// In bytes; what the allocator keeps for later is given back first. 0 where it cannot be told.
qint64 residentMemory()
{
#ifdef Q_OS_LINUX
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    if (file.open(QIODevice::ReadOnly)) {
        return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
    }
#endif
    return 0;
}

} // namespace

/// A million numbers: everything that a person does with the list still works, and costs next to nothing.
class TestLargeFleet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void keepsTheModelsPromises();
    void showsEveryPlaceOfAMillion();
    void sortsAMillion();
    void filtersAMillion();
    void keepsSelectionsWhenSorted();
    void needsEightBytesARow();
    void cleanupTestCase();

private:
    void load(const QString &keyId, int rows);
    void query(const QString &text, int rows);
    /// Looks at a screen's rows, as a view does, until they are there.
    void look(int row);
    void jumpAbout(int rows, int jumps);
    [[nodiscard]] QString shown(int row, FleetModel::Column column = FleetModel::Column::Number) const;

    QTemporaryDir m_directory;
    SystemClock m_clock;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<FleetModel> m_model;
    QRandomGenerator m_random{20'260'301};
};

void TestLargeFleet::initTestCase()
{
    const QString path = m_directory.filePath(u"ledger.sqlite"_s);
    m_ledger = test::openLedger(path, m_clock);
    Database database;
    QVERIFY(database.open(path));
    QVERIFY(database.query(u"PRAGMA synchronous = OFF"_s));
    QVERIFY(database.query(u"PRAGMA cache_size = -200000"_s));
    fill(database, fewKey, fewRows);
    fill(database, manyKey, manyRows);
}

void TestLargeFleet::init()
{
    m_model = std::make_unique<FleetModel>(*m_ledger);
}

void TestLargeFleet::cleanup()
{
    m_model.reset();
}

void TestLargeFleet::cleanupTestCase()
{
    m_ledger.reset();
}

QString TestLargeFleet::shown(int row, FleetModel::Column column) const
{
    return m_model->index(row, static_cast<int>(column)).data(FleetModel::RawRole).toString();
}

void TestLargeFleet::load(const QString &keyId, int rows)
{
    FleetQuery query;
    query.keyId = keyId;
    m_model->setQuery(query);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), patience);
    QCOMPARE(m_model->rowCount(), rows);
}

void TestLargeFleet::query(const QString &text, int rows)
{
    FleetQuery query = m_model->query();
    query.text = text;
    m_model->setQuery(query);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), patience);
    QCOMPARE(m_model->rowCount(), rows);
}

void TestLargeFleet::look(int row)
{
    const auto isThere = [this, row] {
        bool isWhole = true;
        for (int i = row; i < std::min(row + screen, m_model->rowCount()); ++i) {
            isWhole = !shown(i).isEmpty() && isWhole; // Asks for all of them.
        }
        return isWhole;
    };
    // QTRY waits 50 ms between two looks; there are hundreds of jumps.
    const QDeadlineTimer deadline(patience);
    while (!isThere() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    }
    QVERIFY2(isThere(), qPrintable(u"row %1"_s.arg(row)));
}

void TestLargeFleet::jumpAbout(int rows, int jumps)
{
    QList<int> stations;
    for (int i = 0; i < jumps; ++i) {
        stations << static_cast<int>(static_cast<qint64>(rows - 1) * i / (jumps - 1));
    }
    std::shuffle(stations.begin(), stations.end(), m_random);
    stations << stations.mid(0, 20); // Back to what was thrown away meanwhile.
    for (const int row : std::as_const(stations)) {
        look(row);
        if (QTest::currentTestFailed()) {
            return;
        }
        for (int i = row; i < std::min(row + screen, rows); ++i) {
            QCOMPARE(shown(i), numberAt(i));
            QCOMPARE(shown(i, FleetModel::Column::Customer), customerAt(i));
        }
    }
}

void TestLargeFleet::keepsTheModelsPromises()
{
    // The tester looks at every cell after every change, so it gets the small fleet.
    const QAbstractItemModelTester tester(m_model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    load(fewKey, fewRows);
    jumpAbout(fewRows, 20);
    m_model->sort(0, Qt::DescendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), patience);
    query(u"team077x"_s, 10);
}

void TestLargeFleet::showsEveryPlaceOfAMillion()
{
    load(manyKey, manyRows);
    jumpAbout(manyRows, 400);
}

void TestLargeFleet::sortsAMillion()
{
    load(manyKey, manyRows);
    m_model->sort(static_cast<int>(FleetModel::Column::Number), Qt::DescendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), patience);
    for (const int row : {0, 314'159, manyRows - screen}) {
        look(row);
        QCOMPARE(shown(row), numberAt(manyRows - 1 - row));
    }
    m_model->sort(static_cast<int>(FleetModel::Column::Customer), Qt::AscendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), patience);
    QCOMPARE(m_model->rowCount(), manyRows);
    // A thousand numbers each.
    for (const int row : {0, 999, 1'000, 500'000, manyRows - 1}) {
        look(row);
        QCOMPARE(shown(row, FleetModel::Column::Customer),
                 u"Customer %1"_s.arg(row / 1'000, 3, 10, QChar(u'0')));
    }
}

void TestLargeFleet::filtersAMillion()
{
    load(manyKey, manyRows);
    query(u"team042x LINE"_s, 1'000);
    look(500);
    QCOMPARE(shown(500, FleetModel::Column::Customer), u"Customer 042"_s);
    query(u"+1 212 077 7777"_s, 1);
    look(0);
    QCOMPARE(shown(0), numberAt(777'777));
    query(u"nobody"_s, 0);
    query({}, manyRows);
    look(manyRows - 1);
    QCOMPARE(shown(manyRows - 1), numberAt(manyRows - 1));
}

void TestLargeFleet::keepsSelectionsWhenSorted()
{
    load(manyKey, manyRows);
    // What Select All leaves is one range; a person's own selection is some hundred rows.
    QList<QPersistentModelIndex> selected;
    for (int i = 0; i < 300; ++i) {
        selected << QPersistentModelIndex(m_model->index(i * 3'001, 0));
    }
    m_model->sort(0, Qt::DescendingOrder);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isLoading(), patience);
    for (int i = 0; i < 300; ++i) {
        QCOMPARE(selected.at(i).row(), manyRows - 1 - i * 3'001);
    }
}

void TestLargeFleet::needsEightBytesARow()
{
    if (residentMemory() == 0) {
        QSKIP("this system does not tell");
    }
    // The cache of rows is full after that.
    load(fewKey, fewRows);
    jumpAbout(fewRows, 200);
    const qint64 few = residentMemory();
    load(manyKey, manyRows);
    jumpAbout(manyRows, 200);
    const qint64 many = residentMemory();
    const double perRow = static_cast<double>(many - few) / (manyRows - fewRows);
    qInfo("%.1f bytes a row, from %lld to %lld KiB", perRow, static_cast<long long>(few / 1'024),
          static_cast<long long>(many / 1'024));
    // Eight, up to as much again that the list has in reserve, and some for everything else.
    QVERIFY2(perRow < 20, qPrintable(QString::number(perRow)));
    QVERIFY2(many < few * 2, qPrintable(u"%1 to %2"_s.arg(few).arg(many)));
}

QTEST_GUILESS_MAIN(TestLargeFleet)
#include "tst_largefleet.moc"
