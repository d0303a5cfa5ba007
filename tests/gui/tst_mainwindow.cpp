#include "gui/accessibilitylint.h"
#include "gui/common/busybar.h"
#include "gui/common/fieldhint.h"
#include "gui/common/messagebar.h"
#include "gui/fleet/detailpane.h"
#include "gui/fleet/fleetpage.h"
#include "gui/fleet/removedialog.h"
#include "gui/windowfixture.h"
#include "simulator/simulator.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;

namespace {

int rowCount(const WindowFixture &fixture)
{
    return fixture.find<QTableView>("fleetView")->model()->rowCount();
}

bool isShowing(const WindowFixture &fixture, const char *page)
{
    const auto *widget = fixture.find<QWidget>(page);
    return widget != nullptr && widget->isVisible();
}

QString cell(const WindowFixture &fixture, int row)
{
    const auto *model = fixture.find<QTableView>("fleetView")->model();
    return model->index(row, 0).data().toString();
}

QPushButton *visibleButton(QWidget *parent, const QString &name)
{
    const auto buttons = parent->findChildren<QPushButton *>(name);
    for (auto *button : buttons) {
        if (button->isVisible()) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsWithAKeyAndShowsTheFleet();
    void saysWhenNixflexRefusesTheKey();
    void remembersTheKeyAfterARestart();
    void asksToUnlockTheKeychain();
    void saysOnceThatTheKeychainIsLocked();
    void findsNumbersWhileTyping();
    void saysWhenNothingMatches();
    void sortsByColumn();
    void remembersColumnsAfterARestart();
    void showsDetailsOfTheChosenNumber();
    void removesOnlyAfterConfirmation();
    void keepsTheFleetWhenOffline();
    void saysHowToGoOnWhenOfflineAndEmpty();
    void copiesTheSelection();
    void invitesToImportIntoAnEmptyFleet();
    void hasANameForEveryInput();
    void walksByTabAsTheEyeDoes();
    void switchesThemesWhileOpen();
    void opensTheContextMenuByKeyboard_data();
    void opensTheContextMenuByKeyboard();
    void showsTheUsualColumnsWhole_data();
    void showsTheUsualColumnsWhole();
    void fitsASmallScreen();
    void takesNamesLiterally();
};

void TestMainWindow::connectsWithAKeyAndShowsTheFleet()
{
    WindowFixture::Options options;
    options.hasKey = false;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "firstRunPage"));
    auto *keyEdit = fixture.find<QLineEdit>("keyEdit");
    QTRY_VERIFY(keyEdit->hasFocus());
    auto *hint = fixture.find<gui::FieldHint>("keyHint");
    QTest::keyClicks(keyEdit, u"nxf_abc"_s);
    QVERIFY(!hint->isGood());
    keyEdit->clear();
    QTest::keyClicks(keyEdit, fixture.simulator().nixflexKey());
    QVERIFY(hint->isGood());
    QTest::keyClick(keyEdit, Qt::Key_Return);
    QTRY_VERIFY(isShowing(fixture, "fleetPage"));
    QTRY_COMPARE(rowCount(fixture), static_cast<int>(fixture.simulator().nixflexNumbers().size()));
    QVERIFY(rowCount(fixture) > 0);
    QVERIFY(keyEdit->text().isEmpty());
    QTRY_VERIFY(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s));
}

void TestMainWindow::saysWhenNixflexRefusesTheKey()
{
    WindowFixture::Options options;
    options.hasKey = false;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "firstRunPage"));
    auto *keyEdit = fixture.find<QLineEdit>("keyEdit");
    auto wrong = fixture.simulator().nixflexKey();
    wrong.back() = wrong.back() == u'a' ? u'b' : u'a';
    keyEdit->setText(wrong);
    QTest::mouseClick(fixture.find<QPushButton>("connectButton"), Qt::LeftButton);
    auto *hint = fixture.find<gui::FieldHint>("keyHint");
    QTRY_COMPARE(hint->verdict(), InputCheck::Verdict::Wrong);
    QVERIFY(isShowing(fixture, "firstRunPage"));
    QVERIFY(!fixture.find<QWidget>("keyEntry")->findChild<gui::MessageBar *>()->hasMessage());
    // What was typed is still there to be mended.
    QCOMPARE(keyEdit->text(), wrong);
    QTRY_VERIFY(keyEdit->hasFocus());
}

void TestMainWindow::remembersTheKeyAfterARestart()
{
    WindowFixture::Options options;
    options.hasKey = false;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "firstRunPage"));
    fixture.find<QLineEdit>("keyEdit")->setText(fixture.simulator().nixflexKey());
    fixture.find<QPushButton>("connectButton")->click();
    QTRY_VERIFY(isShowing(fixture, "fleetPage"));
    fixture.close();
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "fleetPage"));
    QTRY_VERIFY(rowCount(fixture) > 0);
}

void TestMainWindow::asksToUnlockTheKeychain()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "fleetPage"));
    fixture.keychain().setState(secrets::SecretStore::State::WaitingForUnlock);
    auto *unlockButton = visibleButton(&fixture.window(), u"unlockKeychainButton"_s);
    QVERIFY(unlockButton != nullptr);
    QTest::mouseClick(unlockButton, Qt::LeftButton);
    QTRY_VERIFY(!fixture.find<gui::MessageBar>("keychainBar")->hasMessage());
}

void TestMainWindow::saysOnceThatTheKeychainIsLocked()
{
    WindowFixture::Options options;
    options.hasKey = false;
    options.keychain = secrets::SecretStore::State::WaitingForUnlock;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "firstRunPage"));
    QTRY_VERIFY(fixture.find<gui::MessageBar>("keychainBar")->hasMessage());
    const auto words = secrets::explain(options.keychain);
    QStringList places;
    const auto labels = fixture.window().findChildren<QLabel *>();
    for (const auto *label : labels) {
        if (label->isVisible() && label->text().contains(words)) {
            places.append(label->objectName());
        }
    }
    QCOMPARE(places.size(), 1);
}

void TestMainWindow::findsNumbersWhileTyping()
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

void TestMainWindow::saysWhenNothingMatches()
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

void TestMainWindow::sortsByColumn()
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

void TestMainWindow::remembersColumnsAfterARestart()
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

void TestMainWindow::showsDetailsOfTheChosenNumber()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    QTRY_VERIFY(!cell(fixture, 0).isEmpty());
    auto *view = fixture.find<QTableView>("fleetView");
    view->setFocus();
    view->selectRow(0);
    auto *numberLabel = fixture.find<QLabel>("numberLabel");
    QTRY_VERIFY(numberLabel->isVisible());
    QCOMPARE(digitsOf(numberLabel->text()), digitsOf(cell(fixture, 0)));
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(isShowing(fixture, "nothingLabel"));
    QVERIFY(fixture.find<QLabel>("nothingLabel")->text().contains(QString::number(rowCount(fixture))));
}

void TestMainWindow::removesOnlyAfterConfirmation()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    QTRY_VERIFY(!cell(fixture, 0).isEmpty());
    QTRY_VERIFY(!fixture.find<QLabel>("syncLabel")->text().startsWith(u"Syncing"_s));
    const auto before = rowCount(fixture);
    const auto number = u'+' + digitsOf(cell(fixture, 0));
    auto *view = fixture.find<QTableView>("fleetView");
    view->setFocus();
    view->selectRow(0);

    QTest::keyClick(view, Qt::Key_Delete);
    QTRY_VERIFY(fixture.dialog<gui::RemoveDialog>() != nullptr);
    auto *dialog = fixture.dialog<gui::RemoveDialog>();
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(fixture.dialog<gui::RemoveDialog>() == nullptr);
    QVERIFY(fixture.simulator().nixflexNumber(number).has_value());

    QTest::keyClick(view, Qt::Key_Delete);
    QTRY_VERIFY(fixture.dialog<gui::RemoveDialog>() != nullptr);
    dialog = fixture.dialog<gui::RemoveDialog>();
    auto *removeButton = dialog->findChild<QPushButton *>(u"confirmRemoveButton"_s);
    QVERIFY(!removeButton->isEnabled());
    auto *check = dialog->findChild<QCheckBox *>(u"confirmCheck"_s);
    QTRY_VERIFY(check->hasFocus());
    QTest::keyClick(check, Qt::Key_Space);
    QVERIFY(removeButton->isEnabled());
    QTest::mouseClick(removeButton, Qt::LeftButton);

    QTRY_VERIFY(!fixture.simulator().nixflexNumber(number).has_value());
    QTRY_COMPARE(rowCount(fixture), before - 1);
    QTRY_COMPARE(fixture.find<gui::MessageBar>("messageBar")->kind(), gui::MessageKind::Success);
    QCOMPARE(fixture.simulator().countRequests(u"DELETE"_s, u"phone-numbers"_s), 1);
    // Not released: Twilio still has it.
    QVERIFY(fixture.simulator().number(number).has_value());
}

void TestMainWindow::keepsTheFleetWhenOffline()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    QTRY_VERIFY(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s));
    const auto before = rowCount(fixture);
    fixture.goOffline();
    QTest::keyClick(&fixture.window(), Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(visibleButton(&fixture.window(), u"retrySyncButton"_s) != nullptr, 20'000);
    QCOMPARE(rowCount(fixture), before);
    QVERIFY(visibleButton(&fixture.window(), u"networkSettingsButton"_s) != nullptr);
}

void TestMainWindow::saysHowToGoOnWhenOfflineAndEmpty()
{
    WindowFixture::Options options;
    options.fleet = 0;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "emptyTitle"));
    fixture.goOffline();
    QTest::keyClick(&fixture.window(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.find<QLabel>("emptyTitle")->text(), u"Not reachable"_s, 20'000);
    QVERIFY(fixture.find<QPushButton>("emptyButton")->isVisible());
}

void TestMainWindow::copiesTheSelection()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    QTRY_VERIFY(!cell(fixture, 1).isEmpty());
    auto *view = fixture.find<QTableView>("fleetView");
    view->setFocus();
    view->selectRow(1);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(cell(fixture, 1) + u'\t'));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u"\r\n"_s), 2);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u'+' + digitsOf(cell(fixture, 1)));
}

void TestMainWindow::invitesToImportIntoAnEmptyFleet()
{
    WindowFixture::Options options;
    options.fleet = 0;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_COMPARE(fixture.find<QLabel>("emptyTitle")->text(), u"No numbers yet"_s);
    QVERIFY(fixture.find<QPushButton>("emptyButton")->isVisible());
}

void TestMainWindow::hasANameForEveryInput()
{
    WindowFixture::Options options;
    options.hasKey = false;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "firstRunPage"));
    QCOMPARE(accessibilityFindings(&fixture.window()).join(u'\n'), QString());
    fixture.find<QLineEdit>("keyEdit")->setText(fixture.simulator().nixflexKey());
    fixture.find<QPushButton>("connectButton")->click();
    QTRY_VERIFY(rowCount(fixture) > 2);
    fixture.find<QTableView>("fleetView")->selectRow(0);
    QTRY_VERIFY(fixture.find<QLabel>("numberLabel")->isVisible());
    QCOMPARE(accessibilityFindings(&fixture.window()).join(u'\n'), QString());
}

void TestMainWindow::walksByTabAsTheEyeDoes()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    fixture.find<QTableView>("fleetView")->selectRow(0);
    QTRY_VERIFY(fixture.find<QLabel>("numberLabel")->isVisible());
    QCOMPARE(tabOrderFindings(&fixture.window()).join(u'\n'), QString());
    const auto order = tabOrder(fixture.find<QWidget>("searchEdit"));
    QVERIFY2(!order.contains(QString()), qPrintable(order.join(u' ')));
    QVERIFY(order.indexOf(u"searchEdit"_s) < order.indexOf(u"fleetView"_s));

    // Once around as a user does it: every stop says what it is.
    fixture.find<QLineEdit>("searchEdit")->setFocus();
    QStringList stops;
    do {
        auto *stop = QApplication::focusWidget();
        QVERIFY(stop != nullptr);
        auto *spoken = QAccessible::queryAccessibleInterface(stop);
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(),
                 qPrintable(stops.join(u' ') + QString::fromLatin1(stop->metaObject()->className())));
        stops.append(stop->objectName());
        QTest::keyClick(stop, Qt::Key_Tab);
    } while (stops.size() < 40 && QApplication::focusWidget() != fixture.find<QLineEdit>("searchEdit"));
    QVERIFY2(!stops.contains(QString()), qPrintable(stops.join(u' ')));
    // The arrows of tabs that do not fit are none.
    QCOMPARE(stops.value(stops.indexOf(u"qt_tabwidget_tabbar"_s) + 1), u"importButton"_s);
}

void TestMainWindow::switchesThemesWhileOpen()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    const auto background = [&fixture] {
        const auto image = fixture.window().grab().toImage();
        return image.pixelColor(image.width() / 2, image.height() - 3).lightness();
    };
    QVERIFY(background() > 200);
    fixture.theme().apply(gui::Theme::Choice::Dark);
    QTRY_VERIFY(background() < 80);
    fixture.theme().apply(gui::Theme::Choice::Light);
    QTRY_VERIFY(background() > 200);
}

void TestMainWindow::opensTheContextMenuByKeyboard_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Menu") << Qt::Key_Menu << Qt::KeyboardModifiers();
    QTest::newRow("Shift+F10") << Qt::Key_F10 << Qt::KeyboardModifiers(Qt::ShiftModifier);
}

void TestMainWindow::opensTheContextMenuByKeyboard()
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

void TestMainWindow::showsTheUsualColumnsWhole_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

void TestMainWindow::showsTheUsualColumnsWhole()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(":/i18n/numbers_%1.qm"_L1.arg(language)));
    QCoreApplication::installTranslator(&translator);
    WindowFixture fixture;
    auto &window = fixture.open();
    window.resize(window.fontMetrics().averageCharWidth() * 190, window.height());
    QTRY_VERIFY(rowCount(fixture) > 2);
    const auto *view = fixture.find<QTableView>("fleetView");
    QTRY_COMPARE(view->horizontalScrollBar()->maximum(), 0);
    const auto *header = view->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        QVERIFY2(header->isSectionHidden(column) ||
                     header->sectionSize(column) >= header->sectionSizeHint(column),
                 qPrintable(view->model()->headerData(column, Qt::Horizontal).toString()));
    }
    QCOMPARE(overflowFindings(&window).join(u'\n'), QString());
}

void TestMainWindow::fitsASmallScreen()
{
    WindowFixture fixture;
    const auto agent = fixture.simulator().agentId();
    fixture.simulator().changeAgent(agent, [](simulator::NixflexAgent &changed) {
        changed.name = u"An agent with a name that is longer than anybody would think "_s.repeated(3);
    });
    auto &window = fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    QTRY_VERIFY(fixture.find<QComboBox>("filterCombo")->count() > 4);
    fixture.find<QTableView>("fleetView")->selectRow(0);
    QTRY_VERIFY(fixture.find<QLabel>("numberLabel")->isVisible());
    // A monitor of 1280 by 1024 where everything is twice as large.
    const QSize screen(640, 512);
    QVERIFY2(window.minimumSizeHint().width() <= screen.width(),
             qPrintable(QString::number(window.minimumSizeHint().width())));
    QVERIFY2(window.minimumSizeHint().height() <= screen.height(),
             qPrintable(QString::number(window.minimumSizeHint().height())));
}

void TestMainWindow::takesNamesLiterally()
{
    WindowFixture fixture;
    const auto name = u"<b>Front</b> <img src='https://pictures.example.com/x.png'>"_s;
    const auto agents = fixture.simulator().agents();
    for (const auto &agent : agents) {
        fixture.simulator().changeAgent(agent.agentId,
                                        [&name](simulator::NixflexAgent &changed) { changed.name = name; });
    }
    auto &window = fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    auto *view = fixture.find<QTableView>("fleetView");
    view->selectRow(0);
    QTRY_VERIFY(fixture.find<QLabel>("numberLabel")->isVisible());
    QTest::keyClick(view, Qt::Key_Delete);
    QTRY_VERIFY(fixture.dialog<gui::RemoveDialog>() != nullptr);
    // Only words of our own may be formatted; a label that guesses would format anybody's.
    const auto labels = window.findChildren<QLabel *>();
    QVERIFY(labels.size() > 20);
    for (const auto *label : labels) {
        const auto isCaption = label->buddy() != nullptr || label->objectName().startsWith("qt_"_L1);
        const auto isIcon = label->objectName().isEmpty() && label->text().isEmpty();
        QVERIFY2(isCaption || isIcon || label->textFormat() != Qt::AutoText, qPrintable(label->objectName()));
        QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(name),
                 qPrintable(label->objectName()));
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
