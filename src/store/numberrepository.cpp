#include "store/numberrepository.h"

#include "nixflex/numbersettings.h"
#include "store/enumnames.h"
#include "store/fleetrepository.h"
#include "store/fleetsearch.h"
#include "store/numberreading.h"
#include "store/operationrepository.h"
#include "store/sequence.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

/// How agents and accounts are called, as far as this computer knows; asked once for a whole page of numbers.
class Names
{
public:
    explicit Names(Database &database)
        : m_database(database)
    {
    }

    /// Fills in what the record leaves empty.
    [[nodiscard]] Result<void> complete(NumberRecord &number)
    {
        if (number.agentName.isEmpty() && !number.agentId.isNull()) {
            const auto name = agentName(number.keyId, number.agentId.toString());
            if (!name) {
                return failure(name.error());
            }
            number.agentName = *name;
        }
        if (!number.accountSid.isNull() && (number.accountLabel.isEmpty() || number.customer.isEmpty())) {
            const auto account = accountNames(number.accountSid.toString());
            if (!account) {
                return failure(account.error());
            }
            if (!account->label.isEmpty()) {
                number.accountLabel = account->label;
            }
            if (number.customer.isEmpty()) {
                number.customer = account->customer;
            }
        }
        return {};
    }

private:
    struct Account
    {
        QString label;
        QString customer;
    };

    [[nodiscard]] Result<QString> agentName(const QString &keyId, const QString &agentId)
    {
        const auto known = m_agents.constFind({keyId, agentId});
        if (known != m_agents.constEnd()) {
            return *known;
        }
        auto row = m_database.query(u"SELECT name FROM agents WHERE key_id = ? AND agent_id = ?"_s,
                                    {keyId, agentId});
        if (!row) {
            return failure(row.error());
        }
        const QString name = row->next() ? row->value(0).toString() : QString();
        m_agents.insert({keyId, agentId}, name);
        return name;
    }

    [[nodiscard]] Result<Account> accountNames(const QString &sid)
    {
        const auto known = m_accounts.constFind(sid);
        if (known != m_accounts.constEnd()) {
            return *known;
        }
        auto row = m_database.query(
            u"SELECT CASE WHEN label = '' THEN friendly_name ELSE label END, customer FROM accounts "
            "WHERE account_sid = ?"_s,
            {sid});
        if (!row) {
            return failure(row.error());
        }
        const Account account =
            row->next() ? Account{row->value(0).toString(), row->value(1).toString()} : Account();
        m_accounts.insert(sid, account);
        return account;
    }

    Database &m_database;
    QHash<std::pair<QString, QString>, QString> m_agents;
    QHash<QString, Account> m_accounts;
};

QString upsertSql()
{
    QStringList columns = storedNumberColumns();
    columns << u"sync_id"_s << u"changed_sequence"_s;
    QStringList updates;
    for (const QString &column : columns) {
        updates << column + u" = excluded."_s + column;
    }
    return u"INSERT INTO numbers (%1) VALUES (%2) ON CONFLICT (key_id, phone_number) DO UPDATE SET %3"_s.arg(
        columns.join(u", "_s), QStringList(columns.size(), u"?"_s).join(u", "_s), updates.join(u", "_s));
}

Result<void> upsert(Database &database, const NumberRecord &number, const QString &syncId, qint64 sequence)
{
    static const QString sql = upsertSql();
    const auto written = database.execute(sql, numberValues(number) + QVariantList{syncId, sequence});
    return written ? Result<void>() : failure(written.error());
}

/// Of a number that is in the fleet.
Result<void> updateColumn(Database &database, const QString &column, const QString &value,
                          const QString &keyId, const PhoneNumber &number)
{
    const auto sequence = nextSequence(database);
    if (!sequence) {
        return failure(sequence.error());
    }
    const auto written = database.execute(
        u"UPDATE numbers SET %1 = ?, changed_sequence = ? WHERE key_id = ? AND phone_number = ?"_s.arg(
            column),
        {value, *sequence, keyId, number.e164()});
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
    number.settings = nixflex::chosenSettingsOf(seen);
    if (seen.createdAt.isValid()) {
        number.importedAt = seen.createdAt;
    }
    if (seen.agentId.isNull()) {
        if (number.health != Health::NeedsAttention || number.healthDetail != "agent_gone"_L1) {
            number.healthFindings.clear(); // What a health check found is older than this.
        }
        number.health = Health::NeedsAttention;
        number.healthDetail = u"agent_gone"_s;
    } else if (number.health == Health::Gone || number.healthDetail == "agent_gone"_L1) {
        number.health = Health::Unknown;
        number.healthDetail.clear();
        number.healthFindings.clear();
    }
    return number;
}

} // namespace

Result<void> writeNumber(Database &database, const NumberRecord &number)
{
    const auto former = readNumber(database, number.keyId, number.phoneNumber);
    if (!former) {
        return failure(former.error());
    }
    NumberRecord record = number;
    if (*former) {
        keepKnown(record, **former);
    }
    Names names(database);
    if (auto completed = names.complete(record); !completed) {
        return completed;
    }
    const auto sequence = nextSequence(database);
    return sequence ? upsert(database, record, {}, *sequence) : failure(sequence.error());
}

Result<void> deleteNumber(Database &database, const QString &keyId, const PhoneNumber &number)
{
    const auto deleted = database.execute(u"DELETE FROM numbers WHERE key_id = ? AND phone_number = ?"_s,
                                          {keyId, number.e164()});
    return deleted ? Result<void>() : failure(deleted.error());
}

Result<void> writeCustomPrompt(Database &database, const QString &keyId, const PhoneNumber &number,
                               const QString &customPrompt)
{
    return updateColumn(database, u"custom_prompt"_s, customPrompt, keyId, number);
}

Result<void> writeSettings(Database &database, const QString &keyId, const PhoneNumber &number,
                           const QJsonObject &settings)
{
    return updateColumn(database, u"settings"_s, settingsText(settings), keyId, number);
}

Result<void> mergeSyncPage(Database &database, const QString &keyId, const QString &syncId,
                           const QList<nixflex::Number> &page, qint64 syncStart)
{
    const auto sequence = nextSequence(database);
    if (!sequence) {
        return failure(sequence.error());
    }
    const auto newer = numbersWorkedOn(database, keyId, syncStart, false);
    if (!newer) {
        return failure(newer.error());
    }
    Names names(database);
    for (const nixflex::Number &seen : page) {
        if (newer->contains(seen.phoneNumber.e164())) {
            continue;
        }
        const auto former = readNumber(database, keyId, seen.phoneNumber);
        if (!former) {
            return failure(former.error());
        }
        NumberRecord number = merged(seen, *former, keyId);
        if (auto completed = names.complete(number); !completed) {
            return completed;
        }
        if (auto written = upsert(database, number, syncId, *sequence); !written) {
            return written;
        }
    }
    return {};
}

Result<int> markUnseen(Database &database, const QString &keyId, const QString &syncId, qint64 syncStart)
{
    return database.execute(u"UPDATE numbers SET health = ?, health_detail = ?, health_findings = '' "
                            "WHERE key_id = ? AND sync_id <> ? AND changed_sequence <= ? AND health <> ?"_s,
                            {static_cast<int>(Health::Gone), QString(goneDetail), keyId, syncId, syncStart,
                             static_cast<int>(Health::Gone)});
}

namespace {

/// Rewrites the rows that `where` selects after `change`, with their search text.
Result<void> rewrite(Database &database, const QString &where, const QVariantList &values,
                     const std::function<void(NumberRecord &)> &change)
{
    auto rows = database.query(u"SELECT %1 FROM numbers WHERE %2"_s.arg(numberColumns(), where), values);
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
            u"UPDATE numbers SET agent_name = ?, account_label = ?, customer = ?, agent_key = ?, "
            "account_key = ?, customer_key = ?, search_text = ? WHERE number_id = ?"_s,
            {number.agentName, number.accountLabel, number.customer, folded(number.agentName),
             folded(number.accountLabel), folded(number.customer), searchTextOf(number), number.id});
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
    return rewrite(database, u"account_sid = ? AND (account_label <> ? OR (? <> '' AND customer <> ?))"_s,
                   {account.toString(), label, customer, customer},
                   [&label, &customer](NumberRecord &number) {
                       number.accountLabel = label;
                       if (!customer.isEmpty()) {
                           number.customer = customer;
                       }
                   });
}

} // namespace numbers::store
