#include "gui/wizard/importcontroller.h"

#include "workspace/workspace.h"

#include <QPointer>

#include <algorithm>

namespace numbers::gui {

using Kind = operations::OperationOutcome::Kind;
using Settled = QList<store::OperationRecord>;

namespace {

/// What the ledger says of an operation, as an outcome.
operations::OperationOutcome outcomeOf(const store::OperationRecord &operation)
{
    operations::OperationOutcome outcome;
    outcome.operationId = operation.id;
    outcome.error = operation.error;
    switch (operation.outcome) {
    case store::OperationRecord::Outcome::Succeeded:
        outcome.kind = Kind::Succeeded;
        break;
    case store::OperationRecord::Outcome::Refused:
        outcome.kind = Kind::Refused;
        break;
    case store::OperationRecord::Outcome::NotSent:
        outcome.kind = Kind::NotSent;
        break;
    case store::OperationRecord::Outcome::NotExecuted:
        outcome.kind = Kind::NotExecuted;
        break;
    case store::OperationRecord::Outcome::None:
    case store::OperationRecord::Outcome::Unknown:
        outcome.kind = Kind::Unknown;
        break;
    }
    return outcome;
}

operations::OperationOutcome stillUnknown(const QString &operationId, const std::optional<Error> &error)
{
    operations::OperationOutcome outcome;
    outcome.kind = Kind::Unknown;
    outcome.operationId = operationId;
    outcome.error = error;
    return outcome;
}

} // namespace

ImportController::ImportController(workspace::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void ImportController::start(const ReviewChoice &choice)
{
    auto *importer = m_workspace.operations();
    if (m_isRunning || importer == nullptr) {
        return;
    }
    m_isRunning = true;
    m_cancel = CancelSource();
    const operations::OnImportStep onStep = [self = QPointer(this)](operations::ImportStep step) {
        if (self) {
            Q_EMIT self->stepBegun(step);
        }
    };
    auto task = importer->run(choice.plan, choice.isConfirmed, onStep, m_cancel.token());
    QCoro::connect(std::move(task), this,
                   [this](const operations::OperationOutcome &outcome) { finish(outcome); });
}

void ImportController::settleAgain(const QString &operationId)
{
    if (m_isRunning) {
        return;
    }
    m_isRunning = true;
    m_cancel = CancelSource();
    Q_EMIT stepBegun(operations::ImportStep::Settle);
    auto task = m_workspace.settleUnfinished(m_cancel.token());
    QCoro::connect(std::move(task), this, [this, operationId](const Result<Settled> &result) {
        if (!result) {
            finish(stillUnknown(operationId, result.error()));
            return;
        }
        const auto found = std::find_if(
            result->begin(), result->end(),
            [&operationId](const store::OperationRecord &operation) { return operation.id == operationId; });
        finish(found == result->end() ? stillUnknown(operationId, std::nullopt) : outcomeOf(*found));
    });
}

void ImportController::finish(const operations::OperationOutcome &outcome)
{
    m_isRunning = false;
    Q_EMIT finished(outcome);
}

} // namespace numbers::gui
