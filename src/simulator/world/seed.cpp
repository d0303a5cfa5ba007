#include "simulator/world/seed.h"

#include "simulator/world/enginewebhooks.h"
#include "simulator/world/numberplan.h"
#include "simulator/world/pseudorandom.h"

#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

// What each derived value is mixed with, so that none repeats another's digits.
enum Salt : quint64 { SidSalt = 11, TokenSalt, NumberSalt, ChoiceSalt, AgentSalt, KeySalt, SecretSalt };

const QString practised = u"customer-1"_s;
const QString other = u"customer-2"_s;

struct Customer
{
    QString name;
    QStringList lines;
};

const QList<Customer> &customers()
{
    static const QList<Customer> all{
        {u"Brightsmile Dental"_s, {u"Reception"_s, u"Emergency line"_s, u"Recalls"_s}},
        {u"Café Müller & Söhne"_s, {u"Reservierung"_s, u"Catering"_s}},
        {u"Old Harbour Hotel"_s, {u"Front desk"_s, u"Spa"_s, u"Events"_s}},
        {u"株式会社さくら"_s, {u"受付"_s, u"予約"_s}},
        {u"Clínica Ñandú"_s, {u"Citas"_s, u"Urgencias"_s}},
        {u"مطعم النخيل"_s, {u"حجز"_s}},
        {u"Boulangerie L'Épi d'Or"_s, {u"Commandes"_s, u"Accueil"_s}},
        {u"Ålesund Rør AS"_s, {u"Vakt"_s, u"Kundeservice"_s}},
        {u"Pets & Co \"24/7\""_s, {u"Vet hotline"_s, u"Grooming"_s}},
        {u"Żółw Logistyka"_s, {u"Dyspozytor"_s}},
        {u"Hudson Property, LLC"_s, {u"Leasing"_s, u"Maintenance"_s, u"After hours"_s}},
        {u"=Summit Fitness"_s, {u"Front desk"_s, u"Classes"_s}},
    };
    return all;
}

struct AgentSeed
{
    const char16_t *name;
    const char16_t *language;
    const char16_t *voice;
    bool isActive;
};

constexpr std::array<AgentSeed, 12> agentSeeds{{
    {u"Front desk – Brightsmile", u"en", u"Ashley", true},
    {u"Rezeption Café Müller", u"de", u"Hannah", true},
    {u"Hotel concierge", u"multi", u"Oliver", true},
    {u"さくら 受付", u"ja", u"Yuki", true},
    {u"Recepción Ñandú", u"es", u"Lucía", true},
    {u"Accueil L'Épi d'Or", u"fr", u"Élodie", true},
    {u"Old night line (do not use)", u"en", u"Ashley", false},
    {u"موظف الاستقبال", u"ar", u"Layla", true},
    {u"Leasing assistant", u"en", u"Marcus", true},
    {u"Kundeservice Rør", u"no", u"Ingrid", true},
    {u"After-hours triage", u"en", u"Ruby", true},
    {u"Pilot 2024", u"en", u"Ashley", false},
}};

QDateTime epoch(qint64 secondsLater)
{
    return QDateTime::fromSecsSinceEpoch(1'735'722'000 + secondsLater, Qt::UTC); // 2025-01-01T09:00:00Z
}

TwilioAccount makeAccount(quint64 seed, int index, const QString &name)
{
    const auto salted = [seed](quint64 salt) { return mix(seed, salt); };
    TwilioAccount account;
    const quint64 i = static_cast<quint64>(index);
    account.sid = u"AC"_s + hex32(salted(SidSalt), i);
    account.authToken = hex32(salted(TokenSalt), i);
    account.ownerSid = account.sid;
    account.friendlyName = name;
    account.status = u"active"_s;
    account.type = u"Full"_s;
    account.created = epoch(index * 86'400);
    return account;
}

void addMainExtras(TwilioAccount &account, quint64 seed, int index)
{
    const quint64 i = static_cast<quint64>(index) + 1'000;
    account.testSid = u"AC"_s + hex32(mix(seed, SidSalt), i);
    account.testToken = hex32(mix(seed, TokenSalt), i);
    account.apiKeySid = u"SK"_s + hex32(mix(seed, SidSalt), i + 1'000);
    account.apiKeySecret = hex32(mix(seed, TokenSalt), i + 1'000);
}

void seedAccounts(WorldData &data, quint64 seed)
{
    TwilioAccount main = makeAccount(seed, 0, u"Northwind Reception Services"_s);
    addMainExtras(main, seed, 0);
    const QString mainSid = main.sid;
    data.accounts.append(main);
    const QStringList names{u"Brightsmile Dental Group"_s, u"Café Müller & Söhne"_s, u"Old Harbour Hotel"_s};
    for (int i = 0; i < names.size(); ++i) {
        TwilioAccount sub = makeAccount(seed, i + 1, names[i]);
        sub.ownerSid = mainSid;
        sub.status = i == 2 ? u"suspended"_s : u"active"_s;
        data.accounts.append(sub);
    }
    TwilioAccount trial = makeAccount(seed, 9, u"Trial workspace"_s);
    addMainExtras(trial, seed, 9);
    trial.type = u"Trial"_s;
    data.accounts.append(trial);
}

void seedAccountThings(WorldData &data, quint64 seed)
{
    quint64 index = 100'000'000;
    const quint64 salt = mix(seed, SidSalt);
    for (const auto &account : std::as_const(data.accounts)) {
        const QDateTime created = account.created.addDays(3);
        const bool opted = (index % 2) == 0;
        data.services.append({u"MG"_s + hex32(salt, ++index),
                              account.sid,
                              u"Appointment reminders"_s,
                              u"https://hooks.reminders.example/inbound"_s,
                              false,
                              true,
                              created,
                              {}});
        data.services.append({u"MG"_s + hex32(salt, ++index),
                              account.sid,
                              u"Marketing (no inbound)"_s,
                              {},
                              !opted,
                              false,
                              created.addDays(1),
                              {}});
        data.trunks.append({u"TK"_s + hex32(salt, ++index), account.sid, u"PBX trunk"_s,
                            u"northwind-%1.pstn.twilio.com"_s.arg(index), created});
        data.applications.append({u"AP"_s + hex32(salt, ++index), account.sid, u"IVR application"_s,
                                  u"https://ivr.customer.example/voice"_s,
                                  u"https://ivr.customer.example/sms"_s,
                                  u"https://ivr.customer.example/status"_s, created});
    }
}

void seedNixflex(WorldData &data, const SimulatorOptions &options)
{
    const quint64 seed = options.seed;
    const auto key = [seed](int index, const QString &customer) {
        const quint64 i = static_cast<quint64>(index);
        return NixflexKeyPair{
            u"nxf_"_s + hex32(mix(seed, KeySalt), i),
            u"nxfs_"_s + hex32(mix(seed, SecretSalt), i) + hex32(mix(seed, SecretSalt), i + 50), customer};
    };
    data.keys.append(key(0, practised));
    data.keys.append(key(1, other));
    const int count = std::max(options.agents, 0);
    for (int i = 0; i <= count; ++i) {
        const bool foreign = i == count;
        const AgentSeed &from = agentSeeds[static_cast<size_t>(i) % agentSeeds.size()];
        NixflexAgent agent;
        agent.agentId =
            u"agent_"_s + hex32(mix(seed, AgentSalt), static_cast<quint64>(foreign ? 1'000'000 : i)).left(24);
        agent.customer = foreign ? other : practised;
        agent.name = foreign ? u"Somebody else's agent"_s : QString::fromUtf16(from.name);
        if (!foreign && static_cast<size_t>(i) >= agentSeeds.size()) {
            agent.name += u" #%1"_s.arg(i / static_cast<int>(agentSeeds.size()) + 1);
        }
        agent.language = QString::fromUtf16(from.language);
        agent.voiceId = QString::fromUtf16(from.voice);
        agent.isActive = foreign || from.isActive;
        agent.systemPrompt = u"You answer the phone for a business."_s;
        agent.welcomeMessage = u"Hello, how can I help?"_s;
        agent.created = epoch(40 * 86'400 + i * 3'600);
        agent.updated = agent.created;
        data.agents.append(agent);
    }
}

enum class Routing { Demo, Own, Studio, Bin, Function, Trunk, Application, Service, Nothing };

Routing drawRouting(PseudoRandom &random)
{
    static constexpr std::array<std::pair<Routing, int>, 9> shares{{{Routing::Demo, 15},
                                                                    {Routing::Own, 20},
                                                                    {Routing::Studio, 20},
                                                                    {Routing::Bin, 8},
                                                                    {Routing::Function, 8},
                                                                    {Routing::Trunk, 8},
                                                                    {Routing::Application, 8},
                                                                    {Routing::Service, 8},
                                                                    {Routing::Nothing, 5}}};
    int draw = random.below(100);
    for (const auto &[routing, share] : shares) {
        if (draw < share) {
            return routing;
        }
        draw -= share;
    }
    return Routing::Nothing;
}

/// The things an account owns, by the positions seedAccountThings() gave them.
struct AccountThings
{
    qsizetype at;
    MessagingService &reminders(WorldData &data) const { return data.services[at * 2]; }
    MessagingService &marketing(WorldData &data) const { return data.services[at * 2 + 1]; }
    const Trunk &trunk(const WorldData &data) const { return data.trunks.at(at); }
    const Application &application(const WorldData &data) const { return data.applications.at(at); }
};

void applyRouting(TwilioNumber &number, Routing routing, WorldData &data, const AccountThings &things,
                  PseudoRandom &random)
{
    const QString unique = hex32(random.next(), 1);
    switch (routing) {
    case Routing::Demo:
        number.voiceUrl = u"https://demo.twilio.com/welcome/voice/"_s;
        number.smsUrl = number.sms ? u"https://demo.twilio.com/welcome/sms/reply"_s : QString();
        break;
    case Routing::Own:
        number.voiceUrl = u"https://pbx.customer.example/incoming/"_s + unique.left(6);
        number.voiceFallbackUrl = u"https://pbx.customer.example/fallback"_s;
        number.smsUrl = number.sms ? u"https://pbx.customer.example/sms"_s : QString();
        number.statusCallback = u"https://pbx.customer.example/status"_s;
        number.voiceMethod = random.chance(30) ? u"GET"_s : u"POST"_s;
        number.voiceCallerIdLookup = random.chance(20);
        break;
    case Routing::Studio:
        number.voiceUrl =
            u"https://webhooks.twilio.com/v1/Accounts/%1/Flows/FW%2"_s.arg(number.accountSid, unique);
        number.smsUrl = number.sms ? number.voiceUrl : QString();
        break;
    case Routing::Bin:
        number.voiceUrl = u"https://handler.twilio.com/twiml/EH"_s + unique;
        break;
    case Routing::Function:
        number.voiceUrl = u"https://reception-%1.twil.io/voice"_s.arg(1'000 + random.below(9'000));
        number.smsUrl = number.sms ? u"https://reception-1234.twil.io/sms"_s : QString();
        break;
    case Routing::Trunk:
        number.trunkSid = things.trunk(data).sid;
        break;
    case Routing::Application:
        number.voiceApplicationSid = things.application(data).sid;
        number.smsApplicationSid = number.sms ? things.application(data).sid : QString();
        break;
    case Routing::Service:
        number.voiceUrl = u"https://pbx.customer.example/incoming"_s;
        number.smsUrl = u"https://pbx.customer.example/sms"_s;
        (random.chance(70) ? things.reminders(data) : things.marketing(data)).numberSids.append(number.sid);
        break;
    case Routing::Nothing:
        break;
    }
}

/// What the newer API has settings for: some numbers have some. Not drawn, so that the rest of the world
/// stays.
void seedSettings(NixflexNumber &row)
{
    switch (row.phoneNumber.right(2).toInt() % 6) {
    case 0:
        row.voiceId = u"Hannah"_s;
        row.speakingRate = 1.1;
        break;
    case 1:
        row.isVoicemailLeaveEnabled = true;
        row.voicemailMessage = u"We are closed. Please call again tomorrow."_s;
        break;
    case 2:
        row.isSmsReplyEnabled = true;
        row.smsPrompt = u"Answer in one short sentence."_s;
        break;
    case 3:
        row.isCallRecorded = true;
        row.recordingSource = u"provider"_s;
        row.isDtmfEnabled = false;
        break;
    default:
        break;
    }
}

void importSeeded(WorldData &data, TwilioNumber &number, const QString &token, const QStringList &agentIds,
                  PseudoRandom &random, qint64 at)
{
    number.voiceUrl = engine::voiceUrl;
    number.voiceMethod = u"POST"_s;
    number.smsUrl = engine::smsUrl;
    number.smsMethod = u"POST"_s;
    number.statusCallback = engine::statusUrl;
    number.statusCallbackMethod = u"POST"_s;
    number.updated = epoch(at);
    NixflexNumber row;
    row.customer = practised;
    row.phoneNumber = number.phoneNumber;
    row.agentId = agentIds[random.below(static_cast<int>(agentIds.size()))];
    row.twilioSid = number.accountSid;
    row.twilioToken = token;
    row.twilioNumberSid = number.sid;
    row.isOutboundEnabled = random.chance(70);
    if (random.chance(30)) {
        row.customPrompt = u"You answer for “%1”. Opening hours: 9–18."_s.arg(number.friendlyName);
    }
    seedSettings(row);
    row.created = number.updated;
    data.addRow(std::move(row));
    if (random.chance(4)) { // drifted: somebody has set their own webhook again
        number.voiceUrl = u"https://pbx.customer.example/back-again"_s;
    }
}

TwilioNumber makeNumber(const PlanEntry &plan, const QString &phone, const QString &sid,
                        const QString &accountSid, PseudoRandom &random, qint64 at)
{
    TwilioNumber number;
    number.sid = sid;
    number.accountSid = accountSid;
    number.phoneNumber = phone;
    number.country = QString::fromLatin1(plan.country);
    number.type = QString::fromLatin1(plan.type);
    number.origin = random.chance(2) ? u"hosted"_s : u"twilio"_s;
    number.voice = plan.voice;
    number.sms = plan.sms;
    number.mms = plan.mms;
    if (plan.mms && random.chance(2)) {
        number.voice = false; // some numbers can only text
    }
    const Customer &customer = customers()[random.below(static_cast<int>(customers().size()))];
    number.friendlyName = random.chance(15)
                              ? defaultFriendlyName(phone)
                              : customer.name + u" – "_s +
                                    customer.lines[random.below(static_cast<int>(customer.lines.size()))];
    number.voiceMethod = number.voiceFallbackMethod = number.smsMethod = number.smsFallbackMethod =
        number.statusCallbackMethod = u"POST"_s;
    number.voiceReceiveMode = u"voice"_s;
    number.addressRequirements = QString::fromLatin1(plan.addressRequirements);
    number.emergencyStatus = u"Inactive"_s;
    number.emergencyAddressStatus = u"unregistered"_s;
    number.created = epoch(at);
    number.updated = number.created;
    return number;
}

class FleetSeeder
{
public:
    FleetSeeder(WorldData &data, quint64 seed)
        : m_data(data)
        , m_seed(seed)
        , m_random(mix(seed, ChoiceSalt))
    {
        for (const PlanEntry &entry : numberPlan()) {
            m_weights += entry.weight;
        }
        for (const auto &agent : std::as_const(data.agents)) {
            if (agent.customer == practised) {
                m_agentIds.append(agent.agentId);
            }
        }
    }

    void add(qsizetype accountAt, int index, bool example)
    {
        const PlanEntry &plan = example ? numberPlan().front() : drawPlan();
        const TwilioAccount &account = m_data.accounts.at(accountAt);
        const QString sid = u"PN"_s + hex32(mix(m_seed, SidSalt), 10'000'000 + static_cast<quint64>(index));
        TwilioNumber number =
            makeNumber(plan, freshPhone(plan), sid, account.sid, m_random, 90 * 86'400 + index * 60LL);
        const Routing routing = drawRouting(m_random);
        const bool imported = m_random.chance(60) && !m_agentIds.isEmpty();
        if (example) {
            number.friendlyName = u"Brightsmile Dental – Reception"_s;
            number.voice = true;
        }
        applyRouting(number, example ? Routing::Studio : routing, m_data, AccountThings{accountAt}, m_random);
        if (imported && !example) {
            // Most numbers were taken out of trunks, applications and services before; a few were not.
            if (!m_random.chance(15)) {
                number.trunkSid.clear();
                number.voiceApplicationSid.clear();
                number.smsApplicationSid.clear();
            }
            importSeeded(m_data, number, account.authToken, m_agentIds, m_random,
                         120 * 86'400 + index * 60LL);
        }
        m_data.addNumber(std::move(number));
    }

private:
    const PlanEntry &drawPlan()
    {
        int draw = m_random.below(m_weights);
        for (const PlanEntry &entry : numberPlan()) {
            if (draw < entry.weight) {
                return entry;
            }
            draw -= entry.weight;
        }
        return numberPlan().front();
    }

    QString freshPhone(const PlanEntry &plan)
    {
        for (;;) {
            QString phone = drawNumber(plan, mix(mix(m_seed, NumberSalt), ++m_draws));
            if (m_data.numberByPhone(phone) == nullptr) {
                return phone;
            }
        }
    }

    WorldData &m_data;
    quint64 m_seed;
    PseudoRandom m_random;
    int m_weights = 0;
    quint64 m_draws = 0;
    QStringList m_agentIds;
};

} // namespace

void seedWorld(WorldData &data, const SimulatorOptions &options)
{
    data.seed = options.seed;
    seedAccounts(data, options.seed);
    seedAccountThings(data, options.seed);
    seedNixflex(data, options);
    FleetSeeder seeder(data, options.seed);
    for (int i = 0; i < options.fleet; ++i) {
        // Half in the main account, the rest in its subaccounts, fewest in the suspended one.
        static constexpr std::array<qsizetype, 10> home{0, 1, 0, 2, 0, 1, 0, 3, 0, 2};
        seeder.add(home[static_cast<size_t>(i) % home.size()], i, i == 0);
    }
    seeder.add(4, 1'000'000'000, true);
}

} // namespace numbers::simulator
