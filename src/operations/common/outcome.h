#pragma once

#include "base/error.h"
#include "base/webhookconfiguration.h"
#include "nixflex/types.h"
#include "operations/planning/importplan.h"

#include <QList>
#include <QString>

#include <optional>

namespace numbers::operations {

/// How an import or a removal ended; the same words as in the ledger.
struct OperationOutcome
{
    enum class Kind {
        Succeeded,
        Refused,     ///< a provider said no; nothing changed
        NotSent,     ///< not reachable, cancelled, or our own storage failed; nothing changed
        NotExecuted, ///< sent, and proven not executed by reading back; nothing changed
        Unknown,     ///< sent, and not even reading back told; the ledger keeps it and asks again at the next
                     ///< start
    };
    Kind kind = Kind::NotSent;
    QString operationId;                          ///< empty when not even the intent could be recorded
    std::optional<nixflex::Number> number;        ///< as Nixflex has it after an import
    std::optional<WebhookConfiguration> baseline; ///< the webhooks read right after the import
    std::optional<Error> error;                   ///< why, for all but Succeeded
    QList<Note> warnings; ///< found afterwards: trunk still in the way, could not be read back, …
};

} // namespace numbers::operations
