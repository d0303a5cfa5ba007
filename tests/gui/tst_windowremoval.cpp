#include "gui/common/messagebar.h"
#include "gui/fleet/removedialog.h"
#include "gui/windowhelpers.h"
#include "simulator/simulator.h"
#include "support/runtask.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;

/// Removing many numbers in the window: progress, waiting, stopping, closing, and going on later.
class TestWindowRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesEverySelectedNumber();
    void isNotStoppedByASync();
    void staysOpenUnlessTheUserStopsIt();
    void closesAfterTheNumberInProgress();

private:
    static void openSynced(WindowFixture &fixture);
    /// Selects everything and agrees to its removal.
    static void removeAll(WindowFixture &fixture);
    [[nodiscard]] static int deletes(WindowFixture &fixture)
    {
        return fixture.simulator().countRequests(u"DELETE"_s, {});
    }
    static void slowDown(WindowFixture &fixture);
};

void TestWindowRemoval::openSynced(WindowFixture &fixture)
{
    fixture.open();
    QTRY_VERIFY(rowCount(fixture) > 2);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s), 15'000);
    QTRY_VERIFY(!cell(fixture, 0).isEmpty());
    QTRY_COMPARE(rowCount(fixture), static_cast<int>(fixture.simulator().nixflexNumbers().size()));
}

void TestWindowRemoval::removeAll(WindowFixture &fixture)
{
    auto *view = fixture.find<QTableView>("fleetView");
    view->setFocus();
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_Delete);
    QTRY_VERIFY(fixture.dialog<gui::RemoveDialog>() != nullptr);
    auto *dialog = fixture.dialog<gui::RemoveDialog>();
    QTest::keyClick(dialog->findChild<QCheckBox *>(u"confirmCheck"_s), Qt::Key_Space);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"confirmRemoveButton"_s), Qt::LeftButton);
}

void TestWindowRemoval::slowDown(WindowFixture &fixture)
{
    simulator::Fault slow;
    slow.method = u"DELETE"_s;
    slow.delayAnswer = std::chrono::milliseconds(700);
    fixture.simulator().armFault(slow);
}

void TestWindowRemoval::removesEverySelectedNumber()
{
    WindowFixture::Options options;
    options.fleet = 60;
    WindowFixture fixture(options);
    openSynced(fixture);
    removeAll(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.simulator().nixflexNumbers().isEmpty(), 90'000);
    QTRY_VERIFY(fixture.find<gui::MessageBar>("messageBar")->text().contains(u"removed"_s));
    QTRY_VERIFY(isShowing(fixture, "emptyTitle"));
}

void TestWindowRemoval::isNotStoppedByASync()
{
    WindowFixture fixture;
    openSynced(fixture);
    const auto total = rowCount(fixture);
    slowDown(fixture);
    // A sync that is under way when the removal begins, and one that begins during it.
    QTest::keyClick(&fixture.window(), Qt::Key_F5);
    removeAll(fixture);
    QTRY_COMPARE(deletes(fixture), 1);
    fixture.window().findChild<QAction *>(u"syncAction"_s)->trigger();
    QTRY_VERIFY(fixture.find<QPushButton>("cancelButton")->isEnabled());
    QTest::mouseClick(fixture.find<QPushButton>("cancelButton"), Qt::LeftButton);
    QTRY_VERIFY(
        fixture.find<gui::MessageBar>("messageBar")->text().startsWith(u"Stopped: 1 of %1"_s.arg(total)));
    // The sync was not cancelled with it.
    QTRY_VERIFY(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s));
    QCOMPARE(static_cast<int>(fixture.simulator().nixflexNumbers().size()), total - 1);
}

void TestWindowRemoval::staysOpenUnlessTheUserStopsIt()
{
    WindowFixture fixture;
    openSynced(fixture);
    slowDown(fixture);
    removeAll(fixture);
    QTRY_COMPARE(deletes(fixture), 1);
    fixture.window().findChild<QAction *>(u"quitAction"_s)->trigger();
    QTRY_VERIFY(fixture.find<QMessageBox>("closeWhileRemovingBox") != nullptr);
    QVERIFY(fixture.window().isVisible());
    QTest::keyClick(fixture.find<QMessageBox>("closeWhileRemovingBox"), Qt::Key_Escape);
    QTRY_VERIFY(fixture.simulator().nixflexNumbers().isEmpty());
    QTRY_VERIFY(fixture.find<gui::MessageBar>("messageBar")->text().contains(u"removed"_s));
    QVERIFY(fixture.window().isVisible());
    // The next time there is nothing to ask about.
    QVERIFY(fixture.window().close());
}

void TestWindowRemoval::closesAfterTheNumberInProgress()
{
    WindowFixture fixture;
    openSynced(fixture);
    slowDown(fixture);
    const auto total = rowCount(fixture);
    removeAll(fixture);
    QTRY_COMPARE(deletes(fixture), 1);
    QVERIFY(!fixture.window().close());
    QTRY_VERIFY(fixture.find<QPushButton>("stopAndCloseButton") != nullptr);
    QTest::mouseClick(fixture.find<QPushButton>("stopAndCloseButton"), Qt::LeftButton);
    // After the answer to what was sent.
    QTRY_VERIFY(!fixture.window().isVisible());
    QCOMPARE(deletes(fixture), 1);
    QCOMPARE(static_cast<int>(fixture.simulator().nixflexNumbers().size()), total - 1);
}

QTEST_MAIN(TestWindowRemoval)
#include "tst_windowremoval.moc"
