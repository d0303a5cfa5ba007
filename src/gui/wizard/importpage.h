#pragma once

#include "gui/wizard/errorplace.h"
#include "gui/wizard/importcontroller.h"
#include "gui/wizard/steplist.h"
#include "store/records.h"

#include <QWizardPage>

#include <memory>
#include <optional>

namespace numbers::gui {

namespace Ui {
class ImportPage;
}

/// Page 5: carries the import out, says how it ended and what to do next.
class ImportPage : public QWizardPage
{
    Q_OBJECT
public:
    explicit ImportPage(workspace::Workspace &workspace, QWidget *parent = nullptr);
    ~ImportPage() override;

    void setState(const WizardState *state) { m_state = state; }
    void initializePage() override;
    [[nodiscard]] bool isComplete() const override { return !m_controller->isRunning(); }
    [[nodiscard]] bool isRunning() const { return m_controller->isRunning(); }
    /// Of the import as a whole; changes with `completeChanged`.
    [[nodiscard]] StepList::State progress() const;

Q_SIGNALS:
    void mendRequested(const numbers::Error &error, numbers::gui::WizardPlace place);
    /// The same once more: back to the review, which is read again.
    void tryAgainRequested();
    void importAnotherRequested();
    void openInFleetRequested(const numbers::PhoneNumber &number);
    /// It is done, and can be undone.
    void imported(const numbers::store::NumberRecord &number);
    void undoRequested(const numbers::store::NumberRecord &number);

private:
    void start();
    void stepBegun(operations::ImportStep step);
    void finished(const operations::OperationOutcome &outcome);
    void finishSteps(operations::OperationOutcome::Kind kind);
    void hideButtons();
    void showButtons(const operations::OperationOutcome &outcome);
    void mend();
    [[nodiscard]] store::NumberRecord importedNumber() const;

    std::unique_ptr<Ui::ImportPage> m_ui;
    ImportController *m_controller;
    const WizardState *m_state = nullptr;
    std::optional<operations::OperationOutcome> m_outcome;
    int m_step = -1; ///< the one under way
};

} // namespace numbers::gui
