#include "store/database.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>
#include <QUuid>

#include <chrono>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

/// Programs that share the ledger wait for each other; far more than any transaction takes.
constexpr std::chrono::milliseconds busyTimeout{5'000};

constexpr QFile::Permissions ofItsOwner = QFile::ReadOwner | QFile::WriteOwner;

struct DatabaseText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::store::Database)
};

// SQLite's primary result codes (sqlite.org/rescode.html).
enum SqliteCode {
    SqlitePerm = 3,
    SqliteBusy = 5,
    SqliteLocked = 6,
    SqliteReadOnly = 8,
    SqliteIoError = 10,
    SqliteCorrupt = 11,
    SqliteFull = 13,
    SqliteCannotOpen = 14,
    SqliteProtocol = 15,
    SqliteConstraint = 19,
    SqliteNotADatabase = 26,
    SqliteConstraintPrimaryKey = 1555,
    SqliteConstraintUnique = 2067,
    SqliteIoErrorSharedMemorySize = 4874,
};

QString damagedText()
{
    return DatabaseText::tr(
        "“%1” is damaged. It was left as it is. Restore it from a backup, or move it away to start "
        "with an empty one.");
}

/// The primary code, save where SQLite's own is too general to say what to do.
int meaningOf(int code, const QString &filePath)
{
    if (code == SqliteIoErrorSharedMemorySize) {
        return SqliteFull; // The little file beside an open ledger did not fit any more.
    }
    // The upper bytes hold details of the primary code.
    const int primary = code & 0xff;
    const QFileInfo file(filePath);
    if (primary == SqliteCannotOpen && file.isDir()) {
        return SqliteNotADatabase;
    }
    // A disk that turned read-only while the file was open only fails, as does one that breaks.
    if (primary == SqliteCannotOpen || primary == SqliteIoError) {
        const QFileInfo folder(file.absolutePath());
        const bool isWritable = folder.isWritable() && (!file.exists() || file.isWritable());
        return folder.exists() && !isWritable ? SqliteReadOnly : primary;
    }
    return primary;
}

} // namespace

Database::~Database()
{
    if (m_connection.isValid()) {
        m_connection.close();
        m_connection = {};
        QSqlDatabase::removeDatabase(m_connectionName);
    }
}

Error Database::errorOf(const QSqlError &error) const
{
    const int code = meaningOf(error.nativeErrorCode().toInt(), m_filePath);
    QString text;
    switch (code) {
    case SqliteFull:
        text = DatabaseText::tr(
            "The disk is full, so “%1” could not be written. Nothing was changed there. Free some "
            "space, then try again.");
        break;
    case SqliteReadOnly:
    case SqlitePerm:
        text = DatabaseText::tr(
            "“%1” cannot be written: the file or its folder is read-only. Change its permissions, or "
            "choose another folder with --profile.");
        break;
    case SqliteBusy:
    case SqliteLocked:
    case SqliteProtocol: // Too many others opened it in the same instant.
        text = DatabaseText::tr("“%1” is locked by another program. Close that program, or try again later.");
        break;
    case SqliteCorrupt:
        text = damagedText();
        break;
    case SqliteNotADatabase:
        text = DatabaseText::tr(
            "“%1” is not a ledger of this program. It was left as it is. Move it away, or choose "
            "another folder with --profile.");
        break;
    case SqliteCannotOpen:
        text = DatabaseText::tr("“%1” cannot be opened. Check that the folder exists and may be written.");
        break;
    case SqliteConstraint: {
        if (error.nativeErrorCode().toInt() != SqliteConstraintUnique &&
            error.nativeErrorCode().toInt() != SqliteConstraintPrimaryKey) {
            return Error::make(
                Error::Kind::Internal,
                DatabaseText::tr("This could not be recorded because of a fault in the program. Nothing "
                                 "was changed. Please report it."),
                error.text());
        }
        return Error::make(Error::Kind::Conflict, DatabaseText::tr("This is recorded already."),
                           error.text());
    }
    case SqliteIoError:
    default:
        text = DatabaseText::tr("“%1” could not be read or written. Check the disk.");
        break;
    }
    return Error::make(Error::Kind::Storage, text.arg(m_filePath),
                       u"SQLite %1: %2"_s.arg(error.nativeErrorCode(), error.databaseText()));
}

Error Database::damaged(const QString &detail) const
{
    return Error::make(Error::Kind::Storage, damagedText().arg(m_filePath), detail);
}

Result<void> Database::connectTo(const QString &filePath, const QString &options)
{
    m_filePath = filePath;
    m_connectionName = QUuid::createUuid().toString();
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    if (!m_connection.isValid()) {
        return failure(Error::make(
            Error::Kind::Storage,
            DatabaseText::tr("The database driver for SQLite is missing. Reinstall the program.")));
    }
    m_connection.setDatabaseName(filePath);
    m_connection.setConnectOptions(options);
    return m_connection.open() ? Result<void>() : failure(errorOf(m_connection.lastError()));
}

bool Database::hasLog(const QString &filePath)
{
    return QFileInfo(filePath + u"-wal"_s).size() > 0;
}

Result<void> Database::openForReading(const QString &filePath)
{
    return connectTo(filePath, u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=0"_s);
}

Result<void> Database::open(const QString &filePath)
{
    if (auto connected = connectTo(filePath, u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeout.count()));
        !connected) {
        return connected;
    }
    // FULL: an intent must be on the disk before its request leaves.
    for (const QString &pragma :
         {u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s, u"PRAGMA temp_store = MEMORY"_s}) {
        if (const auto set = query(pragma); !set) {
            return failure(set.error());
        }
    }
    return {};
}

Result<void> Database::checkIntegrity()
{
    auto check = query(u"PRAGMA quick_check(1)"_s);
    if (!check) {
        return failure(check.error());
    }
    if (!check->next()) {
        return failure(errorOf(check->lastError()));
    }
    const QString finding = check->value(0).toString();
    return finding == "ok"_L1 ? Result<void>() : failure(damaged(finding));
}

Result<void> Database::prepareForWriting()
{
    // Only its owner may read who calls whom. What they may not do themselves stays as it is.
    QFile::setPermissions(m_filePath, QFile::permissions(m_filePath) & ofItsOwner);
    // Two programs may create one ledger at once; for this change SQLite does not wait by itself.
    const QDeadlineTimer deadline(busyTimeout);
    for (;;) {
        QSqlQuery mode(m_connection);
        if (mode.exec(u"PRAGMA journal_mode = WAL"_s)) {
            return {};
        }
        const bool isBusy = (mode.lastError().nativeErrorCode().toInt() & 0xff) == SqliteBusy;
        if (!isBusy || deadline.hasExpired()) {
            return failure(errorOf(mode.lastError()));
        }
        QThread::msleep(20); // lint: the database has a thread of its own, and SQLite tells nobody
    }
}

Result<QSqlQuery> Database::query(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return failure(errorOf(query.lastError()));
    }
    for (const QVariant &value : values) {
        // A default-made QString would be bound as NULL; the ledger keeps "not set" as an empty text.
        const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(isNullText ? QVariant(u""_s) : value);
    }
    if (!query.exec()) {
        return failure(errorOf(query.lastError()));
    }
    return query;
}

Result<int> Database::execute(const QString &sql, const QVariantList &values)
{
    auto done = query(sql, values);
    if (!done) {
        return failure(done.error());
    }
    return done->numRowsAffected();
}

Result<void> Database::transaction(const std::function<Result<void>()> &work)
{
    // IMMEDIATE: the lock is taken here, not in the middle, where waiting for it would be refused.
    if (const auto begun = execute(u"BEGIN IMMEDIATE"_s); !begun) {
        return failure(begun.error());
    }
    if (auto done = work(); !done) {
        const auto rolledBack = execute(u"ROLLBACK"_s);
        static_cast<void>(rolledBack); // SQLite may have rolled back by itself, as after a full disk.
        return done;
    }
    if (const auto committed = execute(u"COMMIT"_s); !committed) {
        const auto rolledBack = execute(u"ROLLBACK"_s);
        static_cast<void>(rolledBack);
        return failure(committed.error());
    }
    return {};
}

qint64 Database::dataVersion()
{
    auto version = query(u"PRAGMA data_version"_s);
    return version && version->next() ? version->value(0).toLongLong() : -1;
}

Result<bool> Database::hasTable(const QString &name)
{
    auto tables = query(u"SELECT COUNT(*) FROM sqlite_master WHERE name = ?"_s, {name});
    if (!tables) {
        return failure(tables.error());
    }
    return tables->next() && tables->value(0).toInt() > 0;
}

Result<bool> Database::hasAnyTable()
{
    auto tables = query(u"SELECT COUNT(*) FROM sqlite_master"_s);
    if (!tables) {
        return failure(tables.error());
    }
    return tables->next() && tables->value(0).toInt() > 0;
}

Result<QStringList> Database::tables()
{
    auto rows = query(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
                      "ESCAPE '\\' ORDER BY name"_s);
    if (!rows) {
        return failure(rows.error());
    }
    QStringList names;
    while (rows->next()) {
        names.append(rows->value(0).toString());
    }
    return names;
}

Result<int> Database::applicationId()
{
    auto id = query(u"PRAGMA application_id"_s);
    if (!id) {
        return failure(id.error());
    }
    return id->next() ? id->value(0).toInt() : 0;
}

Result<void> Database::setApplicationId(int id)
{
    const auto set = execute(u"PRAGMA application_id = %1"_s.arg(id));
    return set ? Result<void>() : failure(set.error());
}

Result<void> Database::copyTo(const QString &filePath)
{
    const auto copied = execute(u"VACUUM INTO ?"_s, {filePath});
    return copied ? Result<void>() : failure(copied.error());
}

} // namespace numbers::store
