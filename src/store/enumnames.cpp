#include "store/enumnames.h"

#include "store/operationkinds.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

constexpr std::array phases{
    std::pair{OperationRecord::Phase::Prepared, "prepared"_L1},
    std::pair{OperationRecord::Phase::Sending, "sending"_L1},
    std::pair{OperationRecord::Phase::Answered, "answered"_L1},
    std::pair{OperationRecord::Phase::Finished, "finished"_L1},
};
constexpr std::array outcomes{
    std::pair{OperationRecord::Outcome::None, "none"_L1},
    std::pair{OperationRecord::Outcome::Succeeded, "succeeded"_L1},
    std::pair{OperationRecord::Outcome::Refused, "refused"_L1},
    std::pair{OperationRecord::Outcome::NotSent, "not_sent"_L1},
    std::pair{OperationRecord::Outcome::NotExecuted, "not_executed"_L1},
    std::pair{OperationRecord::Outcome::Unknown, "unknown"_L1},
};
constexpr std::array reasons{
    std::pair{BackupRecord::Reason::BeforeImport, "before_import"_L1},
    std::pair{BackupRecord::Reason::AfterImport, "after_import"_L1},
    std::pair{BackupRecord::Reason::BeforeRemove, "before_remove"_L1},
    std::pair{BackupRecord::Reason::AfterRemove, "after_remove"_L1},
    std::pair{BackupRecord::Reason::BeforeRestore, "before_restore"_L1},
    std::pair{BackupRecord::Reason::AfterRestore, "after_restore"_L1},
    std::pair{BackupRecord::Reason::Planned, "planned"_L1},
    std::pair{BackupRecord::Reason::FormerBaseline, "former_baseline"_L1},
    std::pair{BackupRecord::Reason::Adopted, "adopted"_L1},
    std::pair{BackupRecord::Reason::Unknown, "unknown"_L1},
};
constexpr std::array healths{
    std::pair{Health::Unknown, "unknown"_L1},
    std::pair{Health::Good, "good"_L1},
    std::pair{Health::NeedsAttention, "needs_attention"_L1},
    std::pair{Health::Gone, "gone"_L1},
};
constexpr std::array statuses{
    std::pair{twilio::Account::Status::Active, "active"_L1},
    std::pair{twilio::Account::Status::Suspended, "suspended"_L1},
    std::pair{twilio::Account::Status::Closed, "closed"_L1},
    std::pair{twilio::Account::Status::UnknownStatus, ""_L1},
};
constexpr std::array types{
    std::pair{twilio::Account::Type::Full, "full"_L1},
    std::pair{twilio::Account::Type::Trial, "trial"_L1},
    std::pair{twilio::Account::Type::UnknownType, ""_L1},
};

template <typename Table, typename Value>
QString wordOf(const Table &table, Value value)
{
    for (const auto &[candidate, word] : table) {
        if (candidate == value) {
            return word;
        }
    }
    return {};
}

template <typename Table, typename Value>
Value valueOf(const Table &table, const QString &word, Value fallback)
{
    for (const auto &[value, candidate] : table) {
        if (candidate == word) {
            return value;
        }
    }
    return fallback;
}

} // namespace

QString toString(OperationRecord::Kind kind)
{
    return describe(kind).word;
}

QString toString(OperationRecord::Phase phase)
{
    return wordOf(phases, phase);
}

QString toString(OperationRecord::Outcome outcome)
{
    return wordOf(outcomes, outcome);
}

QString toString(BackupRecord::Reason reason)
{
    return wordOf(reasons, reason);
}

QString toString(Health health)
{
    return wordOf(healths, health);
}

QString toString(twilio::Account::Status status)
{
    return wordOf(statuses, status);
}

QString toString(twilio::Account::Type type)
{
    return wordOf(types, type);
}

OperationRecord::Kind kindFromString(const QString &word)
{
    const auto kinds = operationKinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&word](OperationRecord::Kind kind) {
        return describe(kind).word == word;
    });
    return found == kinds.end() ? OperationRecord::Kind::Unknown : *found;
}

OperationRecord::Phase phaseFromString(const QString &word)
{
    return valueOf(phases, word, OperationRecord::Phase::Sending);
}

OperationRecord::Outcome outcomeFromString(const QString &word)
{
    return valueOf(outcomes, word, OperationRecord::Outcome::Unknown);
}

BackupRecord::Reason reasonFromString(const QString &word)
{
    return valueOf(reasons, word, BackupRecord::Reason::Unknown);
}

twilio::Account::Status accountStatusFromString(const QString &word)
{
    return valueOf(statuses, word, twilio::Account::Status::UnknownStatus);
}

twilio::Account::Type accountTypeFromString(const QString &word)
{
    return valueOf(types, word, twilio::Account::Type::UnknownType);
}

QString toText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeFromText(const QString &text)
{
    return text.isEmpty() ? QDateTime() : QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace numbers::store
