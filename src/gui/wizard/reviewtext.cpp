#include "gui/wizard/reviewtext.h"

#include "gui/common/direction.h"
#include "gui/common/routingtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;
using Door = RoutingLine::Door;

struct ReviewText
{
    Q_DECLARE_TR_FUNCTIONS(ReviewText)
};

bool hasWarning(const importing::ImportPlan &plan, QLatin1StringView code)
{
    return std::any_of(plan.warnings.begin(), plan.warnings.end(),
                       [code](const importing::Note &note) { return note.code == code; });
}

QString afterOf(const RoutingLine &line, const importing::ImportPlan &plan)
{
    const auto agent = ReviewText::tr("Nixflex: %1").arg(agentWords(plan.agentName, plan.agentId));
    const auto ifRemoved = ReviewText::tr("%1, if the import takes the TwiML application off").arg(agent);
    switch (line.door) {
    case Door::Voice:
        if (hasWarning(plan, "no_voice"_L1)) {
            return ReviewText::tr("Nobody: this number takes no calls");
        }
        if (hasWarning(plan, "trunk_keeps_voice"_L1)) {
            return ReviewText::tr("Still the SIP trunk, until it is removed");
        }
        return hasWarning(plan, "application_keeps_voice"_L1) ? ifRemoved : agent;
    case Door::Sms:
        if (hasWarning(plan, "no_sms"_L1)) {
            return ReviewText::tr("Nobody: this number takes no texts");
        }
        if (hasWarning(plan, "messaging_service_keeps_sms"_L1)) {
            return ReviewText::tr("Still the Messaging Service");
        }
        return hasWarning(plan, "application_keeps_sms"_L1) ? ifRemoved : agent;
    case Door::StatusCallback:
        return ReviewText::tr("Nixflex");
    case Door::VoiceFallback:
    case Door::SmsFallback:
        break;
    }
    return ReviewText::tr("Not known: looked at again after the import");
}

} // namespace

QList<RoutingChange> routingChanges(const importing::ImportPlan &plan)
{
    QList<RoutingChange> changes;
    const auto lines = describeRouting(plan.before.webhooks);
    for (const auto &line : lines) {
        RoutingChange change{line.title, line.who, line.address, afterOf(line, plan), line.isLive()};
        if (line.door == Door::Sms && hasWarning(plan, "messaging_service_keeps_sms"_L1)) {
            change.now = ReviewText::tr("A Messaging Service");
        } else if (line.isShadowed) {
            change.now = ReviewText::tr("%1 (never reached)").arg(line.who);
        }
        changes.append(change);
    }
    return changes;
}

QString consequencesOf(const importing::ImportPlan &plan)
{
    QStringList sentences;
    const auto lines = describeRouting(plan.before.webhooks);
    for (const auto &line : lines) {
        if (!line.isLive()) {
            continue;
        }
        switch (line.door) {
        case Door::Voice:
            if (!hasWarning(plan, "trunk_keeps_voice"_L1)) {
                sentences << ReviewText::tr("%1 will no longer get this number’s calls.").arg(line.who);
            }
            break;
        case Door::Sms:
            if (!hasWarning(plan, "messaging_service_keeps_sms"_L1)) {
                sentences << ReviewText::tr("%1 will no longer get its text messages.").arg(line.who);
            }
            break;
        case Door::StatusCallback:
            sentences << ReviewText::tr("%1 will no longer be told how calls went.").arg(line.who);
            break;
        case Door::VoiceFallback:
        case Door::SmsFallback:
            break;
        }
    }
    if (sentences.isEmpty()) {
        return ReviewText::tr("Nobody answers at this number today, so nothing stops working.");
    }
    return sentences.join(u'\n');
}

QString numberWords(const PhoneNumber &number, const QString &friendlyName)
{
    const auto international = leftToRight(number.international());
    // Twilio's own name for a number is the number again, in national form.
    if (friendlyName.isEmpty() || digitsOf(friendlyName) == digitsOf(number.national()) ||
        digitsOf(friendlyName) == digitsOf(number.e164())) {
        return international;
    }
    return ReviewText::tr("%1 (%2)", "number, name").arg(international, friendlyName);
}

QString agentWords(const QString &name, const AgentId &id)
{
    return name.isEmpty() ? id.toString() : name;
}

} // namespace numbers::gui
