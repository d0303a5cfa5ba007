#include "goldenledger.h"

#include "store/database.h"
#include "store/operationrepository.h"
#include "storetest.h"
#include "support/fakeclock.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::test {

namespace {

using store::BackupRecord;
using store::Health;
using store::NumberRecord;
using store::OperationRecord;

QDateTime at(int day, int minute = 0, int ms = 0)
{
    return QDateTime(QDate(2026, 2, day), QTime(9, minute, 7, ms), Qt::UTC);
}

AccountSid account(int index)
{
    return *AccountSid::parse(u"AC"_s + QString::number(index).rightJustified(32, u'a'));
}

QString numberSid(int index)
{
    return u"PN"_s + QString::number(index).rightJustified(32, u'b');
}

AgentId agent(const QString &id)
{
    return *AgentId::parse(id);
}

/// Every field set, each to something of its own.
WebhookConfiguration webhooks(const QString &host)
{
    WebhookConfiguration webhooks;
    for (const auto &field : WebhookConfiguration::fields()) {
        webhooks.*field.member = u"https://%1.example/%2?ä='"_s.arg(host, field.jsonName);
    }
    webhooks.voiceMethod = u"GET"_s;
    webhooks.voiceFallbackMethod = u"POST"_s;
    webhooks.voiceCallerIdLookup = u"true"_s;
    webhooks.voiceReceiveMode = u"fax"_s;
    webhooks.trunkSid = u"TK"_s + QString(32, u'c');
    return webhooks;
}

Error error(Error::Kind kind, Error::Effect effect, const QString &code)
{
    Error error = Error::make(kind, u"Das ging nicht: „%1“."_s.arg(code), u"HTTP 402\nline two"_s);
    error.effect = effect;
    error.provider = Error::Provider::Nixflex;
    error.httpStatus = 402;
    error.providerCode = code;
    error.requestId = u"req_"_s + code;
    error.retryAfter = std::chrono::milliseconds(1500);
    return error;
}

GoldenOperation operation(int index, OperationRecord::Kind kind, OperationRecord::Phase phase,
                          OperationRecord::Outcome outcome)
{
    GoldenOperation golden;
    OperationRecord &record = golden.record;
    record.id = u"00000000-0000-4000-8000-%1"_s.arg(index, 12, 10, QChar(u'0'));
    record.kind = kind;
    record.phase = phase;
    record.outcome = outcome;
    record.keyId = goldenKey;
    record.phoneNumber = phoneNumber(u"+4420794600%1"_s.arg(index, 2, 10, QChar(u'0')));
    record.agentId = agent(u"agent_b"_s);
    record.accountSid = account(1);
    record.numberSid = numberSid(index);
    record.customPrompt = u"Hours: 9–18 ☎ #%1"_s.arg(index);
    record.idempotencyKey = record.id.toLatin1();
    record.instanceId = u"11111111-1111-4111-8111-111111111111"_s;
    record.startedAt = at(index, 0, 1);
    golden.steps = {{u"plan"_s, {}, at(index, 0, 2)}, {u"backup"_s, u"15 fields\n“ok”"_s, at(index, 0, 3)}};
    if (phase != OperationRecord::Phase::Prepared) {
        record.sentAt = at(index, 1, 20);
    }
    if (phase == OperationRecord::Phase::Finished) {
        record.finishedAt = at(index, 2, 300);
    }
    return golden;
}

BackupRecord backup(const GoldenOperation &golden, BackupRecord::Reason reason, qint64 id,
                    const QString &host)
{
    BackupRecord backup;
    backup.id = id;
    backup.operationId = golden.record.id;
    backup.reason = reason;
    backup.phoneNumber = golden.record.phoneNumber;
    backup.accountSid = golden.record.accountSid;
    backup.numberSid = golden.record.numberSid;
    backup.friendlyName = u"Ligne d'accueil 📞"_s;
    backup.webhooks = host.isEmpty() ? WebhookConfiguration() : webhooks(host);
    backup.takenAt = golden.record.startedAt.addMSecs(id);
    return backup;
}

NumberRecord number(const QString &keyId, const QString &e164)
{
    NumberRecord number;
    number.keyId = keyId;
    number.phoneNumber = phoneNumber(e164);
    return number;
}

/// The first of goldenKey's numbers: nothing is left out.
NumberRecord fullNumber()
{
    NumberRecord full = number(goldenKey, u"+442079460001"_s);
    full.agentId = agent(u"agent_b"_s);
    full.agentName = u"Zoë – Empfang"_s;
    full.accountSid = account(1);
    full.accountLabel = u"Alpha"_s;
    full.numberSid = numberSid(1);
    full.friendlyName = u"Reception \"1\""_s;
    full.customer = u"Dental & Co"_s;
    full.capabilities = twilio::Capabilities{true, true, true, true};
    full.isInboundEnabled = true;
    full.isOutboundEnabled = false;
    full.customPrompt = u"We're open; 9–18.\nمرحبا"_s;
    full.provider = u"twilio"_s;
    full.settings = {{u"voice_id"_s, u"Élodie"_s},
                     {u"record_call"_s, false},
                     {u"speaking_rate"_s, 1.25},
                     {u"later"_s, QJsonObject{{u"list"_s, QJsonArray{1, u"'„zwei“"_s}}}}};
    full.health = Health::NeedsAttention;
    full.healthDetail = u"trunk_keeps_voice"_s;
    full.healthFindings = u"[{\"code\":\"trunk_keeps_voice\"}]"_s;
    full.importedAt = at(1, 2, 300);
    full.checkedAt = at(20, 0, 999);
    full.baseline = webhooks(u"nixflex"_s);
    full.lastSeen = webhooks(u"drifted"_s);
    return full;
}

template <typename T>
T mustWork(Result<T> result)
{
    if (!result) {
        qFatal("%s", qPrintable(result.error().report()));
    }
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}

nixflex::Number atNixflex(const NumberRecord &number)
{
    nixflex::Number seen;
    seen.phoneNumber = number.phoneNumber;
    seen.agentId = number.agentId;
    seen.provider = number.provider;
    seen.twilioNumberSid = number.numberSid;
    seen.isInboundEnabled = number.isInboundEnabled;
    seen.isOutboundEnabled = number.isOutboundEnabled;
    seen.customPrompt = number.customPrompt;
    seen.raw = number.settings;
    seen.createdAt = number.importedAt;
    return seen;
}

void writeOperation(store::Ledger &ledger, FakeClock &clock, const GoldenOperation &golden)
{
    const OperationRecord &end = golden.record;
    OperationRecord begin = end;
    begin.phase = OperationRecord::Phase::Prepared;
    begin.outcome = OperationRecord::Outcome::None;
    begin.error.reset();
    begin.requestId.clear();
    begin.note.clear();
    begin.sentAt = begin.finishedAt = {};
    begin.epoch = 0;
    mustWork(runTask(ledger.beginOperation(begin, golden.backups.mid(0, 1))));
    if (end.epoch > 0) {
        mustWork(runTask(ledger.takeOver(end.id)));
    }
    if (end.sentAt.isValid()) {
        clock.setUtcNow(end.sentAt);
        mustWork(runTask(ledger.markSending(end)));
    }
    if (end.phase == OperationRecord::Phase::Answered) {
        mustWork(runTask(ledger.markAnswered(end, end.requestId)));
    }
    if (end.outcome == OperationRecord::Outcome::None) {
        return;
    }
    clock.setUtcNow(end.finishedAt);
    store::Ledger::Finish finish;
    finish.operationId = end.id;
    finish.epoch = end.epoch;
    finish.outcome = end.outcome;
    finish.error = end.error;
    finish.requestId = end.requestId;
    finish.note = end.note;
    if (golden.backups.size() > 1) {
        finish.backup = golden.backups.at(1);
    }
    if (end.outcome == OperationRecord::Outcome::Succeeded) {
        if (end.kind == OperationRecord::Kind::Import) {
            finish.number = fullNumber();
        } else {
            finish.removed = end.phoneNumber;
        }
    }
    mustWork(runTask(ledger.finishOperation(finish)));
}

} // namespace

QList<store::AccountRecord> goldenAccounts()
{
    using Status = twilio::Account::Status;
    using Type = twilio::Account::Type;
    store::AccountRecord full{account(1),       account(1),     u"Northwind GmbH"_s, u"Alpha"_s,
                              u"Dental & Co"_s, Status::Active, Type::Full,          true,
                              u"ie1"_s,         u"dublin"_s,    at(1, 5, 123)};
    store::AccountRecord trial{
        account(2), account(2), u"Beta (friendly)"_s, {}, {}, Status::Suspended, Type::Trial, false, {},
        {},         at(2)};
    store::AccountRecord closed{
        account(3), account(1), {}, u"Γάμμα"_s, u"=SUM(A1)"_s, Status::Closed, Type::Full, false, {}, {}, {}};
    store::AccountRecord bare;
    bare.sid = account(4);
    bare.label = u"Żółw"_s;
    return {full, trial, bare, closed};
}

QList<nixflex::Agent> goldenAgents()
{
    return {{agent(u"agent_c"_s), u"Nachtdienst"_s, u"de"_s, u"Hannah"_s, false, at(3, 0, 1)},
            {agent(u"agent_b"_s), u"Zoë – Empfang"_s, u"multi"_s, u"Élodie"_s, true, at(4)},
            {agent(u"agent_a"_s), u"さくら"_s, {}, {}, true, {}}};
}

QList<NumberRecord> goldenNumbers(const QString &keyId, int schema)
{
    if (keyId == goldenKey) {
        NumberRecord good = number(goldenKey, u"+4930901820"_s);
        good.agentId = agent(u"agent_unknown"_s);
        good.accountSid = account(3);
        good.accountLabel = u"Γάμμα"_s;
        good.customer = u"=SUM(A1)"_s;
        good.capabilities = twilio::Capabilities{};
        good.isInboundEnabled = false;
        good.isOutboundEnabled = true;
        good.health = Health::Good;
        good.baseline = WebhookConfiguration();
        const NumberRecord bare = number(goldenKey, u"+8190123456"_s);
        NumberRecord full = fullNumber();
        if (schema < 2) {
            full.healthFindings.clear();
        }
        if (schema < 3) {
            full.settings = {};
        }
        return {full, good, bare};
    }
    NumberRecord gone = number(goldenOtherKey, u"+12125550101"_s);
    gone.customer = u"Old Harbour"_s;
    gone.health = Health::Gone;
    gone.healthDetail = u"not_at_nixflex"_s;
    NumberRecord seen = number(goldenOtherKey, u"+12125550102"_s);
    seen.agentId = agent(u"agent_z"_s);
    seen.numberSid = numberSid(90);
    seen.isInboundEnabled = true;
    seen.customPrompt = u"{\"json\": \"no\"}"_s;
    seen.provider = u"telnyx"_s;
    seen.importedAt = at(5, 6, 7);
    if (schema >= 3) {
        seen.settings = {{u"sms_reply_enabled"_s, true}};
    }
    NumberRecord orphan = number(goldenOtherKey, u"+12125550103"_s);
    orphan.provider = u"twilio"_s;
    orphan.health = Health::NeedsAttention;
    orphan.healthDetail = u"agent_gone"_s;
    return {gone, seen, orphan};
}

QList<GoldenOperation> goldenOperations(int schema)
{
    using Kind = OperationRecord::Kind;
    using Phase = OperationRecord::Phase;
    using Outcome = OperationRecord::Outcome;
    using Reason = BackupRecord::Reason;
    auto succeeded = operation(1, Kind::Import, Phase::Finished, Outcome::Succeeded);
    succeeded.record.requestId = u"req_1"_s;
    succeeded.record.note = u"settled_after_restart"_s;
    succeeded.backups = {backup(succeeded, Reason::BeforeImport, 1, u"pbx"_s),
                         backup(succeeded, Reason::AfterImport, 2, u"nixflex"_s)};
    auto refused = operation(2, Kind::Import, Phase::Finished, Outcome::Refused);
    refused.record.error = error(Error::Kind::PaymentRequired, Error::Effect::Answered, u"no_credit"_s);
    refused.record.requestId = u"req_2"_s;
    refused.backups = {backup(refused, Reason::BeforeImport, 3, {})};
    if (schema >= 4) {
        succeeded.backups.first().messagingServiceSid = u"MG"_s + QString(32, u'5');
        refused.backups.first().messagingServiceSid = u""_s; // In none; of the other one it is not known.
    }
    auto notSent = operation(3, Kind::Import, Phase::Finished, Outcome::NotSent);
    notSent.record.sentAt = {};
    notSent.record.error = Error::cancelled();
    notSent.record.note = u"ended_before_sending"_s;
    const auto prepared = operation(4, Kind::Import, Phase::Prepared, Outcome::None);
    const auto sending = operation(5, Kind::Import, Phase::Sending, Outcome::None);
    auto answered = operation(6, Kind::Import, Phase::Answered, Outcome::None);
    answered.record.requestId = u"req_6"_s;
    auto unknown = operation(7, Kind::Import, Phase::Sending, Outcome::Unknown);
    unknown.record.error = error(Error::Kind::Timeout, Error::Effect::Unknown, {});
    auto removed = operation(8, Kind::Remove, Phase::Finished, Outcome::Succeeded);
    removed.record.note = u"was_not_there"_s;
    removed.backups = {backup(removed, Reason::BeforeRemove, 4, u"nixflex"_s),
                       backup(removed, Reason::AfterRemove, 5, {})};
    auto removing = operation(9, Kind::Remove, Phase::Sending, Outcome::None);
    removing.record.agentId = {};
    removing.record.accountSid = {};
    removing.record.numberSid.clear();
    removing.record.customPrompt.clear();
    removing.steps.clear();
    QList<GoldenOperation> operations{succeeded, refused, notSent, prepared, sending,
                                      answered,  unknown, removed, removing};
    if (schema >= 2) {
        auto reassigning = operation(10, Kind::Reassign, Phase::Sending, Outcome::None);
        reassigning.record.formerAgentId = agent(u"agent_z"_s);
        reassigning.record.formerCustomPrompt = u"Nachts: „zu“"_s;
        operations << reassigning;
    }
    if (schema >= 5) {
        // Begun last, while the clock was a month behind.
        auto restoring = operation(11, Kind::Restore, Phase::Sending, Outcome::None);
        restoring.record.startedAt = restoring.record.startedAt.addMonths(-1);
        operations << restoring;
        operations[6].record.epoch = 1;
    }
    // Until schema 5 it was the order in which they were inserted; then all that is written counts.
    const QList<qint64> sequences{5, 8, 10, 12, 13, 14, 15, 16, 18, 19, 20};
    for (qsizetype i = 0; i < operations.size(); ++i) {
        operations[i].record.sequence = schema >= 5 ? sequences.value(i) : i + 1;
    }
    return operations;
}

void writeGoldenLedger(const QString &filePath)
{
    FakeClock clock;
    clock.setUtcNow(at(1));
    {
        const auto ledger = openLedger(filePath, clock);
        for (const auto &account : goldenAccounts()) {
            mustWork(runTask(ledger->saveAccount(account)));
        }
        mustWork(runTask(ledger->saveAgents(goldenKey, goldenAgents())));
        auto numbers = goldenNumbers(goldenKey);
        numbers.removeFirst(); // Comes with its import.
        numbers << number(goldenKey, goldenOperations().at(7).record.phoneNumber.e164());
        NumberRecord leaving = goldenNumbers(goldenOtherKey).first();
        leaving.health = Health::Good;
        leaving.healthDetail.clear();
        numbers << leaving;
        for (NumberRecord record : std::as_const(numbers)) {
            record.accountLabel.clear(); // Known from the account.
            mustWork(runTask(ledger->saveNumber(record)));
        }
        for (const auto &golden : goldenOperations()) {
            writeOperation(*ledger, clock, golden);
        }
        clock.setUtcNow(at(20));
        QList<nixflex::Number> page;
        for (const auto &record : goldenNumbers(goldenOtherKey).mid(1)) {
            page << atNixflex(record);
        }
        mustWork(runTask(ledger->saveSyncPage(goldenOtherKey, u"sync-golden"_s, page)));
        if (mustWork(runTask(ledger->finishSync(goldenOtherKey, u"sync-golden"_s))) != 1) {
            qFatal("one number has gone");
        }
    }
    // Every run has an id of its own; a file that is compared needs a known one.
    store::Database database;
    mustWork(database.open(filePath));
    mustWork(database.execute(u"UPDATE operations SET instance_id = ?"_s,
                              {goldenOperations().first().record.instanceId}));
    // And one whose history does not depend on what this version writes into it.
    mustWork(database.execute(u"DELETE FROM operation_steps"_s));
    for (const auto &golden : goldenOperations()) {
        for (const auto &step : golden.steps) {
            mustWork(store::insertStep(database, golden.record.id, step));
        }
    }
    mustWork(database.execute(u"VACUUM"_s));
}

} // namespace numbers::test
