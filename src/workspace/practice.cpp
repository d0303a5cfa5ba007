#include "workspace/practice.h"

#include "base/filewriter.h"
#include "secrets/sessionstore.h"
#include "simulator/simulator.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

namespace {

struct PracticeText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::workspace::Practice)
};

struct PracticeAccount
{
    AccountSid sid;
    std::shared_ptr<const SecretString> token;
    QString name;
};

/// What the simulator says about itself; the one thing a second program has to know.
QString endpointFile(const Profile &profile)
{
    return profile.directory() + u"/simulator-endpoint.json"_s;
}

QString lockFile(const Profile &profile)
{
    return profile.directory() + u"/simulator.lock"_s;
}

} // namespace

class Practice::Private
{
public:
    explicit Private(Profile givenProfile)
        : profile(std::move(givenProfile))
        , lock(lockFile(profile))
    {
        // Never stale by age: a practice session may last for days.
        lock.setStaleLockTime(0);
    }

    [[nodiscard]] bool readEndpoint(const QJsonObject &ready)
    {
        url = QUrl(ready.value(u"nixflex_url"_s).toString());
        twilioUrl = QUrl(ready.value(u"twilio_url"_s).toString());
        auto parsed = NixflexKey::parse(ready.value(u"nixflex_key"_s).toString());
        if (!parsed || !url.isValid()) {
            return false;
        }
        key = std::move(*parsed);
        accounts.clear();
        const QJsonArray list = ready.value(u"accounts"_s).toArray();
        for (const QJsonValue &entry : list) {
            const auto sid = AccountSid::parse(entry[u"sid"_s].toString());
            if (sid) {
                accounts.append({*sid,
                                 std::make_shared<const SecretString>(
                                     SecretString::fromText(entry[u"auth_token"_s].toString())),
                                 entry[u"friendly_name"_s].toString()});
            }
        }
        if (const auto number = PhoneNumber::fromE164(ready.value(u"free_number"_s).toString())) {
            exampleNumber = *number;
        }
        if (const auto agent = AgentId::parse(ready.value(u"agent_id"_s).toString())) {
            exampleAgent = *agent;
        }
        return !accounts.isEmpty();
    }

    Profile profile;
    QLockFile lock;
    std::unique_ptr<simulator::Simulator> simulator;
    QUrl url;
    QUrl twilioUrl;
    NixflexKey key;
    QList<PracticeAccount> accounts;
    PhoneNumber exampleNumber;
    AgentId exampleAgent;
};

Practice::Practice(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

Practice::~Practice()
{
    if (d->simulator) {
        QFile::remove(endpointFile(d->profile));
    }
}

Result<std::unique_ptr<Practice>> Practice::start(const Profile &profile, int fleet)
{
    auto priv = std::make_unique<Private>(profile);
    const QString endpoint = endpointFile(profile);
    if (!priv->lock.tryLock()) {
        QFile file(endpoint);
        const bool isReadable = file.open(QIODevice::ReadOnly);
        if (!isReadable || !priv->readEndpoint(QJsonDocument::fromJson(file.readAll()).object())) {
            return failure(
                Error::make(Error::Kind::Storage,
                            PracticeText::tr("Another program is practising in “%1”, but cannot be joined. "
                                             "Close it, or choose another folder with --profile.")
                                .arg(profile.directory())));
        }
        return std::unique_ptr<Practice>(new Practice(std::move(priv)));
    }
    QFile::setPermissions(lockFile(profile), QFile::ReadOwner | QFile::WriteOwner);
    simulator::SimulatorOptions options;
    options.fleet = fleet;
    options.stateFile = profile.simulatorStateFile();
    QString problem;
    priv->simulator = simulator::Simulator::start(options, &problem);
    if (!priv->simulator) {
        return failure(Error::make(Error::Kind::Internal,
                                   PracticeText::tr("Practice mode could not be started: %1").arg(problem)));
    }
    const QJsonObject ready = priv->simulator->readyMessage();
    if (!priv->readEndpoint(ready)) {
        return failure(
            Error::make(Error::Kind::Internal, PracticeText::tr("Practice mode could not be started: %1")
                                                   .arg(u"unreadable simulator message"_s)));
    }
    QString reason;
    if (!writeFile(endpoint, QJsonDocument(ready).toJson(QJsonDocument::Compact),
                   FileWriter::Access::OwnerOnly, &reason)) {
        return failure(Error::make(Error::Kind::Storage,
                                   PracticeText::tr("“%1” could not be written: %2").arg(endpoint, reason)));
    }
    return std::unique_ptr<Practice>(new Practice(std::move(priv)));
}

WorkspaceOptions Practice::workspaceOptions() const
{
    WorkspaceOptions options;
    options.profileDirectory = d->profile.directory();
    options.nixflexUrl = d->url;
    options.twilioUrl = d->twilioUrl;
    options.isPractice = true;
    // Loopback: nothing is under way for long.
    options.settle = {std::chrono::seconds(5), std::chrono::seconds(1), std::chrono::seconds(20),
                      std::chrono::seconds(2)};
    return options;
}

std::unique_ptr<secrets::SecretStore> Practice::makeSecretStore() const
{
    return std::make_unique<secrets::SessionStore>();
}

QCoro::Task<Result<void>> Practice::prepare(Workspace *workspace) const
{
    const CancelToken lifetime = workspace->lifetime();
    const NixflexKey key = d->key;
    const QList<PracticeAccount> accounts = d->accounts;
    auto used = co_await workspace->useKey(key, true, lifetime);
    if (!used || lifetime.isCancelled()) {
        co_return used;
    }
    for (const PracticeAccount &account : accounts) {
        twilio::Credentials credentials{account.sid, account.token};
        const auto verified = co_await workspace->accountVerifier().verify(credentials, lifetime);
        if (lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        store::AccountRecord record;
        record.sid = account.sid;
        record.friendlyName = account.name;
        record.label = account.name;
        if (verified) {
            record.ownerSid = verified->account.ownerSid;
            record.status = verified->account.status;
            record.type = verified->account.type;
            record.verifiedAt = workspace->clock().utcNow();
        }
        const auto saved = co_await workspace->saveAccount(record, account.token, true);
        if (!saved || lifetime.isCancelled()) {
            co_return saved;
        }
    }
    co_return Result<void>{};
}

simulator::Simulator *Practice::simulator() const
{
    return d->simulator.get();
}

AccountSid Practice::accountSid() const
{
    return d->accounts.isEmpty() ? AccountSid() : d->accounts.first().sid;
}

PhoneNumber Practice::exampleNumber() const
{
    return d->exampleNumber;
}

AgentId Practice::exampleAgent() const
{
    return d->exampleAgent;
}

} // namespace numbers::workspace
