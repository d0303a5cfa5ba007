#include "gui/screenshots/windowscenes.h"

#include "gui/changeover/reassigndialog.h"
#include "gui/changeover/undodialog.h"
#include "gui/common/busybar.h"
#include "gui/common/fieldsdialog.h"
#include "gui/common/messagebar.h"
#include "gui/common/tableview.h"
#include "gui/fleet/fleetcontroller.h"
#include "gui/fleet/fleetpage.h"
#include "gui/fleet/removedialog.h"
#include "gui/fleet/rowactions.h"
#include "gui/history/historywindow.h"
#include "gui/screenshots/stage.h"
#include "gui/settings/aboutdialog.h"
#include "gui/settings/preferencesdialog.h"
#include "operations/health/healthrepair.h"
#include "operations/operations.h"
#include "simulator/simulator.h"
#include "simulator/world/sharedworld.h"
#include "support/runtask.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QTreeWidget>

#include <algorithm>
#include <chrono>

namespace numbers::test {

namespace {

using namespace Qt::StringLiterals;
using Page = gui::PreferencesDialog::Page;

template <typename Widget>
Widget *find(QWidget *root, const char *name)
{
    return root->findChild<Widget *>(QString::fromLatin1(name));
}

bool isSynced(QWidget *window)
{
    // Not by the status line's words: they are German in some pictures.
    const auto *controller = window->findChild<gui::FleetController *>();
    return controller != nullptr && !controller->isSyncing() && controller->lastSync().isValid();
}

/// Imports the example as a user would, so that there is a number with a history.
bool importExample(Stage &stage)
{
    auto &workspace = *stage.workspace();
    auto *practice = stage.practice();
    const auto token = runTask(workspace.tokenOf(practice->accountSid()));
    if (!token || !*token) {
        return false;
    }
    operations::PlanInput input;
    input.credentials = {practice->accountSid(), *token};
    input.phoneNumber = practice->exampleNumber();
    input.agentId = practice->exampleAgent();
    input.customPrompt =
        u"Harbour Dental, 12 Quay Street. Open Monday to Friday, 8 to 18. New patients welcome; "
        "emergencies get an appointment on the same day."_s;
    auto plan = runTask(workspace.operations()->plan(input, {}));
    if (!plan) {
        return false;
    }
    const auto onStep = [](operations::ImportStep) {};
    const auto outcome = runTask(workspace.operations()->run(*plan, true, onStep, {}));
    return outcome.kind == operations::OperationOutcome::Kind::Succeeded;
}

QWidget *fleetTable(Stage &stage)
{
    auto *window = stage.openPractice();
    if (window == nullptr || !Stage::waitFor([window] { return isSynced(window); }) ||
        !importExample(stage)) {
        return nullptr;
    }
    auto *view = find<QTableView>(window, "fleetView");
    // The imported number, when it and those around it have been read.
    const auto wanted = digitsOf(stage.practice()->exampleNumber().e164());
    const auto choose = [view, wanted] {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (digitsOf(view->model()->index(row, 0).data().toString()).endsWith(wanted)) {
                gui::chooseRow(*view, row);
                return true;
            }
        }
        return false;
    };
    auto *seen = find<QLabel>(window, "seenLabel");
    if (!Stage::waitFor([choose, seen] { return choose() && seen->isVisible(); })) {
        return nullptr;
    }
    view->setFocus();
    return window;
}

QWidget *history(Stage &stage)
{
    auto *window = fleetTable(stage);
    if (window == nullptr) {
        return nullptr;
    }
    find<QTabWidget>(window, "tabs")->setCurrentIndex(3);
    auto *tree = find<QTreeWidget>(window, "historyTree");
    const auto isListed = [tree] {
        return tree->topLevelItemCount() > 0 && tree->topLevelItem(0)->childCount() > 5;
    };
    Stage::waitFor([tree] { return tree->topLevelItemCount() > 0; });
    tree->expandItem(tree->topLevelItem(0));
    Stage::waitFor(isListed);
    return window;
}

QWidget *profile(Stage &stage)
{
    auto *window = fleetTable(stage);
    if (window == nullptr) {
        return nullptr;
    }
    find<QTabWidget>(window, "tabs")->setCurrentIndex(2);
    return window;
}

/// Of all numbers, after an import that was undone.
QWidget *historyWindow(Stage &stage)
{
    auto *window = fleetTable(stage);
    if (window == nullptr) {
        return nullptr;
    }
    auto &workspace = *stage.workspace();
    const auto number = stage.practice()->exampleNumber();
    const auto operations = runTask(workspace.ledger().operationsOf(number));
    const auto account = operations->first().accountSid;
    const auto token = runTask(workspace.tokenOf(account));
    stage.letTimePass(std::chrono::minutes(1)); // The newest comes first.
    const auto offer = runTask(workspace.operations()->offerUndo({account, *token}, number, {}));
    if (!offer || runTask(workspace.operations()->undo(*offer, {})).kind !=
                      operations::OperationOutcome::Kind::Succeeded) {
        return nullptr;
    }
    find<QAction>(window, "historyAction")->trigger();
    auto *shown = window->findChild<gui::HistoryWindow *>();
    auto *tree = find<QTreeWidget>(shown, "operationTree");
    const auto isListed = [tree] {
        return tree->topLevelItemCount() > 0 && tree->topLevelItem(0)->childCount() > 5;
    };
    return Stage::waitFor(isListed) ? shown : nullptr;
}

QWidget *firstRun(Stage &stage)
{
    auto *window = stage.openFirstRun();
    auto *page = find<QWidget>(window, "firstRunPage");
    return Stage::waitFor([page] { return page->isVisible(); }) ? window : nullptr;
}

QWidget *firstRunOffline(Stage &stage)
{
    auto *window = firstRun(stage);
    if (window == nullptr) {
        return nullptr;
    }
    find<QLineEdit>(window, "keyEdit")
        ->setText(u"nxf_"_s + QString(32, u'a') + u":nxfs_"_s + QString(64, u'b'));
    find<QPushButton>(window, "connectButton")->click();
    auto *entry = find<QWidget>(window, "keyEntry");
    auto *bar = find<gui::MessageBar>(entry, "messageBar");
    return Stage::waitFor([bar] { return bar->hasMessage(); }) ? window : nullptr;
}

QWidget *lockedKeychain(Stage &stage)
{
    auto *window = stage.openFirstRun(secrets::SecretStore::State::WaitingForUnlock);
    auto *bar = find<gui::MessageBar>(window, "keychainBar");
    return Stage::waitFor([bar] { return bar->isVisible() && bar->hasMessage(); }) ? window : nullptr;
}

QWidget *emptyFleet(Stage &stage)
{
    auto *window = stage.openPractice(0);
    if (window == nullptr || !Stage::waitFor([window] { return isSynced(window); })) {
        return nullptr;
    }
    auto *title = find<QLabel>(window, "emptyTitle");
    return Stage::waitFor([title] { return title->isVisible(); }) ? window : nullptr;
}

QWidget *offlineFleet(Stage &stage)
{
    auto *window = fleetTable(stage);
    if (window == nullptr) {
        return nullptr;
    }
    stage.practice()->simulator()->stop();
    find<QAction>(window, "syncAction")->trigger();
    auto *bar = find<gui::MessageBar>(find<QWidget>(window, "fleetPage"), "messageBar");
    return Stage::waitFor([bar] { return bar->hasMessage(); }) ? window : nullptr;
}

/// A dialog opens when what it is about has been read.
template <typename Dialog>
Dialog *opened(QWidget *window)
{
    const auto isOpen = [window] { return window->findChild<Dialog *>() != nullptr; };
    return Stage::waitFor(isOpen) ? window->findChild<Dialog *>() : nullptr;
}

QWidget *removal(Stage &stage)
{
    auto *window = fleetTable(stage);
    if (window == nullptr) {
        return nullptr;
    }
    window->findChild<gui::FleetPage *>()->rowActions().remove();
    return opened<gui::RemoveDialog>(window);
}

/// The dialog that the action opens for the imported number, when it says what it would do.
template <typename Dialog>
QWidget *changeover(Stage &stage, const char *action)
{
    auto *window = fleetTable(stage);
    if (window == nullptr) {
        return nullptr;
    }
    find<QAction>(window, action)->trigger();
    auto *dialog = opened<Dialog>(window);
    if (dialog == nullptr) {
        return nullptr;
    }
    auto *goButton = find<QPushButton>(dialog, "goButton");
    auto *busyBar = find<gui::BusyBar>(dialog, "busyBar");
    return Stage::waitFor([=] { return goButton->isEnabled() || !busyBar->isBusy(); }) ? dialog : nullptr;
}

QWidget *undo(Stage &stage)
{
    return changeover<gui::UndoDialog>(stage, "undoAction");
}

/// The fleet, after somebody has set another address for the imported number.
QWidget *changedFleet(Stage &stage)
{
    auto *window = fleetTable(stage);
    if (window != nullptr) {
        stage.practice()->simulator()->changeNumber(
            stage.practice()->exampleNumber().e164(),
            [](simulator::TwilioNumber &at) { at.voiceUrl = u"https://pbx.brightsmile.example/night"_s; });
    }
    return window;
}

QWidget *undoWithChanges(Stage &stage)
{
    auto *window = changedFleet(stage);
    if (window == nullptr) {
        return nullptr;
    }
    find<QAction>(window, "undoAction")->trigger();
    auto *dialog = opened<gui::UndoDialog>(window);
    if (dialog == nullptr) {
        return nullptr;
    }
    auto *goButton = find<QPushButton>(dialog, "goButton");
    return Stage::waitFor([goButton] { return goButton->isEnabled(); }) ? dialog : nullptr;
}

/// The newest operation of the history is chosen, and its Undo pressed; null when there is no such window.
QWidget *undoNewest(QWidget *window)
{
    find<QAction>(window, "historyAction")->trigger();
    auto *shown = window->findChild<gui::HistoryWindow *>();
    auto *button = find<QPushButton>(shown, "undoOperationButton");
    if (!Stage::waitFor([button] { return button->isEnabled(); })) {
        return nullptr;
    }
    button->click();
    return shown;
}

/// What answered before the import was set back after a removal; that is to be undone.
QWidget *undoRestore(Stage &stage)
{
    auto *window = fleetTable(stage);
    if (window == nullptr) {
        return nullptr;
    }
    using Kind = operations::OperationOutcome::Kind;
    auto &workspace = *stage.workspace();
    const auto number = stage.practice()->exampleNumber();
    const auto operations = runTask(workspace.ledger().operationsOf(number));
    const auto account = operations->first().accountSid;
    const twilio::Credentials pair{account, *runTask(workspace.tokenOf(account))};
    stage.letTimePass(std::chrono::minutes(1)); // The newest is what is undone.
    const auto removed = runTask(workspace.operations()->remove(number, pair, {}));
    stage.letTimePass(std::chrono::minutes(1));
    const auto offer = runTask(workspace.operations()->offerRestore(pair, number, {}));
    if (removed.kind != Kind::Succeeded || !offer ||
        runTask(workspace.operations()->restore(*offer, {})).kind != Kind::Succeeded) {
        return nullptr;
    }
    auto *shown = undoNewest(window);
    auto *dialog = shown == nullptr ? nullptr : shown->findChild<gui::UndoDialog *>();
    auto *goButton = dialog == nullptr ? nullptr : find<QPushButton>(dialog, "goButton");
    return goButton != nullptr && Stage::waitFor([goButton] { return goButton->isEnabled(); }) ? dialog
                                                                                               : nullptr;
}

/// A number was taken out of the list; it is to be taken in again.
QWidget *undoForgetting(Stage &stage)
{
    auto *window = fleetTable(stage);
    if (window == nullptr) {
        return nullptr;
    }
    auto &workspace = *stage.workspace();
    const auto number = stage.practice()->exampleNumber();
    stage.letTimePass(std::chrono::minutes(1)); // The newest is what is undone.
    auto row = runTask(workspace.ledger().number(workspace.keyId(), number));
    (*row)->health = store::Health::Gone;
    if (!runTask(workspace.ledger().saveNumber(**row)) ||
        !runTask(operations::forgetGone(workspace.operationServices(), number))) {
        return nullptr;
    }
    auto *shown = undoNewest(window);
    return shown == nullptr ? nullptr : shown->findChild<QMessageBox *>();
}

/// The chosen number is no longer at Nixflex.
QWidget *gone(Stage &stage)
{
    auto *window = fleetTable(stage);
    if (window == nullptr) {
        return nullptr;
    }
    const auto number = stage.practice()->exampleNumber().e164();
    stage.practice()->simulator()->world().change(
        [&number](simulator::WorldData &data) { data.removeRow(number); });
    stage.letTimePass(std::chrono::minutes(20)); // What was written in the same moment is left alone.
    find<QAction>(window, "syncAction")->trigger();
    auto *forget = find<QPushButton>(window, "forgetButton");
    return Stage::waitFor([forget] { return forget->isVisible(); }) ? window : nullptr;
}

/// A health check has found what was changed.
QWidget *health(Stage &stage)
{
    auto *window = changedFleet(stage);
    if (window == nullptr) {
        return nullptr;
    }
    stage.letTimePass(std::chrono::minutes(20)); // What was written in the same moment is left alone.
    find<QAction>(window, "checkAction")->trigger();
    auto *setBack = find<QPushButton>(window, "setBackButton");
    auto *attention = find<QLabel>(window, "attentionLabel");
    const auto isFound = [=] { return setBack->isVisible() && attention->isVisible(); };
    return Stage::waitFor(isFound) ? window : nullptr;
}

QWidget *technicalFields(Stage &stage)
{
    auto *window = health(stage);
    if (window == nullptr) {
        return nullptr;
    }
    find<QPushButton>(find<QWidget>(window, "routingTab"), "fieldsButton")->click();
    return window->findChild<gui::FieldsDialog *>();
}

/// Every number was looked at; those whose account is not known here could not be.
QWidget *healthOfAll(Stage &stage)
{
    if (health(stage) == nullptr) {
        return nullptr;
    }
    auto *window = stage.window();
    auto *page = find<QWidget>(window, "fleetPage");
    auto *attention = find<QLabel>(window, "attentionLabel");
    const auto first = attention->text();
    stage.letTimePass(std::chrono::minutes(20));
    find<QAction>(window, "checkAllAction")->trigger();
    // The first check's button goes with its message.
    const auto shown = [page]() -> QPushButton * {
        const auto buttons = page->findChildren<QPushButton *>(u"showAttentionButton"_s);
        const auto found = std::find_if(buttons.cbegin(), buttons.cend(),
                                        [](const QPushButton *button) { return button->isVisible(); });
        return found == buttons.cend() ? nullptr : *found;
    };
    if (!Stage::waitFor([&] { return attention->text() != first && shown() != nullptr; })) {
        return nullptr;
    }
    shown()->click();
    auto *view = find<QTableView>(window, "fleetView");
    auto *findings = find<QLabel>(window, "findingsLabel");
    // Of the filtered rows, when they are there.
    const auto isChosen = [view, findings] {
        if (view->model()->rowCount() > 0) {
            gui::chooseRow(*view, 0);
        }
        return findings->isVisible();
    };
    return Stage::waitFor(isChosen) ? window : nullptr;
}

QWidget *reassign(Stage &stage)
{
    auto *dialog = changeover<gui::ReassignDialog>(stage, "reassignAction");
    if (dialog == nullptr) {
        return nullptr;
    }
    auto *agents = find<QComboBox>(dialog, "agentCombo");
    if (!Stage::waitFor([agents] { return agents->count() > 2; })) {
        return nullptr;
    }
    agents->setCurrentIndex(2);
    Q_EMIT agents->activated(2);
    auto *goButton = find<QPushButton>(dialog, "goButton");
    return Stage::waitFor([goButton] { return goButton->isEnabled(); }) ? dialog : nullptr;
}

QWidget *preferences(Stage &stage, Page page)
{
    auto *window = stage.openPractice();
    if (window == nullptr || !Stage::waitFor([window] { return isSynced(window); })) {
        return nullptr;
    }
    window->showPreferences(page);
    return window->findChild<gui::PreferencesDialog *>();
}

QWidget *about(Stage &stage)
{
    auto *window = stage.openFirstRun();
    find<QAction>(window, "aboutAction")->trigger();
    return window->findChild<gui::AboutDialog *>();
}

} // namespace

QList<Scene> windowScenes()
{
    return {
        {u"fleet"_s, &fleetTable, true, true},
        {u"fleet-german"_s, &fleetTable, false, false, u"de"_s},
        {u"fleet-right-to-left"_s, &fleetTable, false, false, {}, true},
        {u"history"_s, &history, true, false},
        {u"profile"_s, &profile, true, false},
        {u"history-window"_s, &historyWindow, true, true},
        {u"history-window-german"_s, &historyWindow, false, false, u"de"_s},
        {u"first-run"_s, &firstRun, true, true},
        {u"first-run-offline"_s, &firstRunOffline, true, false},
        {u"first-run-locked"_s, &lockedKeychain, false, false},
        {u"fleet-empty"_s, &emptyFleet, false, false},
        {u"fleet-offline"_s, &offlineFleet, true, false},
        {u"remove"_s, &removal, true, false},
        {u"undo"_s, &undo, true, true},
        {u"undo-changed"_s, &undoWithChanges, true, false},
        {u"undo-restore"_s, &undoRestore, true, false},
        {u"undo-forgetting"_s, &undoForgetting, false, false},
        {u"undo-forgetting-german"_s, &undoForgetting, false, false, u"de"_s},
        {u"undo-german"_s, &undoWithChanges, false, false, u"de"_s},
        {u"health"_s, &health, true, true},
        {u"health-gone"_s, &gone, false, true},
        {u"health-gone-german"_s, &gone, false, false, u"de"_s},
        {u"health-german"_s, &health, false, false, u"de"_s},
        {u"technical-fields"_s, &technicalFields, true, true},
        {u"health-all"_s, &healthOfAll, true, false},
        {u"reassign"_s, &reassign, true, false},
        {u"preferences-general"_s, [](Stage &stage) { return preferences(stage, Page::General); }, false,
         false},
        {u"preferences-key"_s, [](Stage &stage) { return preferences(stage, Page::Key); }, false, false},
        {u"preferences-network"_s, [](Stage &stage) { return preferences(stage, Page::Network); }, true,
         true},
        {u"preferences-accounts"_s, [](Stage &stage) { return preferences(stage, Page::Accounts); }, false,
         false},
        {u"about"_s, &about, false, false},
    };
}

} // namespace numbers::test
