#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/changes/restorer.h"
#include "operations/common/outcome.h"
#include "operations/health/healthcheck.h"
#include "store/records.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Starts health checks and what fixes their findings, and tells how they go on. Also checks every few hours
/// when the preferences say so.
class HealthController : public QObject
{
    Q_OBJECT
public:
    explicit HealthController(workspace::Workspace &workspace, QObject *parent = nullptr);
    /// A check is worth nothing without a window.
    ~HealthController() override;

    void checkAll();
    /// Those rows of the ledger.
    void check(const QList<qint64> &ids);
    void cancel();
    /// One that the user asked for; those by the clock are not told of.
    [[nodiscard]] bool isChecking() const { return m_isChecking; }

    // --- repairs: one at a time; the number is checked again after each
    /// Reads what would be set back; `setBackOffered` or `repairFailed` follows.
    void offerSetBack(const store::NumberRecord &number);
    void setBack(const operations::RestoreOffer &offer);
    void adopt(const store::NumberRecord &number);
    void forget(const store::NumberRecord &number);

    /// How long an hour of the schedule is; for tests.
    void setHour(std::chrono::milliseconds hour);

Q_SIGNALS:
    void busyChanged();
    void progress(int done, int total);
    /// `isQuiet`: nobody asked for it, so nothing but a badge may tell of it.
    void checked(const numbers::operations::HealthReport &report, bool isQuiet);
    void checkFailed(const numbers::Error &error);
    void setBackOffered(const numbers::operations::RestoreOffer &offer);
    void repaired(const QString &text);
    void repairFailed(const numbers::PhoneNumber &number, const numbers::Error &error);

private:
    using Scope = std::optional<QList<PhoneNumber>>;

    /// False when there is nothing to begin with, or a check runs.
    [[nodiscard]] bool begin();
    void run(Scope scope);
    void end(const Result<operations::HealthReport> &result);
    void runQuietly(Scope scope);
    void schedule();
    void withToken(const store::NumberRecord &number, std::function<void(twilio::Credentials)> then);
    void setBackEnded(const PhoneNumber &number, const operations::OperationOutcome &outcome);

    workspace::Workspace &m_workspace;
    CancelSource m_cancel;
    CancelSource m_quietCancel;
    QTimer m_timer;
    std::chrono::milliseconds m_hour = std::chrono::hours(1);
    bool m_isChecking = false; ///< also while it is read which numbers
    bool m_isCheckingQuietly = false;
    bool m_isRepairing = false;
};

} // namespace numbers::gui
