#include "gui/accessibilitylint.h"
#include "gui/common/busybar.h"
#include "gui/fleet/healthcontroller.h"
#include "gui/healthwindow.h"
#include "gui/settings/preferencesdialog.h"
#include "operations/health/healthrepair.h"

#include <QComboBox>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using Key = workspace::Settings::Key;

/// Checking health in the window, by keys.
class TestWindowHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksTheChosenNumber();
    void checksAllNumbers();
    void showsThoseThatNeedAttention();
    void stopsOnCancel();
    void saysWhyNothingWasChecked();
    void readsTheFleetAgainForWhatItDoesNotHave();
    void checksByTheClockWithoutAWord();
    void isNotScheduledAtFirst();
    void isAccessibleWithFindings();
};

void TestWindowHealth::checksTheChosenNumber()
{
    HealthWindow fixture;
    fixture.find<QTableView>("fleetView")->clearSelection();
    QTRY_VERIFY(!fixture.isEnabled("checkAction"));
    QVERIFY(fixture.isEnabled("checkAllAction"));
    const auto number = fixture.choose();
    QTRY_VERIFY(fixture.isEnabled("checkAction"));
    fixture.check();
    auto *bar = fixture.bar();
    QCOMPARE(bar->kind(), gui::MessageKind::Success);
    QVERIFY2(bar->text().endsWith(u"all good."_s), qPrintable(bar->text()));
    QTRY_VERIFY(fixture.find<QLabel>("healthLabel")->text().startsWith(u"Good"_s));
    QCOMPARE(fixture.findings(), QString());
    QVERIFY(fixture.rowOf(number).checkedAt.isValid());
    QCOMPARE(fixture.simulator().countRequests(u"GET"_s, u"/IncomingPhoneNumbers\\.json"_s), 1);
}

void TestWindowHealth::checksAllNumbers()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    fixture.drift(number);
    fixture.press(Qt::ControlModifier | Qt::ShiftModifier);
    auto *bar = fixture.bar();
    QTRY_VERIFY(bar->hasMessage());
    QCOMPARE(bar->kind(), gui::MessageKind::Warning);
    QVERIFY2(bar->text().contains(QString::number(rowCount(fixture)) + u" number(s) checked"_s),
             qPrintable(bar->text()));
    const auto all = fixture.simulator().nixflexNumbers();
    for (const auto &at : all) {
        QVERIFY(fixture.rowOf(at.phoneNumber).health != store::Health::Unknown);
    }
    QTRY_VERIFY(fixture.find<QLabel>("attentionLabel")->isVisible());
}

void TestWindowHealth::showsThoseThatNeedAttention()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    fixture.drift(number);
    fixture.check();
    fixture.push("showAttentionButton");
    QTRY_COMPARE(rowCount(fixture), 1);
    QTRY_COMPARE(u'+' + digitsOf(cell(fixture, 0)), number);
}

void TestWindowHealth::stopsOnCancel()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    simulator::Fault slow;
    slow.times = 0;
    slow.path = u"IncomingPhoneNumbers"_s;
    slow.delay = std::chrono::seconds(30);
    fixture.simulator().armFault(slow);
    fixture.press(Qt::ControlModifier | Qt::ShiftModifier);
    auto *bar = fixture.find<gui::BusyBar>("busyBar");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(!fixture.isEnabled("checkAction") && !fixture.isEnabled("checkAllAction"));
    QVERIFY(!fixture.isEnabled("removeAction"));
    auto *button = bar->findChild<QPushButton *>(u"cancelButton"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(!bar->isVisible());
    QVERIFY(fixture.isEnabled("checkAction") && fixture.isEnabled("checkAllAction"));
    QVERIFY(fixture.isEnabled("removeAction"));
    QVERIFY(!fixture.bar()->hasMessage());
    QVERIFY(!fixture.rowOf(number).checkedAt.isValid());
}

void TestWindowHealth::saysWhyNothingWasChecked()
{
    HealthWindow fixture;
    fixture.choose();
    simulator::Fault fault;
    fault.times = 0;
    fault.path = u"^/v1/agents"_s;
    fault.status = 403;
    fixture.simulator().armFault(fault);
    fixture.check();
    QCOMPARE(fixture.bar()->kind(), gui::MessageKind::Error);
    fixture.simulator().clearFaults();
    fault.path = u"IncomingPhoneNumbers"_s;
    fixture.simulator().armFault(fault);
    fixture.bar()->clear();
    fixture.check();
    auto *bar = fixture.bar();
    QCOMPARE(bar->kind(), gui::MessageKind::Info);
    QVERIFY2(bar->text().contains(fixture.simulator().mainAccount().sid), qPrintable(bar->text()));
    QTRY_VERIFY(fixture.findings().startsWith(u"Not checked"_s));
}

void TestWindowHealth::readsTheFleetAgainForWhatItDoesNotHave()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    const auto before = rowCount(fixture);
    auto row = fixture.rowOf(number);
    row.health = store::Health::Gone;
    QVERIFY(runTask(fixture.workspace().ledger().saveNumber(row)));
    QVERIFY(runTask(operations::forgetGone(fixture.workspace().operationServices(), row.phoneNumber)));
    QTRY_COMPARE(rowCount(fixture), before - 1);
    fixture.press(Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(rowCount(fixture), before);
    QVERIFY(fixture.rowOf(number).id != 0);
}

void TestWindowHealth::checksByTheClockWithoutAWord()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    fixture.drift(number);
    fixture.window().showPreferences(gui::PreferencesDialog::Page::General);
    auto *dialog = fixture.dialog<gui::PreferencesDialog>();
    auto *combo = dialog->findChild<QComboBox *>(u"healthCheckCombo"_s);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(fixture.workspace().settings().text(Key::HealthCheckHours), u"1"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(fixture.dialog<gui::PreferencesDialog>() == nullptr);
    QVERIFY(!fixture.rowOf(number).checkedAt.isValid());
    auto *controller = fixture.window().findChild<gui::HealthController *>();
    bool wasLoud = false;
    connect(controller, &gui::HealthController::busyChanged, this, [&wasLoud] { wasLoud = true; });
    controller->setHour(std::chrono::milliseconds(100));
    auto *badge = fixture.find<QLabel>("attentionLabel");
    QTRY_VERIFY(badge->isVisible());
    QVERIFY(badge->text().contains(u"attention"_s));
    QVERIFY(fixture.rowOf(number).health == store::Health::NeedsAttention);
    QVERIFY(!wasLoud);
    QVERIFY(!fixture.bar()->hasMessage());
    QVERIFY(!fixture.find<gui::BusyBar>("busyBar")->isVisible());
}

void TestWindowHealth::isNotScheduledAtFirst()
{
    HealthWindow fixture;
    QCOMPARE(fixture.workspace().settings().text(Key::HealthCheckHours), u"0"_s);
    auto *controller = fixture.window().findChild<gui::HealthController *>();
    fixture.simulator().resetRequests();
    controller->setHour(std::chrono::milliseconds(10));
    QTest::qWait(200); // lint: nothing is to happen, which nothing tells of
    QCOMPARE(fixture.simulator().requests().size(), 0);
}

void TestWindowHealth::isAccessibleWithFindings()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    QVERIFY(fixture.simulator().changeNumber(number, [](simulator::TwilioNumber &at) {
        at.voiceUrl = theirs;
        at.smsUrl = theirs;
        at.statusCallback = theirs;
        at.voiceFallbackUrl = theirs;
    }));
    fixture.check();
    QTRY_VERIFY(fixture.offers("setBackButton") && fixture.offers("adoptButton"));
    QCOMPARE(accessibilityFindings(&fixture.window()).join(u'\n'), QString());
    QCOMPARE(tabOrderFindings(&fixture.window()).join(u'\n'), QString());
    const QSize screen(640, 512);
    QVERIFY2(fixture.window().minimumSizeHint().width() <= screen.width(),
             qPrintable(QString::number(fixture.window().minimumSizeHint().width())));
    QVERIFY2(fixture.window().minimumSizeHint().height() <= screen.height(),
             qPrintable(QString::number(fixture.window().minimumSizeHint().height())));
}

QTEST_MAIN(TestWindowHealth)
#include "tst_windowhealth.moc"
