#pragma once

#include "base/result.h"
#include "store/records.h"

#include <QList>
#include <QObject>

namespace numbers::store {
class Ledger;
}

namespace numbers::app {

/// Whether a change of this run of the program was sent to a provider and has not ended yet. Leaving then
/// would leave its end to the next start, and a number that moves unanswered until then. Borrows the ledger.
class UnderWay : public QObject
{
    Q_OBJECT
public:
    explicit UnderWay(store::Ledger &ledger, QObject *parent = nullptr);

    /// As of the last `updated`.
    [[nodiscard]] bool isAny() const { return m_isAny; }
    /// Asks the ledger; `updated` follows. By itself whenever an operation has changed.
    void update();

Q_SIGNALS:
    void updated();

private:
    void count(const Result<QList<store::OperationRecord>> &unfinished);

    store::Ledger &m_ledger;
    bool m_isAny = false;
};

} // namespace numbers::app
