#include "operations/healthscene.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::test {

HealthScene::HealthScene(const simulator::SimulatorOptions &options)
    : fixture(options)
{
    QList<simulator::TwilioAccount> accounts = fixture.simulator->subaccounts();
    accounts.prepend(fixture.simulator->mainAccount());
    for (const auto &account : std::as_const(accounts)) {
        m_tokens.insert(account.sid, account.authToken);
        store::AccountRecord record;
        record.sid = *AccountSid::parse(account.sid);
        record.ownerSid = *AccountSid::parse(account.ownerSid);
        record.friendlyName = account.friendlyName;
        if (!runTask(fixture.ledger->saveAccount(record))) {
            qFatal("an account cannot be saved");
        }
    }
}

void HealthScene::know()
{
    const QString keyId = fixture.nixflex->key().keyId();
    const auto all = fixture.simulator->nixflexNumbers();
    for (const auto &at : all) {
        const auto number = fixture.simulator->number(at.phoneNumber);
        if (!number || !m_tokens.contains(number->accountSid)) {
            continue;
        }
        store::NumberRecord record;
        record.keyId = keyId;
        record.phoneNumber = *PhoneNumber::fromE164(at.phoneNumber);
        record.agentId = AgentId::parse(at.agentId).value_or(AgentId());
        record.accountSid = *AccountSid::parse(number->accountSid);
        record.numberSid = number->sid;
        record.provider = u"twilio"_s;
        WebhookConfiguration baseline;
        baseline.voiceUrl = number->voiceUrl;
        baseline.voiceMethod = number->voiceMethod;
        baseline.voiceFallbackUrl = number->voiceFallbackUrl;
        baseline.voiceFallbackMethod = number->voiceFallbackMethod;
        baseline.voiceApplicationSid = number->voiceApplicationSid;
        baseline.voiceCallerIdLookup = number->voiceCallerIdLookup ? u"true"_s : u"false"_s;
        baseline.voiceReceiveMode = number->voiceReceiveMode;
        baseline.trunkSid = number->trunkSid;
        baseline.smsUrl = number->smsUrl;
        baseline.smsMethod = number->smsMethod;
        baseline.smsFallbackUrl = number->smsFallbackUrl;
        baseline.smsFallbackMethod = number->smsFallbackMethod;
        baseline.smsApplicationSid = number->smsApplicationSid;
        baseline.statusCallback = number->statusCallback;
        baseline.statusCallbackMethod = number->statusCallbackMethod;
        record.baseline = baseline;
        if (!runTask(fixture.ledger->saveNumber(record))) {
            qFatal("a number cannot be saved");
        }
    }
}

void HealthScene::forgetToken(const QString &accountSid)
{
    m_tokens.remove(accountSid);
}

void HealthScene::remember(const QString &accountSid, const QString &token)
{
    m_tokens.insert(accountSid, token);
}

operations::AuthTokenSource HealthScene::tokens() const
{
    const auto known = m_tokens;
    return [known](AccountSid sid) -> QCoro::Task<Result<std::shared_ptr<const SecretString>>> {
        std::shared_ptr<const SecretString> token;
        if (known.contains(sid.toString())) {
            token = std::make_shared<const SecretString>(SecretString::fromText(known.value(sid.toString())));
        }
        co_return token;
    };
}

Result<operations::HealthReport> HealthScene::check(std::optional<QList<PhoneNumber>> numbers,
                                                    CancelToken cancel)
{
    operations::HealthCheck check(fixture.services());
    const operations::HealthCheck::OnProgress onProgress = [this](int done, int) { progressed = done; };
    return runTask(check.run(std::move(numbers), tokens(), onProgress, std::move(cancel)));
}

QStringList HealthScene::imported(const QString &accountSid) const
{
    QStringList found;
    const auto all = fixture.simulator->numbers(accountSid);
    for (const auto &number : all) {
        if (fixture.simulator->nixflexNumber(number.phoneNumber)) {
            found << number.phoneNumber;
        }
    }
    return found;
}

PhoneNumber HealthScene::example() const
{
    const auto agents = fixture.simulator->agents();
    const auto services = fixture.simulator->services();
    const auto candidates = imported(fixture.simulator->mainAccount().sid);
    for (const QString &candidate : candidates) {
        const auto number = *fixture.simulator->number(candidate);
        const auto agentId = fixture.simulator->nixflexNumber(candidate)->agentId;
        const bool isActive = std::any_of(agents.cbegin(), agents.cend(), [&agentId](const auto &agent) {
            return agent.agentId == agentId && agent.isActive;
        });
        const bool isInService =
            std::any_of(services.cbegin(), services.cend(),
                        [&number](const auto &service) { return service.numberSids.contains(number.sid); });
        if (isActive && !isInService && number.trunkSid.isEmpty() && number.voiceApplicationSid.isEmpty() &&
            number.smsApplicationSid.isEmpty() && number.voice && number.sms) {
            return *PhoneNumber::fromE164(candidate);
        }
    }
    qFatal("no number of the fleet is without findings");
}

store::NumberRecord HealthScene::row(const PhoneNumber &number)
{
    const QString keyId = fixture.nixflex->key().keyId();
    const auto found = runTask(fixture.ledger->number(keyId, number));
    return found && *found ? **found : store::NumberRecord();
}

QStringList HealthScene::codesInLedger(const PhoneNumber &number)
{
    QStringList codes;
    const auto findings = operations::findingsOf(row(number));
    for (const auto &finding : findings) {
        codes << operations::wordOf(finding.code);
    }
    return codes;
}

QStringList HealthScene::codes(const operations::HealthReport &report, const PhoneNumber &number)
{
    for (const auto &checked : report.numbers) {
        if (checked.phoneNumber == number) {
            QStringList codes;
            for (const auto &finding : checked.findings) {
                codes << operations::wordOf(finding.code);
            }
            return codes;
        }
    }
    return {u"missing"_s};
}

int HealthScene::listCalls() const
{
    return fixture.simulator->countRequests(u"GET"_s, u"/IncomingPhoneNumbers\\.json"_s);
}

} // namespace numbers::test
