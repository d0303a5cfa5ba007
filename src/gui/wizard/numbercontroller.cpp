#include "gui/wizard/numbercontroller.h"

#include "operations/common/nixflexnumber.h"
#include "workspace/workspace.h"

#include <QPointer>

namespace numbers::gui {

using Number = twilio::IncomingNumber;
using Page = QList<Number>;
using Agents = QList<nixflex::Agent>;
using ImportedIds = QHash<PhoneNumber, AgentId>;

NumberController::NumberController(workspace::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void NumberController::load(const AccountChoice &account)
{
    const auto token = m_loading.start();
    loadImported(token);
    const twilio::Client::OnPage onPage = [self = QPointer(this), token](const Page &page) {
        if (!self || token.isCancelled()) {
            return false;
        }
        Q_EMIT self->pageLoaded(page);
        return true;
    };
    auto task = m_workspace.twilio().listIncomingNumbers(account.credentials, account.credentials.accountSid,
                                                         {}, onPage, token);
    deliverLatest(std::move(task), this, token,
                  [this](const Result<Listing<twilio::IncomingNumber>> &result) {
                      if (result) {
                          Q_EMIT loaded(result->skipped);
                      } else {
                          Q_EMIT loadFailed(result.error());
                      }
                  });
}

void NumberController::loadImported(const CancelToken &token)
{
    const auto keyId = m_workspace.keyId();
    auto agentsTask = m_workspace.ledger().agents(keyId);
    deliverLatest(std::move(agentsTask), this, token, [this, token, keyId](const Result<Agents> &agents) {
        for (const auto &agent : agents.value_or(Agents())) {
            m_agentNames.insert(agent.id, agent.name);
        }
        auto task = m_workspace.ledger().importedNumbers(keyId);
        deliverLatest(std::move(task), this, token, [this](const Result<ImportedIds> &result) {
            // Without the ledger nothing is marked; the review asks Nixflex itself.
            Imported imported;
            const auto ids = result.value_or(ImportedIds());
            for (auto it = ids.begin(); it != ids.end(); ++it) {
                imported.insert(it.key(), agentOf(it.value()));
            }
            Q_EMIT importedLoaded(imported);
        });
    });
}

nixflex::Agent NumberController::agentOf(const AgentId &id) const
{
    nixflex::Agent agent;
    agent.id = id;
    agent.name = m_agentNames.value(id);
    return agent;
}

void NumberController::confirmImported(const PhoneNumber &number)
{
    const auto token = m_finding.start();
    if (!m_workspace.hasKey()) {
        Q_EMIT confirmFailed(Error::cancelled());
        return;
    }
    auto task = operations::locateNumber(m_workspace.operationServices(), number, token);
    deliverLatest(std::move(task), this, token, [this](const Result<operations::LocatedNumber> &located) {
        if (!located) {
            Q_EMIT confirmFailed(located.error());
        } else if (located->number) {
            Q_EMIT importedConfirmed(agentOf(located->number->agentId));
        } else {
            Q_EMIT importedConfirmed(std::nullopt);
        }
    });
}

void NumberController::find(const AccountChoice &account, const QList<PhoneNumber> &readings)
{
    const auto token = m_finding.start();
    auto task = m_workspace.twilio().findIncomingNumber(account.credentials, account.credentials.accountSid,
                                                        readings.first(), token);
    deliverLatest(std::move(task), this, token,
                  [=, this, rest = readings.mid(1)](const Result<Number> &result) {
                      if (result) {
                          Q_EMIT found(*result);
                      } else if (result.error().kind == Error::Kind::NotFound && !rest.isEmpty()) {
                          find(account, rest);
                      } else {
                          Q_EMIT findFailed(result.error());
                      }
                  });
}

} // namespace numbers::gui
