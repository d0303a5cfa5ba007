#pragma once

#include <QHash>
#include <QScopeGuard>
#include <QSet>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace numbers::operations {

/// Which operations of a ledger this program is working on: what only a running program knows. One for each
/// open ledger, whatever keys are used with it; so an operation has one actor here, also while the same key
/// is entered again. One thread.
class OperationRegistry
{
public:
    using Release = QScopeGuard<std::function<void()>>;

    /// Until what is returned goes, the operation is being worked on: not left over, whatever the ledger
    /// says.
    [[nodiscard]] Release enter(const QString &operationId);
    /// The same, and its outcome is being found out.
    [[nodiscard]] Release enterSettling(const QString &operationId);

    [[nodiscard]] bool isActive(const QString &operationId) const;
    [[nodiscard]] bool isSettling(const QString &operationId) const;

    /// How long an operation has been open at least, as far as this program has seen it; `now` by the
    /// monotonic clock, since a wall clock that was set forward must not make a request look old.
    [[nodiscard]] std::chrono::milliseconds ageOf(const QString &operationId, std::chrono::milliseconds now);
    /// The operation is over.
    void forgetAge(const QString &operationId);

private:
    struct State
    {
        QSet<QString> active;
        QSet<QString> settling;
        /// Operations found open, and when: their requests had left before.
        QHash<QString, std::chrono::milliseconds> openSince;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace numbers::operations
