#include "store/migrator.h"

#include "store/enumnames.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

struct MigratorText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::store::Migrator)
};

QStringList migrationFiles()
{
    return QDir(u":/migrations"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

int numberOf(const QString &fileName)
{
    return fileName.left(3).toInt();
}

/// Statements end with a semicolon at the end of a line; comments are whole lines.
QStringList statementsOf(const QString &sql)
{
    QStringList statements;
    QString statement;
    const auto lines = sql.split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().startsWith("--"_L1)) {
            continue;
        }
        statement += line + u'\n';
        if (line.trimmed().endsWith(u';')) {
            statements << statement.trimmed();
            statement.clear();
        }
    }
    return statements;
}

Error notCopied(const Error &cause)
{
    Error error = cause;
    error.userText =
        MigratorText::tr("The ledger has to be changed for this version of the program, but could not be "
                         "copied first. Nothing was changed. %1")
            .arg(error.userText);
    return error;
}

/// The name of the copy. It has that name only once it is whole.
Result<QString> copyBefore(Database &database, int step, const QDateTime &now)
{
    const QString copy = u"%1/ledger-before-%2-%3.sqlite"_s.arg(QFileInfo(database.filePath()).absolutePath(),
                                                                QString::number(step).rightJustified(3, u'0'),
                                                                now.toString(u"yyyyMMdd-hhmmss-zzz"_s));
    QFile part(copy + u".part"_s);
    const bool wasThere = part.exists();
    if (const auto copied = database.copyTo(part.fileName()); !copied) {
        if (!wasThere) {
            part.remove();
        }
        return failure(notCopied(copied.error()));
    }
    part.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!part.rename(copy)) {
        const QString reason = part.errorString();
        part.remove();
        return failure(notCopied(Error::make(
            Error::Kind::Storage, MigratorText::tr("“%1” cannot be made (%2).").arg(copy, reason), reason)));
    }
    return copy;
}

/// What a file is, as far as it can be told without changing it.
struct Recognised
{
    enum class As { Empty, Ledger, NewerLedger, Broken, OfAnotherProgram };
    As what = As::Empty;
    int schema = 0;
    QString detail; ///< what told it
};

/// Error only where it cannot be read.
Result<Recognised> recognise(Database &database)
{
    using As = Recognised::As;
    // Another program may be creating the ledger right now, all its tables at once. So look for tables first.
    const auto hasTables = database.hasAnyTable();
    if (!hasTables) {
        return failure(hasTables.error());
    }
    const auto id = database.applicationId();
    if (!id) {
        return failure(id.error());
    }
    const bool isMarked = *id == ledgerApplicationId;
    if (*id != 0 && !isMarked) {
        return Recognised{As::OfAnotherProgram, 0, u"application id %1"_s.arg(*id)};
    }
    if (!*hasTables) {
        return Recognised{};
    }
    // Others call the table of their migrations the same, and number them by the day.
    for (const QString &table : {u"schema_migrations"_s, u"operations"_s, u"webhook_backups"_s}) {
        const auto isThere = database.hasTable(table);
        if (!isThere) {
            return failure(isThere.error());
        }
        if (!*isThere && !isMarked) {
            return Recognised{As::OfAnotherProgram, 0, u"no table %1"_s.arg(table)};
        }
    }
    const auto schema = schemaOf(database);
    if (!schema) {
        return failure(schema.error());
    }
    if (*schema == 0) {
        return Recognised{As::Broken, 0, u"tables without a schema"_s};
    }
    return Recognised{*schema > newestSchema() ? As::NewerLedger : As::Ledger, *schema,
                      u"schema %1"_s.arg(*schema)};
}

Result<void> refuseUnlessOurs(const Database &database, const Recognised &recognised)
{
    switch (recognised.what) {
    case Recognised::As::Empty:
    case Recognised::As::Ledger:
        return {};
    case Recognised::As::Broken:
        return failure(database.damaged(recognised.detail));
    case Recognised::As::OfAnotherProgram:
        return failure(Error::make(Error::Kind::Storage,
                                   MigratorText::tr("“%1” is the database of another program. It was left as "
                                                    "it is. Choose another folder with --profile.")
                                       .arg(database.filePath()),
                                   recognised.detail));
    case Recognised::As::NewerLedger:
        break;
    }
    return failure(
        Error::make(Error::Kind::Storage,
                    MigratorText::tr("“%1” was written by a newer version of this program (schema %2, this "
                                     "one knows %3). It was left as it is. Install the newer version.")
                        .arg(database.filePath())
                        .arg(recognised.schema)
                        .arg(newestSchema()),
                    recognised.detail));
}

/// One step with its note, or nothing of it.
Result<void> runStep(Database &database, int step, const QStringList &statements, const QDateTime &now)
{
    return database.transaction([&]() -> Result<void> {
        // Another program may have done this step while we waited for the lock.
        const auto current = schemaOf(database);
        if (!current || *current >= step) {
            return current ? Result<void>() : failure(current.error());
        }
        if (*current == 0) {
            const auto made = database.execute(
                u"CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)"_s);
            if (!made) {
                return failure(made.error());
            }
        }
        for (const QString &statement : statements) {
            if (const auto run = database.execute(statement); !run) {
                return failure(run.error());
            }
        }
        const auto noted = database.execute(
            u"INSERT INTO schema_migrations (version, applied_at) VALUES (?, ?)"_s, {step, toText(now)});
        return noted ? Result<void>() : failure(noted.error());
    });
}

} // namespace

int newestSchema()
{
    const QStringList files = migrationFiles();
    return files.isEmpty() ? 0 : numberOf(files.last());
}

Result<int> schemaOf(Database &database)
{
    const auto isOurs = database.hasTable(u"schema_migrations"_s);
    if (!isOurs) {
        return failure(isOurs.error());
    }
    if (!*isOurs) {
        return 0;
    }
    auto newest = database.query(u"SELECT MAX(version) FROM schema_migrations"_s);
    if (!newest) {
        return failure(newest.error());
    }
    return newest->next() ? newest->value(0).toInt() : 0;
}

Result<void> refuseOthers(const QString &filePath)
{
    Database database;
    if (!Database::hasLog(filePath) || !database.openForReading(filePath)) {
        return {};
    }
    const auto recognised = recognise(database);
    return recognised ? refuseUnlessOurs(database, *recognised) : Result<void>();
}

Result<void> migrate(Database &database, const QDateTime &now)
{
    const auto recognised = recognise(database);
    if (!recognised) {
        return failure(recognised.error());
    }
    if (auto ours = refuseUnlessOurs(database, *recognised); !ours) {
        return ours;
    }
    const int schema = recognised->schema;
    if (auto whole = database.checkIntegrity(); !whole) {
        return whole;
    }
    if (const auto prepared = database.prepareForWriting(); !prepared) {
        return prepared;
    }
    QString copy;
    bool isCopied = schema == 0; // Nothing to lose in a new one.
    const QStringList files = migrationFiles();
    for (const QString &fileName : files) {
        const int step = numberOf(fileName);
        if (step <= schema) {
            continue;
        }
        if (!isCopied) {
            const auto copied = copyBefore(database, step, now);
            if (!copied) {
                return failure(copied.error());
            }
            copy = *copied;
            isCopied = true;
        }
        QFile file(u":/migrations/"_s + fileName);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(Error::make(Error::Kind::Internal, u"%1 is missing"_s.arg(fileName)));
        }
        const QStringList statements = statementsOf(QString::fromUtf8(file.readAll()));
        auto done = runStep(database, step, statements, now);
        if (!done) {
            // The ledger is what it was. Every try leaving a copy of it would fill the disk.
            if (!copy.isEmpty() && database.checkIntegrity()) {
                QFile::remove(copy);
            }
            return done;
        }
        copy.clear(); // From now on somebody may want it.
    }
    if (const auto id = database.applicationId(); id && *id == 0) {
        // A full disk must not keep anybody from reading; it is tried again the next time.
        const auto marked = database.setApplicationId(ledgerApplicationId);
        static_cast<void>(marked);
    }
    return {};
}

} // namespace numbers::store
