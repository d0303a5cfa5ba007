#include "workspace/workspace.h"

#include "operations/common/operationregistry.h"
#include "operations/common/sharednumberlist.h"
#include "workspace/networkchoice.h"

#include <QHash>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

namespace {

secrets::SecretKey tokenKey(const AccountSid &sid)
{
    return {secrets::SecretKey::Kind::TwilioToken, sid.toString()};
}

secrets::SecretKey nixflexSecret(const QString &keyId)
{
    return {secrets::SecretKey::Kind::NixflexKey, keyId};
}

/// What goes on while something is in the air, also after the workspace; see OperationServices.
struct CoreServices
{
    CoreServices(Clock &clock, const QUrl &twilioUrl)
        : http(clock)
        , twilio(http, twilioUrl.isEmpty() ? twilio::Endpoints{} : twilio::Endpoints::single(twilioUrl))
        , resources(clock)
    {
    }

    std::unique_ptr<store::Ledger> ledger;
    net::HttpClient http;
    twilio::Client twilio;
    routing::ResourceCache resources;
    operations::OperationRegistry registry;
};

/// One for each key: what is under way with a former key finishes with it.
struct KeyClient
{
    KeyClient(std::shared_ptr<CoreServices> givenCore, const QUrl &nixflexUrl, NixflexKey key)
        : core(std::move(givenCore))
        , nixflex(core->http, nixflexUrl, std::move(key))
    {
    }

    std::shared_ptr<CoreServices> core;
    nixflex::Client nixflex;
    operations::SharedNumberList numberList;
};

operations::OperationServices servicesOf(const std::shared_ptr<KeyClient> &client, Clock &clock,
                                         const operations::SettlePolicy &settle, CancelToken closing)
{
    CoreServices &core = *client->core;
    return {core.twilio,        client->nixflex, *core.ledger,       clock, core.resources, core.registry,
            client->numberList, settle,          std::move(closing), client};
}

/// What needs a key.
struct KeyServices
{
    explicit KeyServices(operations::OperationServices given)
        : services(std::move(given))
        , operations(services)
        , fleetSync(services)
        , healthCheck(services)
    {
    }

    operations::OperationServices services;
    operations::Operations operations;
    operations::FleetSync fleetSync;
    operations::HealthCheck healthCheck;
};

QCoro::Task<Result<std::shared_ptr<const SecretString>>> noTokenAnyMore()
{
    co_return failure(Error::cancelled());
}

} // namespace

class Workspace::Private
{
public:
    Private(WorkspaceOptions givenOptions, Profile givenProfile,
            std::unique_ptr<secrets::SecretStore> givenSecrets, Clock &givenClock)
        : options(std::move(givenOptions))
        , profile(std::move(givenProfile))
        , clock(givenClock)
        , settings(profile.settingsFile(), Settings::defaultAdministratorFile())
        , secretStore(std::move(givenSecrets))
        , core(std::make_shared<CoreServices>(clock, options.twilioUrl))
        , accountVerifier(std::shared_ptr<twilio::Client>(core, &core->twilio))
    {
    }

    /// What is in the air gets errors from now on and ends by itself.
    void close()
    {
        lifetime.cancel();
        core->http.close();
        if (core->ledger) {
            core->ledger->close();
        }
    }

    void setKey(NixflexKey key)
    {
        if (key.isNull()) {
            keyServices.reset();
        } else if (!keyServices || !(keyServices->services.nixflex.key() == key)) {
            const auto client = std::make_shared<KeyClient>(core, options.nixflexUrl, std::move(key));
            keyServices =
                std::make_unique<KeyServices>(servicesOf(client, clock, options.settle, lifetime.token()));
        }
    }

    WorkspaceOptions options;
    Profile profile;
    Clock &clock;
    CancelSource lifetime;
    Settings settings;
    std::unique_ptr<secrets::SecretStore> secretStore;
    std::shared_ptr<CoreServices> core;
    operations::AccountVerifier accountVerifier;
    std::unique_ptr<KeyServices> keyServices;
    QHash<AccountSid, std::shared_ptr<const SecretString>> sessionTokens;
};

Workspace::Workspace(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Workspace::~Workspace()
{
    d->close();
}

QCoro::Task<Result<std::unique_ptr<Workspace>>>
Workspace::open(WorkspaceOptions options, std::unique_ptr<secrets::SecretStore> secrets, Clock *clock)
{
    auto profile = Profile::open(options.profileDirectory, options.isPractice);
    if (!profile) {
        co_return failure(profile.error());
    }
    const QString ledgerFile = profile->ledgerFile();
    auto ledger = co_await store::Ledger::open(ledgerFile, clock);
    if (!ledger) {
        co_return failure(ledger.error());
    }
    auto priv =
        std::make_unique<Private>(std::move(options), std::move(*profile), std::move(secrets), *clock);
    priv->core->ledger = std::move(*ledger);
    if (priv->options.requestTimeout.count() > 0) {
        priv->core->http.setLongestAttempt(priv->options.requestTimeout);
    }
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(priv)));
    co_return workspace;
}

bool Workspace::isPractice() const
{
    return d->options.isPractice;
}

const WorkspaceOptions &Workspace::options() const
{
    return d->options;
}

const Profile &Workspace::profile() const
{
    return d->profile;
}

Clock &Workspace::clock()
{
    return d->clock;
}

Settings &Workspace::settings()
{
    return d->settings;
}

secrets::SecretStore &Workspace::secretStore()
{
    return *d->secretStore;
}

store::Ledger &Workspace::ledger()
{
    return *d->core->ledger;
}

net::HttpClient &Workspace::http()
{
    return d->core->http;
}

twilio::Client &Workspace::twilio()
{
    return d->core->twilio;
}

operations::AccountVerifier &Workspace::accountVerifier()
{
    return d->accountVerifier;
}

bool Workspace::hasKey() const
{
    return d->keyServices != nullptr;
}

QString Workspace::keyId() const
{
    return d->keyServices ? d->keyServices->services.nixflex.key().keyId() : QString();
}

nixflex::Client *Workspace::nixflex()
{
    return d->keyServices ? &d->keyServices->services.nixflex : nullptr;
}

operations::Operations *Workspace::operations()
{
    return d->keyServices ? &d->keyServices->operations : nullptr;
}

operations::FleetSync *Workspace::fleetSync()
{
    return d->keyServices ? &d->keyServices->fleetSync : nullptr;
}

operations::HealthCheck *Workspace::healthCheck()
{
    return d->keyServices ? &d->keyServices->healthCheck : nullptr;
}

operations::OperationServices Workspace::operationServices()
{
    return d->keyServices->services;
}

CancelToken Workspace::lifetime() const
{
    return d->lifetime.token();
}

QCoro::Task<Result<bool>> Workspace::loadKey()
{
    const CancelToken lifetime = d->lifetime.token();
    const QString keyId = d->settings.text(Settings::Key::NixflexKeyId);
    if (keyId.isEmpty()) {
        co_return false;
    }
    const secrets::SecretKey name = nixflexSecret(keyId);
    const auto secret = co_await d->secretStore->read(name);
    if (lifetime.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (!secret) {
        co_return failure(secret.error());
    }
    if (!*secret) {
        co_return false;
    }
    const std::string_view text = (*secret)->reveal();
    auto key = NixflexKey::parse(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    if (!key) {
        co_return failure(key.error());
    }
    d->setKey(std::move(*key));
    Q_EMIT keyChanged();
    co_return true;
}

QCoro::Task<Result<void>> Workspace::useKey(NixflexKey key, bool remember, CancelToken cancel)
{
    const CancelToken lifetime = d->lifetime.token();
    const auto candidate = std::make_unique<KeyClient>(d->core, d->options.nixflexUrl, key);
    const auto usage = co_await candidate->nixflex.fetchUsage(cancel);
    if (lifetime.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (!usage) {
        co_return failure(usage.error());
    }
    const QString keyId = key.keyId();
    const QString formerKeyId = d->settings.text(Settings::Key::NixflexKeyId);
    std::optional<Error> notStored;
    if (remember) {
        const secrets::SecretKey name = nixflexSecret(keyId);
        const auto secret = std::make_shared<const SecretString>(key.joined());
        const auto stored = co_await d->secretStore->write(name, secret);
        if (lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (stored) {
            d->settings.setValue(Settings::Key::NixflexKeyId, keyId);
        } else {
            notStored = stored.error();
        }
    }
    if (remember && !notStored && !formerKeyId.isEmpty() && formerKeyId != keyId) {
        // The former key is no longer wanted; that it stays behind harms nobody, so a failure is not
        // reported.
        const secrets::SecretKey former = nixflexSecret(formerKeyId);
        const auto removed = co_await d->secretStore->remove(former);
        if (lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        static_cast<void>(removed);
    }
    d->setKey(std::move(key));
    Q_EMIT keyChanged();
    if (notStored) {
        co_return failure(*notStored);
    }
    co_return Result<void>{};
}

void Workspace::adoptKey(NixflexKey key)
{
    d->setKey(std::move(key));
    Q_EMIT keyChanged();
}

QCoro::Task<Result<void>> Workspace::forgetKey()
{
    const CancelToken lifetime = d->lifetime.token();
    const QString keyId = d->settings.text(Settings::Key::NixflexKeyId);
    Result<void> removed;
    if (!keyId.isEmpty()) {
        const secrets::SecretKey name = nixflexSecret(keyId);
        removed = co_await d->secretStore->remove(name);
        if (lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (!removed) {
            co_return removed;
        }
        d->settings.setValue(Settings::Key::NixflexKeyId, QString());
    }
    d->setKey({});
    Q_EMIT keyChanged();
    co_return removed;
}

QCoro::Task<Result<std::shared_ptr<const SecretString>>> Workspace::tokenOf(AccountSid sid)
{
    if (const auto token = d->sessionTokens.value(sid)) {
        co_return token;
    }
    const CancelToken lifetime = d->lifetime.token();
    const secrets::SecretKey name = tokenKey(sid);
    auto stored = co_await d->secretStore->read(name);
    if (lifetime.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    co_return stored;
}

void Workspace::useToken(AccountSid sid, std::shared_ptr<const SecretString> token)
{
    d->sessionTokens[sid] = std::move(token);
}

QCoro::Task<Result<void>> Workspace::saveAccount(store::AccountRecord account,
                                                 std::shared_ptr<const SecretString> token, bool remember)
{
    const CancelToken lifetime = d->lifetime.token();
    std::optional<Error> notStored;
    const secrets::SecretKey name = tokenKey(account.sid);
    if (remember) {
        const auto stored = co_await d->secretStore->write(name, token);
        if (lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (!stored) {
            notStored = stored.error();
        }
    }
    // Kept for the session in any case, so that nothing asks again while the program runs.
    d->sessionTokens.insert(account.sid, token);
    account.isTokenRemembered = remember && !notStored;
    const AccountSid sid = account.sid;
    const auto saved = co_await d->core->ledger->saveAccount(std::move(account));
    if (lifetime.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    Q_EMIT tokenSaved(sid);
    if (notStored) {
        co_return failure(*notStored);
    }
    co_return saved;
}

QCoro::Task<Result<void>> Workspace::forgetAccount(AccountSid sid)
{
    const CancelToken lifetime = d->lifetime.token();
    const secrets::SecretKey name = tokenKey(sid);
    const auto removed = co_await d->secretStore->remove(name);
    if (lifetime.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (!removed) {
        co_return removed;
    }
    d->sessionTokens.remove(sid);
    const auto forgotten = co_await d->core->ledger->forgetAccount(sid);
    co_return forgotten;
}

QCoro::Task<Result<QList<store::OperationRecord>>>
Workspace::settleUnfinished(CancelToken cancel, std::optional<std::chrono::milliseconds> patience)
{
    if (!hasKey()) {
        co_return QList<store::OperationRecord>();
    }
    const operations::AuthTokenSource tokens = tokenSource();
    auto settled = co_await d->keyServices->operations.settleUnfinished(tokens, patience, cancel);
    co_return settled;
}

operations::AuthTokenSource Workspace::tokenSource()
{
    return [self = QPointer(this)](AccountSid sid) {
        return self ? self->tokenOf(std::move(sid)) : noTokenAnyMore();
    };
}

QCoro::Task<Result<void>> Workspace::applyNetworkSettings()
{
    const CancelToken lifetime = d->lifetime.token();
    const auto choice = NetworkChoice::of(d->settings);
    const auto reading = co_await readNetworkSettings(choice, nullptr, d->secretStore.get());
    if (lifetime.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    d->core->http.setNetworkSettings(reading.settings);
    if (reading.problem) {
        co_return failure(*reading.problem);
    }
    co_return Result<void>{};
}

} // namespace numbers::workspace
