#include "gui/accessibilitylint.h"
#include "gui/windowhelpers.h"
#include "models/fleetmodel.h"
#include "simulator/simulator.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;

/// The table of numbers: finding, sorting, columns, the context menu.
class TestFleetTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNumbersWhileTyping();
    void saysWhenNothingMatches();
    void sortsByColumn();
    void remembersColumnsAfterARestart();
    void opensTheContextMenuByKeyboard_data();
    void opensTheContextMenuByKeyboard();
    void findsAndSortsCountriesAsShown();
    void showsTheUsualColumnsWhole_data();
    void showsTheUsualColumnsWhole();
    void fitsColumnsUntilAWidthIsChosen();
};

void TestFleetTable::findsNumbersWhileTyping()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    const auto wanted = fixture.simulator().nixflexNumbers().constFirst().phoneNumber;
    QTest::keyClick(&fixture.window(), Qt::Key_F, Qt::ControlModifier);
    auto *searchEdit = fixture.find<QLineEdit>("searchEdit");
    QTRY_VERIFY(searchEdit->hasFocus());
    // In a format of a person, not the stored one.
    const auto number = PhoneNumber::fromE164(wanted);
    QTest::keyClicks(searchEdit, number->international());
    QTRY_COMPARE(rowCount(fixture), 1);
    QTest::keyClick(searchEdit, Qt::Key_Return);
    QTRY_VERIFY(fixture.find<QTableView>("fleetView")->hasFocus());
}

void TestFleetTable::saysWhenNothingMatches()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    const auto all = rowCount(fixture);
    fixture.find<QLineEdit>("searchEdit")->setText(u"no such number"_s);
    QTRY_VERIFY(isShowing(fixture, "emptyTitle"));
    QCOMPARE(fixture.find<QLabel>("emptyTitle")->text(), u"No number matches"_s);
    QTest::mouseClick(fixture.find<QPushButton>("emptyButton"), Qt::LeftButton);
    QTRY_COMPARE(rowCount(fixture), all);
}

void TestFleetTable::sortsByColumn()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    auto *view = fixture.find<QTableView>("fleetView");
    QTRY_VERIFY(!cell(fixture, 0).isEmpty());
    const auto first = cell(fixture, 0);
    view->sortByColumn(0, Qt::DescendingOrder);
    QTRY_VERIFY(!cell(fixture, 0).isEmpty() && cell(fixture, 0) != first);
    QTRY_COMPARE(cell(fixture, rowCount(fixture) - 1), first);
}

void TestFleetTable::remembersColumnsAfterARestart()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    auto *header = fixture.find<QTableView>("fleetView")->horizontalHeader();
    const auto last = header->count() - 1;
    header->moveSection(header->visualIndex(last), 1);
    const auto width = header->sectionSize(0) + 37;
    header->resizeSection(0, width);
    auto *action = fixture.window().findChild<QAction *>(u"column1Action"_s);
    QVERIFY(action->isChecked());
    action->trigger();
    QVERIFY(header->isSectionHidden(1));
    fixture.find<QTableView>("fleetView")->sortByColumn(0, Qt::DescendingOrder);
    fixture.close();

    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    header = fixture.find<QTableView>("fleetView")->horizontalHeader();
    QCOMPARE(header->visualIndex(last), 1);
    QCOMPARE(header->sectionSize(0), width);
    QVERIFY(header->isSectionHidden(1));
    QVERIFY(!fixture.window().findChild<QAction *>(u"column1Action"_s)->isChecked());
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
}

void TestFleetTable::opensTheContextMenuByKeyboard_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Menu") << Qt::Key_Menu << Qt::KeyboardModifiers();
    QTest::newRow("Shift+F10") << Qt::Key_F10 << Qt::KeyboardModifiers(Qt::ShiftModifier);
}

void TestFleetTable::opensTheContextMenuByKeyboard()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    auto *view = fixture.find<QTableView>("fleetView");
    view->setFocus();
    view->selectRow(1);
    QTest::keyClick(view, key, modifiers);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    auto *menu = QApplication::activePopupWidget();
    QCOMPARE(menu->objectName(), u"fleetContextMenu"_s);
    // At the row that it is about.
    const auto row = view->visualRect(view->currentIndex());
    QCOMPARE(menu->pos(), view->viewport()->mapToGlobal(row.bottomLeft()));
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
}

void TestFleetTable::findsAndSortsCountriesAsShown()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/numbers_de.qm"_s));
    QCoreApplication::installTranslator(&translator);
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    const auto all = rowCount(fixture);
    constexpr auto column = static_cast<int>(models::FleetModel::Column::Country);
    auto *view = fixture.find<QTableView>("fleetView");
    const auto countries = [&] {
        QStringList shown;
        for (int row = 0; row < rowCount(fixture); ++row) {
            shown << view->model()->index(row, column).data().toString();
        }
        return shown;
    };
    QTRY_VERIFY(!countries().contains(QString()));
    auto expected = countries();
    QVERIFY2(expected.contains(u"Vereinigte Staaten"_s), qPrintable(expected.join(u", "_s)));
    std::sort(expected.begin(), expected.end());
    QVERIFY(expected.first() != expected.last());
    view->sortByColumn(column, Qt::AscendingOrder);
    QTRY_COMPARE(countries(), expected);
    std::reverse(expected.begin(), expected.end());
    view->sortByColumn(column, Qt::DescendingOrder);
    QTRY_COMPARE(countries(), expected);

    auto *searchEdit = fixture.find<QLineEdit>("searchEdit");
    searchEdit->setText(u"staaten"_s);
    QTRY_COMPARE(rowCount(fixture), static_cast<int>(expected.count(u"Vereinigte Staaten"_s)));
    QTRY_COMPARE(countries().count(u"Vereinigte Staaten"_s), rowCount(fixture));
    searchEdit->setText(u"united"_s);
    QTRY_VERIFY(isShowing(fixture, "emptyTitle"));
    searchEdit->clear();
    QTRY_COMPARE(rowCount(fixture), all);
}

void TestFleetTable::showsTheUsualColumnsWhole_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<int>("characters"); // wide, of the average
    const QList<std::pair<QString, QLocale>> languages{
        {u"en"_s, QLocale::c()},
        {u"en"_s, QLocale(QLocale::English, QLocale::UnitedStates)},
        {u"de"_s, QLocale(QLocale::German, QLocale::Germany)}};
    for (const auto &[language, locale] : languages) {
        for (const auto characters : {230, 190, 160, 140}) {
            QTest::addRow("%s, %s, %d", qPrintable(language), qPrintable(locale.name()), characters)
                << language << locale << characters;
        }
    }
}

void TestFleetTable::showsTheUsualColumnsWhole()
{
    QFETCH(QString, language);
    QFETCH(QLocale, locale);
    QFETCH(int, characters);
    QTranslator translator;
    QVERIFY(translator.load(":/i18n/numbers_%1.qm"_L1.arg(language)));
    QCoreApplication::installTranslator(&translator);
    QLocale::setDefault(locale);
    const auto restore = qScopeGuard([] { QLocale::setDefault(QLocale::system()); });
    WindowFixture fixture;
    auto &window = fixture.open();
    window.resize(window.fontMetrics().averageCharWidth() * characters, window.height());
    QTRY_VERIFY(rowCount(fixture) > 2);
    QTRY_VERIFY(!cell(fixture, rowCount(fixture) - 1).isEmpty());
    const auto *view = fixture.find<QTableView>("fleetView");
    QTRY_COMPARE(view->horizontalScrollBar()->maximum(), 0);
    const auto *header = view->horizontalHeader();
    using Column = models::FleetModel::Column;
    const auto isName = [](int column) {
        return models::FleetModel::samples(static_cast<Column>(column)).isEmpty();
    };
    for (int column = 0; column < header->count(); ++column) {
        if (header->isSectionHidden(column)) {
            continue;
        }
        const auto heading = view->model()->headerData(column, Qt::Horizontal).toString();
        // A narrow window cuts names and headings short; numbers, states and times never.
        QVERIFY2(characters < 190 || header->sectionSize(column) >= header->sectionSizeHint(column),
                 qPrintable(heading));
        for (int row = 0; row < rowCount(fixture) && !isName(column); ++row) {
            const auto wanted = view->sizeHintForIndex(view->model()->index(row, column)).width();
            QVERIFY2(header->sectionSize(column) >= wanted,
                     qPrintable(u"%1: %2 of %3"_s.arg(heading).arg(header->sectionSize(column)).arg(wanted)));
        }
    }
    QTRY_COMPARE(overflowFindings(&window).join(u'\n'), QString());
}

void TestFleetTable::fitsColumnsUntilAWidthIsChosen()
{
    WindowFixture fixture;
    auto &window = fixture.open();
    const auto unit = window.fontMetrics().averageCharWidth();
    window.resize(unit * 190, window.height());
    QTRY_VERIFY(rowCount(fixture) > 2);
    fixture.find<QTableView>("fleetView")->sortByColumn(0, Qt::DescendingOrder);
    fixture.close();

    // Another order is no choice of widths: they still follow the window.
    fixture.open().resize(unit * 140, fixture.window().height());
    QTRY_VERIFY(rowCount(fixture) > 2);
    QTRY_COMPARE(fixture.find<QTableView>("fleetView")->horizontalScrollBar()->maximum(), 0);
    auto *header = fixture.find<QTableView>("fleetView")->horizontalHeader();
    header->resizeSection(2, unit * 60);
    QTRY_VERIFY(fixture.find<QTableView>("fleetView")->horizontalScrollBar()->maximum() > 0);
    fixture.window().resize(unit * 150, fixture.window().height());
    QTRY_COMPARE(header->sectionSize(2), unit * 60);
    fixture.close();

    fixture.open().resize(unit * 140, fixture.window().height());
    QTRY_VERIFY(rowCount(fixture) > 2);
    header = fixture.find<QTableView>("fleetView")->horizontalHeader();
    QCOMPARE(header->sectionSize(2), unit * 60);
    fixture.window().findChild<QAction *>(u"resetColumnsAction"_s)->trigger();
    QVERIFY(header->sectionSize(2) < unit * 60);
    QTRY_COMPARE(fixture.find<QTableView>("fleetView")->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(TestFleetTable)
#include "tst_fleettable.moc"
