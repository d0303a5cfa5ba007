#include "store/operationsearch.h"

#include "base/plaintext.h"
#include "store/enumnames.h"
#include "store/fleetsearch.h"
#include "store/operationrepository.h"

#include <QHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

/// Well below SQLite's limit of values in a statement.
constexpr qsizetype mostValues = 500;

/// One word, or a number in any format: in the record itself, or in what the fleet knows of its number.
QString wordCondition(const QString &word, QVariantList &values)
{
    QStringList parts;
    if (const auto digits = telephonePattern(word)) {
        parts << u"substr(phone_number, 2) LIKE ? ESCAPE '\\'"_s;
        values << *digits;
    }
    for (const auto &column :
         {u"operation_id"_s, u"agent_id"_s, u"account_sid"_s, u"number_sid"_s, u"request_id"_s, u"error"_s}) {
        parts << column + u" LIKE ? ESCAPE '\\'"_s;
        values << containingPattern(word);
    }
    const SearchCondition fleet = searchCondition(word);
    parts << u"phone_number IN (SELECT phone_number FROM numbers WHERE %1)"_s.arg(fleet.sql);
    values << fleet.values;
    return u'(' + parts.join(u" OR "_s) + u')';
}

void addText(const QString &text, QStringList &conditions, QVariantList &values)
{
    const QString trimmed = lineOf(text).simplified();
    if (trimmed.isEmpty()) {
        return;
    }
    const QStringList words = telephonePattern(trimmed) ? QStringList{trimmed} : trimmed.split(u' ');
    for (const QString &word : words) {
        conditions << wordCondition(word, values);
    }
}

} // namespace

Result<QStringList> readOperationIds(Database &database, const OperationQuery &query)
{
    QStringList conditions;
    QVariantList values;
    const auto add = [&](const QString &condition, const QString &value) {
        conditions << condition;
        values << value;
    };
    if (!query.phoneNumber.isNull()) {
        add(u"phone_number = ?"_s, query.phoneNumber.e164());
    }
    if (query.kind) {
        add(u"kind = ?"_s, toString(*query.kind));
    }
    if (query.outcome) {
        add(u"outcome = ?"_s, toString(*query.outcome));
    }
    if (query.since.isValid()) {
        add(u"started_at >= ?"_s, toText(query.since));
    }
    if (query.until.isValid()) {
        add(u"started_at < ?"_s, toText(query.until));
    }
    addText(query.text, conditions, values);
    QString sql = u"SELECT operation_id FROM operations"_s;
    if (!conditions.isEmpty()) {
        sql += u" WHERE "_s + conditions.join(u" AND "_s);
    }
    auto rows = database.query(sql + u" ORDER BY sequence DESC"_s, values);
    if (!rows) {
        return failure(rows.error());
    }
    QStringList ids;
    while (rows->next()) {
        ids.append(rows->value(0).toString());
    }
    return ids;
}

Result<QList<OperationRecord>> readOperationsById(Database &database, const QStringList &ids)
{
    QHash<QString, OperationRecord> found;
    for (qsizetype first = 0; first < ids.size(); first += mostValues) {
        const auto part = readOperationsIn(database, ids.mid(first, mostValues));
        if (!part) {
            return failure(part.error());
        }
        for (const OperationRecord &operation : *part) {
            found.insert(operation.id, operation);
        }
    }
    QList<OperationRecord> operations;
    operations.reserve(found.size());
    for (const QString &id : ids) {
        if (const auto operation = found.constFind(id); operation != found.constEnd()) {
            operations.append(*operation);
        }
    }
    return operations;
}

Result<QList<OperationHistory>> readHistories(Database &database, const QStringList &ids)
{
    auto operations = readOperationsById(database, ids);
    if (!operations) {
        return failure(operations.error());
    }
    QList<OperationHistory> histories;
    histories.reserve(operations->size());
    for (OperationRecord &operation : *operations) {
        auto steps = readSteps(database, operation.id);
        if (!steps) {
            return failure(steps.error());
        }
        auto backups = readBackups(database, operation.id);
        if (!backups) {
            return failure(backups.error());
        }
        histories.append({std::move(operation), std::move(*steps), std::move(*backups)});
    }
    return histories;
}

} // namespace numbers::store
