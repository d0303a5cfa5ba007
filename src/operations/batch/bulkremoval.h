#pragma once

#include "base/canceltoken.h"
#include "base/phonenumber.h"
#include "base/result.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"

#include <QList>
#include <QObject>

#include <memory>

namespace numbers::operations {

/// How the removal of several numbers ended.
struct BulkRemovalReport
{
    struct Failure
    {
        PhoneNumber phoneNumber;
        Error error;
        bool isUnknown = false; ///< may have been removed all the same
    };

    int removed = 0;
    int restored = 0; ///< of those, so many are answered as before their import
    int total = 0;
    bool isStopped = false; ///< before the last one was begun
    QList<Failure> failures;
    QList<Note> warnings;
};

/// Removes numbers from Nixflex one after the other, whoever watches: a window, a terminal, or nobody.
///
/// When the services close, the number in progress is left as any operation is, and no further one is begun.
/// One run at a time.
class BulkRemoval : public QObject
{
    Q_OBJECT
public:
    BulkRemoval();
    ~BulkRemoval() override;

    struct Request
    {
        QList<PhoneNumber> numbers; ///< of the fleet of the services' key
        /// What answered before the import is set back, where that is recorded; a number for which it cannot
        /// be stays as it is.
        bool mustRestore = false;
    };

    /// Does nothing while a run is under way, or without numbers.
    void start(Request request, OperationServices services, AuthTokenSource tokens);
    /// Begins no further number.
    void stop();

    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }
    [[nodiscard]] bool isStopping() const;
    /// Numbers that are dealt with, however that ended, and all of the run.
    [[nodiscard]] int done() const;
    [[nodiscard]] int total() const;

    struct Run; ///< shared with the coroutine, which may outlive this object

Q_SIGNALS:
    /// Begun, with the next number, or about to stop.
    void progressed();
    /// No longer running.
    void finished(const numbers::operations::BulkRemovalReport &report);

private:
    std::shared_ptr<Run> m_run;
};

} // namespace numbers::operations
