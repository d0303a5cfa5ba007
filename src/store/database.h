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

    /// Opens or creates `filePath`. Writes nothing into a file that is there: whether it is ours is not known
    /// yet.
    [[nodiscard]] Result<void> open(const QString &filePath);
    /// Whether somebody's writing is still in a log beside the file: it is used by a program, or one was
    /// killed. Closing what `open` opened would bring it into the file.
    [[nodiscard]] static bool hasLog(const QString &filePath);
    /// For a short look that leaves even the log; waits for nobody.
    [[nodiscard]] Result<void> openForReading(const QString &filePath);
    /// Reads all of it: Storage when it is damaged.
    [[nodiscard]] Result<void> checkIntegrity();
    /// Makes a file that is known to be ours ready for writing: write-ahead log, nobody but its owner may
    /// read it.
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

    /// "It is damaged", for what only its user can find; `detail` in English.
    [[nodiscard]] Error damaged(const QString &detail) const;

private:
    [[nodiscard]] Result<void> connectTo(const QString &filePath, const QString &options);
    [[nodiscard]] Error errorOf(const QSqlError &error) const;

    QString m_filePath;
    QString m_connectionName;
    QSqlDatabase m_connection;
};

} // namespace numbers::store
