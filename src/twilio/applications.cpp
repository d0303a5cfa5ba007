#include "base/jsonreader.h"
#include "twilio/client.h"
#include "twilio/pages.h"

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

Result<Application> decodeApplication(const QJsonObject &object)
{
    JsonReader reader(object, u"application"_s);
    Application application;
    application.sid = reader.requiredText("sid"_L1);
    application.friendlyName = reader.name("friendly_name"_L1);
    application.voiceUrl = reader.word("voice_url"_L1);
    application.voiceFallbackUrl = reader.word("voice_fallback_url"_L1);
    application.statusCallback = reader.word("status_callback"_L1);
    application.smsUrl = reader.word("sms_url"_L1);
    application.smsFallbackUrl = reader.word("sms_fallback_url"_L1);
    return reader.isGood() ? Result<Application>(std::move(application)) : failure(reader.error());
}

} // namespace

QCoro::Task<Result<Listing<Application>>> Client::listApplications(Credentials credentials,
                                                                   AccountSid account, CancelToken cancel)
{
    PagedList list{m_endpoints.api,
                   u"/2010-04-01/Accounts/%1/Applications.json"_s.arg(account.toString()),
                   u"/2010-04-01/Accounts/{sid}/Applications.json"_s,
                   {},
                   u"applications"_s};
    list.query.addQueryItem(u"PageSize"_s, u"1000"_s);
    return readRows<Application>(m_http, std::move(credentials), std::move(list), decodeApplication,
                                 std::move(cancel));
}

} // namespace numbers::twilio
