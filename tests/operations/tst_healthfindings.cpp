#include "operations/health/healthfindings.h"
#include "operations/health/healthfindingtext.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace numbers;
using operations::findHealth;
using operations::findingsOf;
using operations::HealthCode;
using operations::HealthFinding;
using operations::HealthInput;
using store::Health;
using AtTwilio = HealthInput::AtTwilio;

namespace {

const auto voiceAtNixflex = u"https://engine.nixflex.example/voice"_s;
const auto trunkSid = u"TK11111111111111111111111111111111"_s;
const auto applicationSid = u"AP11111111111111111111111111111111"_s;
const auto serviceSid = u"MG11111111111111111111111111111111"_s;
const auto numberSid = u"PN11111111111111111111111111111111"_s;
const auto accountSid = u"AC11111111111111111111111111111111"_s;

WebhookConfiguration setUpByNixflex()
{
    WebhookConfiguration webhooks;
    webhooks.voiceUrl = voiceAtNixflex;
    webhooks.voiceMethod = u"POST"_s;
    webhooks.smsUrl = u"https://engine.nixflex.example/sms"_s;
    webhooks.smsMethod = u"POST"_s;
    webhooks.statusCallback = u"https://engine.nixflex.example/status"_s;
    webhooks.statusCallbackMethod = u"POST"_s;
    return webhooks;
}

/// A number nothing is to be said about.
HealthInput goodInput()
{
    HealthInput input;
    input.baseline = setUpByNixflex();
    input.agentId = u"agent-1"_s;
    input.agentName = u"Reception"_s;
    input.accountSid = accountSid;
    input.number.sid = numberSid;
    input.number.capabilities = twilio::Capabilities{true, true, false, false};
    input.number.webhooks = setUpByNixflex();
    input.resources.services = QList<twilio::MessagingService>();
    input.addresses = routing::NixflexAddresses(setUpByNixflex());
    return input;
}

HealthFinding former(HealthCode code)
{
    HealthFinding finding;
    finding.code = code;
    return finding;
}

void addService(HealthInput &input, std::optional<bool> leavesToNumber, const QString &address)
{
    twilio::MessagingService service;
    service.sid = serviceSid;
    service.friendlyName = u"Reminders"_s;
    service.inboundRequestUrl = address;
    service.usesInboundWebhookOnNumber = leavesToNumber;
    service.senderSids = {numberSid};
    input.resources.services = QList{service};
}

void addApplication(HealthInput &input, const QString &address)
{
    twilio::Application application;
    application.sid = applicationSid;
    application.voiceUrl = address;
    application.smsUrl = address;
    input.resources.applications = QHash<QString, twilio::Application>{{applicationSid, application}};
}

QStringList codesOf(const QList<HealthFinding> &findings)
{
    QStringList codes;
    for (const auto &finding : findings) {
        codes << operations::wordOf(finding.code);
    }
    return codes;
}

using Arrange = std::function<void(HealthInput &)>;

struct Row
{
    const char *name;
    Arrange arrange;
    QStringList codes;
    Health health;
};

QList<Row> rows()
{
    const auto at = [](AtTwilio place) { return [place](HealthInput &input) { input.atTwilio = place; }; };
    return {
        {"good", [](HealthInput &) {}, {}, Health::Good},
        {"gone from Nixflex",
         [](HealthInput &input) { input.atNixflex = HealthInput::AtNixflex::Absent; },
         {u"not_at_nixflex"_s},
         Health::Gone},
        {"gone from Nixflex hides its cleared webhooks",
         [](HealthInput &input) {
             input.atNixflex = HealthInput::AtNixflex::Absent;
             input.number.webhooks = {};
         },
         {u"not_at_nixflex"_s},
         Health::Gone},
        {"not in a list that may be cut off",
         [](HealthInput &input) { input.atNixflex = HealthInput::AtNixflex::Unsure; },
         {u"list_incomplete"_s},
         Health::Unknown},
        {"not in a list that may be cut off, gone before",
         [](HealthInput &input) {
             input.atNixflex = HealthInput::AtNixflex::Unsure;
             input.former = {former(HealthCode::NotAtNixflex)};
         },
         {u"not_at_nixflex"_s},
         Health::Gone},
        {"at Nixflex again",
         [](HealthInput &input) { input.former = {former(HealthCode::NotAtNixflex)}; },
         {},
         Health::Good},
        {"inactive agent",
         [](HealthInput &input) { input.agentState = HealthInput::AgentState::Inactive; },
         {u"agent_inactive"_s},
         Health::NeedsAttention},
        {"agent gone",
         [](HealthInput &input) { input.agentState = HealthInput::AgentState::Gone; },
         {u"agent_gone"_s},
         Health::NeedsAttention},
        {"agent not checked",
         [](HealthInput &input) { input.agentState = HealthInput::AgentState::Unsure; },
         {u"agent_not_checked"_s},
         Health::Unknown},
        {"drift",
         [](HealthInput &input) { input.number.webhooks.voiceUrl = u"https://pbx.example/"_s; },
         {u"routing_drifted"_s},
         Health::NeedsAttention},
        {"drift of an agent that is inactive, too",
         [](HealthInput &input) {
             input.number.webhooks.voiceUrl = u"https://pbx.example/"_s;
             input.agentState = HealthInput::AgentState::Inactive;
         },
         {u"agent_inactive"_s, u"routing_drifted"_s},
         Health::NeedsAttention},
        {"methods without an address are no drift",
         [](HealthInput &input) { input.number.webhooks.voiceFallbackMethod = u"GET"_s; },
         {},
         Health::Good},
        {"no baseline",
         [](HealthInput &input) { input.baseline.reset(); },
         {u"baseline_unknown"_s},
         Health::Unknown},
        {"no baseline, and a trunk",
         [](HealthInput &input) {
             input.baseline.reset();
             input.number.webhooks.trunkSid = trunkSid;
         },
         {u"trunk_still_set"_s, u"baseline_unknown"_s},
         Health::NeedsAttention},
        {"trunk that stayed after the import",
         [](HealthInput &input) {
             input.number.webhooks.trunkSid = trunkSid;
             input.baseline = input.number.webhooks;
         },
         {u"trunk_still_set"_s},
         Health::NeedsAttention},
        {"trunk set since",
         [](HealthInput &input) { input.number.webhooks.trunkSid = trunkSid; },
         {u"trunk_still_set"_s, u"routing_drifted"_s},
         Health::NeedsAttention},
        {"application for calls",
         [](HealthInput &input) {
             input.number.webhooks.voiceApplicationSid = applicationSid;
             input.baseline = input.number.webhooks;
             addApplication(input, u"https://pbx.example/"_s);
         },
         {u"voice_application_still_set"_s},
         Health::NeedsAttention},
        {"application that leads to Nixflex",
         [](HealthInput &input) {
             input.number.webhooks.voiceApplicationSid = applicationSid;
             input.baseline = input.number.webhooks;
             addApplication(input, voiceAtNixflex);
         },
         {},
         Health::Good},
        {"application for texts",
         [](HealthInput &input) {
             input.number.webhooks.smsApplicationSid = applicationSid;
             input.baseline = input.number.webhooks;
             addApplication(input, u"https://pbx.example/"_s);
         },
         {u"sms_application_still_set"_s},
         Health::NeedsAttention},
        {"Messaging Service",
         [](HealthInput &input) { addService(input, false, u"https://pbx.example/"_s); },
         {u"messaging_service_keeps_texts"_s},
         Health::NeedsAttention},
        {"Messaging Service that drops texts",
         [](HealthInput &input) { addService(input, false, {}); },
         {u"messaging_service_keeps_texts"_s},
         Health::NeedsAttention},
        {"Messaging Service that leaves texts to the number",
         [](HealthInput &input) { addService(input, true, u"https://pbx.example/"_s); },
         {},
         Health::Good},
        {"Messaging Service that leads to Nixflex",
         [](HealthInput &input) { addService(input, false, voiceAtNixflex); },
         {},
         Health::Good},
        {"Messaging Service that does not say",
         [](HealthInput &input) { addService(input, {}, u"https://pbx.example/"_s); },
         {u"texts_not_checked"_s},
         Health::Unknown},
        {"Messaging Services not read",
         [](HealthInput &input) { input.resources.services.reset(); },
         {u"texts_not_checked"_s},
         Health::Unknown},
        {"Messaging Services not read, of a number without texts",
         [](HealthInput &input) {
             input.resources.services.reset();
             input.number.capabilities = twilio::Capabilities{true, false, false, false};
         },
         {},
         Health::Good},
        {"moved", at(AtTwilio::Moved), {u"number_moved"_s}, Health::NeedsAttention},
        {"gone from its account", at(AtTwilio::Gone), {u"number_gone"_s}, Health::NeedsAttention},
        {"account closed", at(AtTwilio::AccountClosed), {u"account_closed"_s}, Health::NeedsAttention},
        {"account suspended",
         at(AtTwilio::AccountSuspended),
         {u"account_suspended"_s},
         Health::NeedsAttention},
        {"token refused", at(AtTwilio::TokenRefused), {u"token_refused"_s}, Health::NeedsAttention},
        {"token unknown", at(AtTwilio::TokenUnknown), {u"token_unknown"_s}, Health::Unknown},
        {"account unknown", at(AtTwilio::AccountUnknown), {u"account_unknown"_s}, Health::Unknown},
        {"not a Twilio number", at(AtTwilio::NotATwilioNumber), {u"not_a_twilio_number"_s}, Health::Unknown},
        {"not checked", at(AtTwilio::NotChecked), {u"not_checked"_s}, Health::Unknown},
        {"not checked, drifted before",
         [](HealthInput &input) {
             input.atTwilio = AtTwilio::NotChecked;
             input.former = {former(HealthCode::RoutingDrifted), former(HealthCode::BaselineUnknown),
                             former(HealthCode::AgentInactive)};
         },
         {u"routing_drifted"_s, u"not_checked"_s},
         Health::NeedsAttention},
        {"not checked, gone from its account before",
         [](HealthInput &input) {
             input.atTwilio = AtTwilio::NotChecked;
             input.former = {former(HealthCode::NumberGone)};
         },
         {u"number_gone"_s, u"not_checked"_s},
         Health::NeedsAttention},
        {"token accepted again",
         [](HealthInput &input) { input.former = {former(HealthCode::TokenRefused)}; },
         {},
         Health::Good},
        {"token refused, a trunk before",
         [](HealthInput &input) {
             input.atTwilio = AtTwilio::TokenRefused;
             input.former = {former(HealthCode::TrunkStillSet), former(HealthCode::AccountSuspended)};
         },
         {u"token_refused"_s, u"trunk_still_set"_s},
         Health::NeedsAttention},
        {"an import that changed nothing, and nothing since",
         [](HealthInput &input) { input.former = {former(HealthCode::WebhooksNotChanged)}; },
         {u"webhooks_not_changed"_s},
         Health::NeedsAttention},
        {"an import that changed nothing, and somebody since",
         [](HealthInput &input) {
             input.former = {former(HealthCode::WebhooksNotChanged)};
             input.number.webhooks.smsUrl.clear();
         },
         {u"routing_drifted"_s},
         Health::NeedsAttention},
    };
}

} // namespace

/// What is wrong with a number, by what was read: pure.
class TestHealthFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
    void hasARowForEveryCode();
    void namesEveryFieldThatDrifted();
    void namesWhatIsInTheWay();
    void survivesTheLedger();
    void readsWhatOthersNoted();
    void saysEveryCodeInWords();
    void saysEveryDriftedFieldInWords();
};

void TestHealthFindings::says_data()
{
    QTest::addColumn<int>("row");
    const auto all = rows();
    for (int index = 0; index < all.size(); ++index) {
        QTest::newRow(all.at(index).name) << index;
    }
}

void TestHealthFindings::says()
{
    QFETCH(const int, row);
    const auto expected = rows().at(row);
    auto input = goodInput();
    expected.arrange(input);
    const auto findings = findHealth(input);
    QCOMPARE(codesOf(findings), expected.codes);
    QCOMPARE(static_cast<int>(operations::healthOf(findings)), static_cast<int>(expected.health));
}

void TestHealthFindings::hasARowForEveryCode()
{
    QSet<QString> seen;
    const auto all = rows();
    for (const auto &row : all) {
        seen.unite(QSet<QString>(row.codes.cbegin(), row.codes.cend()));
    }
    for (int code = 0; code <= static_cast<int>(HealthCode::ListIncomplete); ++code) {
        const auto word = operations::wordOf(static_cast<HealthCode>(code));
        QVERIFY(!word.isEmpty());
        // The check itself says this of what is in no row of the ledger.
        const auto isNoRow = word == "other"_L1 || word == "unknown_here"_L1;
        QVERIFY2(isNoRow || seen.contains(word), qPrintable(word));
    }
}

void TestHealthFindings::namesEveryFieldThatDrifted()
{
    for (const auto &field : WebhookConfiguration::fields()) {
        auto input = goodInput();
        // Beside an address that is the same, or it would be no difference.
        if (QString WebhookConfiguration::*const url = WebhookConfiguration::urlOfMethod(field.member)) {
            input.baseline.value().*url = u"https://same.example"_s;
            input.number.webhooks.*url = u"https://same.example"_s;
        }
        const auto changed = field.jsonName == "voice_caller_id_lookup"_L1 ? u"true"_s : u"else"_s;
        input.number.webhooks.*field.member = changed;
        const auto findings = findHealth(input);
        QList<operations::DriftedField> fields;
        for (const auto &finding : findings) {
            fields += finding.fields;
        }
        const auto expected = input.baseline.value().*field.member;
        const QList<operations::DriftedField> one{{QString(field.jsonName), expected, changed}};
        QVERIFY2(fields == one, field.jsonName.data());
    }
}

void TestHealthFindings::namesWhatIsInTheWay()
{
    auto input = goodInput();
    addService(input, false, u"https://pbx.example/"_s);
    const auto findings = findHealth(input);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().sid, serviceSid);
    QCOMPARE(findings.first().name, u"Reminders"_s);
    input = goodInput();
    input.atTwilio = AtTwilio::NotChecked;
    input.reason = u"Twilio has a problem."_s;
    QCOMPARE(findHealth(input).first().reason, input.reason);
    QCOMPARE(findHealth(input).first().sid, accountSid);
}

void TestHealthFindings::survivesTheLedger()
{
    auto input = goodInput();
    input.number.webhooks.voiceUrl = u"https://pbx.example/ä\""_s;
    input.agentState = HealthInput::AgentState::Inactive;
    auto findings = findHealth(input);
    HealthFinding unread = former(HealthCode::NotChecked);
    unread.reason = u"Twilio has a problem."_s;
    unread.name = u"Main"_s;
    findings.append(unread);
    store::NumberRecord number;
    number.healthFindings = operations::findingsText(findings);
    QVERIFY(findingsOf(number) == findings);
    QVERIFY(operations::findingsText({}).isEmpty());
}

void TestHealthFindings::readsWhatOthersNoted()
{
    store::NumberRecord number;
    QVERIFY(findingsOf(number).isEmpty());
    number.healthDetail = u"trunk_still_set"_s;
    QCOMPARE(codesOf(findingsOf(number)), QStringList{u"trunk_still_set"_s});
    number.healthDetail = u"not_read_back"_s;
    QCOMPARE(codesOf(findingsOf(number)), QStringList{u"baseline_unknown"_s});
    number.healthDetail = u"of_a_newer_version"_s;
    QCOMPARE(codesOf(findingsOf(number)), QStringList{u"other"_s});
    number.healthFindings = u"no JSON"_s;
    QCOMPARE(codesOf(findingsOf(number)), QStringList{u"other"_s});
}

void TestHealthFindings::saysEveryCodeInWords()
{
    QSet<QString> words;
    constexpr int count = static_cast<int>(HealthCode::ListIncomplete) + 1;
    for (int code = 0; code < count; ++code) {
        HealthFinding finding;
        finding.code = static_cast<HealthCode>(code);
        const auto bare = operations::wordsOf(finding);
        words.insert(bare);
        // Whole sentences, with and without what they are about.
        QVERIFY2(bare.endsWith(u'.') && !bare.contains(u'%') && !bare.contains(u"  "_s), qPrintable(bare));
        QCOMPARE(operations::adviceOf(finding).isEmpty(), finding.code == HealthCode::NotATwilioNumber);
        finding.sid = accountSid;
        finding.name = u"Night"_s;
        const auto full = operations::wordsOf(finding);
        QVERIFY2(full == bare || full.contains(u" “Night” (%1)"_s.arg(accountSid)), qPrintable(full));
    }
    QCOMPARE(words.size(), count);
    HealthFinding finding;
    finding.code = HealthCode::NotChecked;
    finding.reason = u"Twilio has a problem."_s;
    QVERIFY(operations::wordsOf(finding).contains(finding.reason));
}

void TestHealthFindings::saysEveryDriftedFieldInWords()
{
    HealthFinding finding;
    for (const auto &field : WebhookConfiguration::fields()) {
        finding.fields = {{QString(field.jsonName), u"this"_s, {}}};
        const auto lines = operations::driftLines(finding);
        QCOMPARE(lines.size(), 1);
        QVERIFY2(!lines.first().contains(QString(field.jsonName)), qPrintable(lines.first()));
        QVERIFY2(lines.first().endsWith(u": nothing instead of this"_s), qPrintable(lines.first()));
    }
    finding.fields = {{u"of_a_newer_version"_s, u"this"_s, u"that"_s}};
    QCOMPARE(operations::driftLines(finding), QStringList{u"of_a_newer_version: that instead of this"_s});
}

QTEST_GUILESS_MAIN(TestHealthFindings)
#include "tst_healthfindings.moc"
