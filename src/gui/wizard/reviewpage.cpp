#include "gui/wizard/reviewpage.h"

#include "gui/common/errortext.h"
#include "gui/common/fieldsdialog.h"
#include "gui/common/icons.h"
#include "gui/common/routinglines.h"
#include "gui/common/typography.h"
#include "gui/wizard/reviewtext.h"
#include "models/tooltip.h"
#include "ui_reviewpage.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QHeaderView>
#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

// ---------------------------------------------------------------------------------------------- the
// controller

ReviewController::ReviewController(workspace::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void ReviewController::plan(const operations::PlanInput &input)
{
    const auto token = m_planning.start();
    auto *importer = m_workspace.operations();
    if (importer == nullptr) {
        auto error = Error::make(Error::Kind::Unauthorized,
                                 tr("There is no Nixflex key yet. Enter one in the preferences."));
        error.providerCode = u"key_secret_required"_s;
        Q_EMIT failed(error);
        return;
    }
    auto task = importer->plan(input, token);
    deliverLatest(std::move(task), this, token, [this](const Result<operations::ImportPlan> &result) {
        if (result) {
            Q_EMIT planned(*result);
        } else {
            Q_EMIT failed(result.error());
        }
    });
}

// ---------------------------------------------------------------------------------------------------- the
// page

ReviewPage::ReviewPage(workspace::Workspace &workspace, QWidget *parent)
    : AsyncPage(parent)
    , m_ui(std::make_unique<Ui::ReviewPage>())
    , m_controller(new ReviewController(workspace, this))
{
    m_ui->setupUi(this);
    setCommitPage(true);
    makeHeading(m_ui->summaryLabel);
    m_ui->problemBar->setDismissible(false);
    m_ui->messageBar->setDismissible(false);
    auto *table = m_ui->routingTable;
    table->setColumnCount(3);
    table->setHorizontalHeaderLabels({QString(), tr("Answers now"), tr("After the import")});
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setHighlightSections(false);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->installEventFilter(this);
    m_ui->savedNote->add(MessageKind::Info,
                         tr("What is set at Twilio now is saved on this computer first, so that it can be "
                            "restored."));

    connect(m_ui->fieldsButton, &QPushButton::clicked, this, &ReviewPage::showFields);
    connect(m_ui->confirmCheckBox, &QCheckBox::toggled, this, &ReviewPage::completeChanged);
    connect(m_ui->busyBar, &BusyBar::cancelRequested, this, [this] {
        stop();
        m_ui->messageBar->showMessage(MessageKind::Info, tr("Stopped. Nothing was changed."));
        auto *button = m_ui->messageBar->addButton(tr("&Read again"), u"planAgainButton"_s);
        connect(button, &QPushButton::clicked, this, &ReviewPage::startPlanning);
    });
    connect(m_controller, &ReviewController::planned, this, &ReviewPage::show);
    connect(m_controller, &ReviewController::failed, this, &ReviewPage::planFailed);
    setContentVisible(false);
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::initializePage()
{
    startPlanning();
}

void ReviewPage::stop()
{
    m_controller->stop();
    m_ui->busyBar->finish();
    setBusy(false);
}

void ReviewPage::reviewAgain(const Error &reason)
{
    startPlanning();
    m_ui->messageBar->showError(reason);
}

void ReviewPage::startPlanning()
{
    m_plan.reset();
    m_ui->confirmCheckBox->setChecked(false);
    m_ui->messageBar->clear();
    setContentVisible(false);
    auto input = m_state == nullptr ? std::nullopt : planInputOf(*m_state);
    if (!input) {
        return;
    }
    input->readsAllAnew = input->phoneNumber == m_reviewed;
    m_reviewed = input->phoneNumber;
    m_ui->summaryLabel->setText(tr("%1 → %2", "number, agent")
                                    .arg(numberWords(input->phoneNumber, m_state->number->friendlyName),
                                         agentWords(m_state->agent->name, input->agentId)));
    setBusy(true);
    m_ui->busyBar->start(tr("Reading what is set up at Twilio and Nixflex…"));
    m_controller->plan(*input);
}

void ReviewPage::setContentVisible(bool isVisible)
{
    m_ui->routingTable->setVisible(isVisible);
    m_ui->fieldsButton->setVisible(isVisible);
    m_ui->consequenceLabel->setVisible(isVisible);
    m_ui->savedNote->setVisible(isVisible);
    if (!isVisible) {
        m_ui->warningList->clear();
        m_ui->problemBar->clear();
        m_ui->confirmCheckBox->hide();
    }
}

void ReviewPage::show(const operations::ImportPlan &plan)
{
    m_plan = plan;
    m_ui->busyBar->finish();
    m_ui->summaryLabel->setText(tr("%1 → %2", "number, agent")
                                    .arg(numberWords(plan.phoneNumber, plan.before.friendlyName),
                                         agentWords(plan.agentName, plan.agentId)));
    setContentVisible(true);
    showRouting(plan);
    showProblems(plan);
    for (const auto &warning : plan.warnings) {
        m_ui->warningList->add(MessageKind::Warning, warning.text);
    }
    m_ui->consequenceLabel->setText(consequencesOf(plan));
    const auto asks = plan.isPossible() && plan.needsConfirmation();
    m_ui->confirmCheckBox->setVisible(asks);
    m_ui->consequenceLabel->setVisible(plan.isPossible());
    m_ui->savedNote->setVisible(plan.isPossible());
    setBusy(false);
    if (asks) {
        m_ui->confirmCheckBox->setFocus(Qt::OtherFocusReason);
    }
}

void ReviewPage::showRouting(const operations::ImportPlan &plan)
{
    const auto changes = routingChanges(plan);
    auto *table = m_ui->routingTable;
    table->setRowCount(static_cast<int>(changes.size()));
    for (int row = 0; row < table->rowCount(); ++row) {
        const auto &change = changes.at(row);
        auto *title = new QTableWidgetItem(change.title);
        auto *now = new QTableWidgetItem(change.now);
        auto *after = new QTableWidgetItem(change.after);
        now->setToolTip(models::plainToolTip(toolTipOf(change.address, change.doubt)));
        if (change.isLive) {
            auto font = now->font();
            font.setBold(true);
            now->setFont(font);
        }
        table->setItem(row, 0, title);
        table->setItem(row, 1, now);
        table->setItem(row, 2, after);
    }
    fitTable();
}

void ReviewPage::showFields()
{
    if (!m_plan) {
        return;
    }
    auto *dialog = new FieldsDialog(
        m_plan->phoneNumber,
        tr("Nixflex replaces these with its own. What it sets is read right after the import."),
        m_plan->before.webhooks, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ReviewPage::showProblems(const operations::ImportPlan &plan)
{
    if (plan.isPossible()) {
        return;
    }
    QStringList texts;
    auto place = WizardPlace::Here;
    Error error;
    for (const auto &problem : plan.problems) {
        texts << problem.text;
        if (place == WizardPlace::Here) {
            place = placeOfProblem(problem.code);
            error = Error::make(Error::Kind::Invalid, problem.text);
            error.providerCode = problem.code;
        }
    }
    m_ui->problemBar->showMessage(MessageKind::Error, texts.join(u'\n'));
    if (plan.atNixflex && plan.atNixflex->agentId != plan.agentId) {
        auto *button = m_ui->problemBar->addButton(tr("Mo&ve to this agent…"), u"moveButton"_s);
        connect(button, &QPushButton::clicked, this, &ReviewPage::requestMove);
    }
    if (place != WizardPlace::Here) {
        auto *button = m_ui->problemBar->addButton(place == WizardPlace::Number ? tr("Choose another n&umber")
                                                                                : tr("Go back and &fix it"),
                                                   u"mendButton"_s);
        connect(button, &QPushButton::clicked, this,
                [this, error, place] { Q_EMIT mendRequested(error, place); });
        button->setFocus(Qt::OtherFocusReason);
    }
}

void ReviewPage::requestMove()
{
    store::NumberRecord number;
    number.phoneNumber = m_plan->phoneNumber;
    number.accountSid = m_plan->credentials.accountSid;
    number.accountLabel = m_state->account ? m_state->account->name : QString();
    number.agentId = m_plan->atNixflex->agentId;
    number.agentName = m_plan->formerAgentName;
    Q_EMIT moveRequested(number, m_plan->agentId);
}

void ReviewPage::planFailed(const Error &error)
{
    m_ui->busyBar->finish();
    setBusy(false);
    if (isSilent(error)) {
        return;
    }
    m_ui->messageBar->showError(error);
    auto *again = m_ui->messageBar->addButton(tr("&Read again"), u"planAgainButton"_s);
    connect(again, &QPushButton::clicked, this, &ReviewPage::startPlanning);
    auto place = placeOf(error);
    if (place == WizardPlace::Here && isNetworkSettingsMatter(error)) {
        place = WizardPlace::NetworkSettings;
    }
    if (place != WizardPlace::Here && place != WizardPlace::Review) {
        const auto text = place == WizardPlace::NetworkSettings ? tr("Net&work settings…")
                          : place == WizardPlace::NixflexKey    ? tr("Nixflex &key…")
                                                                : tr("Go back and &fix it");
        auto *button = m_ui->messageBar->addButton(text, u"mendButton"_s);
        connect(button, &QPushButton::clicked, this,
                [this, error, place] { Q_EMIT mendRequested(error, place); });
    }
}

bool ReviewPage::canGoOn() const
{
    return m_plan && m_plan->isPossible() &&
           (!m_plan->needsConfirmation() || m_ui->confirmCheckBox->isChecked());
}

void ReviewPage::check()
{
    Q_EMIT chosen({*m_plan, m_ui->confirmCheckBox->isChecked()});
    pass();
}

bool ReviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->routingTable &&
        (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)) {
        // After the table has laid out its rows for the new width.
        QMetaObject::invokeMethod(this, &ReviewPage::fitTable, Qt::QueuedConnection);
    }
    return AsyncPage::eventFilter(watched, event);
}

void ReviewPage::fitTable()
{
    // All rows are shown; what does not fit scrolls with the page.
    auto *table = m_ui->routingTable;
    const auto height = table->horizontalHeader()->sizeHint().height() + table->verticalHeader()->length() +
                        2 * table->frameWidth();
    if (table->minimumHeight() != height) {
        table->setMinimumHeight(height);
        table->setMaximumHeight(height);
    }
}

} // namespace numbers::gui
