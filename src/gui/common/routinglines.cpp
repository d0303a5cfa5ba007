#include "gui/common/routinglines.h"

#include "base/plaintext.h"
#include "base/redact.h"
#include "routing/routingtext.h"

#include <QCoreApplication>

namespace numbers::gui {

namespace {

using routing::Channel;
using routing::Owner;

struct RoutingText
{
    Q_DECLARE_TR_FUNCTIONS(RoutingText)
};

RoutingLine lineOf(const routing::Answer &answer)
{
    RoutingLine line;
    line.channel = answer.channel;
    line.title = routing::titleOf(answer.channel);
    line.who = routing::wordsOf(answer);
    line.address = escapedLine(answer.owner.address);
    line.doubt = routing::doubtOf(answer);
    line.isLive = answer.owner.isLive();
    line.isNixflex = answer.owner.kind == Owner::Kind::Nixflex;
    return line;
}

RoutingLine fallbackLineOf(const routing::Answer &answer)
{
    RoutingLine line;
    line.channel = answer.channel;
    line.isFallback = true;
    line.title = answer.channel == Channel::Sms ? RoutingText::tr("If texting fails")
                                                : RoutingText::tr("If voice fails");
    line.who = routing::wordsOf(*answer.fallback);
    line.address = escapedLine(answer.fallback->address);
    line.isLive = answer.fallback->isLive();
    line.isNixflex = answer.fallback->kind == Owner::Kind::Nixflex;
    return line;
}

} // namespace

QList<RoutingLine> routingLines(const routing::Routing &routing)
{
    QList<RoutingLine> lines;
    for (const auto &answer : routing.answers) {
        lines.append(lineOf(answer));
        if (answer.fallback) {
            lines.append(fallbackLineOf(answer));
        }
    }
    return lines;
}

QList<RoutingLine> routingLines(const WebhookConfiguration &webhooks,
                                const std::optional<WebhookConfiguration> &baseline)
{
    twilio::IncomingNumber number;
    number.webhooks = webhooks;
    const auto nixflex = baseline ? routing::NixflexAddresses(*baseline) : routing::NixflexAddresses();
    return routingLines(routing::resolve(number, {}, nixflex));
}

QString toolTipOf(const QString &address, const QString &doubt)
{
    const QString shown = redacted(address);
    return shown.isEmpty() || doubt.isEmpty() ? shown + doubt : shown + u'\n' + doubt;
}

} // namespace numbers::gui
