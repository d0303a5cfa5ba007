#include "operations/reading/fleetsync.h"

#include "operations/common/listnotes.h"

#include <QUuid>

#include <memory>
#include <utility>
#include <vector>

namespace numbers::operations {

FleetSync::FleetSync(OperationServices services)
    : m_services(std::move(services))
{
}

namespace {

/// Pages are saved while the next one is being read; what became of them is asked at the end.
struct SavedPages
{
    int numbers = 0;
    std::vector<QCoro::Task<Result<void>>> saves;
};

} // namespace

QCoro::Task<Result<SyncResult>> FleetSync::run(std::function<void(int)> onProgress, CancelToken cancel)
{
    const OperationServices services = m_services;
    nixflex::Client &nixflex = services.nixflex;
    store::Ledger &ledger = services.ledger;
    const QString keyId = nixflex.key().keyId();
    const QString syncId = QUuid::createUuid().toString(QUuid::WithoutBraces);

    // An empty page marks the beginning: what operations change from now on is newer than the list.
    const QList<nixflex::Number> nothingYet;
    const auto begun = co_await ledger.saveSyncPage(keyId, syncId, nothingYet);
    if (!begun) {
        co_return failure(begun.error());
    }
    const auto agents = co_await nixflex.listAgents(cancel);
    if (!agents) {
        co_return failure(agents.error());
    }
    const auto savedAgents = co_await ledger.saveAgents(keyId, agents->agents);
    if (!savedAgents) {
        co_return failure(savedAgents.error());
    }

    const auto pages = std::make_shared<SavedPages>();
    const nixflex::Client::OnPage onPage = [pages, &ledger, keyId, syncId,
                                            onProgress](const QList<nixflex::Number> &page) {
        pages->numbers += static_cast<int>(page.size());
        pages->saves.push_back(ledger.saveSyncPage(keyId, syncId, page));
        if (onProgress) {
            onProgress(pages->numbers);
        }
    };
    const auto list = co_await nixflex.listNumbers(onPage, cancel);
    for (auto &save : pages->saves) {
        const auto saved = co_await save;
        if (!saved) {
            co_return failure(saved.error());
        }
    }
    if (!list) {
        co_return failure(list.error());
    }

    SyncResult result;
    result.numbers = static_cast<int>(list->numbers.size());
    result.agents = static_cast<int>(agents->agents.size());
    result.isPossiblyIncomplete = !list->state.isComplete();
    result.warnings = numberListNotes(list->state, list->numbers.size()) + agentListNotes(agents->state);
    if (!result.isPossiblyIncomplete) {
        const auto gone = co_await ledger.finishSync(keyId, syncId);
        if (!gone) {
            co_return failure(gone.error());
        }
        result.gone = *gone;
    }
    co_return result;
}

} // namespace numbers::operations
