#include "cli/commandsession.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace numbers::cli {

QCoro::Task<Report> runNumbers(const CommandContext &context)
{
    const QString name = u"numbers"_s;
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return listFailure(name, hasKey.error());
    }
    co_await settleLeftovers(context);
    const std::function<void(int)> onProgress;
    const CancelToken cancel = context.cancel;
    const auto synced = co_await context.workspace.fleetSync()->run(onProgress, cancel);
    if (!synced) {
        co_return listFailure(name, synced.error());
    }
    store::FleetQuery query;
    query.keyId = context.workspace.keyId();
    const auto ids = co_await context.workspace.ledger().numberIds(query);
    if (!ids) {
        co_return listFailure(name, ids.error());
    }
    const QList<qint64> &all = *ids;
    const auto numbers = co_await context.workspace.ledger().numbersById(all);
    if (!numbers) {
        co_return listFailure(name, numbers.error());
    }
    QJsonArray rows;
    QList<QStringList> table{{CommandText::tr("NUMBER"), CommandText::tr("COUNTRY"), CommandText::tr("AGENT"),
                              CommandText::tr("NAME")}};
    for (const store::NumberRecord &number : *numbers) {
        rows.append(numberJson(number));
        table.append({number.phoneNumber.international(), number.phoneNumber.regionCode(),
                      number.agentName.isEmpty() ? number.agentId.toString() : number.agentName,
                      number.friendlyName});
    }
    Report report = listReport(name, rows, tableText(table));
    co_return withWarnings(std::move(report), synced->warnings);
}

} // namespace numbers::cli
