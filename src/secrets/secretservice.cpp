// Linux and other systems with D-Bus: https://specifications.freedesktop.org/secret-service-spec/
#include "base/completion.h"
#include "secrets/platformkeychain.h"
#include "secrets/promptwaiter.h"

#include <QAbstractEventDispatcher>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QLibrary>
#include <QLoggingCategory>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace numbers::secrets {

namespace {

Q_LOGGING_CATEGORY(log, "numbers.secrets")

using State = SecretStore::State;

constexpr auto secretService = "org.freedesktop.secrets"_L1;
constexpr auto secretPath = "/org/freedesktop/secrets"_L1;
constexpr auto serviceInterface = "org.freedesktop.Secret.Service"_L1;
constexpr auto collectionInterface = "org.freedesktop.Secret.Collection"_L1;
constexpr auto walletService = "org.kde.kwalletd5"_L1;
constexpr auto noObject = "/"_L1;
/// Starting the service may be part of a call; no call here waits for a person.
constexpr int callTimeout = 25'000;
constexpr int glibInterval = 10; ///< milliseconds

QCoro::Task<QDBusMessage> call(QDBusMessage message)
{
    const Completion<QDBusMessage> answer;
    // No parent: it must complete whatever else goes.
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, callTimeout));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher,
                     [answer](QDBusPendingCallWatcher *finished) {
                         answer.complete(finished->reply());
                         finished->deleteLater();
                     });
    co_return co_await answer.awaiter();
}

QDBusMessage busMethod(QLatin1StringView method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                          u"org.freedesktop.DBus"_s, method);
}

QDBusMessage secretMethod(const QString &path, QLatin1StringView interface, QLatin1StringView method)
{
    return QDBusMessage::createMethodCall(secretService, path, interface, method);
}

/// Running, or would be started by a call.
QCoro::Task<bool> isServiceAvailable(QString name)
{
    QDBusMessage ownerCall = busMethod("NameHasOwner"_L1);
    ownerCall << name;
    const QDBusMessage owner = co_await call(ownerCall);
    if (owner.type() == QDBusMessage::ReplyMessage && owner.arguments().value(0).toBool()) {
        co_return true;
    }
    const QDBusMessage listCall = busMethod("ListActivatableNames"_L1);
    const QDBusMessage names = co_await call(listCall);
    co_return names.arguments().value(0).toStringList().contains(name);
}

/// As QtKeychain 0.13 chooses: KWallet 5 in a Plasma 5 session, else libsecret. Plasma 6 offers its wallet as
/// Secret Service.
bool isPlasma5()
{
    const QByteArray desktop = qgetenv("XDG_CURRENT_DESKTOP");
    const bool isKde =
        desktop == "KDE" || (desktop.isEmpty() && (qgetenv("DESKTOP_SESSION") == "kde" ||
                                                   qEnvironmentVariableIsSet("KDE_FULL_SESSION")));
    return isKde && qgetenv("KDE_SESSION_VERSION") == "5";
}

/// QtKeychain loads it at run time, and packages do not depend on it.
bool hasLibsecret()
{
    QLibrary library(u"secret-1"_s, 0);
    return library.load();
}

KeychainStatus statusFromError(const QDBusMessage &answer)
{
    const QString name = answer.errorName();
    const QString detail = u"secret service: "_s + name;
    if (name == "org.freedesktop.DBus.Error.ServiceUnknown"_L1 ||
        name == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1 ||
        name.startsWith("org.freedesktop.DBus.Error.Spawn."_L1)) {
        return {.state = State::NoStore, .detail = detail};
    }
    if (name == "org.freedesktop.DBus.Error.AccessDenied"_L1) {
        return {.state = State::Denied, .detail = detail};
    }
    return {.state = State::Failed, .detail = detail};
}

struct Collection
{
    KeychainStatus status;
    QString path; ///< empty: there is none, or the status says why it is not known
};

QCoro::Task<Collection> defaultCollection()
{
    QDBusMessage aliasCall = secretMethod(secretPath, serviceInterface, "ReadAlias"_L1);
    aliasCall << u"default"_s;
    const QDBusMessage alias = co_await call(aliasCall);
    if (alias.type() != QDBusMessage::ReplyMessage) {
        co_return Collection{.status = statusFromError(alias), .path = {}};
    }
    const QString path = alias.arguments().value(0).value<QDBusObjectPath>().path();
    if (path.isEmpty() || path == noObject) {
        // Nothing can be kept until the user has made one; and a closed KeePassXC looks like this, too.
        KeychainStatus status{.state = State::WaitingForUnlock, .detail = u"no default collection"_s};
        co_return Collection{.status = std::move(status), .path = {}};
    }
    QDBusMessage lockedCall = secretMethod(path, "org.freedesktop.DBus.Properties"_L1, "Get"_L1);
    lockedCall << QString(collectionInterface) << u"Locked"_s;
    const QDBusMessage locked = co_await call(lockedCall);
    if (locked.type() != QDBusMessage::ReplyMessage) {
        co_return Collection{.status = statusFromError(locked), .path = path};
    }
    const bool isLocked = locked.arguments().value(0).value<QDBusVariant>().variant().toBool();
    KeychainStatus status{.state = isLocked ? State::WaitingForUnlock : State::Ready,
                          .detail = isLocked ? u"collection is locked"_s : QString()};
    co_return Collection{.status = std::move(status), .path = path};
}

/// Everything that decides before the collection is looked at; nothing when it is to be looked at.
QCoro::Task<std::optional<KeychainStatus>> statusWithoutCollection()
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        co_return KeychainStatus{.state = State::NoStore, .detail = u"no session bus"_s};
    }
    const bool mayUseWallet = isPlasma5() || !hasLibsecret();
    if (mayUseWallet) {
        const bool hasWallet = co_await isServiceAvailable(walletService);
        if (hasWallet) {
            co_return KeychainStatus{.state = State::Ready, .detail = u"kwallet"_s, .isBlind = true};
        }
    }
    if (!hasLibsecret()) {
        co_return KeychainStatus{.state = State::NoStore, .detail = u"libsecret-1 cannot be loaded"_s};
    }
    const bool hasService = co_await isServiceAvailable(secretService);
    if (!hasService) {
        co_return KeychainStatus{.state = State::NoStore,
                                 .detail = u"no org.freedesktop.secrets on the bus"_s};
    }
    co_return std::nullopt;
}

/// Unlocks, or makes the collection where there is none; the answer's prompt, "/" when none is needed.
QCoro::Task<Result<QString>> startUnlocking(QString collection)
{
    if (collection.isEmpty()) {
        QDBusMessage create = secretMethod(secretPath, serviceInterface, "CreateCollection"_L1);
        const QVariantMap properties{{u"org.freedesktop.Secret.Collection.Label"_s, u"Default"_s}};
        create << properties << u"default"_s;
        const QDBusMessage answer = co_await call(create);
        if (answer.type() != QDBusMessage::ReplyMessage) {
            co_return failure(storeError(State::Failed, answer.errorName()));
        }
        co_return answer.arguments().value(1).value<QDBusObjectPath>().path();
    }
    QDBusMessage unlock = secretMethod(secretPath, serviceInterface, "Unlock"_L1);
    const QList<QDBusObjectPath> objects{QDBusObjectPath(collection)};
    unlock << QVariant::fromValue(objects);
    const QDBusMessage answer = co_await call(unlock);
    if (answer.type() != QDBusMessage::ReplyMessage) {
        co_return failure(storeError(State::Failed, answer.errorName()));
    }
    co_return answer.arguments().value(1).value<QDBusObjectPath>().path();
}

/// Returns when the user has answered, or cannot any more.
QCoro::Task<void> showPrompt(QString path)
{
    const auto waiter = std::make_unique<PromptWaiter>(QDBusConnection::sessionBus(), secretService, path);
    const auto completion = waiter->completion();
    QDBusMessage prompt = secretMethod(path, "org.freedesktop.Secret.Prompt"_L1, "Prompt"_L1);
    prompt << QString(); // the window it belongs to: not known here
    const QDBusMessage answer = co_await call(prompt);
    if (answer.type() != QDBusMessage::ReplyMessage) {
        qCWarning(log).noquote() << "prompt not shown:" << answer.errorName();
        co_return;
    }
    co_await completion.awaiter();
}

} // namespace

QCoro::Task<KeychainStatus> keychainStatus()
{
    const auto early = co_await statusWithoutCollection();
    if (early) {
        co_return *early;
    }
    const Collection collection = co_await defaultCollection();
    co_return collection.status;
}

QCoro::Task<KeychainStatus> unlockKeychain()
{
    const auto early = co_await statusWithoutCollection();
    if (early) {
        co_return *early;
    }
    const Collection before = co_await defaultCollection();
    if (before.status.state != State::WaitingForUnlock) {
        co_return before.status;
    }
    const auto prompt = co_await startUnlocking(before.path);
    if (!prompt) {
        co_return KeychainStatus{.state = State::Failed, .detail = prompt.error().detail};
    }
    if (!prompt->isEmpty() && *prompt != noObject) {
        co_await showPrompt(*prompt);
    }
    const Collection after = co_await defaultCollection();
    co_return after.status;
}

void keepKeychainGoing(QObject *job)
{
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    if (dispatcher == nullptr || dispatcher->inherits("QEventDispatcherGlib")) {
        return;
    }
    using Iteration = int (*)(void *context, int mayBlock);
    static const auto iterate =
        reinterpret_cast<Iteration>(QLibrary::resolve(u"glib-2.0"_s, 0, "g_main_context_iteration"));
    if (iterate == nullptr) {
        return;
    }
    // Ends with the job.
    auto *timer = new QTimer(job);
    QObject::connect(timer, &QTimer::timeout, job, [] { iterate(nullptr, 0); });
    timer->start(glibInterval);
}

} // namespace numbers::secrets
