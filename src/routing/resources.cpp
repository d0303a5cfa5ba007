#include "routing/resources.h"

#include <algorithm>
#include <utility>

namespace numbers::routing {

namespace {

template <typename Thing>
QHash<QString, Thing> bySid(const Listing<Thing> &things)
{
    QHash<QString, Thing> hash;
    for (const Thing &thing : things.rows) {
        hash.insert(thing.sid, thing);
    }
    return hash;
}

/// Whether asking again would bring the same.
template <typename Things>
bool isAnswer(const Result<Things> &things)
{
    return things || things.error().kind == Error::Kind::Forbidden ||
           things.error().kind == Error::Kind::NotFound;
}

} // namespace

const twilio::MessagingService *AccountResources::serviceOf(const QString &numberSid) const
{
    if (!services) {
        return nullptr;
    }
    const auto found = std::find_if(services->cbegin(), services->cend(),
                                    [&numberSid](const twilio::MessagingService &service) {
                                        return service.senderSids.contains(numberSid);
                                    });
    return found == services->cend() ? nullptr : &*found;
}

Needs Needs::of(const twilio::IncomingNumber &number)
{
    const WebhookConfiguration &webhooks = number.webhooks;
    Needs needs;
    needs.trunks = !webhooks.trunkSid.isEmpty();
    needs.applications = !webhooks.voiceApplicationSid.isEmpty() || !webhooks.smsApplicationSid.isEmpty();
    needs.services = !number.capabilities || number.capabilities->sms || number.capabilities->mms;
    return needs;
}

Needs Needs::with(const Needs &more) const
{
    return {applications || more.applications, trunks || more.trunks, services || more.services};
}

Needs Needs::without(const Needs &others) const
{
    return {applications && !others.applications, trunks && !others.trunks, services && !others.services};
}

void AccountResources::take(AccountResources newer)
{
    if (newer.answered.applications) {
        applications = std::move(newer.applications);
        unreadApplications = std::move(newer.unreadApplications);
    }
    if (newer.answered.trunks) {
        trunks = std::move(newer.trunks);
        unreadTrunks = std::move(newer.unreadTrunks);
    }
    if (newer.answered.services) {
        services = std::move(newer.services);
        unreadServices = std::move(newer.unreadServices);
    }
    answered = answered.with(newer.answered);
}

QCoro::Task<Result<AccountResources>>
readAccountResources(twilio::Client &client, twilio::Credentials credentials, Needs needs, CancelToken cancel)
{
    AccountResources resources;
    if (needs.services) {
        auto services = co_await client.listMessagingServices(credentials, cancel);
        if (services) {
            resources.services = std::move(services->rows);
            resources.unreadServices = std::move(services->skipped);
        } else if (services.error().kind == Error::Kind::Cancelled) {
            co_return failure(services.error());
        }
        resources.answered.services = isAnswer(services);
    }
    if (needs.applications) {
        const AccountSid account = credentials.accountSid;
        const auto applications = co_await client.listApplications(credentials, account, cancel);
        if (applications) {
            resources.applications = bySid(*applications);
            resources.unreadApplications = applications->skipped;
        } else if (applications.error().kind == Error::Kind::Cancelled) {
            co_return failure(applications.error());
        }
        resources.answered.applications = isAnswer(applications);
    }
    if (needs.trunks) {
        const auto trunks = co_await client.listTrunks(credentials, cancel);
        if (trunks) {
            resources.trunks = bySid(*trunks);
            resources.unreadTrunks = trunks->skipped;
        } else if (trunks.error().kind == Error::Kind::Cancelled) {
            co_return failure(trunks.error());
        }
        resources.answered.trunks = isAnswer(trunks);
    }
    co_return std::move(resources);
}

} // namespace numbers::routing
