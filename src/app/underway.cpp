#include "app/underway.h"

#include "store/ledger.h"

#include <QCoro/QCoroTask>

#include <algorithm>

namespace numbers::app {

using Operation = store::OperationRecord;

UnderWay::UnderWay(store::Ledger &ledger, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
{
    connect(&ledger, &store::Ledger::operationsChanged, this, &UnderWay::update);
}

void UnderWay::update()
{
    auto task = m_ledger.unfinishedOperations(true);
    QCoro::connect(std::move(task), this,
                   [this](const Result<QList<Operation>> &unfinished) { count(unfinished); });
}

void UnderWay::count(const Result<QList<Operation>> &unfinished)
{
    const auto operations = unfinished.value_or(QList<Operation>());
    const auto instance = m_ledger.instanceId();
    m_isAny = std::any_of(operations.cbegin(), operations.cend(), [&instance](const Operation &operation) {
        return operation.instanceId == instance && operation.phase != Operation::Phase::Prepared &&
               operation.outcome != Operation::Outcome::Unknown;
    });
    Q_EMIT updated();
}

} // namespace numbers::app
