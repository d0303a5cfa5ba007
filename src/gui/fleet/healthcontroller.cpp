#include "gui/fleet/healthcontroller.h"

#include "gui/common/errortext.h"
#include "gui/common/textdirection.h"
#include "models/recordreading.h"
#include "operations/health/healthrepair.h"
#include "workspace/workspace.h"

#include <QPointer>

#include <memory>

namespace numbers::gui {

using Settings = workspace::Settings;

HealthController::HealthController(workspace::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_isChecking && !m_isCheckingQuietly) {
            runQuietly({});
        }
    });
    connect(&workspace.settings(), &Settings::changed, this, [this](Settings::Key key) {
        if (key == Settings::Key::HealthCheckHours) {
            schedule();
        }
    });
    schedule();
}

HealthController::~HealthController()
{
    m_cancel.cancel();
    m_quietCancel.cancel();
}

void HealthController::setHour(std::chrono::milliseconds hour)
{
    m_hour = hour;
    schedule();
}

void HealthController::schedule()
{
    const auto hours = m_workspace.settings().text(Settings::Key::HealthCheckHours).toInt();
    if (hours > 0) {
        m_timer.start(m_hour * hours);
    } else {
        m_timer.stop();
    }
}

void HealthController::checkAll()
{
    if (begin()) {
        run({});
    }
}

void HealthController::check(const QList<qint64> &ids)
{
    if (ids.isEmpty() || !begin()) {
        return;
    }
    const auto scope = std::make_shared<QList<PhoneNumber>>();
    auto task = models::readRecords(
        m_workspace.ledger(), ids,
        [scope](const QList<store::NumberRecord> &part) {
            for (const auto &number : part) {
                scope->append(number.phoneNumber);
            }
        },
        m_cancel.token());
    QCoro::connect(std::move(task), this, [this, scope](const Result<void> &result) {
        if (result) {
            run(*scope);
        } else {
            end(failure(result.error()));
        }
    });
}

void HealthController::cancel()
{
    m_cancel.cancel();
}

bool HealthController::begin()
{
    if (m_workspace.healthCheck() == nullptr || m_isChecking) {
        return false;
    }
    m_quietCancel.cancel(); // It would only ask the same.
    m_isChecking = true;
    m_cancel = CancelSource();
    Q_EMIT busyChanged();
    return true;
}

void HealthController::end(const Result<operations::HealthReport> &result)
{
    m_isChecking = false;
    Q_EMIT busyChanged();
    if (result) {
        Q_EMIT checked(*result, false);
    } else if (!isSilent(result.error())) {
        Q_EMIT checkFailed(result.error());
    }
}

void HealthController::run(Scope scope)
{
    auto *check = m_workspace.healthCheck();
    if (check == nullptr) {
        end(failure(Error::cancelled())); // The key was forgotten meanwhile.
        return;
    }
    // The use case may outlive this object.
    const auto onProgress = [self = QPointer(this)](int done, int total) {
        if (self) {
            Q_EMIT self->progress(done, total);
        }
    };
    const operations::AuthTokenSource tokens = m_workspace.tokenSource();
    auto task = check->run(std::move(scope), tokens, onProgress, m_cancel.token());
    QCoro::connect(std::move(task), this,
                   [this](const Result<operations::HealthReport> &result) { end(result); });
}

void HealthController::runQuietly(Scope scope)
{
    auto *check = m_workspace.healthCheck();
    if (check == nullptr) {
        return;
    }
    m_isCheckingQuietly = true;
    m_quietCancel = CancelSource();
    const operations::AuthTokenSource tokens = m_workspace.tokenSource();
    auto task = check->run(std::move(scope), tokens, {}, m_quietCancel.token());
    QCoro::connect(std::move(task), this, [this](const Result<operations::HealthReport> &result) {
        m_isCheckingQuietly = false;
        if (result) {
            Q_EMIT checked(*result, true);
        }
    });
}

void HealthController::withToken(const store::NumberRecord &number,
                                 std::function<void(twilio::Credentials)> then)
{
    if (m_isRepairing || m_workspace.operations() == nullptr) {
        return;
    }
    m_isRepairing = true;
    const auto sid = number.accountSid;
    auto task = m_workspace.tokenOf(sid);
    QCoro::connect(std::move(task), this,
                   [this, number, sid,
                    then = std::move(then)](const Result<std::shared_ptr<const SecretString>> &result) {
                       const auto isKnown = result && *result;
                       if (isKnown && m_workspace.operations() != nullptr) {
                           then({sid, *result});
                           return;
                       }
                       m_isRepairing = false;
                       Q_EMIT repairFailed(
                           number.phoneNumber,
                           result ? Error::make(Error::Kind::Unauthorized,
                                                tr("The Auth Token of its Twilio account is not known here. "
                                                   "Enter it in the preferences."))
                                  : result.error());
                   });
}

void HealthController::offerSetBack(const store::NumberRecord &number)
{
    withToken(number, [this, number](const twilio::Credentials &credentials) {
        auto task =
            m_workspace.operations()->offerSetBack(credentials, number.phoneNumber, m_workspace.lifetime());
        QCoro::connect(std::move(task), this, [this, number](const Result<operations::RestoreOffer> &offer) {
            m_isRepairing = false;
            if (!offer) {
                Q_EMIT repairFailed(number.phoneNumber, offer.error());
            } else if (!offer->isPossible()) {
                Q_EMIT repairFailed(number.phoneNumber,
                                    Error::make(Error::Kind::Invalid, offer->problems.front().text));
            } else {
                Q_EMIT setBackOffered(*offer);
            }
        });
    });
}

void HealthController::setBack(const operations::RestoreOffer &offer)
{
    auto *importer = m_workspace.operations();
    if (importer == nullptr || m_isRepairing) {
        return;
    }
    m_isRepairing = true;
    const auto number = offer.phoneNumber;
    auto task = importer->restore(offer, m_workspace.lifetime());
    QCoro::connect(std::move(task), this, [this, number](const operations::OperationOutcome &outcome) {
        m_isRepairing = false;
        setBackEnded(number, outcome);
    });
}

void HealthController::setBackEnded(const PhoneNumber &number, const operations::OperationOutcome &outcome)
{
    runQuietly(QList{number});
    if (outcome.kind != operations::OperationOutcome::Kind::Succeeded) {
        if (outcome.error && !isSilent(*outcome.error)) {
            Q_EMIT repairFailed(number, *outcome.error);
        }
        return;
    }
    auto text = tr("%1 is again as Nixflex had set it up.").arg(leftToRight(number.international()));
    for (const auto &warning : outcome.warnings) {
        text += u'\n' + warning.text;
    }
    Q_EMIT repaired(text);
}

void HealthController::adopt(const store::NumberRecord &number)
{
    withToken(number, [this, number](const twilio::Credentials &credentials) {
        auto task = operations::adoptRouting(m_workspace.operationServices(), credentials, number,
                                             m_workspace.lifetime());
        QCoro::connect(std::move(task), this, [this, number](const Result<void> &result) {
            m_isRepairing = false;
            if (result) {
                Q_EMIT repaired(tr("Later checks compare %1 with what is there now.")
                                    .arg(leftToRight(number.phoneNumber.international())));
            } else {
                Q_EMIT repairFailed(number.phoneNumber, result.error());
            }
            runQuietly(QList{number.phoneNumber});
        });
    });
}

void HealthController::forget(const store::NumberRecord &number)
{
    if (m_workspace.healthCheck() == nullptr) {
        return;
    }
    auto task = operations::forgetGone(m_workspace.operationServices(), number.phoneNumber);
    QCoro::connect(std::move(task), this, [this, number](const Result<void> &result) {
        if (result) {
            Q_EMIT repaired(tr("%1 is no longer in the list. Its history stays.")
                                .arg(leftToRight(number.phoneNumber.international())));
        } else {
            Q_EMIT repairFailed(number.phoneNumber, result.error());
        }
    });
}

} // namespace numbers::gui
