#include "routing/routingtext.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace numbers::routing {

namespace {

using Kind = Owner::Kind;
using Reason = Answer::Reason;
using Via = Answer::Via;

struct RoutingText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::routing::Routing)
};

/// SIDs are told apart by their ends; 34 characters are nothing to read.
QString shortened(const QString &name)
{
    static constexpr qsizetype sidLength = 34;
    return name.size() == sidLength ? name.left(4) + u'…' + name.right(4) : name;
}

QString nameOfVia(const Answer &answer)
{
    return answer.viaName.isEmpty() ? shortened(answer.viaSid) : u"“%1”"_s.arg(answer.viaName);
}

QString throughWords(const Answer &answer)
{
    switch (answer.via) {
    case Via::Application:
        return RoutingText::tr("%1, through the TwiML application %2")
            .arg(wordsOf(answer.owner), nameOfVia(answer));
    case Via::MessagingService:
        return RoutingText::tr("%1, through the Messaging Service %2")
            .arg(wordsOf(answer.owner), nameOfVia(answer));
    case Via::Trunk: // its owner is the trunk
    case Via::Number:
        break;
    }
    return wordsOf(answer.owner);
}

} // namespace

QString titleOf(Channel channel)
{
    switch (channel) {
    case Channel::Voice:
        return RoutingText::tr("Voice calls");
    case Channel::Sms:
        return RoutingText::tr("Text messages");
    case Channel::CallStatus:
        return RoutingText::tr("Call status reports");
    }
    return {};
}

QString wordsOf(const Owner &owner)
{
    switch (owner.kind) {
    case Kind::Nobody:
        return RoutingText::tr("Nobody: nothing is set up");
    case Kind::Demonstration:
        return RoutingText::tr("Nobody: Twilio’s demonstration, never set up");
    case Kind::Nixflex:
        return RoutingText::tr("Nixflex");
    case Kind::StudioFlow:
        return RoutingText::tr("Twilio Studio flow %1").arg(shortened(owner.name));
    case Kind::TwimlBin:
        return RoutingText::tr("TwiML Bin %1").arg(shortened(owner.name));
    case Kind::Function:
        return RoutingText::tr("Twilio Function at %1").arg(owner.name);
    case Kind::Flex:
        return RoutingText::tr("Twilio Flex");
    case Kind::Proxy:
        return RoutingText::tr("Twilio Proxy service %1").arg(shortened(owner.name));
    case Kind::Trunk:
        return RoutingText::tr("SIP trunk %1").arg(shortened(owner.name));
    case Kind::Server:
        return QUrl(owner.address).host().isEmpty() ? owner.name
                                                    : RoutingText::tr("A server at %1").arg(owner.name);
    case Kind::Unknown:
        return RoutingText::tr("Not known");
    }
    return {};
}

QString wordsOf(const Answer &answer)
{
    switch (answer.reason) {
    case Reason::NoCapability:
        return answer.channel == Channel::Sms ? RoutingText::tr("Nobody: this number takes no texts")
                                              : RoutingText::tr("Nobody: this number takes no calls");
    case Reason::NoMainAddress:
        return RoutingText::tr("Nobody: only a fallback is set, which is never reached");
    case Reason::TextsDropped:
        return RoutingText::tr("Nobody: the Messaging Service %1 drops texts").arg(nameOfVia(answer));
    case Reason::ResourceUnread:
        return RoutingText::tr("TwiML application %1").arg(nameOfVia(answer));
    case Reason::ResourceGone:
        return answer.via == Via::Trunk
                   ? RoutingText::tr("SIP trunk %1, which is gone").arg(nameOfVia(answer))
                   : RoutingText::tr("TwiML application %1, which is gone").arg(nameOfVia(answer));
    case Reason::ServiceUnclear:
        return RoutingText::tr("The Messaging Service %1").arg(nameOfVia(answer));
    case Reason::FaxMode:
        return RoutingText::tr("%1, as faxes").arg(throughWords(answer));
    case Reason::None:
    case Reason::ServicesUnread:
    case Reason::StatusUndocumented:
        break;
    }
    return throughWords(answer);
}

QString doubtOf(const Answer &answer)
{
    switch (answer.reason) {
    case Reason::ResourceUnread:
        return RoutingText::tr("The account’s TwiML applications could not be read.");
    case Reason::ResourceGone:
        return RoutingText::tr("The account no longer has it. What Twilio does then is not documented.");
    case Reason::ServicesUnread:
        return RoutingText::tr(
            "The account’s Messaging Services could not be read: one of them may take the texts "
            "before this.");
    case Reason::ServiceUnclear:
        return RoutingText::tr(
            "It may leave the texts to the number’s own address: Twilio’s answer does not say.");
    case Reason::FaxMode:
        return RoutingText::tr("The number is set to receive faxes: callers hear a fax machine.");
    case Reason::StatusUndocumented:
        return answer.via == Via::Application
                   ? RoutingText::tr(
                         "Twilio does not document whether the number’s own address is told as well.")
                   : RoutingText::tr(
                         "Twilio does not document whether calls through a trunk are reported here.");
    case Reason::None:
    case Reason::NoCapability:
    case Reason::NoMainAddress:
    case Reason::TextsDropped:
        break;
    }
    return {};
}

} // namespace numbers::routing
