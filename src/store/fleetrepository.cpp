#include "store/fleetrepository.h"

#include "store/fleetsearch.h"
#include "store/numberreading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

QString orderOf(const FleetQuery &query)
{
    const auto text = [](const QString &column) {
        // Empty ones last in both directions.
        return u"%1 = '', %1"_s.arg(column);
    };
    QString column;
    switch (query.sort) {
    case FleetQuery::Sort::Country: // by its shown name, which is not in the records: see byCountry
        return u" ORDER BY phone_number"_s;
    case FleetQuery::Sort::PhoneNumber:
        column = u"phone_number"_s;
        break;
    case FleetQuery::Sort::Customer:
        column = text(u"customer_key"_s);
        break;
    case FleetQuery::Sort::Account:
        column = text(u"account_key"_s);
        break;
    case FleetQuery::Sort::Agent:
        column = text(u"agent_key"_s);
        break;
    case FleetQuery::Sort::Health:
        column = u"health"_s;
        break;
    case FleetQuery::Sort::ImportedAt:
        column = text(u"imported_at"_s);
        break;
    case FleetQuery::Sort::CheckedAt:
        column = text(u"checked_at"_s);
        break;
    case FleetQuery::Sort::FriendlyName:
        column = text(u"name_key"_s);
        break;
    }
    return u" ORDER BY %1 %2, phone_number"_s.arg(column,
                                                  query.order == Qt::DescendingOrder ? u"DESC"_s : u"ASC"_s);
}

/// Takes ids in the order of their numbers and puts them into that of their countries' names; those without a
/// country come last in both directions.
class ByCountry
{
public:
    void add(qint64 id, const QString &key) { m_ids[key].append(id); }

    [[nodiscard]] QList<qint64> sorted(const CountryWords &countries, Qt::SortOrder order) const
    {
        auto keys = m_ids.keys();
        std::sort(keys.begin(), keys.end(), [&countries, order](const QString &left, const QString &right) {
            if (left.isEmpty() || right.isEmpty()) {
                return right.isEmpty() && !left.isEmpty();
            }
            const QString one = countries.shown(left);
            const QString other = countries.shown(right);
            return order == Qt::AscendingOrder ? one < other : other < one;
        });
        QList<qint64> ids;
        for (const QString &key : std::as_const(keys)) {
            ids += m_ids.value(key);
        }
        return ids;
    }

private:
    QHash<QString, QList<qint64>> m_ids;
};

} // namespace

Result<std::optional<NumberRecord>> readNumber(Database &database, const QString &keyId,
                                               const PhoneNumber &number)
{
    auto row =
        database.query(u"SELECT %1 FROM numbers WHERE key_id = ? AND phone_number = ?"_s.arg(numberColumns()),
                       {keyId, number.e164()});
    if (!row) {
        return failure(row.error());
    }
    return row->next() ? std::optional(numberOf(*row)) : std::nullopt;
}

namespace {

/// What the query filters by.
SearchCondition conditionOf(const FleetQuery &query, const CountryWords &countries)
{
    QString sql = u" WHERE key_id = ?"_s;
    QVariantList values{query.keyId};
    const SearchCondition search = searchCondition(query.text, countries);
    if (!search.sql.isEmpty()) {
        sql += u" AND "_s + search.sql;
        values << search.values;
    }
    if (query.health) {
        sql += u" AND health = ?"_s;
        values << static_cast<int>(*query.health);
    }
    if (!query.agentId.isNull()) {
        sql += u" AND agent_id = ?"_s;
        values << query.agentId.toString();
    }
    if (!query.accountSid.isNull()) {
        sql += u" AND account_sid = ?"_s;
        values << query.accountSid.toString();
    }
    if (!query.customer.isEmpty()) {
        sql += u" AND customer = ?"_s;
        values << query.customer;
    }
    return {sql, values};
}

} // namespace

Result<qint64> countNumbers(Database &database, const FleetQuery &query)
{
    const auto condition = conditionOf(query, CountryWords(query.countryNames));
    auto row = database.query(u"SELECT COUNT(*) FROM numbers"_s + condition.sql, condition.values);
    if (!row) {
        return failure(row.error());
    }
    return row->next() ? row->value(0).toLongLong() : 0;
}

Result<QList<qint64>> readNumberIds(Database &database, const FleetQuery &query)
{
    const auto isByCountry = query.sort == FleetQuery::Sort::Country;
    const CountryWords countries(query.countryNames);
    const auto condition = conditionOf(query, countries);
    auto rows =
        database.query(u"SELECT number_id%1 FROM numbers%2%3"_s.arg(
                           isByCountry ? u", country_key"_s : QString(), condition.sql, orderOf(query)),
                       condition.values);
    if (!rows) {
        return failure(rows.error());
    }
    QList<qint64> ids;
    ByCountry byCountry;
    while (rows->next()) {
        if (isByCountry) {
            byCountry.add(rows->value(0).toLongLong(), rows->value(1).toString());
        } else {
            ids.append(rows->value(0).toLongLong());
        }
    }
    return isByCountry ? byCountry.sorted(countries, query.order) : ids;
}

Result<QList<NumberRecord>> readNumbersById(Database &database, const QList<qint64> &ids)
{
    QHash<qint64, NumberRecord> found;
    // Well below SQLite's limit of values in a statement.
    constexpr qsizetype most = 500;
    for (qsizetype first = 0; first < ids.size(); first += most) {
        const QList<qint64> part = ids.mid(first, most);
        QVariantList values;
        for (const qint64 id : part) {
            values << id;
        }
        const QString marks = QStringList(part.size(), u"?"_s).join(u',');
        auto rows = database.query(
            u"SELECT %1 FROM numbers WHERE number_id IN (%2)"_s.arg(numberColumns(), marks), values);
        if (!rows) {
            return failure(rows.error());
        }
        while (rows->next()) {
            const NumberRecord number = numberOf(*rows);
            found.insert(number.id, number);
        }
    }
    QList<NumberRecord> numbers;
    numbers.reserve(found.size());
    for (const qint64 id : ids) {
        if (const auto number = found.constFind(id); number != found.constEnd()) {
            numbers.append(*number);
        }
    }
    return numbers;
}

Result<QHash<PhoneNumber, AgentId>> readImported(Database &database, const QString &keyId)
{
    auto rows =
        database.query(u"SELECT phone_number, agent_id FROM numbers WHERE key_id = ? AND health <> ?"_s,
                       {keyId, static_cast<int>(Health::Gone)});
    if (!rows) {
        return failure(rows.error());
    }
    QHash<PhoneNumber, AgentId> imported;
    while (rows->next()) {
        const auto number = PhoneNumber::fromE164(rows->value(0).toString());
        if (number) {
            imported.insert(*number, AgentId::parse(rows->value(1).toString()).value_or(AgentId()));
        }
    }
    return imported;
}

} // namespace numbers::store
