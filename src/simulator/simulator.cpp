#include "simulator/simulator.h"

#include "simulator/controlapi.h"
#include "simulator/dispatcher.h"
#include "simulator/server/httpserver.h"
#include "simulator/world/sharedworld.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace numbers::simulator {

namespace {

QString checkOptions(const SimulatorOptions &options)
{
    if (options.fleet < 0 || options.fleet > 1'000'000) {
        return u"the fleet must have 0 to 1,000,000 numbers"_s;
    }
    if (options.agents < 0 || options.agents > 10'000) {
        return u"there must be 0 to 10,000 agents"_s;
    }
    if (options.writesPerWindow < 0 || options.readsPerWindow < 0 || options.twilioConcurrency < 0 ||
        options.window < 1ms || options.window > 24h) {
        return u"limits cannot be negative, and the window lasts a millisecond to a day"_s;
    }
    if (options.latency < 0ms || options.latency > 10min) {
        return u"the latency must be 0 to 10 minutes"_s;
    }
    return {};
}

QString randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex());
}

QJsonObject credentialsOf(const TwilioAccount &account)
{
    return {{u"sid"_s, account.sid},
            {u"auth_token"_s, account.authToken},
            {u"owner_account_sid"_s, account.ownerSid},
            {u"friendly_name"_s, account.friendlyName},
            {u"status"_s, account.status},
            {u"type"_s, account.type},
            {u"api_key_sid"_s, account.apiKeySid},
            {u"api_key_secret"_s, account.apiKeySecret},
            {u"test_sid"_s, account.testSid},
            {u"test_token"_s, account.testToken}};
}

} // namespace

class Simulator::Private
{
public:
    explicit Private(const SimulatorOptions &options)
        : world(options)
        , controlToken(options.hasOpenControl           ? QString()
                       : options.controlToken.isEmpty() ? randomToken()
                                                        : options.controlToken)
        , control(world, log, faults, controlToken)
        , dispatcher(world, log, faults, control)
        , server([this](const HttpRequest &request) { return dispatcher.handle(request); })
    {
    }

    template <typename Test>
    QString agentWhere(Test test) const
    {
        return world.read([&](const WorldData &data) {
            const auto found = std::find_if(data.agents.begin(), data.agents.end(), test);
            return found == data.agents.end() ? QString() : found->agentId;
        });
    }

    SharedWorld world;
    RequestLog log;
    FaultBox faults;
    QString controlToken;
    ControlApi control;
    Dispatcher dispatcher;
    HttpServer server;
    QUrl url;
};

Simulator::Simulator(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Simulator::~Simulator()
{
    stop();
}

std::unique_ptr<Simulator> Simulator::start(const SimulatorOptions &options, QString *error,
                                            std::shared_ptr<TlsLayer> tls)
{
    const QString scheme = tls != nullptr ? u"https"_s : u"http"_s;
    QString why = checkOptions(options);
    std::unique_ptr<Private> d;
    if (why.isEmpty()) {
        d = std::make_unique<Private>(options);
        why = d->world.loadError();
    }
    if (why.isEmpty() && d->server.listen(options.port, std::move(tls), &why)) {
        d->url.setScheme(scheme);
        d->url.setHost(u"127.0.0.1"_s);
        d->url.setPort(d->server.port());
        d->dispatcher.setUrl(d->url);
        d->server.run();
        return std::unique_ptr<Simulator>(new Simulator(std::move(d)));
    }
    if (error != nullptr) {
        *error = why;
    }
    return nullptr;
}

void Simulator::stop()
{
    d->dispatcher.stop();
    d->server.stop();
}

quint16 Simulator::port() const
{
    return d->server.port();
}

QUrl Simulator::nixflexUrl() const
{
    return d->url;
}

QUrl Simulator::twilioUrl() const
{
    return d->url;
}

QString Simulator::nixflexKey() const
{
    return d->world.read(
        [](const WorldData &data) { return data.keys.at(0).keyId + u':' + data.keys.at(0).keySecret; });
}

QString Simulator::otherNixflexKey() const
{
    return d->world.read(
        [](const WorldData &data) { return data.keys.at(1).keyId + u':' + data.keys.at(1).keySecret; });
}

TwilioAccount Simulator::mainAccount() const
{
    return d->world.read([](const WorldData &data) { return data.accounts.at(0); });
}

QList<TwilioAccount> Simulator::subaccounts() const
{
    return d->world.read([](const WorldData &data) {
        QList<TwilioAccount> subaccounts;
        for (const TwilioAccount &account : data.accounts) {
            if (account.isSubaccount()) {
                subaccounts.append(account);
            }
        }
        return subaccounts;
    });
}

TwilioAccount Simulator::trialAccount() const
{
    return d->world.read([](const WorldData &data) { return data.accounts.at(4); });
}

QString Simulator::freeNumber() const
{
    return d->world.read([](const WorldData &data) {
        for (const int index : data.numbersOf(data.accounts.at(0).sid)) {
            const TwilioNumber &number = data.numberAt(index);
            if (number.voiceUrl.contains("/Flows/FW"_L1) && data.row(number.phoneNumber) == nullptr) {
                return number.phoneNumber;
            }
        }
        return QString();
    });
}

QString Simulator::agentId() const
{
    const QString customer = d->world.read([](const WorldData &data) { return data.keys.at(0).customer; });
    return d->agentWhere(
        [&](const NixflexAgent &agent) { return agent.isActive && agent.customer == customer; });
}

QString Simulator::inactiveAgentId() const
{
    const QString customer = d->world.read([](const WorldData &data) { return data.keys.at(0).customer; });
    return d->agentWhere(
        [&](const NixflexAgent &agent) { return !agent.isActive && agent.customer == customer; });
}

QString Simulator::foreignAgentId() const
{
    const QString customer = d->world.read([](const WorldData &data) { return data.keys.at(0).customer; });
    return d->agentWhere([&](const NixflexAgent &agent) { return agent.customer != customer; });
}

QList<TwilioNumber> Simulator::numbers(const QString &accountSid) const
{
    return d->world.read([&](const WorldData &data) {
        QList<TwilioNumber> numbers;
        for (const int index : data.numbersOf(accountSid)) {
            numbers.append(data.numberAt(index));
        }
        return numbers;
    });
}

std::optional<TwilioNumber> Simulator::number(const QString &e164) const
{
    return d->world.read([&](const WorldData &data) {
        const TwilioNumber *number = data.numberByPhone(e164);
        return number != nullptr ? std::optional(*number) : std::nullopt;
    });
}

bool Simulator::changeNumber(const QString &e164, const std::function<void(TwilioNumber &)> &change)
{
    return d->world.change([&](WorldData &data) {
        TwilioNumber *number = data.numberByPhone(e164);
        if (number == nullptr) {
            return false;
        }
        // What it is known by stays; moving and renaming go through the API.
        const TwilioNumber before = *number;
        change(*number);
        number->sid = before.sid;
        number->phoneNumber = before.phoneNumber;
        number->accountSid = before.accountSid;
        return true;
    });
}

bool Simulator::releaseNumber(const QString &e164)
{
    return d->world.change([&](WorldData &data) {
        const TwilioNumber *number = data.numberByPhone(e164);
        if (number == nullptr) {
            return false;
        }
        data.removeNumber(QString(number->sid));
        return true;
    });
}

bool Simulator::changeAccount(const QString &sid, const std::function<void(TwilioAccount &)> &change)
{
    return d->world.change([&](WorldData &data) {
        TwilioAccount *account = data.account(sid);
        if (account == nullptr) {
            return false;
        }
        change(*account);
        account->sid = sid;
        return true;
    });
}

QList<NixflexNumber> Simulator::nixflexNumbers() const
{
    return d->world.read([](const WorldData &data) {
        QList<NixflexNumber> rows;
        for (const auto &[order, row] : data.rows) {
            rows.append(row);
        }
        return rows;
    });
}

std::optional<NixflexNumber> Simulator::nixflexNumber(const QString &e164) const
{
    return d->world.read([&](const WorldData &data) {
        const NixflexNumber *row = data.row(e164);
        return row != nullptr ? std::optional(*row) : std::nullopt;
    });
}

bool Simulator::changeNixflexNumber(const QString &e164, const std::function<void(NixflexNumber &)> &change)
{
    return d->world.change([&](WorldData &data) {
        NixflexNumber *row = data.row(e164);
        if (row == nullptr) {
            return false;
        }
        const NixflexNumber before = *row;
        change(*row);
        row->phoneNumber = before.phoneNumber;
        row->order = before.order;
        return true;
    });
}

QList<NixflexAgent> Simulator::agents() const
{
    return d->world.read([](const WorldData &data) { return data.agents; });
}

bool Simulator::changeAgent(const QString &agentId, const std::function<void(NixflexAgent &)> &change)
{
    return d->world.change([&](WorldData &data) {
        NixflexAgent *agent = data.agent(agentId);
        if (agent == nullptr) {
            return false;
        }
        change(*agent);
        return true;
    });
}

QList<MessagingService> Simulator::services() const
{
    return d->world.read([](const WorldData &data) { return data.services; });
}

ProviderModes Simulator::modes() const
{
    return d->world.modes();
}

void Simulator::setModes(const ProviderModes &modes)
{
    d->world.setModes(modes);
}

QString Simulator::controlToken() const
{
    return d->controlToken;
}

SharedWorld &Simulator::world()
{
    return d->world;
}

QList<RecordedRequest> Simulator::requests() const
{
    return d->log.all();
}

int Simulator::countRequests(const QString &method, const QString &pathPattern) const
{
    const QRegularExpression pattern(pathPattern);
    const QList<RecordedRequest> all = d->log.all();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const RecordedRequest &request) {
        return (method.isEmpty() || request.method == method) && pattern.match(request.target).hasMatch();
    }));
}

void Simulator::resetRequests()
{
    d->log.clear();
}

void Simulator::armFault(const Fault &fault)
{
    d->faults.arm(fault);
}

void Simulator::clearFaults()
{
    d->faults.clear();
}

QJsonObject Simulator::readyMessage() const
{
    QJsonArray accounts;
    const QList<TwilioAccount> all = d->world.read([](const WorldData &data) { return data.accounts; });
    for (const TwilioAccount &account : all) {
        accounts.append(credentialsOf(account));
    }
    return {{u"nixflex_url"_s, nixflexUrl().toString()},
            {u"twilio_url"_s, twilioUrl().toString()},
            {u"nixflex_key"_s, nixflexKey()},
            {u"accounts"_s, accounts},
            {u"free_number"_s, freeNumber()},
            {u"agent_id"_s, agentId()}};
}

} // namespace numbers::simulator
