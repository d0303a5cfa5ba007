#include "gui/accessibilitylint.h"
#include "gui/common/busybar.h"
#include "gui/common/fieldsdialog.h"
#include "gui/common/messagebar.h"
#include "gui/common/tableview.h"
#include "gui/fleet/fleetpage.h"
#include "gui/fleet/healthcontroller.h"
#include "gui/settings/preferencesdialog.h"
#include "gui/windowhelpers.h"
#include "gui/wizard/importwizard.h"
#include "models/fleetmodel.h"
#include "operations/health/healthrepair.h"
#include "simulator/world/sharedworld.h"
#include "support/runtask.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using simulator::WorldData;
using Key = workspace::Settings::Key;

namespace {

const auto theirs = u"https://pbx.example/theirs"_s;

/// The window with a fleet whose accounts and baselines are known here.
class HealthWindow : public WindowFixture
{
public:
    HealthWindow()
    {
        open();
        if (!QTest::qWaitFor([this] { return find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s); })) {
            qFatal("the fleet is not read");
        }
        if (!QTest::qWaitForWindowActive(&window())) {
            qFatal("the window is not active");
        }
        QList<simulator::TwilioAccount> accounts = simulator().subaccounts();
        accounts.prepend(simulator().mainAccount());
        for (const auto &account : std::as_const(accounts)) {
            store::AccountRecord record;
            record.sid = *AccountSid::parse(account.sid);
            record.ownerSid = *AccountSid::parse(account.ownerSid);
            record.friendlyName = account.friendlyName;
            const auto token =
                std::make_shared<const SecretString>(SecretString::fromText(account.authToken));
            if (!runTask(workspace().saveAccount(record, token, true))) {
                qFatal("an account cannot be saved");
            }
        }
        const auto all = simulator().nixflexNumbers();
        for (const auto &at : all) {
            know(at.phoneNumber);
        }
        // Rows that come later would take the choice away.
        const auto *model = qobject_cast<models::FleetModel *>(find<QTableView>("fleetView")->model());
        const auto isShown = [model, &all] {
            for (int row = 0; row < model->rowCount(); ++row) {
                const auto number = model->number(row);
                if (!number || !number->baseline) {
                    return false;
                }
            }
            return model->rowCount() == all.size() && !model->isLoading();
        };
        if (!QTest::qWaitFor(isShown)) {
            qFatal("the fleet is not shown");
        }
    }

    /// What Twilio shows now is what Nixflex set up.
    void know(const QString &e164)
    {
        const auto at = *simulator().number(e164);
        auto row = rowOf(e164);
        row.accountSid = *AccountSid::parse(at.accountSid);
        row.numberSid = at.sid;
        WebhookConfiguration baseline;
        baseline.voiceUrl = at.voiceUrl;
        baseline.voiceMethod = at.voiceMethod;
        baseline.voiceFallbackUrl = at.voiceFallbackUrl;
        baseline.voiceFallbackMethod = at.voiceFallbackMethod;
        baseline.voiceReceiveMode = at.voiceReceiveMode;
        baseline.voiceCallerIdLookup = at.voiceCallerIdLookup ? u"true"_s : u"false"_s;
        baseline.voiceApplicationSid = at.voiceApplicationSid;
        baseline.trunkSid = at.trunkSid;
        baseline.smsUrl = at.smsUrl;
        baseline.smsMethod = at.smsMethod;
        baseline.smsFallbackUrl = at.smsFallbackUrl;
        baseline.smsFallbackMethod = at.smsFallbackMethod;
        baseline.smsApplicationSid = at.smsApplicationSid;
        baseline.statusCallback = at.statusCallback;
        baseline.statusCallbackMethod = at.statusCallbackMethod;
        row.baseline = baseline;
        if (!runTask(workspace().ledger().saveNumber(row))) {
            qFatal("a number cannot be saved");
        }
    }

    [[nodiscard]] store::NumberRecord rowOf(const QString &e164)
    {
        const auto row =
            runTask(workspace().ledger().number(workspace().keyId(), *PhoneNumber::fromE164(e164)));
        return row && *row ? **row : store::NumberRecord();
    }

    /// Chooses a number of the main account that nothing is to be said about, and returns it.
    QString choose()
    {
        const auto services = simulator().services();
        const auto agents = simulator().agents();
        for (int row = 0; row < rowCount(*this); ++row) {
            const auto e164 = u'+' + digitsOf(cell(*this, row));
            const auto at = simulator().number(e164);
            const auto imported = simulator().nixflexNumber(e164);
            if (!at || !imported || at->accountSid != simulator().mainAccount().sid ||
                !at->trunkSid.isEmpty() || !at->voiceApplicationSid.isEmpty() || !at->voice ||
                std::any_of(services.cbegin(), services.cend(),
                            [&at](const auto &service) { return service.numberSids.contains(at->sid); }) ||
                std::none_of(agents.cbegin(), agents.cend(), [&imported](const auto &agent) {
                    return agent.agentId == imported->agentId && agent.isActive;
                })) {
                continue;
            }
            auto *view = find<QTableView>("fleetView");
            view->setFocus();
            // Not by `selectRow`, which looks at the keys that were held last.
            gui::chooseRow(*view, row);
            return e164;
        }
        qFatal("no number is without findings");
    }

    /// That of the fleet's page: others have the same name.
    [[nodiscard]] gui::MessageBar *bar()
    {
        return window().findChild<gui::FleetPage *>()->findChild<gui::MessageBar *>(u"messageBar"_s);
    }
    void press(Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(find<QTableView>("fleetView"), Qt::Key_K, modifiers);
    }
    /// Checks the chosen number and waits for the result.
    void check()
    {
        QTRY_VERIFY(isEnabled("checkAction"));
        press(Qt::ControlModifier);
        QTRY_VERIFY(bar()->hasMessage());
    }
    void drift(const QString &e164)
    {
        QVERIFY(simulator().changeNumber(e164, [](simulator::TwilioNumber &at) { at.voiceUrl = theirs; }));
    }
    [[nodiscard]] QString findings() const
    {
        const auto *label = find<QLabel>("findingsLabel");
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] bool offers(const char *button) const
    {
        return findVisible<QPushButton>(const_cast<HealthWindow *>(this)->window().window(),
                                        QString::fromLatin1(button)) != nullptr;
    }
    [[nodiscard]] int updates()
    {
        return simulator().countRequests(u"POST"_s, u"/IncomingPhoneNumbers/PN"_s);
    }
    /// Answers the open question by keys.
    void answer(bool isYes)
    {
        QTRY_VERIFY(dialog<QMessageBox>() != nullptr);
        auto *box = dialog<QMessageBox>();
        // What is pressed by mistake changes nothing.
        QVERIFY(box->defaultButton() == box->button(QMessageBox::Cancel));
        if (isYes) {
            auto *button = box->findChild<QPushButton *>(u"confirmButton"_s);
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        } else {
            QTest::keyClick(box, Qt::Key_Escape);
        }
        QTRY_VERIFY(dialog<QMessageBox>() == nullptr);
    }
    void push(const char *name)
    {
        QTRY_VERIFY(offers(name));
        auto *button = find<QPushButton>(name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    [[nodiscard]] bool isEnabled(const char *action)
    {
        return window().findChild<QAction *>(QString::fromLatin1(action))->isEnabled();
    }
};

} // namespace

/// Checking health in the window, and mending what was found, by keys.
class TestWindowHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksTheChosenNumber();
    void checksAllNumbers();
    void showsThoseThatNeedAttention();
    void setsBackAfterAsking();
    void keepsWhatIsThereAfterAsking();
    void comparesTheTechnicalFields();
    void forgetsOrImportsWhatIsGone();
    void leadsToTheToken();
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

void TestWindowHealth::setsBackAfterAsking()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    const auto before = fixture.simulator().number(number)->voiceUrl;
    fixture.drift(number);
    fixture.check();
    const auto line = u"Address for calls: %1 instead of %2"_s.arg(theirs, before);
    QTRY_VERIFY2(fixture.findings().contains(line), qPrintable(fixture.findings()));
    QCOMPARE(fixture.find<QLabel>("healthLabel")->text(), u"Needs attention"_s);
    fixture.push("setBackButton");
    QTRY_VERIFY(fixture.dialog<QMessageBox>() != nullptr);
    QVERIFY(fixture.dialog<QMessageBox>()->informativeText().contains(line));
    fixture.answer(false);
    QCOMPARE(fixture.updates(), 0);
    QCOMPARE(fixture.simulator().number(number)->voiceUrl, theirs);

    fixture.push("setBackButton");
    fixture.answer(true);
    QTRY_COMPARE(fixture.simulator().number(number)->voiceUrl, before);
    QCOMPARE(fixture.updates(), 1);
    // Looked at again by itself.
    QTRY_VERIFY(fixture.find<QLabel>("healthLabel")->text().startsWith(u"Good"_s));
    QCOMPARE(fixture.findings(), QString());
    QVERIFY(!fixture.offers("setBackButton"));
    QCOMPARE(fixture.bar()->kind(), gui::MessageKind::Success);
    QTRY_VERIFY(!fixture.find<QLabel>("attentionLabel")->isVisible());
}

void TestWindowHealth::keepsWhatIsThereAfterAsking()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    fixture.drift(number);
    fixture.check();
    fixture.push("adoptButton");
    fixture.answer(false);
    QVERIFY(fixture.rowOf(number).baseline->voiceUrl != theirs);
    fixture.push("adoptButton");
    fixture.answer(true);
    QTRY_COMPARE(fixture.rowOf(number).baseline->voiceUrl, theirs);
    QTRY_VERIFY(fixture.find<QLabel>("healthLabel")->text().startsWith(u"Good"_s));
    QCOMPARE(fixture.updates(), 0);
    QCOMPARE(fixture.simulator().number(number)->voiceUrl, theirs);
    fixture.find<QTabWidget>("tabs")->setCurrentIndex(3);
    const auto *history = fixture.find<QTreeWidget>("historyTree");
    const auto isListed = [history] {
        return history->topLevelItemCount() > 0 &&
               history->topLevelItem(0)->text(0).contains(u"Change at Twilio kept"_s);
    };
    QTRY_VERIFY(isListed());
}

void TestWindowHealth::comparesTheTechnicalFields()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    fixture.drift(number);
    fixture.check();
    QTRY_VERIFY(fixture.offers("setBackButton"));
    auto *button =
        fixture.window().findChild<QWidget *>(u"routingTab"_s)->findChild<QPushButton *>(u"fieldsButton"_s);
    QVERIFY(button != nullptr && button->isVisible());
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(fixture.dialog<gui::FieldsDialog>() != nullptr);
    auto *dialog = fixture.dialog<gui::FieldsDialog>();
    QCOMPARE(accessibilityFindings(dialog), QStringList());
    const auto *tree = dialog->findChild<QTreeWidget *>(u"fieldTree"_s);
    int differing = 0;
    for (int row = 0; row < tree->topLevelItemCount(); ++row) {
        const auto *item = tree->topLevelItem(row);
        const auto isMarked = !item->icon(1).isNull();
        differing += isMarked ? 1 : 0;
        if (item->text(0) == "voice_url"_L1) {
            QVERIFY(isMarked);
            QCOMPARE(item->text(1), theirs);
            QVERIFY(!item->text(2).isEmpty() && item->text(2) != theirs);
        } else if (item->text(0) == "sms_url"_L1) {
            QVERIFY(!isMarked);
            QCOMPARE(item->text(1), item->text(2));
        }
    }
    QVERIFY(differing > 0);
}

void TestWindowHealth::forgetsOrImportsWhatIsGone()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    const auto before = rowCount(fixture);
    fixture.simulator().world().change([&](WorldData &data) { data.removeRow(number); });
    fixture.check();
    QTRY_COMPARE(fixture.find<QLabel>("healthLabel")->text(), u"No longer at Nixflex"_s);
    fixture.push("importAgainButton");
    QTRY_VERIFY(fixture.dialog<gui::ImportWizard>() != nullptr);
    QCOMPARE(fixture.find<QLineEdit>("numberFilterEdit")->text(), number);
    QTest::keyClick(fixture.dialog<gui::ImportWizard>(), Qt::Key_Escape);
    QTRY_VERIFY(fixture.dialog<gui::ImportWizard>() == nullptr);
    fixture.push("forgetButton");
    fixture.answer(false);
    QCOMPARE(rowCount(fixture), before);
    fixture.push("forgetButton");
    fixture.answer(true);
    QTRY_COMPARE(rowCount(fixture), before - 1);
    QCOMPARE(fixture.rowOf(number).id, 0);
}

void TestWindowHealth::leadsToTheToken()
{
    HealthWindow fixture;
    fixture.choose();
    QVERIFY(fixture.simulator().changeAccount(
        fixture.simulator().mainAccount().sid,
        [](simulator::TwilioAccount &account) { account.authToken = QString(32, u'f'); }));
    fixture.check();
    QTRY_VERIFY(fixture.findings().contains(u"no longer accepts the Auth Token"_s));
    QVERIFY(!fixture.offers("setBackButton") && !fixture.offers("adoptButton"));
    fixture.push("enterTokenButton");
    QTRY_VERIFY(fixture.dialog<gui::PreferencesDialog>() != nullptr);
    QVERIFY(findVisible<QWidget>(fixture.dialog<gui::PreferencesDialog>(), u"accountsPage"_s) != nullptr);
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
