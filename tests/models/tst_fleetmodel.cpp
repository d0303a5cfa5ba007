#include "models/fleetmodel.h"
#include "models/timetext.h"
#include "store/storetest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;
using models::FleetModel;

class TestFleetModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheFleet();
    void answersOnlyTheLatestQuery();
    void keepsARowsIdentityWhenSorted();
    void keepsShowingRowsWhileTheyAreReadAgain();
    void becomesEmptyWithoutAKey();
    void followsRemovals();
    void showsTimesWithoutSeconds_data();
    void showsTimesWithoutSeconds();

private:
    void fill(int count);
    QString shown(int row) const;
    void waitForRow(int row);

    std::unique_ptr<QTemporaryDir> m_directory;
    SystemClock m_clock;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<FleetModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    FleetQuery m_query;
};

void TestFleetModel::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_ledger = test::openLedger(m_directory->filePath(u"ledger.sqlite"_s), m_clock);
    m_model = std::make_unique<FleetModel>(*m_ledger);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_query = FleetQuery();
    m_query.keyId = test::keyId;
}

void TestFleetModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_ledger.reset();
}

void TestFleetModel::fill(int count)
{
    QList<nixflex::Number> page;
    for (int i = 0; i < count; ++i) {
        nixflex::Number number;
        number.phoneNumber = test::phoneNumber(u"+1212%1"_s.arg(5'550'000 + i));
        page.append(number);
    }
    QVERIFY(test::runTask(m_ledger->saveSyncPage(test::keyId, u"s1"_s, page)));
}

QString TestFleetModel::shown(int row) const
{
    return m_model->index(row, 0).data(FleetModel::RawRole).toString();
}

void TestFleetModel::waitForRow(int row)
{
    QTRY_VERIFY(!shown(row).isEmpty());
}

void TestFleetModel::showsTheFleet()
{
    fill(300);
    m_model->setQuery(m_query);
    QTRY_COMPARE(m_model->rowCount(), 300);
    waitForRow(0);
    waitForRow(299);
    QCOMPARE(shown(299), u"+12125550299"_s);
    QCOMPARE(m_model->index(0, 0).data().toString(), u"+1 212-555-0000"_s);
    QVERIFY(!m_model->index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
    // Nixflex did not say: neither on nor off.
    QCOMPARE(m_model->index(0, static_cast<int>(FleetModel::Column::Direction)).data().toString(), QString());
}

void TestFleetModel::answersOnlyTheLatestQuery()
{
    fill(50);
    for (const QString &text : {u"5550"_s, u"nobody"_s, u"5550007"_s}) {
        m_query.text = text;
        m_model->setQuery(m_query);
    }
    // From now on an answer to an earlier question would be a stale one. There may be more than one answer to
    // the latest, since the model also follows the ledger by itself.
    QSet<int> shownCounts{m_model->isLoading() ? 1 : m_model->rowCount()};
    connect(m_model.get(), &FleetModel::loaded, this,
            [this, &shownCounts] { shownCounts << m_model->rowCount(); });
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(shownCounts, QSet<int>{1});
    QCOMPARE(m_model->rowCount(), 1);
    m_model->disconnect(this);
}

void TestFleetModel::keepsARowsIdentityWhenSorted()
{
    fill(40);
    m_model->setQuery(m_query);
    QTRY_COMPARE(m_model->rowCount(), 40);
    const QPersistentModelIndex third(m_model->index(2, 0));
    const auto id = third.data(FleetModel::IdRole);
    m_model->sort(0, Qt::DescendingOrder);
    QTRY_COMPARE(third.row(), 37);
    QCOMPARE(third.data(FleetModel::IdRole), id);
    m_query.text = u"5550039"_s;
    m_model->setQuery(m_query);
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(!third.isValid());
}

void TestFleetModel::keepsShowingRowsWhileTheyAreReadAgain()
{
    fill(10);
    m_model->setQuery(m_query);
    QTRY_COMPARE(m_model->rowCount(), 10);
    waitForRow(4);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
    bool wasEmpty = false;
    connect(m_model.get(), &FleetModel::loaded, this, [this, &wasEmpty] { wasEmpty |= shown(4).isEmpty(); });
    auto changed = test::numberRecord(shown(4), u"Acme"_s);
    QVERIFY(test::runTask(m_ledger->saveNumber(changed)));
    const auto customer = m_model->index(4, static_cast<int>(FleetModel::Column::Customer));
    QTRY_COMPARE(customer.data().toString(), u"Acme"_s);
    QVERIFY(!wasEmpty);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(layouts.size(), 0);
}

void TestFleetModel::becomesEmptyWithoutAKey()
{
    fill(10);
    m_model->setQuery(m_query);
    m_model->setQuery(FleetQuery()); // The first answer is still on its way.
    QTRY_VERIFY(!m_model->isLoading());
    QCOMPARE(m_model->rowCount(), 0);
}

void TestFleetModel::followsRemovals()
{
    fill(10);
    m_model->setQuery(m_query);
    QTRY_COMPARE(m_model->rowCount(), 10);
    const auto operation = test::operationRecord(u"+12125550003"_s);
    QVERIFY(test::runTask(m_ledger->beginOperation(operation, {})));
    Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.removed = operation.phoneNumber;
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    QTRY_COMPARE(m_model->rowCount(), 9);
    waitForRow(3);
    QCOMPARE(shown(3), u"+12125550004"_s);
}

void TestFleetModel::showsTimesWithoutSeconds_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    QTest::newRow("C") << QLocale::c() << u"1 May 2025 10:06"_s;
    QTest::newRow("German") << QLocale(u"de_DE"_s) << u"01.05.25 10:06"_s;
    QTest::newRow("Finnish") << QLocale(u"fi_FI"_s) << u"1.5.2025 10.06"_s;
    QTest::newRow("British") << QLocale(u"en_GB"_s) << u"01/05/2025 10:06"_s;
}

void TestFleetModel::showsTimesWithoutSeconds()
{
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QLocale::setDefault(locale);
    const auto restore = qScopeGuard([] { QLocale::setDefault(QLocale::system()); });
    const QDateTime local(QDate(2025, 5, 1), QTime(10, 6, 59));
    QCOMPARE(models::shortTime(local.toUTC()), text);
    QCOMPARE(models::shortTime({}), QString());
}

QTEST_GUILESS_MAIN(TestFleetModel)
#include "tst_fleetmodel.moc"
