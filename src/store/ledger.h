#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "base/result.h"
#include "store/healthrepository.h"
#include "store/ledgersummary.h"
#include "store/operationjournal.h"
#include "store/records.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QList>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace numbers::store {

class LedgerThread;

/// The record of everything this computer did and knows: SQLite (WAL) on a thread of its own.
///
/// All functions are to be called in the ledger's thread of creation and answer there; the work is done in
/// the database's thread, in order. Several programs may have the same ledger open. Errors: Storage (disk
/// full, read-only, locked, damaged and newer schema are told apart in the text), Conflict where named.
/// Destroying it finishes what is queued, then closes.
class Ledger : public QObject
{
    Q_OBJECT
public:
    /// Opens or creates the file, migrates it (after a backup beside it) and checks its integrity. Storage
    /// when it is no database, damaged or of a newer schema; the file is then left as it was. One that is
    /// there and cannot be written is opened for reading: see `whyReadOnly`. `watchInterval`: how often it
    /// looks for what other programs wrote.
    [[nodiscard]] static QCoro::Task<Result<std::unique_ptr<Ledger>>>
    open(QString filePath, Clock *clock, std::chrono::milliseconds watchInterval = std::chrono::seconds(2));
    ~Ledger() override;

    /// Finishes what is queued, then closes the file; whatever is asked from now on is answered with
    /// Cancelled, and nothing more is written. Waits for the database's thread.
    void close();

    /// Why nothing can be written: the error that each write gets. Nothing in the usual case.
    [[nodiscard]] std::optional<Error> whyReadOnly() const;

    // --- accounts
    [[nodiscard]] QCoro::Task<Result<void>> saveAccount(AccountRecord account);
    [[nodiscard]] QCoro::Task<Result<QList<AccountRecord>>> accounts();
    [[nodiscard]] QCoro::Task<Result<void>> forgetAccount(AccountSid sid); ///< numbers and history stay

    // --- agents
    [[nodiscard]] QCoro::Task<Result<void>> saveAgents(QString keyId, QList<nixflex::Agent> agents);
    [[nodiscard]] QCoro::Task<Result<QList<nixflex::Agent>>> agents(QString keyId); ///< as last seen, by name

    // --- operations: intent before a call, outcome after it
    // Each also writes its line of the operation's history (`steps`), in the same transaction. All but the
    // first fail with Conflict (code `operation_taken_over`) when the operation was taken over since its
    // record was read.
    /// Records the intent and its backups in one transaction. Conflict when another operation on the same
    /// number and key is unfinished; the error's detail is that operation's id.
    [[nodiscard]] QCoro::Task<Result<void>> beginOperation(OperationRecord operation,
                                                           QList<BackupRecord> backups);
    /// Phase Sending, with the time. After this returns it is on the disk. `call`: the step's name where an
    /// operation has more than one write call ("post", "update"); empty for its first.
    [[nodiscard]] QCoro::Task<Result<void>> markSending(OperationRecord operation, QString call = {});
    [[nodiscard]] QCoro::Task<Result<void>> markAnswered(OperationRecord operation, QString requestId);
    using Finish = OperationFinish;
    /// Outcome, number and baseline in one transaction. With outcome Unknown the operation stays unfinished.
    [[nodiscard]] QCoro::Task<Result<void>> finishOperation(Finish finish);
    /// Makes this program the holder of an unfinished operation, and raises its epoch, so that a former
    /// holder that still runs can write nothing more. Gives the operation to go on with; a finished one is
    /// given as it is. Conflict (code `operation_under_way`) when another program that runs now holds it.
    [[nodiscard]] QCoro::Task<Result<OperationRecord>> takeOver(QString operationId);
    /// Those of programs that no longer run (and of this one when `includeOwn`), oldest first.
    [[nodiscard]] QCoro::Task<Result<QList<OperationRecord>>> unfinishedOperations(bool includeOwn);
    /// Newest first. `limit` 0 for all.
    [[nodiscard]] QCoro::Task<Result<QList<OperationRecord>>> operations(int limit, int offset);
    [[nodiscard]] QCoro::Task<Result<QList<OperationRecord>>> operationsOf(PhoneNumber number);
    /// Newest first; the records are then fetched in windows.
    [[nodiscard]] QCoro::Task<Result<QStringList>> operationIds(OperationQuery query);
    /// In the order of `ids`; those that are not there are left out.
    [[nodiscard]] QCoro::Task<Result<QList<OperationRecord>>> operationsById(QStringList ids);
    [[nodiscard]] QCoro::Task<Result<QList<OperationHistory>>> histories(QStringList ids);
    [[nodiscard]] QCoro::Task<Result<std::optional<OperationRecord>>> operation(QString id);
    [[nodiscard]] QCoro::Task<Result<QList<StepRecord>>> steps(QString operationId);
    [[nodiscard]] QCoro::Task<Result<QList<BackupRecord>>> backups(QString operationId);
    /// The ledger's order as of now (see OperationRecord::sequence): what is recorded later gets a higher
    /// number.
    [[nodiscard]] QCoro::Task<Result<qint64>> latestSequence();
    /// Id of this running program; put into the operations it begins.
    [[nodiscard]] QString instanceId() const;

    // --- numbers
    /// What Nixflex says now, page by page; keeps what only this computer knows. `syncId`: one per
    /// synchronisation.
    [[nodiscard]] QCoro::Task<Result<void>> saveSyncPage(QString keyId, QString syncId,
                                                         QList<nixflex::Number> page);
    /// After the last page of a complete list: numbers not seen in it are marked Health::Gone. Returns how
    /// many.
    [[nodiscard]] QCoro::Task<Result<int>> finishSync(QString keyId, QString syncId);
    [[nodiscard]] QCoro::Task<Result<void>> saveNumber(NumberRecord number);
    [[nodiscard]] QCoro::Task<Result<std::optional<NumberRecord>>> number(QString keyId, PhoneNumber number);
    /// Ids in the query's order: 8 bytes a row, so that a million rows stay cheap; rows are then fetched in
    /// windows.
    [[nodiscard]] QCoro::Task<Result<QList<qint64>>> numberIds(FleetQuery query);
    [[nodiscard]] QCoro::Task<Result<qint64>> numberCount(FleetQuery query); ///< without reading the ids
    [[nodiscard]] QCoro::Task<Result<QList<NumberRecord>>> numbersById(QList<qint64> ids);
    /// Which agent each number of this key's fleet has (Gone ones left out).
    [[nodiscard]] QCoro::Task<Result<QHash<PhoneNumber, AgentId>>> importedNumbers(QString keyId);

    // --- health
    /// What a health check found that began when `latestSequence` was `since`, in one transaction. Returns
    /// the ids of the rows that were left as they are, since they are gone or operations have changed them
    /// meanwhile.
    [[nodiscard]] QCoro::Task<Result<QSet<qint64>>> saveHealth(QString keyId, QList<HealthRecord> records,
                                                               qint64 since);
    /// What the operation's number is compared with from now on; the operation is recorded as done. Errors:
    /// Conflict when another operation works on the number, NotFound when it has no row.
    [[nodiscard]] QCoro::Task<Result<void>> saveBaseline(OperationRecord operation,
                                                         WebhookConfiguration webhooks, HealthRecord health);
    /// Deletes the row of the operation's number, which must be Gone; its history stays, and the operation is
    /// recorded as done. Conflict when it is not Gone, or another operation works on it. Does nothing when
    /// the row has gone already.
    [[nodiscard]] QCoro::Task<Result<void>> forgetNumber(OperationRecord operation);
    /// The reverse of `saveBaseline` or `forgetNumber`, by the operation's kind, as the operation `ofId` did
    /// it; recorded as done. Errors: NotFound when there is none, Conflict when another operation works on
    /// the number, or what was done is no longer so.
    [[nodiscard]] QCoro::Task<Result<void>> revertLedgerChange(OperationRecord operation, QString ofId);

    /// Schema and rows per table. Counts one table after the other, so that other work comes in between.
    /// Cancelled at once when `cancel` says so, whatever the database is busy with, or when this ledger goes.
    [[nodiscard]] QCoro::Task<Result<LedgerSummary>> summary(CancelToken cancel);

Q_SIGNALS:
    /// Something in the fleet changed, by this program or (noticed within seconds) by another.
    void numbersChanged();
    void operationsChanged();
    void accountsChanged();

private:
    explicit Ledger(std::unique_ptr<LedgerThread> thread);
    std::unique_ptr<LedgerThread> d;
};

} // namespace numbers::store
