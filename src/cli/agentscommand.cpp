#include "cli/commandsession.h"
#include "operations/common/listnotes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace numbers::cli {

QCoro::Task<Report> runAgents(const CommandContext &context)
{
    const QString name = u"agents"_s;
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return listFailure(name, hasKey.error());
    }
    const CancelToken cancel = context.cancel;
    const auto agents = co_await context.workspace.nixflex()->listAgents(cancel);
    if (!agents) {
        co_return listFailure(name, agents.error());
    }
    QJsonArray rows;
    QList<QStringList> table{{CommandText::tr("AGENT"), CommandText::tr("NAME"), CommandText::tr("LANGUAGE"),
                              CommandText::tr("STATE")}};
    for (const nixflex::Agent &agent : agents->agents) {
        rows.append(agentJson(agent));
        table.append({agent.id.toString(), agent.name, agent.language,
                      !agent.isActive   ? CommandText::tr("not known")
                      : *agent.isActive ? CommandText::tr("active")
                                        : CommandText::tr("not active")});
    }
    Report report = listReport(name, rows, tableText(table));
    co_return withWarnings(std::move(report), operations::agentListNotes(agents->state));
}

} // namespace numbers::cli
