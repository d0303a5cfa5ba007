#include "store/operationkinds.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

using Kind = OperationRecord::Kind;
using Settling = OperationKind::Settling;
using Reversal = OperationKind::Reversal;

constexpr std::array table{
    OperationKind{Kind::Import, "import"_L1, "post"_L1, Settling::NixflexsList, Reversal::Undo,
                  QT_TRANSLATE_NOOP("OperationText", "Import to Nixflex")},
    OperationKind{Kind::Remove, "remove"_L1, "delete"_L1, Settling::NixflexsList, Reversal::RestoreFormer,
                  QT_TRANSLATE_NOOP("OperationText", "Removal from Nixflex")},
    OperationKind{Kind::Restore, "restore"_L1, "update"_L1, Settling::Webhooks, Reversal::UndoRestore,
                  QT_TRANSLATE_NOOP("OperationText", "Former settings set back"),
                  QT_TRANSLATE_NOOP("OperationText", "Settings of Nixflex set back")},
    OperationKind{Kind::Undo, "undo"_L1, "delete"_L1, Settling::TwoWrites, Reversal::ImportAgain,
                  QT_TRANSLATE_NOOP("OperationText", "Import undone")},
    OperationKind{Kind::Reassign, "reassign"_L1, "delete"_L1, Settling::TwoWrites, Reversal::ReassignBack,
                  QT_TRANSLATE_NOOP("OperationText", "Moved to another agent")},
    OperationKind{Kind::Profile, "profile"_L1, "patch"_L1, Settling::BusinessProfile, Reversal::FormerProfile,
                  QT_TRANSLATE_NOOP("OperationText", "Business profile changed")},
    OperationKind{Kind::Adopt,
                  "adopt"_L1,
                  {},
                  Settling::Never,
                  Reversal::RevertLedgerChange,
                  QT_TRANSLATE_NOOP("OperationText", "Change at Twilio kept"),
                  QT_TRANSLATE_NOOP("OperationText", "Compared with before again")},
    OperationKind{Kind::Forget,
                  "forget"_L1,
                  {},
                  Settling::Never,
                  Reversal::RevertLedgerChange,
                  QT_TRANSLATE_NOOP("OperationText", "Taken out of the list"),
                  QT_TRANSLATE_NOOP("OperationText", "Taken into the list again")},
    OperationKind{Kind::Unknown,
                  "unknown"_L1,
                  {},
                  Settling::Never,
                  Reversal::Nothing,
                  QT_TRANSLATE_NOOP("OperationText", "Unknown, of a newer version")},
};

/// In the order of the enumerators, so that a kind is its row's place, and none is forgotten.
constexpr bool isInOrder()
{
    for (std::size_t place = 0; place < table.size(); ++place) {
        if (static_cast<std::size_t>(table.at(place).kind) != place) {
            return false;
        }
    }
    return table.size() == static_cast<std::size_t>(Kind::Unknown) + 1;
}
static_assert(isInOrder());

} // namespace

const OperationKind &describe(OperationRecord::Kind kind)
{
    return table.at(static_cast<std::size_t>(kind));
}

QList<OperationRecord::Kind> operationKinds()
{
    QList<OperationRecord::Kind> known;
    for (const OperationKind &row : table) {
        if (row.kind != Kind::Unknown) {
            known.append(row.kind);
        }
    }
    return known;
}

} // namespace numbers::store
