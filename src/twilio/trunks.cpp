#include "twilio/client.h"
#include "twilio/pages.h"

#include <QJsonObject>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

QCoro::Task<Result<QList<Trunk>>> Client::listTrunks(Credentials credentials, CancelToken cancel)
{
    PagedList list{m_endpoints.trunking, u"/v1/Trunks"_s, u"/v1/Trunks"_s, {}, u"trunks"_s};
    list.query.addQueryItem(u"PageSize"_s, u"100"_s);
    const auto trunks = std::make_shared<QList<Trunk>>();
    const OnRows onRows = [trunks](const QJsonArray &rows) -> Result<bool> {
        for (const QJsonValue &row : rows) {
            Trunk trunk;
            trunk.sid = row[u"sid"_s].toString();
            trunk.friendlyName = row[u"friendly_name"_s].toString();
            trunk.domainName = row[u"domain_name"_s].toString();
            trunk.disasterRecoveryUrl = row[u"disaster_recovery_url"_s].toString();
            trunks->append(std::move(trunk));
        }
        return true;
    };
    const auto read = co_await readPages(m_http, credentials, list, onRows, cancel);
    if (!read) {
        co_return failure(read.error());
    }
    co_return std::move(*trunks);
}

} // namespace numbers::twilio
