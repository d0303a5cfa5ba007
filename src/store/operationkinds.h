#pragma once

#include "store/records.h"

#include <QLatin1StringView>
#include <QList>

namespace numbers::store {

/// What distinguishes the kinds of operations: the one place where each is described. A new kind gets a row
/// here and files of its own in `operations/changes`.
struct OperationKind
{
    /// How an outcome that was lost is found out.
    enum class Settling {
        Never,           ///< nothing is sent, so nothing is open
        NixflexsList,    ///< by whether Nixflex has the number
        Webhooks,        ///< by what Twilio shows
        TwoWrites,       ///< by both, and the second write is sent until it is done
        BusinessProfile, ///< by the text that Nixflex has
    };
    /// What undoes one that succeeded.
    enum class Reversal {
        Nothing,
        Undo,               ///< removed, and the former webhooks set back
        RestoreFormer,      ///< the webhooks from before the import set back
        UndoRestore,        ///< the webhooks from before the restore set back
        ImportAgain,        ///< imported to the agent it had
        ReassignBack,       ///< moved to the agent it had
        FormerProfile,      ///< the former business profile
        RevertLedgerChange, ///< in the ledger alone
    };

    OperationRecord::Kind kind = OperationRecord::Kind::Unknown;
    QLatin1StringView word;      ///< in the ledger, in JSON and as an option
    QLatin1StringView firstCall; ///< the step's name; empty where nothing is sent
    Settling settling = Settling::Never;
    Reversal reversal = Reversal::Nothing;
    const char *title = nullptr;        ///< for people; context "OperationText"
    const char *variantTitle = nullptr; ///< of one that takes another one back, or sets Nixflex's own back
};

[[nodiscard]] const OperationKind &describe(OperationRecord::Kind kind);
/// In the order in which they are offered to choose from; without Unknown.
[[nodiscard]] QList<OperationRecord::Kind> operationKinds();

} // namespace numbers::store
