#include "gui/common/messagebar.h"
#include "gui/fleet/fleetpage.h"
#include "gui/fleet/removedialog.h"
#include "gui/windowhelpers.h"
#include "models/fleetmodel.h"
#include "simulator/simulator.h"
#include "store/database.h"
#include "support/runtask.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;

namespace {

/// Many times what the table reads at once, and more than it keeps.
constexpr int manyRows = 10'000;

QString numberAt(int row)
{
    return u"+1212%1"_s.arg(5'550'000 + row);
}

} // namespace

/// What is selected, what is done to it, and that nothing shown of it is older than the records.
class TestFleetSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actsOnEverySelectedRowOfALargeFleet();
    void checksEverySelectedRow();
    void keepsTheSameNumbersWhenOthersCome();
    void keepsTheSameNumbersWhenSorted();
    void showsNothingOfANumberThatHasGone();
    void selectsNothingThatAFilterHides();
    void bringsTheSelectionIntoSightAfterASearch();
    void revealsTheVeryNumber();
    void saysWhenTheNumberIsNotInTheFleet();
    void emptiesTheSearchWithEscape();
    void appliesTheFilterThatIsShownAfterASync();
    void countsWhatNeedsAttentionAsTheFilterDoes();

private:
    // In the ledger only: Nixflex has none of them.
    void addRows(WindowFixture &fixture, int first, int count);
    void openWithRows(WindowFixture &fixture, int count);
    [[nodiscard]] static QTableView *view(const WindowFixture &fixture)
    {
        return fixture.find<QTableView>("fleetView");
    }
    [[nodiscard]] static int selectedCount(const WindowFixture &fixture)
    {
        return fixture.find<gui::FleetPage>("fleetPage")->selectedCount();
    }
    [[nodiscard]] static bool isEnabled(WindowFixture &fixture, const char *action)
    {
        return fixture.window().findChild<QAction *>(QString::fromLatin1(action))->isEnabled();
    }
    [[nodiscard]] static WindowFixture::Options empty()
    {
        WindowFixture::Options options;
        options.fleet = 0;
        return options;
    }
};

void TestFleetSelection::addRows(WindowFixture &fixture, int first, int count)
{
    QList<nixflex::Number> page;
    for (int row = first; row < first + count; ++row) {
        nixflex::Number number;
        number.phoneNumber = *PhoneNumber::fromE164(numberAt(row));
        number.agentId = *AgentId::parse(fixture.simulator().agentId());
        page.append(number);
    }
    auto &workspace = fixture.workspace();
    const auto saved = runTask(workspace.ledger().saveSyncPage(workspace.keyId(), u"test"_s, page));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().report()));
}

void TestFleetSelection::openWithRows(WindowFixture &fixture, int count)
{
    fixture.open();
    QTRY_VERIFY(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s));
    // Past the ledger, in which that many take their time; it looks for what others wrote.
    store::Database database;
    QVERIFY(database.open(fixture.workspace().profile().ledgerFile()));
    const auto filled = database.execute(
        uR"(WITH RECURSIVE rows(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM rows WHERE i < ? - 1)
            INSERT INTO numbers (key_id, phone_number, agent_id, health, search_text, search_digits)
            SELECT ?, '+1212' || (5550000 + i), ?, 0, '', '1212' || (5550000 + i) FROM rows)"_s,
        {count, fixture.workspace().keyId(), fixture.simulator().agentId()});
    QVERIFY2(filled, filled ? "" : qPrintable(filled.error().report()));
    QTRY_COMPARE_WITH_TIMEOUT(rowCount(fixture), count, 15'000);
    QTRY_VERIFY(!cell(fixture, 0).isEmpty());
    view(fixture)->setFocus();
}

void TestFleetSelection::actsOnEverySelectedRowOfALargeFleet()
{
    WindowFixture fixture(empty());
    openWithRows(fixture, manyRows);
    auto *table = view(fixture);
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selectedCount(fixture), manyRows);
    auto *clipboard = QGuiApplication::clipboard();

    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(clipboard->text().count(u'\n'), manyRows - 1);
    auto lines = clipboard->text().split(u'\n');
    QCOMPARE(lines.constFirst(), numberAt(0));
    QCOMPARE(lines.constLast(), numberAt(manyRows - 1));
    QVERIFY(!lines.contains(QString()));

    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(clipboard->text().contains(u'\t'));
    lines = clipboard->text().split(u'\n');
    QCOMPARE(lines.size(), manyRows);
    QVERIFY(std::none_of(lines.cbegin(), lines.cend(),
                         [](const QString &line) { return line.startsWith(u'\t') || line.isEmpty(); }));

    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(clipboard->text().count(u"\r\n"_s), manyRows + 1);
    QVERIFY(clipboard->text().contains(u"\r\n"_s + numberAt(manyRows / 2) + u','));

    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_VERIFY(fixture.dialog<gui::RemoveDialog>() != nullptr);
    QCOMPARE(fixture.dialog<gui::RemoveDialog>()->numbers().size(), manyRows);
    QTest::keyClick(fixture.dialog<gui::RemoveDialog>(), Qt::Key_Escape);
}

void TestFleetSelection::checksEverySelectedRow()
{
    WindowFixture fixture(empty());
    openWithRows(fixture, 500);
    QTest::keyClick(view(fixture), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(view(fixture), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<gui::MessageBar>("messageBar")->text().startsWith(u"500 "_s),
                             30'000);
}

void TestFleetSelection::keepsTheSameNumbersWhenOthersCome()
{
    WindowFixture fixture(empty());
    openWithRows(fixture, 200);
    QTest::keyClick(view(fixture), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selectedCount(fixture), 200);
    // At the end, where the view would take it in, and one that pushes all others down.
    addRows(fixture, 200, 1);
    addRows(fixture, -1, 1);
    QTRY_COMPARE(rowCount(fixture), 202);
    QCOMPARE(selectedCount(fixture), 200);
    const auto *selection = view(fixture)->selectionModel();
    QVERIFY(!selection->isRowSelected(0));
    QVERIFY(!selection->isRowSelected(201));
    QVERIFY(fixture.find<QLabel>("nothingLabel")->text().startsWith(u"200 "_s));
}

void TestFleetSelection::keepsTheSameNumbersWhenSorted()
{
    WindowFixture fixture(empty());
    openWithRows(fixture, 50);
    auto *table = view(fixture);
    auto *page = fixture.find<gui::FleetPage>("fleetPage");
    table->selectRow(3);
    const auto chosen = page->selectedIds();
    QCOMPARE(chosen.size(), 1);
    table->sortByColumn(0, Qt::DescendingOrder);
    QTRY_COMPARE(digitsOf(cell(fixture, 0)), digitsOf(numberAt(49)));
    QCOMPARE(page->selectedIds(), chosen);
    QVERIFY(table->selectionModel()->isRowSelected(46));
}

void TestFleetSelection::showsNothingOfANumberThatHasGone()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 4);
    QTRY_VERIFY(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s));
    const auto before = rowCount(fixture);
    auto *table = view(fixture);
    const auto number = PhoneNumber::fromE164(u'+' + digitsOf(cell(fixture, 0)));
    table->selectRow(0);
    QTRY_VERIFY(isShowing(fixture, "numberLabel"));
    QVERIFY(isEnabled(fixture, "removeAction"));
    // By whatever removes it, here or on another computer.
    const auto removed = runTask(fixture.workspace().operations()->remove(*number, {}, {}));
    QCOMPARE(removed.kind, operations::OperationOutcome::Kind::Succeeded);
    QTRY_COMPARE(rowCount(fixture), before - 1);
    QVERIFY(!isShowing(fixture, "numberLabel"));
    QVERIFY(!isEnabled(fixture, "removeAction"));
    QCOMPARE(selectedCount(fixture), 0);

    // One of three.
    for (int row = 0; row < 3; ++row) {
        table->selectionModel()->select(table->model()->index(row, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    const auto *nothing = fixture.find<QLabel>("nothingLabel");
    QVERIFY(nothing->text().startsWith(u"3 "_s));
    const auto other = PhoneNumber::fromE164(u'+' + digitsOf(cell(fixture, 1)));
    const auto gone = runTask(fixture.workspace().operations()->remove(*other, {}, {}));
    QCOMPARE(gone.kind, operations::OperationOutcome::Kind::Succeeded);
    QTRY_COMPARE(rowCount(fixture), before - 2);
    QVERIFY2(nothing->text().startsWith(u"2 "_s), qPrintable(nothing->text()));
}

void TestFleetSelection::selectsNothingThatAFilterHides()
{
    WindowFixture fixture(empty());
    openWithRows(fixture, 30);
    view(fixture)->selectRow(7);
    QTRY_VERIFY(isShowing(fixture, "numberLabel"));
    auto *search = fixture.find<QLineEdit>("searchEdit");
    search->setText(numberAt(20));
    QTRY_COMPARE(rowCount(fixture), 1);
    QCOMPARE(selectedCount(fixture), 0);
    QVERIFY(!isShowing(fixture, "numberLabel"));
    QVERIFY(!isEnabled(fixture, "removeAction"));
    search->clear();
    QTRY_COMPARE(rowCount(fixture), 30);
    QVERIFY(!isShowing(fixture, "numberLabel"));
    QVERIFY(!isEnabled(fixture, "removeAction"));
}

void TestFleetSelection::bringsTheSelectionIntoSightAfterASearch()
{
    WindowFixture fixture(empty());
    openWithRows(fixture, 300);
    auto *search = fixture.find<QLineEdit>("searchEdit");
    search->setText(u"555025"_s);
    QTRY_COMPARE(rowCount(fixture), 10);
    view(fixture)->selectAll();
    QCOMPARE(selectedCount(fixture), 10);
    search->clear();
    QTRY_COMPARE(rowCount(fixture), 300);
    QCOMPARE(selectedCount(fixture), 10);
    const auto *table = view(fixture);
    QTRY_VERIFY(table->viewport()->rect().intersects(table->visualRect(table->model()->index(250, 0))));
}

void TestFleetSelection::revealsTheVeryNumber()
{
    WindowFixture fixture(empty());
    openWithRows(fixture, 20);
    // The same digits with one more come first in the list.
    nixflex::Number longer;
    longer.phoneNumber = *PhoneNumber::fromE164(u"+49301234"_s);
    nixflex::Number longest = longer;
    longest.phoneNumber = *PhoneNumber::fromE164(u"+493012345"_s);
    auto &workspace = fixture.workspace();
    QVERIFY(runTask(workspace.ledger().saveSyncPage(workspace.keyId(), u"more"_s, {longer, longest})));
    QTRY_COMPARE(rowCount(fixture), 22);
    view(fixture)->sortByColumn(0, Qt::DescendingOrder);
    QTRY_COMPARE(digitsOf(cell(fixture, 0)), u"493012345"_s);
    // Something else is chosen, and the number hidden by a search.
    fixture.find<QLineEdit>("searchEdit")->setText(u"1212"_s);
    QTRY_COMPARE(rowCount(fixture), 20);
    view(fixture)->selectRow(4);

    fixture.find<gui::FleetPage>("fleetPage")->reveal(longer.phoneNumber);
    QTRY_COMPARE(digitsOf(fixture.find<QLabel>("numberLabel")->text()), u"49301234"_s);
    QCOMPARE(selectedCount(fixture), 1);
    QVERIFY(fixture.find<QLineEdit>("searchEdit")->text().isEmpty());
    QCOMPARE(rowCount(fixture), 22);
    QVERIFY(view(fixture)->hasFocus());
}

void TestFleetSelection::saysWhenTheNumberIsNotInTheFleet()
{
    WindowFixture fixture(empty());
    openWithRows(fixture, 3);
    fixture.find<gui::FleetPage>("fleetPage")->reveal(*PhoneNumber::fromE164(numberAt(4)));
    QTRY_VERIFY(fixture.find<gui::MessageBar>("messageBar")->text().contains(u"is not in the fleet"_s));
    QCOMPARE(selectedCount(fixture), 0);
}

void TestFleetSelection::emptiesTheSearchWithEscape()
{
    WindowFixture fixture(empty());
    openWithRows(fixture, 30);
    auto *search = fixture.find<QLineEdit>("searchEdit");
    search->setFocus();
    QTest::keyClicks(search, numberAt(20));
    QTRY_COMPARE(rowCount(fixture), 1);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(rowCount(fixture), 30);
    QVERIFY(search->text().isEmpty());
    QVERIFY(search->hasFocus());
}

void TestFleetSelection::appliesTheFilterThatIsShownAfterASync()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 4);
    const auto all = rowCount(fixture);
    auto *combo = fixture.find<QComboBox>("filterCombo");
    QTRY_VERIFY(combo->count() > 4);
    combo->setFocus();
    for (int step = 0; step < 3; ++step) {
        QTest::keyClick(combo, Qt::Key_Down);
    }
    const auto name = combo->currentText();
    QTRY_VERIFY(rowCount(fixture) < all);
    QTRY_VERIFY(rowCount(fixture) > 0 && !cell(fixture, 0).isEmpty());
    const auto rows = rowCount(fixture);
    // The same key again: the page begins anew, with the box as it was.
    fixture.find<gui::FleetPage>("fleetPage")->reload();
    QTRY_VERIFY(combo->count() > 4);
    QTest::keyClick(&fixture.window(), Qt::Key_F5);
    QTRY_VERIFY(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s));
    QCOMPARE(combo->currentText(), name);
    QCOMPARE(rowCount(fixture), rows);
}

void TestFleetSelection::countsWhatNeedsAttentionAsTheFilterDoes()
{
    WindowFixture fixture(empty());
    openWithRows(fixture, 5);
    const auto *label = fixture.find<QLabel>("attentionLabel");
    QVERIFY(!label->isVisible());
    // No agent: that needs attention, whoever found it out.
    QList<nixflex::Number> page;
    for (int row = 0; row < 3; ++row) {
        nixflex::Number number;
        number.phoneNumber = *PhoneNumber::fromE164(numberAt(row));
        page.append(number);
    }
    auto &workspace = fixture.workspace();
    QVERIFY(runTask(workspace.ledger().saveSyncPage(workspace.keyId(), u"agents gone"_s, page)));
    QTRY_VERIFY(label->isVisible() && label->text().startsWith(u"3 "_s));
    fixture.close();

    fixture.open();
    QTRY_VERIFY(fixture.find<QLabel>("attentionLabel")->isVisible());
}

QTEST_MAIN(TestFleetSelection)
#include "tst_fleetselection.moc"
