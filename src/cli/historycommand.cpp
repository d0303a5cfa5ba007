#include "base/plaintext.h"
#include "cli/commandsession.h"
#include "cli/numberargument.h"
#include "store/enumnames.h"
#include "store/historyjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

QCoro::Task<Result<store::OperationQuery>> queryOf(const CommandContext &context)
{
    const Arguments &arguments = context.arguments;
    store::OperationQuery query;
    if (!arguments.number.isEmpty()) {
        const auto number = co_await readNumber(context);
        if (!number) {
            co_return failure(number.error());
        }
        query.phoneNumber = *number;
    }
    if (!arguments.kind.isEmpty()) {
        query.kind = store::kindFromString(arguments.kind);
    }
    if (!arguments.outcome.isEmpty()) {
        query.outcome = store::outcomeFromString(arguments.outcome);
    }
    if (!arguments.since.isEmpty()) {
        // A day is the user's own, from its beginning; a time without a zone, too.
        const QDateTime since = QDateTime::fromString(arguments.since, Qt::ISODate);
        if (!since.isValid()) {
            co_return failure(ownRefusal(
                u"invalid_date"_s,
                CommandText::tr("“%1” is no date. Write it like 2026-03-31.").arg(arguments.since)));
        }
        query.since = since.toUTC();
    }
    co_return query;
}

} // namespace

QCoro::Task<Report> runHistory(const CommandContext &context)
{
    const QString name = u"history"_s;
    const auto query = co_await queryOf(context);
    if (!query) {
        co_return listFailure(name, query.error());
    }
    // Works without a key: what was done is on this computer.
    store::Ledger &ledger = context.workspace.ledger();
    const store::OperationQuery &wanted = *query;
    const auto ids = co_await ledger.operationIds(wanted);
    if (!ids) {
        co_return listFailure(name, ids.error());
    }
    const QStringList &all = *ids;
    const auto histories = co_await ledger.histories(all);
    if (!histories) {
        co_return listFailure(name, histories.error());
    }
    QJsonArray rows;
    QStringList lines;
    for (const store::OperationHistory &history : *histories) {
        rows.append(store::historyJson(history));
        const auto &operation = history.operation;
        lines << u"%1  %2  %3  %4  %5"_s.arg(
            operation.startedAt.toLocalTime().toString(Qt::ISODate), store::toString(operation.kind),
            operation.phoneNumber.international(), store::toString(operation.outcome), operation.id);
        for (const store::StepRecord &step : history.steps) {
            lines << u"    %1  %2  %3"_s.arg(step.at.toLocalTime().toString(u"HH:mm:ss"_s), step.name,
                                             escapedLine(step.detail));
        }
        if (operation.error) {
            lines << u"    "_s + operation.error->userText;
        }
    }
    co_return listReport(name, rows, lines.join(u'\n'));
}

} // namespace numbers::cli
