#include "gui/wizard/reviewtext.h"

#include "gui/common/routinglines.h"
#include "gui/common/textdirection.h"
#include "routing/routingtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;
using routing::Answer;
using routing::Channel;

struct ReviewText
{
    Q_DECLARE_TR_FUNCTIONS(ReviewText)
};

QString afterOf(const RoutingLine &line, const operations::ImportPlan &plan)
{
    if (line.isFallback) {
        return ReviewText::tr("Not known: looked at again after the import");
    }
    const Answer &answer = plan.routing.of(line.channel);
    if (line.channel == Channel::CallStatus) {
        return ReviewText::tr("Nixflex");
    }
    if (answer.reason == Answer::Reason::NoCapability) {
        return line.channel == Channel::Voice ? ReviewText::tr("Nobody: this number takes no calls")
                                              : ReviewText::tr("Nobody: this number takes no texts");
    }
    auto agent = ReviewText::tr("Nixflex: %1").arg(agentWords(plan.agentName, plan.agentId));
    switch (answer.via) {
    case Answer::Via::Trunk:
        return ReviewText::tr("Still the SIP trunk, until it is removed");
    case Answer::Via::MessagingService:
        return answer.reason == Answer::Reason::ServiceUnclear
                   ? ReviewText::tr("%1, if the Messaging Service leaves the texts to the number").arg(agent)
                   : ReviewText::tr("Still the Messaging Service");
    case Answer::Via::Application:
        return ReviewText::tr("%1, if the import takes the TwiML application off").arg(agent);
    case Answer::Via::Number:
        break;
    }
    return agent;
}

/// An import changes the number's own addresses; what comes before them stays.
bool staysAsItIs(const Answer &answer)
{
    return answer.via == Answer::Via::Trunk || answer.via == Answer::Via::MessagingService;
}

} // namespace

QList<RoutingChange> routingChanges(const operations::ImportPlan &plan)
{
    QList<RoutingChange> changes;
    const auto lines = routingLines(plan.routing);
    for (const auto &line : lines) {
        changes.append({line.title, line.who, line.address, line.doubt, afterOf(line, plan), line.isLive});
    }
    return changes;
}

QString consequencesOf(const operations::ImportPlan &plan)
{
    QStringList sentences;
    for (const Answer &answer : plan.routing.answers) {
        if (!answer.owner.isLive() || staysAsItIs(answer)) {
            continue;
        }
        const auto who = routing::wordsOf(answer);
        switch (answer.channel) {
        case Channel::Voice:
            sentences << ReviewText::tr("%1 will no longer get this number’s calls.").arg(who);
            break;
        case Channel::Sms:
            sentences << ReviewText::tr("%1 will no longer get its text messages.").arg(who);
            break;
        case Channel::CallStatus:
            sentences << ReviewText::tr("%1 will no longer be told how calls went.").arg(who);
            break;
        }
    }
    if (sentences.isEmpty()) {
        const auto isAnswered = std::any_of(plan.routing.answers.begin(), plan.routing.answers.end(),
                                            [](const Answer &answer) { return answer.owner.isLive(); });
        return isAnswered ? ReviewText::tr("Who answers today stays as it is, so nothing stops working.")
                          : ReviewText::tr("Nobody answers at this number today, so nothing stops working.");
    }
    return sentences.join(u'\n');
}

QString numberWords(const PhoneNumber &number, const QString &friendlyName)
{
    auto international = leftToRight(number.international());
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
