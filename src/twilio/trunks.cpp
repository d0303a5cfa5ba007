#include "base/jsonreader.h"
#include "twilio/client.h"
#include "twilio/pages.h"

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

Result<Trunk> decodeTrunk(const QJsonObject &object)
{
    JsonReader reader(object, u"trunk"_s);
    Trunk trunk;
    trunk.sid = reader.requiredText("sid"_L1);
    trunk.friendlyName = reader.name("friendly_name"_L1);
    trunk.domainName = reader.word("domain_name"_L1);
    trunk.disasterRecoveryUrl = reader.word("disaster_recovery_url"_L1);
    return reader.isGood() ? Result<Trunk>(std::move(trunk)) : failure(reader.error());
}

} // namespace

QCoro::Task<Result<Listing<Trunk>>> Client::listTrunks(Credentials credentials, CancelToken cancel)
{
    PagedList list{m_endpoints.trunking, u"/v1/Trunks"_s, u"/v1/Trunks"_s, {}, u"trunks"_s};
    list.query.addQueryItem(u"PageSize"_s, u"100"_s);
    return readRows<Trunk>(m_http, std::move(credentials), std::move(list), decodeTrunk, std::move(cancel));
}

} // namespace numbers::twilio
