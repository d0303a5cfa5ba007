#include "gui/wizard/importpage.h"

#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/common/screenreader.h"
#include "gui/common/tableview.h"
#include "gui/common/typography.h"
#include "gui/wizard/outcometext.h"
#include "gui/wizard/reviewtext.h"
#include "ui_importpage.h"
#include "workspace/workspace.h"

#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using Kind = operations::OperationOutcome::Kind;
using operations::ImportStep;

namespace {

QStringList stepTitles()
{
    // In the order of operations::ImportStep.
    return {ImportPage::tr("Save what is set at Twilio now"), ImportPage::tr("Hand the number to Nixflex"),
            ImportPage::tr("Read back what is set at Twilio"),
            ImportPage::tr("Find out what happened to a lost answer"), ImportPage::tr("Record the result")};
}

QString busyWords(ImportStep step)
{
    switch (step) {
    case ImportStep::SaveBackup:
        return ImportPage::tr("Saving what is set at Twilio now…");
    case ImportStep::Send:
        return ImportPage::tr("Handing the number to Nixflex…");
    case ImportStep::ReadBack:
        return ImportPage::tr("Reading back what is set at Twilio…");
    case ImportStep::Settle:
        return ImportPage::tr("The answer was lost. Asking Nixflex and Twilio what happened…");
    case ImportStep::Record:
        return ImportPage::tr("Recording the result…");
    }
    return {};
}

} // namespace

ImportPage::ImportPage(workspace::Workspace &workspace, QWidget *parent)
    : QWizardPage(parent)
    , m_ui(std::make_unique<Ui::ImportPage>())
    , m_controller(new ImportController(workspace, this))
{
    m_ui->setupUi(this);
    setFinalPage(true);
    makeHeading(m_ui->summaryLabel);
    makeQuiet(m_ui->sendNoteLabel);
    m_ui->outcomeBar->setDismissible(false);
    m_ui->copyResultButton->setIcon(iconFor(Icon::Copy));
    m_ui->openInFleetButton->setIcon(iconFor(Icon::Phone));
    m_ui->undoButton->setIcon(iconFor(Icon::Back));
    m_ui->importAnotherButton->setIcon(iconFor(Icon::Import));

    connect(m_ui->busyBar, &BusyBar::cancelRequested, m_controller, &ImportController::cancel);
    connect(m_ui->fixButton, &QPushButton::clicked, this, &ImportPage::mend);
    connect(m_ui->tryAgainButton, &QPushButton::clicked, this, &ImportPage::tryAgainRequested);
    connect(m_ui->importAnotherButton, &QPushButton::clicked, this, &ImportPage::importAnotherRequested);
    connect(m_ui->openInFleetButton, &QPushButton::clicked, this,
            [this] { Q_EMIT openInFleetRequested(m_state->review->plan.phoneNumber); });
    connect(m_ui->undoButton, &QPushButton::clicked, this,
            [this] { Q_EMIT undoRequested(importedNumber()); });
    connect(m_ui->copyResultButton, &QPushButton::clicked, this, [this] {
        if (m_outcome) {
            copyToClipboard(outcomeReport(*m_outcome, m_state->review->plan));
            announce(this, tr("Result copied."));
        }
    });
    connect(m_controller, &ImportController::stepBegun, this, &ImportPage::stepBegun);
    connect(m_controller, &ImportController::finished, this, &ImportPage::finished);
}

ImportPage::~ImportPage() = default;

void ImportPage::initializePage()
{
    start();
}

void ImportPage::start()
{
    if (m_controller->isRunning() || m_state == nullptr || !m_state->review) {
        return;
    }
    const auto &plan = m_state->review->plan;
    m_outcome.reset();
    m_step = -1;
    setTitle(tr("Importing"));
    m_ui->summaryLabel->setText(tr("%1 → %2", "number, agent")
                                    .arg(numberWords(plan.phoneNumber, plan.before.friendlyName),
                                         agentWords(plan.agentName, plan.agentId)));
    m_ui->stepList->setSteps(stepTitles());
    m_ui->stepList->setStepVisible(static_cast<int>(ImportStep::Settle), false);
    m_ui->sendNoteLabel->hide();
    m_ui->outcomeBar->clear();
    m_ui->warningList->clear();
    m_ui->nextLabel->hide();
    hideButtons();
    m_ui->busyBar->start(tr("Starting…"));
    m_controller->start(*m_state->review);
    Q_EMIT completeChanged();
}

StepList::State ImportPage::progress() const
{
    if (isRunning() || !m_outcome) {
        return StepList::State::Running;
    }
    switch (m_outcome->kind) {
    case Kind::Succeeded:
        return StepList::State::Done;
    case Kind::Unknown:
        return StepList::State::Unclear;
    case Kind::Refused:
    case Kind::NotSent:
    case Kind::NotExecuted:
        break;
    }
    return StepList::State::Failed;
}

void ImportPage::stepBegun(ImportStep step)
{
    const auto index = static_cast<int>(step);
    if (m_step >= 0) {
        m_ui->stepList->setState(m_step, step == ImportStep::Settle ? StepList::State::Unclear
                                                                    : StepList::State::Done);
    }
    m_step = index;
    m_ui->stepList->setStepVisible(index, true);
    m_ui->stepList->setState(index, StepList::State::Running);
    m_ui->busyBar->setText(busyWords(step));
    // Until the request leaves nothing is sent; while a lost answer is looked for, one may stop waiting.
    m_ui->busyBar->setCancellable(step == ImportStep::SaveBackup || step == ImportStep::Settle);
    m_ui->sendNoteLabel->setVisible(step == ImportStep::Send);
    announce(m_ui->busyBar, busyWords(step));
}

void ImportPage::finished(const operations::OperationOutcome &outcome)
{
    m_outcome = outcome;
    m_ui->busyBar->finish();
    m_ui->sendNoteLabel->hide();
    finishSteps(outcome.kind);
    const auto text = describeOutcome(outcome, m_state->review->plan);
    const auto isCancelled = outcome.error && isSilent(*outcome.error);
    setTitle(outcome.kind == Kind::Succeeded ? tr("Imported")
             : outcome.kind == Kind::Unknown ? tr("Not known yet")
             : isCancelled                   ? tr("Cancelled")
                                             : tr("Not imported"));
    if (outcome.error && outcome.kind != Kind::Unknown && outcome.kind != Kind::Succeeded && !isCancelled) {
        m_ui->outcomeBar->showError(text.what, *outcome.error);
    } else {
        m_ui->outcomeBar->showMessage(text.kind, text.what);
    }
    for (const auto &warning : outcome.warnings) {
        m_ui->warningList->add(MessageKind::Warning, warning.text);
    }
    m_ui->nextLabel->setText(text.next);
    m_ui->nextLabel->show();
    showButtons(outcome);
    Q_EMIT completeChanged();
    if (outcome.kind == Kind::Succeeded) {
        Q_EMIT imported(importedNumber());
    }
}

store::NumberRecord ImportPage::importedNumber() const
{
    const auto &plan = m_state->review->plan;
    store::NumberRecord number;
    number.phoneNumber = plan.phoneNumber;
    number.accountSid = plan.credentials.accountSid;
    number.agentId = plan.agentId;
    number.agentName = plan.agentName;
    return number;
}

void ImportPage::finishSteps(Kind kind)
{
    if (m_step < 0) {
        return;
    }
    switch (kind) {
    case Kind::Succeeded:
        for (const auto step :
             {ImportStep::SaveBackup, ImportStep::Send, ImportStep::ReadBack, ImportStep::Record}) {
            m_ui->stepList->setState(static_cast<int>(step), StepList::State::Done);
        }
        m_ui->stepList->setState(static_cast<int>(ImportStep::Settle), StepList::State::Done);
        break;
    case Kind::Refused:
    case Kind::NotSent:
    case Kind::NotExecuted:
        m_ui->stepList->setState(m_step, StepList::State::Failed);
        break;
    case Kind::Unknown:
        m_ui->stepList->setState(m_step, StepList::State::Unclear);
        break;
    }
}

void ImportPage::hideButtons()
{
    for (auto *button : {m_ui->fixButton, m_ui->tryAgainButton, m_ui->openInFleetButton,
                         m_ui->importAnotherButton, m_ui->copyResultButton, m_ui->undoButton}) {
        button->hide();
    }
}

void ImportPage::showButtons(const operations::OperationOutcome &outcome)
{
    m_ui->openInFleetButton->setVisible(outcome.kind == Kind::Succeeded);
    m_ui->undoButton->setVisible(outcome.kind == Kind::Succeeded);
    m_ui->importAnotherButton->setVisible(true);
    m_ui->copyResultButton->setVisible(true);
    m_ui->fixButton->setVisible(outcome.kind != Kind::Succeeded);
    auto *first = m_ui->openInFleetButton;
    if (outcome.kind != Kind::Succeeded) {
        const auto place = outcome.error ? placeOf(*outcome.error) : WizardPlace::Here;
        m_ui->fixButton->setText(outcome.kind == Kind::Unknown           ? tr("As&k again")
                                 : place == WizardPlace::Here            ? tr("Try a&gain")
                                 : place == WizardPlace::NixflexKey      ? tr("Nixflex &key…")
                                 : place == WizardPlace::NetworkSettings ? tr("Net&work settings…")
                                                                         : tr("Go back and &fix it"));
        m_ui->tryAgainButton->setVisible(place == WizardPlace::NixflexKey ||
                                         place == WizardPlace::NetworkSettings);
        first = m_ui->fixButton;
    }
    first->setFocus(Qt::OtherFocusReason);
}

void ImportPage::mend()
{
    if (!m_outcome) {
        return;
    }
    if (m_outcome->kind == Kind::Unknown) {
        const auto id = m_outcome->operationId;
        m_ui->outcomeBar->clear();
        m_ui->nextLabel->hide();
        m_ui->warningList->clear();
        hideButtons();
        m_step = -1;
        m_ui->busyBar->start(busyWords(ImportStep::Settle));
        m_controller->settleAgain(id);
        Q_EMIT completeChanged();
        return;
    }
    const auto error = m_outcome->error.value_or(Error::cancelled());
    Q_EMIT mendRequested(error, placeOf(error));
}

} // namespace numbers::gui
