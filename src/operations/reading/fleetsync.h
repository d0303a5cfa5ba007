#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "nixflex/client.h"
#include "store/ledger.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace numbers::operations {

struct SyncResult
{
    int numbers = 0;
    int agents = 0;
    int gone = 0;                      ///< in the ledger, no longer at Nixflex
    bool isPossiblyIncomplete = false; ///< then nothing was marked as gone
};

/// Brings the ledger's fleet up to what Nixflex says: agents, then all numbers, saved page by page as they
/// come.
class FleetSync
{
public:
    /// `lifetime` is cancelled when client and ledger are about to go.
    FleetSync(nixflex::Client &nixflex, store::Ledger &ledger, CancelToken lifetime);

    /// `onProgress`: numbers read so far.
    [[nodiscard]] QCoro::Task<Result<SyncResult>> run(std::function<void(int)> onProgress,
                                                      CancelToken cancel);

private:
    nixflex::Client &m_nixflex;
    store::Ledger &m_ledger;
    CancelToken m_lifetime;
};

} // namespace numbers::operations
