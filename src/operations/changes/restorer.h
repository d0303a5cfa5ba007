#pragma once

#include "base/canceltoken.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"
#include "operations/planning/restoreplan.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <optional>

namespace numbers::operations {

/// The webhooks around something that changed them, an import as a rule.
struct SavedWebhooks
{
    store::BackupRecord before;
    std::optional<WebhookConfiguration> after;

    /// Around the newest import of these snapshots; around `operationId` where it is given, which may be a
    /// restore, too: what was there before that. Nothing when there is none.
    [[nodiscard]] static std::optional<SavedWebhooks> of(const QList<store::BackupRecord> &newestFirst,
                                                         const QString &operationId = {});
};

/// What setting the former webhooks of a number back would do, established by reading only: after a removal,
/// or as the second half of undoing an import.
struct RestoreOffer
{
    PhoneNumber phoneNumber;
    twilio::Credentials credentials;
    store::BackupRecord backup;                   ///< from before the last import that was carried out
    std::optional<WebhookConfiguration> baseline; ///< what Nixflex had set by then
    twilio::IncomingNumber now;
    std::optional<nixflex::Number> atNixflex; ///< an agent answers it now
    bool isAtNixflexByLedger = false;         ///< the ledger's word: Nixflex's list is not complete
    bool isAbsenceProven = false;             ///< without `atNixflex`: Nixflex does not have the number
    RestoreInput input;                       ///< what `plan` was made of
    RestorePlan plan;
    QList<Note> problems; ///< it is not offered

    [[nodiscard]] bool isPossible() const { return problems.isEmpty(); }
    /// Plans anew: these fields are set back although somebody changed them.
    void overwrite(const QSet<QString> &jsonNames);
    /// A field that is set now would get another value, though an agent may be what answers there.
    [[nodiscard]] bool mayReplaceAgent() const;
    /// What the number is to look like at the end.
    [[nodiscard]] WebhookConfiguration target() const { return plan.applied(now.webhooks); }
};

/// What was there around the last import of this number with this key that changed something, by the ledger.
/// Errors: NotFound with code `no_backup`, and what the ledger returns.
[[nodiscard]] QCoro::Task<Result<SavedWebhooks>> savedAroundLastImport(OperationServices services,
                                                                       PhoneNumber number);

/// Compares what was saved with the number at Twilio. Reads only.
/// Errors: NotFound with code `number_left_account`, Invalid with code `other_account` or `other_number`
/// (the saved SID is another number's), and what the clients return.
[[nodiscard]] QCoro::Task<Result<RestoreOffer>> compareWithSaved(OperationServices services,
                                                                 twilio::Credentials credentials,
                                                                 PhoneNumber number, SavedWebhooks saved,
                                                                 CancelToken cancel);

/// Sets the fields of the offer's plan back with one update, reads the number again, and records both. The
/// number is read once more before: when it was changed since the offer, nothing is sent (NotSent, Conflict).
[[nodiscard]] QCoro::Task<OperationOutcome> restoreWebhooks(OperationServices services,
                                                            store::OperationRecord operation,
                                                            RestoreOffer offer, CancelToken cancel);

/// What an operation that sets webhooks back was begun with, from its own records: after a crash nobody
/// decides anew.
struct RestoreTarget
{
    WebhookConfiguration target; ///< as the number is to look like
    WebhookConfiguration before; ///< as it looked when that was decided

    /// What has still to be set; what somebody changed since is kept.
    [[nodiscard]] RestorePlan planFrom(const WebhookConfiguration &now) const;
};

/// Error Internal: the operation was begun without.
[[nodiscard]] QCoro::Task<Result<RestoreTarget>> restoreTargetOf(OperationServices services,
                                                                 store::OperationRecord operation);

/// The records that `restoreTargetOf` reads, for the operation's intent.
[[nodiscard]] QList<store::BackupRecord> backupsOf(const store::OperationRecord &operation,
                                                   store::BackupRecord::Reason before,
                                                   const twilio::IncomingNumber &now,
                                                   const RestoreOffer &offer, const QDateTime &time);

/// Unauthorized, code `no_auth_token`.
[[nodiscard]] Error tokenNotKnown();

/// Settles a restore that a crash left behind. `age`: so long ago at least its request left.
[[nodiscard]] QCoro::Task<OperationOutcome> settleRestore(OperationServices services,
                                                          store::OperationRecord operation,
                                                          twilio::Credentials credentials,
                                                          std::chrono::milliseconds age, CancelToken cancel);

} // namespace numbers::operations
