#include "simulator/nixflex/nixflexapi.h"

#include <QHash>
#include <QUrl>

using namespace Qt::StringLiterals;

// Switches and webhooks of a number or an agent.
namespace numbers::simulator {

namespace {

HttpAnswer toggle(NixflexCall &call, NixflexNumber &row, bool NixflexNumber::*flag, const QString &name)
{
    QJsonObject answer{{u"phone_number"_s, row.phoneNumber}};
    if (call.request.method == "PUT") {
        if (!call.body.value("enabled"_L1).isBool()) {
            return nixflexError(400, u"missing_field"_s, u"enabled is required."_s,
                                {{u"field"_s, u"enabled"_s}});
        }
        row.*flag = call.body.value("enabled"_L1).toBool();
        call.isChanged = true;
        answer.insert(u"ok"_s, true);
    } else if (call.request.method != "GET") {
        return nothingHere();
    }
    answer.insert(name, row.*flag);
    return HttpAnswer::json(200, answer);
}

/// A webhook or gate of a number or an agent: `owner` is the name of the field that says whose.
HttpAnswer webhook(NixflexCall &call, const QString &owner, const QString &id, QString &url)
{
    if (call.request.method == "PUT") {
        const QString text = call.body.value("url"_L1).toString();
        const QUrl wanted(text, QUrl::StrictMode);
        if (wanted.scheme() != "https"_L1 || wanted.host().isEmpty()) {
            return nixflexError(400, u"missing_field"_s, u"url must be an https address."_s,
                                {{u"field"_s, u"url"_s}});
        }
        url = text;
        call.isChanged = true;
    } else if (call.request.method == "DELETE") {
        url.clear();
        call.isChanged = true;
    } else if (call.request.method != "GET") {
        return nothingHere();
    }
    // The documents say webhook_url and is_set, the SDK says url.
    return HttpAnswer::json(200, QJsonObject{{u"ok"_s, true},
                                             {owner, id},
                                             {u"url"_s, orNull(url)},
                                             {u"webhook_url"_s, orNull(url)},
                                             {u"is_set"_s, !url.isEmpty()}});
}

} // namespace

HttpAnswer integrations(NixflexCall &call)
{
    if (call.rest.size() != 4) {
        return nothingHere();
    }
    const QString &kind = call.rest.at(1);
    const QString &owner = call.rest.at(2);
    if (kind == "precall"_L1 && owner == "agent"_L1) {
        NixflexAgent *agent = call.data.agent(call.rest.at(3));
        return agent == nullptr || agent->customer != call.customer
                   ? nixflexError(404, u"agent_not_found"_s, u"There is no agent with this id."_s)
                   : webhook(call, u"agent_id"_s, agent->agentId, agent->precallUrl);
    }
    NixflexNumber *row = call.data.row(call.rest.at(3));
    if (owner != "number"_L1) {
        return nothingHere();
    }
    if (row == nullptr || row->customer != call.customer) {
        return numberNotFound();
    }
    if (kind == "monitor"_L1) {
        return toggle(call, *row, &NixflexNumber::isMonitorEnabled, u"monitor_enabled"_s);
    }
    if (kind == "web-calls"_L1) {
        return toggle(call, *row, &NixflexNumber::areWebCallsEnabled, u"web_calls_enabled"_s);
    }
    static const QHash<QString, QString NixflexNumber::*> urls{{u"webhook"_s, &NixflexNumber::webhookUrl},
                                                               {u"webhook2"_s, &NixflexNumber::webhook2Url},
                                                               {u"precall"_s, &NixflexNumber::precallUrl}};
    const auto url = urls.constFind(kind);
    return url == urls.constEnd() ? nothingHere()
                                  : webhook(call, u"phone_number"_s, row->phoneNumber, row->*url.value());
}

} // namespace numbers::simulator
