#include "twilio/client.h"
#include "twilio/pages.h"

#include <QJsonObject>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

QCoro::Task<Result<QList<Application>>> Client::listApplications(Credentials credentials, AccountSid account,
                                                                 CancelToken cancel)
{
    PagedList list{m_endpoints.api,
                   u"/2010-04-01/Accounts/%1/Applications.json"_s.arg(account.toString()),
                   u"/2010-04-01/Accounts/{sid}/Applications.json"_s,
                   {},
                   u"applications"_s};
    list.query.addQueryItem(u"PageSize"_s, u"1000"_s);
    const auto applications = std::make_shared<QList<Application>>();
    const OnRows onRows = [applications](const QJsonArray &rows) -> Result<bool> {
        for (const QJsonValue &row : rows) {
            Application application;
            application.sid = row[u"sid"_s].toString();
            application.friendlyName = row[u"friendly_name"_s].toString();
            application.voiceUrl = row[u"voice_url"_s].toString();
            application.voiceFallbackUrl = row[u"voice_fallback_url"_s].toString();
            application.statusCallback = row[u"status_callback"_s].toString();
            application.smsUrl = row[u"sms_url"_s].toString();
            application.smsFallbackUrl = row[u"sms_fallback_url"_s].toString();
            applications->append(std::move(application));
        }
        return true;
    };
    const auto read = co_await readPages(m_http, credentials, list, onRows, cancel);
    if (!read) {
        co_return failure(read.error());
    }
    co_return std::move(*applications);
}

} // namespace numbers::twilio
