#include "operations/common/verifyafterwrite.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

struct ReadBackText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::ReadBack)
};

Note notReadBack()
{
    return {
        u"not_read_back"_s,
        ReadBackText::tr(
            "The number was imported, but could not be read back from Twilio. Check its health to see what "
            "is set up there, and keep that if the agent answers.")};
}

} // namespace

QCoro::Task<ReadBack> readBackImport(OperationServices services, twilio::Credentials credentials,
                                     QString numberSid, std::optional<WebhookConfiguration> before,
                                     CancelToken cancel)
{
    ReadBack result;
    if (!credentials.isComplete() || numberSid.isEmpty()) {
        result.warnings.append(notReadBack());
        co_return result;
    }
    const AccountSid account = credentials.accountSid;
    const auto number = co_await services.twilio.fetchIncomingNumber(credentials, account, numberSid, cancel);
    if (!number) {
        result.warnings.append(notReadBack());
        co_return result;
    }
    result.number = *number;
    const WebhookConfiguration &after = number->webhooks;
    if (!after.trunkSid.isEmpty()) {
        result.warnings.append(
            {u"trunk_still_set"_s,
             ReadBackText::tr("The SIP trunk %1 is still set and takes the calls: Nixflex will "
                              "not be reached. Remove the trunk from the number at Twilio.")
                 .arg(after.trunkSid)});
    } else if (!after.voiceApplicationSid.isEmpty()) {
        result.warnings.append(
            {u"voice_application_still_set"_s,
             ReadBackText::tr("The TwiML app %1 is still set and takes the calls: Nixflex will "
                              "not be reached. Remove the app from the number at Twilio.")
                 .arg(after.voiceApplicationSid)});
    }
    if (!after.smsApplicationSid.isEmpty()) {
        result.warnings.append(
            {u"sms_application_still_set"_s,
             ReadBackText::tr("The TwiML app %1 is still set and takes the text messages: they "
                              "will not reach Nixflex.")
                 .arg(after.smsApplicationSid)});
    }
    if (before && after.differences(*before).isEmpty()) {
        result.warnings.append(
            {u"webhooks_not_changed"_s,
             ReadBackText::tr("Nixflex reported success, but the number's webhooks at Twilio did "
                              "not change. Make a test call.")});
    }
    co_return result;
}

} // namespace numbers::operations
