#include "gui/wizard/errorplace.h"

#include "nixflex/errors.h"

#include <QHash>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

/// Codes of our own checks, and those that name one field of several.
const QHash<QString, WizardPlace> &placesByCode()
{
    static const QHash<QString, WizardPlace> places{
        {u"invalid_twilio_sid"_s, WizardPlace::AccountSid},
        {u"number_in_subaccount"_s, WizardPlace::AccountSid},
        {u"account_suspended"_s, WizardPlace::AccountSid},
        {u"account_closed"_s, WizardPlace::AccountSid},
        {u"already_imported"_s, WizardPlace::Number},
        {u"number_already_imported"_s, WizardPlace::Number},
        {u"number_not_in_twilio"_s, WizardPlace::Number},
        {u"agent_not_found"_s, WizardPlace::Agent},
        {u"custom_prompt_too_long"_s, WizardPlace::Profile},
        {u"changed_since_review"_s, WizardPlace::Review},
        {u"confirmation_needed"_s, WizardPlace::Review},
    };
    return places;
}

} // namespace

WizardPlace placeOf(const Error &error)
{
    if (const auto place = placeOfProblem(error.providerCode); place != WizardPlace::Here) {
        return place;
    }
    switch (nixflex::subjectOf(error)) {
    case nixflex::ErrorSubject::NixflexKey:
        return WizardPlace::NixflexKey;
    case nixflex::ErrorSubject::TwilioCredentials:
        return WizardPlace::AuthToken;
    case nixflex::ErrorSubject::PhoneNumber:
        return WizardPlace::Number;
    case nixflex::ErrorSubject::Agent:
        return WizardPlace::Agent;
    case nixflex::ErrorSubject::BusinessProfile:
        return WizardPlace::Profile;
    case nixflex::ErrorSubject::Connection:
        // Offline and timeouts usually mend themselves; these two do not.
        return error.kind == Error::Kind::Tls || error.kind == Error::Kind::ProxyAuth
                   ? WizardPlace::NetworkSettings
                   : WizardPlace::Here;
    case nixflex::ErrorSubject::Balance:
    case nixflex::ErrorSubject::Service:
    case nixflex::ErrorSubject::Other:
        break;
    }
    return WizardPlace::Here;
}

WizardPlace placeOfProblem(const QString &code)
{
    return placesByCode().value(code, WizardPlace::Here);
}

} // namespace numbers::gui
