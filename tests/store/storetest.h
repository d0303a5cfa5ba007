#pragma once

#include "base/clock.h"
#include "store/database.h"
#include "store/ledger.h"
#include "support/runtask.h"

#include <QSqlRecord>
#include <QUuid>

namespace numbers::test {

inline PhoneNumber phoneNumber(const QString &e164)
{
    const auto number = PhoneNumber::fromE164(e164);
    if (!number) {
        qFatal("%s is no number", qPrintable(e164));
    }
    return *number;
}

inline const QString keyId = QStringLiteral("nxf_test");

inline store::NumberRecord numberRecord(const QString &e164, const QString &customer = {})
{
    store::NumberRecord record;
    record.keyId = keyId;
    record.phoneNumber = phoneNumber(e164);
    record.customer = customer;
    return record;
}

inline store::OperationRecord operationRecord(const QString &e164)
{
    store::OperationRecord operation;
    operation.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    operation.keyId = keyId;
    operation.phoneNumber = phoneNumber(e164);
    operation.startedAt = QDateTime::currentDateTimeUtc();
    return operation;
}

inline std::unique_ptr<store::Ledger> openLedger(const QString &filePath, Clock &clock)
{
    auto ledger = runTask(store::Ledger::open(filePath, &clock));
    if (!ledger) {
        qFatal("%s", qPrintable(ledger.error().report()));
    }
    return std::move(*ledger);
}

/// Everything in all tables; nothing when it cannot be read.
inline QStringList contentsOf(const QString &path)
{
    store::Database database;
    if (const auto opened = database.open(path); !opened) {
        return {opened.error().report()};
    }
    QStringList lines;
    for (const QString &table :
         {QStringLiteral("accounts"), QStringLiteral("agents"), QStringLiteral("operations"),
          QStringLiteral("operation_steps"), QStringLiteral("webhook_backups"), QStringLiteral("numbers")}) {
        auto rows = database.query(QStringLiteral("SELECT * FROM %1").arg(table));
        while (rows && rows->next()) {
            QStringList values{table};
            for (int i = 0; i < rows->record().count(); ++i) {
                values << rows->value(i).toString();
            }
            lines << values.join(QLatin1Char('|'));
        }
    }
    return lines;
}

inline QString integrityOf(const QString &path)
{
    store::Database database;
    if (const auto opened = database.open(path); !opened) {
        return opened.error().report();
    }
    auto row = database.query(QStringLiteral("PRAGMA integrity_check"));
    return row && row->next() ? row->value(0).toString() : QStringLiteral("no answer");
}

} // namespace numbers::test
