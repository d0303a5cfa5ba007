#include "gui/common/routingtext.h"

#include "base/plaintext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;
using Owner = RoutingLine::Owner;
using Door = RoutingLine::Door;

struct RoutingText
{
    Q_DECLARE_TR_FUNCTIONS(RoutingText)
};

QString shortened(const QString &sid)
{
    return sid.size() > 12 ? sid.left(4) + u'…' + sid.right(4) : sid;
}

QString titleOf(Door door)
{
    switch (door) {
    case Door::Voice:
        return RoutingText::tr("Voice calls");
    case Door::VoiceFallback:
        return RoutingText::tr("If voice fails");
    case Door::Sms:
        return RoutingText::tr("Text messages");
    case Door::SmsFallback:
        return RoutingText::tr("If texting fails");
    case Door::StatusCallback:
        return RoutingText::tr("Call status reports");
    }
    return {};
}

struct Addressee
{
    Owner owner = Owner::Nobody;
    QString who;
};

/// Recognises Twilio's own products by their addresses.
Addressee addresseeOf(const QString &url, const QString &nixflexUrl)
{
    if (url.isEmpty()) {
        return {Owner::Nobody, RoutingText::tr("Nobody: nothing is set up")};
    }
    if (isTwilioDemoUrl(url)) {
        return {Owner::Nobody, RoutingText::tr("Nobody: Twilio’s demonstration, never set up")};
    }
    if (url == nixflexUrl) {
        return {Owner::Nixflex, RoutingText::tr("Nixflex")};
    }
    const QUrl parsed(url);
    const auto host = parsed.host().toLower();
    static const QRegularExpression flow(u"/Flows/(FW[0-9a-fA-F]+)"_s);
    if (host == "webhooks.twilio.com"_L1) {
        const auto match = flow.match(parsed.path());
        return {Owner::Studio,
                match.hasMatch() ? RoutingText::tr("Twilio Studio flow %1").arg(shortened(match.captured(1)))
                                 : RoutingText::tr("A Twilio Studio flow")};
    }
    if (host == "handler.twilio.com"_L1) {
        return {Owner::TwimlBin,
                RoutingText::tr("TwiML Bin %1").arg(shortened(parsed.path().section(u'/', -1)))};
    }
    if (host.endsWith(".twil.io"_L1)) {
        return {Owner::Function, RoutingText::tr("Twilio Function at %1").arg(host)};
    }
    return {Owner::Url, host.isEmpty() ? lineOf(url) : RoutingText::tr("A server at %1").arg(host)};
}

RoutingLine lineFor(Door door, const QString &url, const QString &nixflexUrl, bool isShadowed = false)
{
    const auto addressee = addresseeOf(url, nixflexUrl);
    return {door, addressee.owner, titleOf(door), addressee.who, url, isShadowed};
}

} // namespace

QList<RoutingLine> describeRouting(const WebhookConfiguration &webhooks,
                                   const std::optional<WebhookConfiguration> &baseline)
{
    const auto nixflex = baseline.value_or(WebhookConfiguration());
    QList<RoutingLine> lines;

    const auto hasTrunk = !webhooks.trunkSid.isEmpty();
    const auto hasVoiceApplication = !hasTrunk && !webhooks.voiceApplicationSid.isEmpty();
    if (hasTrunk) {
        lines.append({Door::Voice, Owner::Trunk, titleOf(Door::Voice),
                      RoutingText::tr("SIP trunk %1").arg(shortened(webhooks.trunkSid)), webhooks.trunkSid,
                      false});
    } else if (hasVoiceApplication) {
        lines.append({Door::Voice, Owner::Application, titleOf(Door::Voice),
                      RoutingText::tr("TwiML application %1").arg(shortened(webhooks.voiceApplicationSid)),
                      webhooks.voiceApplicationSid, false});
    } else {
        lines.append(lineFor(Door::Voice, webhooks.voiceUrl, nixflex.voiceUrl));
    }
    if (!webhooks.voiceFallbackUrl.isEmpty()) {
        lines.append(lineFor(Door::VoiceFallback, webhooks.voiceFallbackUrl, nixflex.voiceFallbackUrl,
                             hasTrunk || hasVoiceApplication));
    }

    const auto hasSmsApplication = !webhooks.smsApplicationSid.isEmpty();
    if (hasSmsApplication) {
        lines.append({Door::Sms, Owner::Application, titleOf(Door::Sms),
                      RoutingText::tr("TwiML application %1").arg(shortened(webhooks.smsApplicationSid)),
                      webhooks.smsApplicationSid, false});
    } else {
        lines.append(lineFor(Door::Sms, webhooks.smsUrl, nixflex.smsUrl));
    }
    if (!webhooks.smsFallbackUrl.isEmpty()) {
        lines.append(
            lineFor(Door::SmsFallback, webhooks.smsFallbackUrl, nixflex.smsFallbackUrl, hasSmsApplication));
    }
    lines.append(lineFor(Door::StatusCallback, webhooks.statusCallback, nixflex.statusCallback));
    return lines;
}

} // namespace numbers::gui
