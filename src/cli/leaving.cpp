#include "cli/leaving.h"

#include "cli/commandsession.h"
#include "cli/console.h"

#include <QCoro/QCoroTask>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

using Operation = store::OperationRecord;

/// Two writes, between which nobody answers.
bool hasTwoWrites(const Operation &operation)
{
    return operation.kind == Operation::Kind::Undo || operation.kind == Operation::Kind::Reassign;
}

QString waitingText(const Operation &operation)
{
    if (!hasTwoWrites(operation)) {
        return CommandText::tr(
                   "What changes %1 was sent already. Waiting for the answer. Press Ctrl+C again to "
                   "leave now; the next command finds out what happened.")
            .arg(operation.phoneNumber.international());
    }
    const QString text =
        CommandText::tr("%1 is being changed in two steps, and nobody answers it between them. "
                        "This is finished first; it can take a minute.")
            .arg(operation.phoneNumber.international());
#ifdef Q_OS_UNIX
    //: after "This is finished first"
    return text + u' ' +
           CommandText::tr("To end the program all the same: kill -KILL %1. The next command then continues.")
               .arg(QCoreApplication::applicationPid());
#else
    return text;
#endif
}

} // namespace

Leaving::Leaving(Console &console, CancelSource cancel, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_cancel(std::move(cancel))
{
    connect(&m_signals, &TerminationSignals::requested, this, &Leaving::leave);
}

void Leaving::leave()
{
    const bool isFirst = !std::exchange(m_isAsked, true);
    m_cancel.cancel();
    if (m_workspace == nullptr) {
        if (!isFirst) {
            TerminationSignals::endNow();
        }
        return;
    }
    auto task = m_workspace->ledger().unfinishedOperations(true);
    QCoro::connect(std::move(task), this, [this, isFirst](const Result<QList<Operation>> &unfinished) {
        leaveWith(unfinished, isFirst);
    });
}

void Leaving::leaveWith(const Result<QList<Operation>> &unfinished, bool isFirst)
{
    if (m_workspace == nullptr) {
        return; // The command ended meanwhile.
    }
    const QString instance = m_workspace->ledger().instanceId();
    QList<Operation> sent = unfinished.value_or(QList<Operation>());
    sent.removeIf([&instance](const Operation &operation) {
        return operation.instanceId != instance || operation.phase == Operation::Phase::Prepared ||
               operation.outcome == Operation::Outcome::Unknown;
    });
    const bool isSafe = unfinished && std::none_of(sent.cbegin(), sent.cend(), &hasTwoWrites);
    if (!isFirst && isSafe) {
        TerminationSignals::endNow();
    }
    for (const Operation &operation : std::as_const(sent)) {
        m_console.message(waitingText(operation));
    }
}

} // namespace numbers::cli
