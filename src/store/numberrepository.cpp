#include "store/numberrepository.h"

#include "store/fleetsearch.h"
#include "store/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

const QString columns =
    u"number_id, key_id, phone_number, agent_id, agent_name, account_sid, account_label, number_sid, "
    "friendly_name, customer, capabilities, is_inbound_enabled, is_outbound_enabled, custom_prompt, "
    "provider, health, health_detail, imported_at, checked_at, baseline, last_seen"_s;

QVariant toValue(const std::optional<bool> &flag)
{
    return flag ? QVariant(*flag ? 1 : 0) : QVariant(QMetaType::fromType<int>());
}

std::optional<bool> flagOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toBool());
}

QString toText(const std::optional<twilio::Capabilities> &capabilities)
{
    if (!capabilities) {
        return {};
    }
    QStringList words{u"known"_s};
    const std::initializer_list<std::pair<bool, QString>> flags{{capabilities->voice, u"voice"_s},
                                                                {capabilities->sms, u"sms"_s},
                                                                {capabilities->mms, u"mms"_s},
                                                                {capabilities->fax, u"fax"_s}};
    for (const auto &[isSet, word] : flags) {
        if (isSet) {
            words << word;
        }
    }
    return words.join(u' ');
}

std::optional<twilio::Capabilities> capabilitiesOf(const QString &text)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QStringList words = text.split(u' ');
    twilio::Capabilities capabilities;
    capabilities.voice = words.contains(u"voice"_s);
    capabilities.sms = words.contains(u"sms"_s);
    capabilities.mms = words.contains(u"mms"_s);
    capabilities.fax = words.contains(u"fax"_s);
    return capabilities;
}

QString toText(const std::optional<WebhookConfiguration> &webhooks)
{
    return webhooks ? QString::fromUtf8(QJsonDocument(webhooks->toJson()).toJson(QJsonDocument::Compact))
                    : QString();
}

std::optional<WebhookConfiguration> webhooksOf(const QString &text)
{
    return text.isEmpty() ? std::nullopt
                          : std::optional(WebhookConfiguration::fromJson(
                                QJsonDocument::fromJson(text.toUtf8()).object()));
}

NumberRecord numberOf(const QSqlQuery &row)
{
    NumberRecord number;
    number.id = row.value(0).toLongLong();
    number.keyId = row.value(1).toString();
    if (const auto phoneNumber = PhoneNumber::fromE164(row.value(2).toString())) {
        number.phoneNumber = *phoneNumber;
    }
    if (const auto agent = AgentId::parse(row.value(3).toString())) {
        number.agentId = *agent;
    }
    number.agentName = row.value(4).toString();
    if (const auto account = AccountSid::parse(row.value(5).toString())) {
        number.accountSid = *account;
    }
    number.accountLabel = row.value(6).toString();
    number.numberSid = row.value(7).toString();
    number.friendlyName = row.value(8).toString();
    number.customer = row.value(9).toString();
    number.capabilities = capabilitiesOf(row.value(10).toString());
    number.isInboundEnabled = flagOf(row.value(11));
    number.isOutboundEnabled = flagOf(row.value(12));
    number.customPrompt = row.value(13).toString();
    number.provider = row.value(14).toString();
    number.health = static_cast<Health>(std::clamp(row.value(15).toInt(), 0, static_cast<int>(Health::Gone)));
    number.healthDetail = row.value(16).toString();
    number.importedAt = timeFromText(row.value(17).toString());
    number.checkedAt = timeFromText(row.value(18).toString());
    number.baseline = webhooksOf(row.value(19).toString());
    number.lastSeen = webhooksOf(row.value(20).toString());
    return number;
}

QString searchTextOf(const NumberRecord &number)
{
    return foldedSearchText({number.friendlyName, number.customer, number.agentName,
                             number.agentId.toString(), number.accountLabel, number.accountSid.toString(),
                             number.numberSid, number.phoneNumber.countryName()});
}

Result<QString> scalar(Database &database, const QString &sql, const QVariantList &values)
{
    auto row = database.query(sql, values);
    if (!row) {
        return failure(row.error());
    }
    return row->next() ? row->value(0).toString() : QString();
}

Result<void> store(Database &database, NumberRecord number, const QString &syncId, const QDateTime &now)
{
    if (number.agentName.isEmpty() && !number.agentId.isNull()) {
        const auto name = scalar(database, u"SELECT name FROM agents WHERE key_id = ? AND agent_id = ?"_s,
                                 {number.keyId, number.agentId.toString()});
        if (!name) {
            return failure(name.error());
        }
        number.agentName = *name;
    }
    if (!number.accountSid.isNull() && (number.accountLabel.isEmpty() || number.customer.isEmpty())) {
        auto account = database.query(
            u"SELECT CASE WHEN label = '' THEN friendly_name ELSE label END, customer FROM accounts WHERE account_sid = ?"_s,
            {number.accountSid.toString()});
        if (!account) {
            return failure(account.error());
        }
        if (account->next()) {
            number.accountLabel = account->value(0).toString();
            if (number.customer.isEmpty()) {
                number.customer = account->value(1).toString();
            }
        }
    }
    const auto written = database.execute(
        u"INSERT INTO numbers (key_id, phone_number, country, agent_id, agent_name, account_sid, "
        u"account_label, "
        "number_sid, friendly_name, customer, capabilities, is_inbound_enabled, is_outbound_enabled, "
        "custom_prompt, "
        "provider, health, health_detail, imported_at, checked_at, baseline, last_seen, sync_id, changed_at, "
        "search_text, search_digits) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (key_id, phone_number) DO UPDATE SET agent_id = excluded.agent_id, "
        "agent_name = excluded.agent_name, account_sid = excluded.account_sid, "
        "account_label = excluded.account_label, number_sid = excluded.number_sid, "
        "friendly_name = excluded.friendly_name, customer = excluded.customer, "
        "capabilities = excluded.capabilities, is_inbound_enabled = excluded.is_inbound_enabled, "
        "is_outbound_enabled = excluded.is_outbound_enabled, custom_prompt = excluded.custom_prompt, "
        "provider = excluded.provider, health = excluded.health, health_detail = excluded.health_detail, "
        "imported_at = excluded.imported_at, checked_at = excluded.checked_at, baseline = excluded.baseline, "
        "last_seen = excluded.last_seen, sync_id = excluded.sync_id, changed_at = excluded.changed_at, "
        "search_text = excluded.search_text, search_digits = excluded.search_digits"_s,
        {number.keyId,
         number.phoneNumber.e164(),
         number.phoneNumber.regionCode(),
         number.agentId.toString(),
         number.agentName,
         number.accountSid.toString(),
         number.accountLabel,
         number.numberSid,
         number.friendlyName,
         number.customer,
         toText(number.capabilities),
         toValue(number.isInboundEnabled),
         toValue(number.isOutboundEnabled),
         number.customPrompt,
         number.provider,
         static_cast<int>(number.health),
         number.healthDetail,
         store::toText(number.importedAt),
         store::toText(number.checkedAt),
         toText(number.baseline),
         toText(number.lastSeen),
         syncId,
         store::toText(now),
         searchTextOf(number),
         number.phoneNumber.searchDigits()});
    return written ? Result<void>() : failure(written.error());
}

/// What a new record does not know stays as it was.
void keepKnown(NumberRecord &number, const NumberRecord &former)
{
    if (number.accountSid.isNull()) {
        number.accountSid = former.accountSid;
    }
    if (number.accountSid == former.accountSid && number.accountLabel.isEmpty()) {
        number.accountLabel = former.accountLabel;
    }
    if (number.numberSid.isEmpty()) {
        number.numberSid = former.numberSid;
    }
    if (number.friendlyName.isEmpty()) {
        number.friendlyName = former.friendlyName;
    }
    if (number.customer.isEmpty()) {
        number.customer = former.customer;
    }
    if (!number.capabilities) {
        number.capabilities = former.capabilities;
    }
    if (!number.importedAt.isValid()) {
        number.importedAt = former.importedAt;
    }
    if (!number.checkedAt.isValid()) {
        number.checkedAt = former.checkedAt;
    }
    if (!number.baseline) {
        number.baseline = former.baseline;
    }
    if (!number.lastSeen) {
        number.lastSeen = former.lastSeen;
    }
}

NumberRecord merged(const nixflex::Number &seen, const std::optional<NumberRecord> &former,
                    const QString &keyId)
{
    NumberRecord number = former.value_or(NumberRecord{});
    number.keyId = keyId;
    number.phoneNumber = seen.phoneNumber;
    if (number.agentId != seen.agentId) {
        number.agentName.clear();
    }
    number.agentId = seen.agentId;
    if (!seen.twilioNumberSid.isEmpty()) {
        number.numberSid = seen.twilioNumberSid;
    }
    number.isInboundEnabled = seen.isInboundEnabled;
    number.isOutboundEnabled = seen.isOutboundEnabled;
    number.customPrompt = seen.customPrompt;
    number.provider = seen.provider;
    if (seen.createdAt.isValid()) {
        number.importedAt = seen.createdAt;
    }
    if (seen.agentId.isNull()) {
        number.health = Health::NeedsAttention;
        number.healthDetail = u"agent_gone"_s;
    } else if (number.health == Health::Gone || number.healthDetail == "agent_gone"_L1) {
        number.health = Health::Unknown;
        number.healthDetail.clear();
    }
    return number;
}

QString orderOf(const FleetQuery &query)
{
    const auto text = [](const QString &column) {
        // Empty ones last in both directions.
        return u"%1 = '', %1 COLLATE NOCASE"_s.arg(column);
    };
    QString column;
    switch (query.sort) {
    case FleetQuery::Sort::PhoneNumber:
        column = u"phone_number"_s;
        break;
    case FleetQuery::Sort::Country:
        column = text(u"country"_s);
        break;
    case FleetQuery::Sort::Customer:
        column = text(u"customer"_s);
        break;
    case FleetQuery::Sort::Account:
        column = text(u"account_label"_s);
        break;
    case FleetQuery::Sort::Agent:
        column = text(u"agent_name"_s);
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
        column = text(u"friendly_name"_s);
        break;
    }
    return u" ORDER BY %1 %2, number_id"_s.arg(column,
                                               query.order == Qt::DescendingOrder ? u"DESC"_s : u"ASC"_s);
}

} // namespace

Result<void> writeNumber(Database &database, const NumberRecord &number, const QDateTime &now)
{
    const auto former = readNumber(database, number.keyId, number.phoneNumber);
    if (!former) {
        return failure(former.error());
    }
    NumberRecord record = number;
    if (*former) {
        keepKnown(record, **former);
    }
    return store(database, std::move(record), {}, now);
}

Result<void> deleteNumber(Database &database, const QString &keyId, const PhoneNumber &number)
{
    const auto deleted = database.execute(u"DELETE FROM numbers WHERE key_id = ? AND phone_number = ?"_s,
                                          {keyId, number.e164()});
    return deleted ? Result<void>() : failure(deleted.error());
}

Result<void> mergeSyncPage(Database &database, const QString &keyId, const QString &syncId,
                           const QList<nixflex::Number> &page, const QDateTime &syncStart,
                           const QDateTime &now)
{
    for (const nixflex::Number &seen : page) {
        const auto newer = scalar(database,
                                  u"SELECT COUNT(*) FROM operations WHERE key_id = ? AND phone_number = ? "
                                  "AND finished_at >= ? AND outcome = 'succeeded'"_s,
                                  {keyId, seen.phoneNumber.e164(), store::toText(syncStart)});
        if (!newer) {
            return failure(newer.error());
        }
        if (*newer != "0"_L1) {
            continue;
        }
        const auto former = readNumber(database, keyId, seen.phoneNumber);
        if (!former) {
            return failure(former.error());
        }
        if (auto stored = store(database, merged(seen, *former, keyId), syncId, now); !stored) {
            return stored;
        }
    }
    return {};
}

Result<int> markUnseen(Database &database, const QString &keyId, const QString &syncId,
                       const QDateTime &syncStart)
{
    return database.execute(u"UPDATE numbers SET health = ?, health_detail = 'not_at_nixflex' "
                            "WHERE key_id = ? AND sync_id <> ? AND changed_at < ? AND health <> ?"_s,
                            {static_cast<int>(Health::Gone), keyId, syncId, store::toText(syncStart),
                             static_cast<int>(Health::Gone)});
}

Result<std::optional<NumberRecord>> readNumber(Database &database, const QString &keyId,
                                               const PhoneNumber &number)
{
    auto row = database.query(u"SELECT %1 FROM numbers WHERE key_id = ? AND phone_number = ?"_s.arg(columns),
                              {keyId, number.e164()});
    if (!row) {
        return failure(row.error());
    }
    return row->next() ? std::optional(numberOf(*row)) : std::nullopt;
}

Result<QList<qint64>> readNumberIds(Database &database, const FleetQuery &query)
{
    QString sql = u"SELECT number_id FROM numbers WHERE key_id = ?"_s;
    QVariantList values{query.keyId};
    const SearchCondition search = searchCondition(query.text);
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
    auto rows = database.query(sql + orderOf(query), values);
    if (!rows) {
        return failure(rows.error());
    }
    QList<qint64> ids;
    while (rows->next()) {
        ids.append(rows->value(0).toLongLong());
    }
    return ids;
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
        auto rows =
            database.query(u"SELECT %1 FROM numbers WHERE number_id IN (%2)"_s.arg(columns, marks), values);
        if (!rows) {
            return failure(rows.error());
        }
        while (rows->next()) {
            NumberRecord number = numberOf(*rows);
            found.insert(number.id, std::move(number));
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

namespace {

/// Rewrites the rows that `where` selects after `change`, with their search text.
Result<void> rewrite(Database &database, const QString &where, const QVariantList &values,
                     const std::function<void(NumberRecord &)> &change)
{
    auto rows = database.query(u"SELECT %1 FROM numbers WHERE %2"_s.arg(columns, where), values);
    if (!rows) {
        return failure(rows.error());
    }
    QList<NumberRecord> numbers;
    while (rows->next()) {
        numbers.append(numberOf(*rows));
    }
    for (NumberRecord &number : numbers) {
        change(number);
        const auto written = database.execute(
            u"UPDATE numbers SET agent_name = ?, account_label = ?, customer = ?, "
            "search_text = ? WHERE number_id = ?"_s,
            {number.agentName, number.accountLabel, number.customer, searchTextOf(number), number.id});
        if (!written) {
            return failure(written.error());
        }
    }
    return {};
}

} // namespace

Result<void> renameAgent(Database &database, const QString &keyId, const AgentId &agent, const QString &name)
{
    return rewrite(database, u"key_id = ? AND agent_id = ? AND agent_name <> ?"_s,
                   {keyId, agent.toString(), name},
                   [&name](NumberRecord &number) { number.agentName = name; });
}

Result<void> renameAccount(Database &database, const AccountSid &account, const QString &label,
                           const QString &customer)
{
    return rewrite(database, u"account_sid = ? AND (account_label <> ? OR customer <> ?)"_s,
                   {account.toString(), label, customer}, [&label, &customer](NumberRecord &number) {
                       number.accountLabel = label;
                       if (!customer.isEmpty()) {
                           number.customer = customer;
                       }
                   });
}

} // namespace numbers::store
