#include "cli/commandsession.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace numbers::cli {

QCoro::Task<Report> runOperations(const CommandContext &context)
{
    const QString name = u"operations"_s;
    // Works without a key: what was done is on this computer.
    const auto hasKey = co_await takeKey(context.workspace);
    if (hasKey) {
        if (!context.arguments.twilioSid.isEmpty()) {
            const auto sid = readAccountSid(context);
            if (!sid) {
                co_return listFailure(name, sid.error());
            }
            const AccountSid &account = *sid;
            const auto credentials = co_await readCredentials(context, account);
            if (!credentials) {
                co_return listFailure(name, credentials.error());
            }
        }
        co_await settleLeftovers(context, context.arguments.mustSettle);
    }
    const int limit = context.arguments.limit;
    const auto operations = co_await context.workspace.ledger().operations(limit, 0);
    if (!operations) {
        co_return listFailure(name, operations.error());
    }
    QJsonArray rows;
    QList<QStringList> table{{CommandText::tr("STARTED"), CommandText::tr("WHAT"), CommandText::tr("NUMBER"),
                              CommandText::tr("OUTCOME"), CommandText::tr("OPERATION")}};
    for (const store::OperationRecord &operation : *operations) {
        const QJsonObject row = operationJson(operation);
        rows.append(row);
        table.append({operation.startedAt.toLocalTime().toString(Qt::ISODate),
                      row.value(u"kind"_s).toString(), operation.phoneNumber.international(),
                      row.value(u"outcome"_s).toString(), operation.id});
    }
    co_return listReport(name, rows, tableText(table));
}

} // namespace numbers::cli
