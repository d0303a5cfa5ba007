#include "base/jsonreader.h"
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
        for (const auto &row : rows) {
            JsonReader reader(row.toObject(), u"trunk"_s);
            Trunk trunk;
            trunk.sid = reader.word("sid"_L1);
            trunk.friendlyName = reader.name("friendly_name"_L1);
            trunk.domainName = reader.word("domain_name"_L1);
            trunk.disasterRecoveryUrl = reader.word("disaster_recovery_url"_L1);
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
