#include "secrets/keychainstore.h"

#include "secrets/keychainjob.h"
#include "secrets/platformkeychain.h"
#include "secrets/secretname.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace numbers::secrets {

namespace {

Q_LOGGING_CATEGORY(log, "numbers.secrets")

} // namespace

/// What running calls need, so that they can end after the store is gone.
class KeychainStore::Core
{
public:
    Core(KeychainStore *owner, QString entryNamespace, Limits jobLimits)
        : store(owner)
        , profileNamespace(std::move(entryNamespace))
        , limits(jobLimits)
    {
    }

    void setState(State newState)
    {
        if (state == newState) {
            return;
        }
        state = newState;
        if (store) {
            Q_EMIT store->stateChanged(newState);
        }
    }

    /// A status that is not Ready, as the state and the error to return.
    Error refused(const KeychainStatus &status)
    {
        qCInfo(log).noquote() << status.state << status.detail;
        setState(status.state);
        return storeError(status.state, u"keychain: "_s + status.detail);
    }

    [[nodiscard]] std::chrono::milliseconds limitFor(const KeychainStatus &status) const
    {
        return status.isBlind ? limits.withPrompt : limits.quiet;
    }

    QPointer<KeychainStore> store;
    QString profileNamespace;
    Limits limits;
    State state = State::Unknown;
};

namespace {

using Core = KeychainStore::Core;
using State = SecretStore::State;

State stateFor(const JobOutcome &outcome)
{
    switch (outcome.error) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return State::Ready;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return State::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return State::NoStore;
    default:
        return State::Failed;
    }
}

/// After a job: a lock or the end of the service in the meantime explains more than the job's own error, and
/// takes away the meaning of "not found".
QCoro::Task<KeychainStatus> statusAfter(JobOutcome outcome)
{
    KeychainStatus now = co_await keychainStatus();
    if (now.state != State::Ready) {
        co_return now;
    }
    now.state = stateFor(outcome);
    if (now.state != State::Ready) {
        now.detail = u"error %1, %2"_s.arg(static_cast<int>(outcome.error)).arg(outcome.errorText);
    }
    co_return now;
}

QCoro::Task<Result<std::shared_ptr<const SecretString>>> readFrom(std::shared_ptr<Core> core, QString name)
{
    const KeychainStatus before = co_await keychainStatus();
    if (before.state != State::Ready) {
        co_return failure(core->refused(before));
    }
    const auto limit = core->limitFor(before);
    const JobOutcome outcome = co_await readEntry(name, limit);
    if (outcome.error == QKeychain::NoError && outcome.text && !outcome.text->isEmpty()) {
        core->setState(State::Ready);
        co_return outcome.text;
    }
    KeychainStatus after = co_await statusAfter(outcome);
    if (after.state == State::Ready && outcome.error == QKeychain::NoError) {
        // We never store an empty text; KWallet's errors look like this in QtKeychain.
        after.state = State::Failed;
        after.detail = u"empty entry"_s;
    }
    if (after.state != State::Ready) {
        co_return failure(core->refused(after));
    }
    core->setState(State::Ready);
    co_return std::shared_ptr<const SecretString>();
}

QCoro::Task<Result<void>> writeTo(std::shared_ptr<Core> core, QString name,
                                  std::shared_ptr<const SecretString> secret)
{
    if (auto storable = checkStorable(secret.get()); !storable) {
        co_return storable;
    }
    const KeychainStatus before = co_await keychainStatus();
    const bool isUsable = before.state == State::Ready || before.state == State::WaitingForUnlock;
    if (!isUsable) {
        co_return failure(core->refused(before));
    }
    const auto limit = core->limits.withPrompt; // a locked keyring asks now
    const JobOutcome outcome = co_await writeEntry(name, secret, limit);
    KeychainStatus after = co_await statusAfter(outcome);
    if (after.state == State::Ready && after.isBlind) {
        // QtKeychain does not look at KWallet's answer to a write.
        const auto readLimit = core->limitFor(after);
        const JobOutcome check = co_await readEntry(name, readLimit);
        if (!check.text || !(*check.text == *secret)) {
            after.state = check.error == QKeychain::NoError || check.error == QKeychain::EntryNotFound
                              ? State::Failed
                              : stateFor(check);
            after.detail = u"written, but not read back"_s;
        }
    }
    // A write that worked counts, even where the keyring was locked right after it.
    const bool isWritten = outcome.error == QKeychain::NoError && after.state == State::WaitingForUnlock;
    if (after.state != State::Ready && !isWritten) {
        co_return failure(core->refused(after));
    }
    core->setState(after.state);
    co_return Result<void>{};
}

QCoro::Task<Result<void>> removeFrom(std::shared_ptr<Core> core, QString name)
{
    const KeychainStatus before = co_await keychainStatus();
    if (before.state != State::Ready) {
        co_return failure(core->refused(before));
    }
    const auto limit = core->limitFor(before);
    const JobOutcome outcome = co_await deleteEntry(name, limit);
    const KeychainStatus after = co_await statusAfter(outcome);
    if (after.state != State::Ready) {
        co_return failure(core->refused(after));
    }
    core->setState(State::Ready);
    co_return Result<void>{};
}

QCoro::Task<State> probeCore(std::shared_ptr<Core> core)
{
    const KeychainStatus status = co_await keychainStatus();
    if (status.state != State::Ready) {
        core->setState(status.state);
        qCInfo(log).noquote() << "keychain:" << status.state << status.detail;
        co_return status.state;
    }
    // Its own name each time: several programs may be probing.
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString name = u"com.nixflex.Numbers/"_s +
                         (core->profileNamespace.isEmpty() ? QString() : core->profileNamespace + u'/') +
                         u"canary/"_s + id;
    const auto canary = std::make_shared<const SecretString>(SecretString::fromText(id));
    auto written = co_await writeTo(core, name, canary);
    if (!written) {
        co_return core->state;
    }
    const auto found = co_await readFrom(core, name);
    const bool isSame = found && *found && **found == *canary;
    auto removed = co_await removeFrom(core, name);
    if (found && removed && !isSame) {
        const KeychainStatus broken{.state = State::Failed, .detail = u"canary not read back"_s};
        (void)core->refused(broken);
    }
    co_return core->state;
}

QCoro::Task<Result<void>> unlockCore(std::shared_ptr<Core> core)
{
    const KeychainStatus status = co_await unlockKeychain();
    if (status.state != State::Ready) {
        co_return failure(core->refused(status));
    }
    if (status.isBlind) {
        // Only a try makes these systems ask.
        const State state = co_await probeCore(core);
        if (state != State::Ready) {
            co_return failure(storeError(state));
        }
    }
    core->setState(State::Ready);
    co_return Result<void>{};
}

} // namespace

KeychainStore::KeychainStore(QString profileNamespace, QObject *parent)
    : KeychainStore(std::move(profileNamespace), Limits{}, parent)
{
}

KeychainStore::KeychainStore(QString profileNamespace, Limits limits, QObject *parent)
    : SecretStore(parent)
    , m_core(std::make_shared<Core>(this, std::move(profileNamespace), limits))
{
}

KeychainStore::~KeychainStore() = default;

SecretStore::State KeychainStore::state() const
{
    return m_core->state;
}

QCoro::Task<SecretStore::State> KeychainStore::probe()
{
    return probeCore(m_core);
}

QCoro::Task<Result<void>> KeychainStore::unlock()
{
    return unlockCore(m_core);
}

QCoro::Task<Result<std::shared_ptr<const SecretString>>> KeychainStore::read(SecretKey key)
{
    return readFrom(m_core, entryName(m_core->profileNamespace, key));
}

QCoro::Task<Result<void>> KeychainStore::write(SecretKey key, std::shared_ptr<const SecretString> secret)
{
    return writeTo(m_core, entryName(m_core->profileNamespace, key), std::move(secret));
}

QCoro::Task<Result<void>> KeychainStore::remove(SecretKey key)
{
    return removeFrom(m_core, entryName(m_core->profileNamespace, key));
}

} // namespace numbers::secrets
