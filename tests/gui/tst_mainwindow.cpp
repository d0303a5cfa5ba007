#include "gui/accessibilitylint.h"
#include "gui/common/messagebar.h"
#include "gui/fleet/removedialog.h"
#include "gui/windowhelpers.h"
#include "simulator/simulator.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsDetailsOfTheChosenNumber();
    void removesOnlyAfterConfirmation();
    void keepsTheFleetWhenOffline();
    void saysHowToGoOnWhenOfflineAndEmpty();
    void copiesTheSelection();
    void invitesToImportIntoAnEmptyFleet();
    void hasANameForEveryInput();
    void walksByTabAsTheEyeDoes();
    void switchesThemesWhileOpen();
    void fitsASmallScreen();
    void takesNamesLiterally();
};

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
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(fixture.dialog<gui::RemoveDialog>() == nullptr);
    fixture.window().activateWindow(); // There is no window manager here that does it.
    QTRY_VERIFY(fixture.window().isActiveWindow());
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
    QTRY_VERIFY_WITH_TIMEOUT(findVisible<QPushButton>(&fixture.window(), u"retrySyncButton"_s) != nullptr,
                             20'000);
    QCOMPARE(rowCount(fixture), before);
    QVERIFY(findVisible<QPushButton>(&fixture.window(), u"networkSettingsButton"_s) != nullptr);
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
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(cell(fixture, 1) + u'\t'));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u"\r\n"_s), 2);
    // As in every file of this program, so that it can be given back.
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"\r\n+"_s + digitsOf(cell(fixture, 1)) + u','));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u'+' + digitsOf(cell(fixture, 1)));
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
