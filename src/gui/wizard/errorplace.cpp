#include "gui/wizard/errorplace.h"

#include "gui/common/errortext.h"

#include <QHash>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;

const QHash<QString, WizardPlace> &placesByCode()
{
    static const QHash<QString, WizardPlace> places{
        // Nixflex
        {u"invalid_api_key"_s, WizardPlace::NixflexKey},
        {u"invalid_key"_s, WizardPlace::NixflexKey},
        {u"key_secret_required"_s, WizardPlace::NixflexKey},
        {u"invalid_phone_format"_s, WizardPlace::Number},
        {u"number_not_in_twilio"_s, WizardPlace::Number},
        {u"number_already_imported"_s, WizardPlace::Number},
        {u"number_not_found"_s, WizardPlace::Number},
        {u"invalid_twilio_sid"_s, WizardPlace::AccountSid},
        {u"twilio_invalid_credentials"_s, WizardPlace::AuthToken},
        {u"twilio_auth_failed"_s, WizardPlace::AuthToken},
        {u"agent_not_found"_s, WizardPlace::Agent},
        {u"agent_not_owned"_s, WizardPlace::Agent},
        {u"custom_prompt_too_long"_s, WizardPlace::Profile},
        {u"prompt_too_long"_s, WizardPlace::Profile},
        // our own
        {u"already_imported"_s, WizardPlace::Number},
        {u"number_in_subaccount"_s, WizardPlace::AccountSid},
        {u"account_suspended"_s, WizardPlace::AccountSid},
        {u"account_closed"_s, WizardPlace::AccountSid},
        {u"changed_since_review"_s, WizardPlace::Review},
        {u"confirmation_needed"_s, WizardPlace::Review},
    };
    return places;
}

WizardPlace placeAtTwilio(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        return WizardPlace::AuthToken;
    case Error::Kind::Forbidden:
        return WizardPlace::AccountSid;
    case Error::Kind::NotFound:
        return WizardPlace::Number;
    default:
        return WizardPlace::Here;
    }
}

} // namespace

WizardPlace placeOf(const Error &error)
{
    if (const auto place = placeOfProblem(error.providerCode); place != WizardPlace::Here) {
        return place;
    }
    if (error.kind == Error::Kind::Tls || error.kind == Error::Kind::ProxyAuth) {
        return WizardPlace::NetworkSettings;
    }
    if (error.provider == Error::Provider::Twilio) {
        return placeAtTwilio(error);
    }
    if (error.provider == Error::Provider::Nixflex && error.kind == Error::Kind::Unauthorized) {
        return WizardPlace::NixflexKey;
    }
    return WizardPlace::Here;
}

WizardPlace placeOfProblem(const QString &code)
{
    return placesByCode().value(code, WizardPlace::Here);
}

} // namespace numbers::gui
