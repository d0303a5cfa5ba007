#include "operations/health/healthrepair.h"

#include "operations/common/journal.h"
#include "operations/common/nixflexnumber.h"
#include "operations/health/healthfindings.h"
#include "routing/resources.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

/// OperationRecord::note of what takes an adoption or a forgetting back.
constexpr auto takenBack = "taken_back"_L1;

struct RepairText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Repair)
};

Error noBaseline(const PhoneNumber &number)
{
    return coded(Error::Kind::NotFound, u"no_baseline"_s,
                 RepairText::tr("What Nixflex had set up at %1 was never seen on this computer.")
                     .arg(number.international()));
}

Error leftAccount(const PhoneNumber &number)
{
    return coded(Error::Kind::NotFound, u"number_left_account"_s,
                 RepairText::tr("%1 is no longer in its Twilio account: it was released, or moved to another "
                                "account.")
                     .arg(number.international()));
}

/// All fields that differ are set, whoever changed them: that is what the user asks for.
RestorePlan planFrom(const WebhookConfiguration &baseline, const WebhookConfiguration &now)
{
    RestoreInput input;
    input.saved = baseline;
    input.now = now;
    for (const auto &field : WebhookConfiguration::fields()) {
        input.overwritten.insert(QString(field.jsonName));
    }
    return planRestore(input);
}

QCoro::Task<Result<store::NumberRecord>> rowOf(OperationServices services, PhoneNumber number)
{
    const QString keyId = services.nixflex.key().keyId();
    const auto row = co_await services.ledger.number(keyId, number);
    if (!row) {
        co_return failure(row.error());
    }
    if (!row->has_value()) {
        co_return failure(noBaseline(number));
    }
    co_return **row;
}

/// The number as Twilio shows it now.
QCoro::Task<Result<twilio::IncomingNumber>> readNumber(OperationServices services,
                                                       twilio::Credentials credentials, PhoneNumber number,
                                                       QString numberSid, CancelToken cancel)
{
    const AccountSid account = credentials.accountSid;
    auto now = co_await services.twilio.fetchIncomingNumber(credentials, account, numberSid, cancel);
    if (!now && now.error().kind == Error::Kind::NotFound) {
        co_return failure(leftAccount(number));
    }
    co_return now;
}

} // namespace

QCoro::Task<Result<void>> adoptRouting(OperationServices services, twilio::Credentials credentials,
                                       store::NumberRecord shown, CancelToken cancel)
{
    const PhoneNumber number = shown.phoneNumber;
    const auto now = co_await readNumber(services, credentials, number, shown.numberSid, cancel);
    if (!now) {
        co_return failure(now.error());
    }
    const WebhookConfiguration webhooks = now->webhooks;
    if (!shown.lastSeen || !webhooks.differences(*shown.lastSeen).isEmpty()) {
        co_return failure(
            coded(Error::Kind::Conflict, u"changed_since_check"_s,
                  RepairText::tr("%1 was changed at Twilio since it was checked. Check it again "
                                 "and look at what is there now.")
                      .arg(number.international())));
    }
    auto findings = findingsOf(shown);
    findings.removeIf([](const HealthFinding &finding) {
        return finding.code == HealthCode::RoutingDrifted || finding.code == HealthCode::BaselineUnknown ||
               finding.code == HealthCode::WebhooksNotChanged;
    });
    store::HealthRecord health;
    health.health = healthOf(findings);
    health.detail = findings.isEmpty() ? QString() : wordOf(findings.first().code);
    health.findings = findingsText(findings);
    health.checkedAt = services.utcNow();
    store::OperationRecord operation = newOperation(store::OperationRecord::Kind::Adopt, services, number);
    operation.accountSid = credentials.accountSid;
    operation.numberSid = shown.numberSid;
    operation.agentId = shown.agentId;
    const auto saved = co_await services.ledger.saveBaseline(operation, webhooks, health);
    co_return saved;
}

QCoro::Task<Result<void>> forgetGone(OperationServices services, PhoneNumber number)
{
    const store::OperationRecord operation =
        newOperation(store::OperationRecord::Kind::Forget, services, number);
    const auto forgotten = co_await services.ledger.forgetNumber(operation);
    co_return forgotten;
}

QCoro::Task<Result<void>> revertLedgerChange(OperationServices services, store::OperationRecord done)
{
    store::OperationRecord operation = newOperation(done.kind, services, done.phoneNumber);
    operation.agentId = done.agentId;
    operation.accountSid = done.accountSid;
    operation.numberSid = done.numberSid;
    operation.note = takenBack;
    const QString id = done.id;
    const auto taken = co_await services.ledger.revertLedgerChange(operation, id);
    co_return taken;
}

bool isTakingBack(const store::OperationRecord &operation)
{
    return operation.note == takenBack;
}

QCoro::Task<Result<RestoreOffer>> offerSetBack(OperationServices services, twilio::Credentials credentials,
                                               PhoneNumber number, CancelToken cancel)
{
    const auto row = co_await rowOf(services, number);
    if (!row) {
        co_return failure(row.error());
    }
    if (!row->baseline) {
        co_return failure(noBaseline(number));
    }
    RestoreOffer offer;
    offer.phoneNumber = number;
    offer.credentials = credentials;
    offer.baseline = row->baseline;
    offer.backup.phoneNumber = number;
    offer.backup.accountSid = credentials.accountSid;
    offer.backup.numberSid = row->numberSid;
    offer.backup.webhooks = *row->baseline;
    auto now = co_await readNumber(services, credentials, number, row->numberSid, cancel);
    if (!now) {
        co_return failure(now.error());
    }
    offer.now = std::move(*now);
    offer.plan = planFrom(*row->baseline, offer.now.webhooks);

    const auto located = co_await locateNumber(services, number, cancel);
    if (!located) {
        co_return failure(located.error());
    }
    offer.atNixflex = located->number;
    offer.isAtNixflexByLedger = located->isFromLedger;
    offer.isAbsenceProven = located->isAbsenceProven;
    if (!offer.atNixflex || offer.atNixflex->agentId.isNull()) {
        offer.problems.append({u"not_at_nixflex"_s,
                               RepairText::tr("%1 is not connected to an agent at Nixflex, so nobody would "
                                              "answer there. Import it again.")
                                   .arg(number.international())});
    }
    co_return std::move(offer);
}

// A restore of what was there before an import concerns a number that no agent has any more.
bool isSetBack(const store::OperationRecord &operation)
{
    return operation.kind == store::OperationRecord::Kind::Restore && !operation.agentId.isNull();
}

} // namespace numbers::operations
