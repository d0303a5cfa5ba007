#pragma once

#include "base/clock.h"
#include "store/ledger.h"
#include "support/runtask.h"

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

} // namespace numbers::test
