#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <functional>

class QSqlError;

namespace numbers::store {

/// One connection to the ledger's file, for the thread that opened it. Every failure becomes an Error of kind
/// Storage whose text tells disk full, read-only, locked, damaged and "no database" apart.
class Database
{
public:
    Database() = default;
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Opens or creates `filePath` and checks its integrity. Writes nothing into a file that is there:
    /// whether it is ours is not known yet.
    [[nodiscard]] Result<void> open(const QString &filePath);
    /// Makes a file that is known to be ours ready for writing: write-ahead log, only its owner may read it.
    [[nodiscard]] Result<void> prepareForWriting();

    [[nodiscard]] QString filePath() const { return m_filePath; }

    /// Runs one statement with positional values. The query is positioned before its first row.
    [[nodiscard]] Result<QSqlQuery> query(const QString &sql, const QVariantList &values = {});
    /// The same where no rows come; gives the number of rows changed.
    [[nodiscard]] Result<int> execute(const QString &sql, const QVariantList &values = {});
    /// All or nothing: rolls back when `work` fails.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()> &work);

    // What each database says in its own words; the SQL elsewhere is plain SQL.
    /// Changes whenever another connection has written, and not when this one has.
    [[nodiscard]] qint64 dataVersion();
    [[nodiscard]] Result<bool> hasTable(const QString &name);
    [[nodiscard]] Result<bool> hasAnyTable();
    /// The tables' names in alphabetical order, without the database's own.
    [[nodiscard]] Result<QStringList> tables();
    /// The number in the file's header that tells whose it is; 0 where nobody set one.
    [[nodiscard]] Result<int> applicationId();
    [[nodiscard]] Result<void> setApplicationId(int id);
    /// A whole copy, as of now, in a new file.
    [[nodiscard]] Result<void> copyTo(const QString &filePath);

private:
    [[nodiscard]] Error errorOf(const QSqlError &error) const;

    QString m_filePath;
    QString m_connectionName;
    QSqlDatabase m_connection;
};

} // namespace numbers::store
