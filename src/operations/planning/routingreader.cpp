#include "operations/planning/routingreader.h"

#include <utility>

namespace numbers::operations {

QCoro::Task<Result<RoutingReading>> readRouting(OperationServices services, twilio::Credentials credentials,
                                                PhoneNumber number, CancelToken cancel)
{
    RoutingReading look;
    const AccountSid account = credentials.accountSid;
    auto found = co_await services.twilio.findIncomingNumber(credentials, account, number, cancel);
    if (!found) {
        co_return failure(found.error());
    }
    look.number = std::move(*found);
    const auto needs = routing::Needs::of(look.number);
    auto resources = co_await services.resources.read(services.twilio, credentials, needs, cancel);
    if (!resources) {
        co_return failure(resources.error());
    }
    look.resources = std::move(*resources);
    const QString keyId = services.nixflex.key().keyId();
    const auto known = co_await services.ledger.number(keyId, number);
    // A ledger that cannot be read now only leaves Nixflex's addresses without their name.
    if (known && known->has_value()) {
        look.isInFleet = (*known)->health != store::Health::Gone;
        look.baseline = (*known)->baseline;
    }
    const auto addresses =
        look.baseline ? routing::NixflexAddresses(*look.baseline) : routing::NixflexAddresses();
    look.routing = routing::resolve(look.number, look.resources, addresses);
    co_return std::move(look);
}

} // namespace numbers::operations
