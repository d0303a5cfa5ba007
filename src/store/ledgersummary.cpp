#include "store/ledgersummary.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

Error unreadable(const QString &filePath, const QSqlError &error)
{
    return Error::make(Error::Kind::Storage,
                       QCoreApplication::translate("numbers::store::Database",
                                                   "“%1” could not be read or written. Check the disk.")
                           .arg(filePath),
                       u"SQLite %1: %2"_s.arg(error.nativeErrorCode(), error.databaseText()));
}

Result<LedgerSummary> read(const QSqlDatabase &connection)
{
    LedgerSummary summary;
    QSqlQuery query(connection);
    if (!query.exec(u"SELECT MAX(version) FROM schema_migrations"_s) || !query.next()) {
        return failure(unreadable(connection.databaseName(), query.lastError()));
    }
    summary.schemaVersion = query.value(0).toInt();
    auto tables = connection.tables();
    tables.sort();
    for (const QString &table : std::as_const(tables)) {
        // The names are the schema's own.
        if (!query.exec(u"SELECT COUNT(*) FROM \"%1\""_s.arg(table)) || !query.next()) {
            return failure(unreadable(connection.databaseName(), query.lastError()));
        }
        summary.rowCounts.append({table, query.value(0).toLongLong()});
    }
    return summary;
}

} // namespace

Result<LedgerSummary> readLedgerSummary(const QString &filePath)
{
    const QString name = QUuid::createUuid().toString();
    Result<LedgerSummary> result;
    {
        auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        connection.setDatabaseName(filePath);
        connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=1000"_s);
        result = connection.open() ? read(connection) : failure(unreadable(filePath, connection.lastError()));
    }
    QSqlDatabase::removeDatabase(name);
    return result;
}

} // namespace numbers::store
