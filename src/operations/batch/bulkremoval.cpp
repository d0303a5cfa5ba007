#include "operations/batch/bulkremoval.h"

#include "operations/operations.h"

#include <QCoreApplication>
#include <QPointer>

#include <functional>
#include <utility>

namespace numbers::operations {

struct BulkRemoval::Run
{
    CancelSource cancel;
    BulkRemovalReport report;
    int done = 0;
};

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::BulkRemoval)
};

using Kind = OperationOutcome::Kind;
using Run = BulkRemoval::Run;

struct Removed
{
    OperationOutcome outcome;
    bool isRestored = false;
};

Removed notSent(Error error)
{
    Removed removed;
    removed.outcome.kind = Kind::NotSent;
    removed.outcome.error = std::move(error);
    return removed;
}

Error noToken()
{
    return Error::make(Error::Kind::Invalid,
                       Text::tr("The Auth Token of its Twilio account is not known on this computer, so what "
                                "answered before cannot be set back. Nothing was changed. Enter it under "
                                "Preferences > Twilio accounts."));
}

/// With the record as it is now: much may have happened since the user chose the number.
QCoro::Task<Removed> removeOne(OperationServices services, PhoneNumber number, bool mustRestore,
                               AuthTokenSource tokens, CancelToken cancel)
{
    const QString keyId = services.nixflex.key().keyId();
    const auto record = co_await services.ledger.number(keyId, number);
    if (!record || !*record) {
        co_return notSent(record ? Error::make(Error::Kind::NotFound,
                                               Text::tr("It is no longer in the fleet. Nothing was changed."))
                                 : record.error());
    }
    twilio::Credentials credentials{(*record)->accountSid, nullptr};
    if (!credentials.accountSid.isNull()) {
        const AccountSid sid = credentials.accountSid;
        const auto token = co_await tokens(sid);
        // Without one no backup can be taken first; the user was told what that means.
        credentials.authToken = token.value_or(nullptr);
    }
    Operations operations(services);
    if (mustRestore && (*record)->baseline) {
        if (!credentials.isComplete()) {
            co_return notSent(noToken());
        }
        const auto offer = co_await operations.offerUndo(credentials, number, cancel);
        if (offer) {
            const RestoreOffer accepted = *offer;
            const OperationOutcome outcome = co_await operations.undo(accepted, cancel);
            co_return Removed{outcome, outcome.kind == Kind::Succeeded};
        }
        if (offer.error().providerCode != QLatin1StringView("no_backup")) {
            co_return notSent(offer.error());
        }
    }
    const OperationOutcome outcome = co_await operations.remove(number, credentials, cancel);
    co_return Removed{outcome, false};
}

void note(Run &run, const PhoneNumber &number, const Removed &removed)
{
    const auto &outcome = removed.outcome;
    run.report.restored += removed.isRestored ? 1 : 0;
    run.report.warnings.append(outcome.warnings);
    if (outcome.kind == Kind::Succeeded) {
        ++run.report.removed;
    } else if (outcome.error && outcome.error->kind == Error::Kind::Cancelled) {
        run.report.isStopped = true;
    } else if (outcome.error) {
        run.report.failures.append({number, *outcome.error, outcome.kind == Kind::Unknown});
    }
}

QCoro::Task<BulkRemovalReport> removeAll(std::shared_ptr<Run> run, BulkRemoval::Request request,
                                         OperationServices services, AuthTokenSource tokens,
                                         std::function<void()> onProgress)
{
    const CancelToken cancel = run->cancel.token();
    for (const PhoneNumber &number : std::as_const(request.numbers)) {
        if (cancel.isCancelled() || services.closing.isCancelled()) {
            run->report.isStopped = true;
            break;
        }
        const auto removed = co_await removeOne(services, number, request.mustRestore, tokens, cancel);
        note(*run, number, removed);
        ++run->done;
        onProgress();
    }
    co_return run->report;
}

} // namespace

BulkRemoval::BulkRemoval() = default;

BulkRemoval::~BulkRemoval() = default;

void BulkRemoval::start(Request request, OperationServices services, AuthTokenSource tokens)
{
    if (isRunning() || request.numbers.isEmpty()) {
        return;
    }
    m_run = std::make_shared<Run>();
    m_run->report.total = static_cast<int>(request.numbers.size());
    Q_EMIT progressed();
    const auto onProgress = [self = QPointer(this)] {
        if (self) {
            Q_EMIT self->progressed();
        }
    };
    auto task = removeAll(m_run, std::move(request), std::move(services), std::move(tokens), onProgress);
    QCoro::connect(std::move(task), this, [this](const BulkRemovalReport &report) {
        m_run.reset();
        Q_EMIT finished(report);
    });
}

void BulkRemoval::stop()
{
    if (m_run) {
        m_run->cancel.cancel();
        Q_EMIT progressed();
    }
}

bool BulkRemoval::isStopping() const
{
    return m_run && m_run->cancel.isCancelled();
}

int BulkRemoval::done() const
{
    return m_run ? m_run->done : 0;
}

int BulkRemoval::total() const
{
    return m_run ? m_run->report.total : 0;
}

} // namespace numbers::operations
