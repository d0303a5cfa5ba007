#include "gui/wizard/agentcontroller.h"

#include "workspace/workspace.h"

namespace numbers::gui {

using Agents = QList<nixflex::Agent>;

AgentController::AgentController(workspace::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void AgentController::load()
{
    const auto token = m_reading.start();
    if (!m_workspace.hasKey()) {
        auto error = Error::make(Error::Kind::Unauthorized,
                                 tr("There is no Nixflex key yet. Enter one in the preferences."));
        error.providerCode = QStringLiteral("key_secret_required");
        Q_EMIT failed(error);
        return;
    }
    auto task = m_workspace.ledger().agents(m_workspace.keyId());
    deliverLatest(std::move(task), this, token, [this, token](const Result<Agents> &result) {
        if (result && !result->isEmpty()) {
            Q_EMIT remembered(*result);
        }
        readAtNixflex(token);
    });
}

void AgentController::readAtNixflex(const CancelToken &token)
{
    auto *client = m_workspace.nixflex();
    if (client == nullptr) {
        return;
    }
    auto task = client->listAgents(token);
    deliverLatest(std::move(task), this, token,
                  [this, keyId = m_workspace.keyId()](const Result<nixflex::AgentList> &result) {
                      if (!result) {
                          Q_EMIT failed(result.error());
                          return;
                      }
                      Q_EMIT loaded(result->agents);
                      // For the next time, and for names in the fleet; a ledger that cannot be written is
                      // reported where it matters, at the import.
                      auto saving = m_workspace.ledger().saveAgents(keyId, result->agents);
                      QCoro::connect(std::move(saving), this, [](const Result<void> &) {});
                  });
}

} // namespace numbers::gui
