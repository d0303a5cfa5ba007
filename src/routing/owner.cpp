#include "routing/owner.h"

#include "base/plaintext.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace numbers::routing {

namespace {

/// Products behind webhooks.twilio.com are told apart by their paths.
Owner ownerAtWebhooks(const QString &url, const QString &path)
{
    static const QRegularExpression flow(u"/Flows/(FW[0-9a-fA-F]+)"_s);
    static const QRegularExpression proxy(u"/Proxy/(KS[0-9a-fA-F]+)"_s);
    if (const auto match = flow.match(path); match.hasMatch()) {
        return {Owner::Kind::StudioFlow, match.captured(1), url};
    }
    if (const auto match = proxy.match(path); match.hasMatch()) {
        return {Owner::Kind::Proxy, match.captured(1), url};
    }
    return {Owner::Kind::Server, u"webhooks.twilio.com"_s, url};
}

} // namespace

void NixflexAddresses::learn(const WebhookConfiguration &baseline)
{
    for (const QString &url : {baseline.voiceUrl, baseline.voiceFallbackUrl, baseline.smsUrl,
                               baseline.smsFallbackUrl, baseline.statusCallback}) {
        if (!url.isEmpty() && !isTwilioDemoUrl(url)) {
            m_urls.insert(url);
        }
    }
}

Owner ownerOf(const QString &url, const NixflexAddresses &nixflex)
{
    if (url.isEmpty()) {
        return {};
    }
    if (isTwilioDemoUrl(url)) {
        return {Owner::Kind::Demonstration, {}, url};
    }
    if (nixflex.contains(url)) {
        return {Owner::Kind::Nixflex, u"Nixflex"_s, url};
    }
    const QUrl parsed(url);
    const QString host = parsed.host().toLower();
    if (host == "webhooks.twilio.com"_L1) {
        return ownerAtWebhooks(url, parsed.path());
    }
    if (host == "handler.twilio.com"_L1) {
        return {Owner::Kind::TwimlBin, parsed.path().section(u'/', -1), url};
    }
    if (host == "twil.io"_L1 || host.endsWith(".twil.io"_L1)) {
        return {Owner::Kind::Function, host, url};
    }
    if (host == "flex-api.twilio.com"_L1) {
        return {Owner::Kind::Flex, host, url};
    }
    // What is no address is shown as it is, on one line.
    return {Owner::Kind::Server, host.isEmpty() ? lineOf(url) : host, url};
}

QLatin1StringView wordOf(Owner::Kind kind)
{
    switch (kind) {
    case Owner::Kind::Nobody:
        return "nobody"_L1;
    case Owner::Kind::Demonstration:
        return "demonstration"_L1;
    case Owner::Kind::Nixflex:
        return "nixflex"_L1;
    case Owner::Kind::StudioFlow:
        return "studio_flow"_L1;
    case Owner::Kind::TwimlBin:
        return "twiml_bin"_L1;
    case Owner::Kind::Function:
        return "function"_L1;
    case Owner::Kind::Flex:
        return "flex"_L1;
    case Owner::Kind::Proxy:
        return "proxy"_L1;
    case Owner::Kind::Trunk:
        return "sip_trunk"_L1;
    case Owner::Kind::Server:
        return "server"_L1;
    case Owner::Kind::Unknown:
        return "unknown"_L1;
    }
    return {};
}

} // namespace numbers::routing
