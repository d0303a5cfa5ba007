#include "routing/resources.h"

#include <algorithm>
#include <utility>

namespace numbers::routing {

namespace {

template <typename Thing>
QHash<QString, Thing> bySid(const QList<Thing> &things)
{
    QHash<QString, Thing> hash;
    for (const Thing &thing : things) {
        hash.insert(thing.sid, thing);
    }
    return hash;
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

QCoro::Task<Result<AccountResources>>
readAccountResources(twilio::Client &client, twilio::Credentials credentials, Needs needs, CancelToken cancel)
{
    AccountResources resources;
    if (needs.services) {
        auto services = co_await client.listMessagingServices(credentials, cancel);
        if (services) {
            resources.services = std::move(*services);
        } else if (services.error().kind == Error::Kind::Cancelled) {
            co_return failure(services.error());
        }
    }
    if (needs.applications) {
        const AccountSid account = credentials.accountSid;
        const auto applications = co_await client.listApplications(credentials, account, cancel);
        if (applications) {
            resources.applications = bySid(*applications);
        } else if (applications.error().kind == Error::Kind::Cancelled) {
            co_return failure(applications.error());
        }
    }
    if (needs.trunks) {
        const auto trunks = co_await client.listTrunks(credentials, cancel);
        if (trunks) {
            resources.trunks = bySid(*trunks);
        } else if (trunks.error().kind == Error::Kind::Cancelled) {
            co_return failure(trunks.error());
        }
    }
    co_return std::move(resources);
}

} // namespace numbers::routing
