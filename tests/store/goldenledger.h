#pragma once

#include "store/migrator.h"
#include "store/records.h"

#include <QList>
#include <QStringList>

namespace numbers::test {

/// What the golden ledgers hold: one of everything. Files of earlier schemas are never written anew; a new
/// schema adds a file, and members that it added to the records get their defaults from the older ones.
struct GoldenOperation
{
    store::OperationRecord record;
    QList<store::StepRecord> steps;
    QList<store::BackupRecord> backups;
};

/// Two Nixflex keys, so that one's fleet is not the other's.
inline const QString goldenKey = QStringLiteral("nxf_golden");
inline const QString goldenOtherKey = QStringLiteral("nxf_golden_other");

[[nodiscard]] QList<store::AccountRecord> goldenAccounts(); ///< by label
[[nodiscard]] QList<nixflex::Agent> goldenAgents();         ///< of goldenKey, by name
/// By number; as a file of that schema has them.
[[nodiscard]] QList<store::NumberRecord> goldenNumbers(const QString &keyId,
                                                       int schema = store::newestSchema());
/// Oldest first.
[[nodiscard]] QList<GoldenOperation> goldenOperations(int schema = store::newestSchema());

/// Writes all of that through the ledger as the program does. Fails hard.
void writeGoldenLedger(const QString &filePath);

/// Every member with its name, one a line. They do not compile when a record gets another member.
[[nodiscard]] QStringList fieldsOf(const store::AccountRecord &account);
[[nodiscard]] QStringList fieldsOf(const nixflex::Agent &agent);
[[nodiscard]] QStringList fieldsOf(const store::NumberRecord &number);
[[nodiscard]] QStringList fieldsOf(const store::OperationRecord &operation);
[[nodiscard]] QStringList fieldsOf(const store::StepRecord &step);
[[nodiscard]] QStringList fieldsOf(const store::BackupRecord &backup);

template <typename Record>
[[nodiscard]] QStringList fieldsOf(const QList<Record> &records)
{
    QStringList lines;
    for (const Record &record : records) {
        lines << fieldsOf(record) << QString();
    }
    return lines;
}

} // namespace numbers::test
