#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace numbers::operations {

struct SyncResult
{
    int numbers = 0;
    int agents = 0;
    int gone = 0;                      ///< in the ledger, no longer at Nixflex
    bool isPossiblyIncomplete = false; ///< then nothing was marked as gone
    QList<Note> warnings;              ///< what the lists left open
};

/// Brings the ledger's fleet up to what Nixflex says: agents, then all numbers, saved page by page as they
/// come.
class FleetSync
{
public:
    explicit FleetSync(OperationServices services);

    /// `onProgress`: numbers read so far.
    [[nodiscard]] QCoro::Task<Result<SyncResult>> run(std::function<void(int)> onProgress,
                                                      CancelToken cancel);

private:
    OperationServices m_services;
};

} // namespace numbers::operations
