#include "operations/health/healthfindingtext.h"

#include "base/plaintext.h"
#include "base/redact.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Health)
};

/// "Night line (TK12…)", or what there is of it.
QString thing(const HealthFinding &finding)
{
    if (finding.name.isEmpty() || finding.sid.isEmpty()) {
        return finding.name.isEmpty() ? finding.sid : u"“%1”"_s.arg(finding.name);
    }
    return u"“%1” (%2)"_s.arg(finding.name, finding.sid);
}

/// For sentences that go on without it.
QString named(const HealthFinding &finding)
{
    const QString words = thing(finding);
    return words.isEmpty() ? words : u' ' + words;
}

QString fieldTitle(const QString &jsonName)
{
    static const QHash<QString, const char *> titles{
        {u"voice_url"_s, QT_TRANSLATE_NOOP("numbers::operations::Health", "Address for calls")},
        {u"voice_method"_s, QT_TRANSLATE_NOOP("numbers::operations::Health", "Method for calls")},
        {u"voice_fallback_url"_s,
         QT_TRANSLATE_NOOP("numbers::operations::Health", "Address for calls, in case of failure")},
        {u"voice_fallback_method"_s,
         QT_TRANSLATE_NOOP("numbers::operations::Health", "Method for calls, in case of failure")},
        {u"voice_application_sid"_s,
         QT_TRANSLATE_NOOP("numbers::operations::Health", "TwiML application for calls")},
        {u"voice_caller_id_lookup"_s,
         QT_TRANSLATE_NOOP("numbers::operations::Health", "Look-up of callers’ names")},
        {u"voice_receive_mode"_s, QT_TRANSLATE_NOOP("numbers::operations::Health", "Calls are received as")},
        {u"trunk_sid"_s, QT_TRANSLATE_NOOP("numbers::operations::Health", "SIP trunk")},
        {u"sms_url"_s, QT_TRANSLATE_NOOP("numbers::operations::Health", "Address for texts")},
        {u"sms_method"_s, QT_TRANSLATE_NOOP("numbers::operations::Health", "Method for texts")},
        {u"sms_fallback_url"_s,
         QT_TRANSLATE_NOOP("numbers::operations::Health", "Address for texts, in case of failure")},
        {u"sms_fallback_method"_s,
         QT_TRANSLATE_NOOP("numbers::operations::Health", "Method for texts, in case of failure")},
        {u"sms_application_sid"_s,
         QT_TRANSLATE_NOOP("numbers::operations::Health", "TwiML application for texts")},
        {u"status_callback"_s,
         QT_TRANSLATE_NOOP("numbers::operations::Health", "Address for reports on calls")},
        {u"status_callback_method"_s,
         QT_TRANSLATE_NOOP("numbers::operations::Health", "Method for reports on calls")},
    };
    const auto *title = titles.value(jsonName, nullptr);
    return title != nullptr ? Text::tr(title) : jsonName;
}

QString orNothing(const QString &value)
{
    return value.isEmpty() ? Text::tr("nothing") : redacted(value);
}

} // namespace

QString wordsOf(const HealthFinding &finding)
{
    switch (finding.code) {
    case HealthCode::NotAtNixflex:
        return Text::tr("The number is no longer at Nixflex.");
    case HealthCode::AgentGone:
        return Text::tr("Its agent%1 is gone, so nobody answers.").arg(named(finding));
    case HealthCode::AgentInactive:
        return Text::tr("Its agent%1 is not active.").arg(named(finding));
    case HealthCode::AccountClosed:
        return Text::tr("Its Twilio account%1 is closed.").arg(named(finding));
    case HealthCode::AccountSuspended:
        return Text::tr("Its Twilio account%1 is suspended or not active, so it takes no calls.")
            .arg(named(finding));
    case HealthCode::NumberGone:
        return Text::tr("The number is no longer in its Twilio account%1, nor in another one known here.")
            .arg(named(finding));
    case HealthCode::NumberMoved:
        return Text::tr("The number was moved to the Twilio account%1.").arg(named(finding));
    case HealthCode::TokenRefused:
        return Text::tr("Twilio no longer accepts the Auth Token of the account%1. Nixflex most likely has "
                        "the same one.")
            .arg(named(finding));
    case HealthCode::TrunkStillSet:
        return Text::tr("A SIP trunk%1 takes the calls before Nixflex.").arg(named(finding));
    case HealthCode::VoiceApplicationStillSet:
        return Text::tr("A TwiML application%1 takes the calls before Nixflex.").arg(named(finding));
    case HealthCode::RoutingDrifted:
        return Text::tr("What Nixflex had set up was changed at Twilio.");
    case HealthCode::WebhooksNotChanged:
        return Text::tr("Twilio still sends calls where it did before the import.");
    case HealthCode::SmsApplicationStillSet:
        return Text::tr("A TwiML application%1 takes the texts before Nixflex.").arg(named(finding));
    case HealthCode::MessagingServiceKeepsTexts:
        return Text::tr("The Messaging Service%1 keeps the texts from Nixflex.").arg(named(finding));
    case HealthCode::UnknownHere:
        return Text::tr("The number is at Nixflex, but not in this list yet.");
    case HealthCode::Other:
        return Text::tr("A newer version of this program found something.");
    case HealthCode::AccountUnknown:
        return Text::tr("It is not known here which Twilio account the number belongs to.");
    case HealthCode::TokenUnknown:
        return Text::tr("Not checked at Twilio: the Auth Token of the account%1 is not known here.")
            .arg(named(finding));
    case HealthCode::NotChecked:
        return finding.reason.isEmpty() ? Text::tr("Not checked: Twilio could not be read.")
                                        : Text::tr("Not checked at Twilio: %1").arg(finding.reason);
    case HealthCode::NotATwilioNumber:
        return Text::tr("The number is not from Twilio, so its routing cannot be checked.");
    case HealthCode::BaselineUnknown:
        return Text::tr("What Nixflex had set up was never seen on this computer, so nothing can be "
                        "compared.");
    case HealthCode::TextsNotChecked:
        return Text::tr("It could not be found out whether a Messaging Service%1 keeps the texts.")
            .arg(named(finding));
    case HealthCode::AgentNotChecked:
        return Text::tr("It could not be found out whether its agent%1 is active.").arg(named(finding));
    case HealthCode::ListIncomplete:
        return Text::tr("The number was not in Nixflex’s list, which may be cut off.");
    }
    return {};
}

QString adviceOf(const HealthFinding &finding)
{
    switch (finding.code) {
    case HealthCode::NotAtNixflex:
        return Text::tr("Import it again, set back what answered before, or take it out of this list. Its "
                        "history stays.");
    case HealthCode::AgentGone:
    case HealthCode::AgentInactive:
        return Text::tr("Activate the agent at Nixflex, or move the number to another agent.");
    case HealthCode::AccountClosed:
    case HealthCode::AccountSuspended:
        return Text::tr("Look at the account in the Twilio Console.");
    case HealthCode::NumberGone:
        return Text::tr("If it was moved, import it again from its new account. If it was released, remove "
                        "it from Nixflex.");
    case HealthCode::NumberMoved:
        return Text::tr("Nixflex still has the former account: remove the number and import it again from "
                        "this one.");
    case HealthCode::TokenRefused:
        return Text::tr("Enter the new token in the preferences, then remove the number and import it "
                        "again, so that Nixflex has it, too.");
    case HealthCode::TrunkStillSet:
    case HealthCode::VoiceApplicationStillSet:
    case HealthCode::SmsApplicationStillSet:
        return Text::tr("Remove it from the number in the Twilio Console, unless this is intended.");
    case HealthCode::RoutingDrifted:
        return Text::tr("Set it back, or keep it: then later checks compare with what is there now.");
    case HealthCode::WebhooksNotChanged:
        return Text::tr("Make a test call. If the agent does not answer, remove the number and import it "
                        "again.");
    case HealthCode::MessagingServiceKeepsTexts:
        return Text::tr("Take the number out of the service in the Twilio Console, or let the service use "
                        "the number’s own address.");
    case HealthCode::UnknownHere:
        return Text::tr("Synchronize with Nixflex.");
    case HealthCode::Other:
        return Text::tr("Update this program.");
    case HealthCode::AccountUnknown:
        return Text::tr("Add the account in the preferences, then check again.");
    case HealthCode::TokenUnknown:
        return Text::tr("Enter the token in the preferences, then check again.");
    case HealthCode::BaselineUnknown:
        return Text::tr("Make a test call. If the agent answers, keep what is there now: later checks "
                        "compare with it.");
    case HealthCode::TextsNotChecked:
        return Text::tr("Send a test text.");
    case HealthCode::NotATwilioNumber:
        return {};
    case HealthCode::NotChecked:
    case HealthCode::AgentNotChecked:
    case HealthCode::ListIncomplete:
        return Text::tr("Check again later.");
    }
    return {};
}

QStringList driftLines(const HealthFinding &finding)
{
    QStringList lines;
    for (const DriftedField &field : finding.fields) {
        lines << Text::tr("%1: %2 instead of %3")
                     .arg(fieldTitle(field.field), orNothing(escapedLine(field.now)),
                          orNothing(escapedLine(field.expected)));
    }
    return lines;
}

} // namespace numbers::operations
