#include "store/accountrepository.h"

#include "store/enumnames.h"
#include "store/fleetsearch.h"
#include "store/numberrepository.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

/// Neither yes nor no; programs that do not know it take it for yes, as what was not said.
constexpr int unknownActivity = 2;

int activityValue(const std::optional<bool> &isActive)
{
    return !isActive ? unknownActivity : *isActive ? 1 : 0;
}

std::optional<bool> activityOf(int value)
{
    return value == unknownActivity ? std::nullopt : std::optional(value != 0);
}

/// What Nixflex no longer lists is gone.
Result<void> forgetAgentsExcept(Database &database, const QString &keyId, const QList<nixflex::Agent> &agents)
{
    auto rows = database.query(u"SELECT agent_id FROM agents WHERE key_id = ?"_s, {keyId});
    if (!rows) {
        return failure(rows.error());
    }
    QSet<QString> gone;
    while (rows->next()) {
        gone.insert(rows->value(0).toString());
    }
    for (const nixflex::Agent &agent : agents) {
        gone.remove(agent.id.toString());
    }
    for (const QString &id : std::as_const(gone)) {
        const auto deleted =
            database.execute(u"DELETE FROM agents WHERE key_id = ? AND agent_id = ?"_s, {keyId, id});
        if (!deleted) {
            return failure(deleted.error());
        }
    }
    return {};
}

} // namespace

Result<void> writeAccount(Database &database, const AccountRecord &account)
{
    const auto written = database.execute(
        u"INSERT INTO accounts (account_sid, owner_sid, friendly_name, label, customer, status, type, "
        "is_token_remembered, region, edge, verified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (account_sid) DO UPDATE SET owner_sid = excluded.owner_sid, "
        "friendly_name = excluded.friendly_name, label = excluded.label, customer = excluded.customer, "
        "status = excluded.status, type = excluded.type, is_token_remembered = excluded.is_token_remembered, "
        "region = excluded.region, edge = excluded.edge, verified_at = excluded.verified_at"_s,
        {account.sid.toString(), account.ownerSid.toString(), account.friendlyName, account.label,
         account.customer, toString(account.status), toString(account.type),
         account.isTokenRemembered ? 1 : 0, account.region, account.edge, toText(account.verifiedAt)});
    if (!written) {
        return failure(written.error());
    }
    return renameAccount(database, account.sid,
                         account.label.isEmpty() ? account.friendlyName : account.label, account.customer);
}

Result<QList<AccountRecord>> readAccounts(Database &database)
{
    auto rows =
        database.query(u"SELECT account_sid, owner_sid, friendly_name, label, customer, status, type, "
                       "is_token_remembered, region, edge, verified_at FROM accounts ORDER BY account_sid"_s);
    if (!rows) {
        return failure(rows.error());
    }
    QList<AccountRecord> accounts;
    while (rows->next()) {
        AccountRecord account;
        if (const auto sid = AccountSid::parse(rows->value(0).toString())) {
            account.sid = *sid;
        }
        if (const auto owner = AccountSid::parse(rows->value(1).toString())) {
            account.ownerSid = *owner;
        }
        account.friendlyName = rows->value(2).toString();
        account.label = rows->value(3).toString();
        account.customer = rows->value(4).toString();
        account.status = accountStatusFromString(rows->value(5).toString());
        account.type = accountTypeFromString(rows->value(6).toString());
        account.isTokenRemembered = rows->value(7).toBool();
        account.region = rows->value(8).toString();
        account.edge = rows->value(9).toString();
        account.verifiedAt = timeFromText(rows->value(10).toString());
        accounts.append(account);
    }
    const auto nameOf = [](const AccountRecord &account) {
        return folded(account.label.isEmpty() ? account.friendlyName : account.label);
    };
    std::stable_sort(accounts.begin(), accounts.end(),
                     [&nameOf](const AccountRecord &left, const AccountRecord &right) {
                         return nameOf(left) < nameOf(right);
                     });
    return accounts;
}

Result<void> deleteAccount(Database &database, const AccountSid &sid)
{
    const auto deleted = database.execute(u"DELETE FROM accounts WHERE account_sid = ?"_s, {sid.toString()});
    return deleted ? Result<void>() : failure(deleted.error());
}

Result<void> writeAgents(Database &database, const QString &keyId, const QList<nixflex::Agent> &agents,
                         const QDateTime &now)
{
    const QString seenAt = toText(now);
    for (const nixflex::Agent &agent : agents) {
        const auto written = database.execute(
            u"INSERT INTO agents (key_id, agent_id, name, language, voice_id, is_active, created_at, "
            u"seen_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key_id, agent_id) DO UPDATE SET name = "
            "excluded.name, "
            "language = excluded.language, voice_id = excluded.voice_id, is_active = excluded.is_active, "
            "created_at = excluded.created_at, seen_at = excluded.seen_at"_s,
            {keyId, agent.id.toString(), agent.name, agent.language, agent.voiceId,
             activityValue(agent.isActive), toText(agent.createdAt), seenAt});
        if (!written) {
            return failure(written.error());
        }
        if (auto renamed = renameAgent(database, keyId, agent.id, agent.name); !renamed) {
            return renamed;
        }
    }
    return forgetAgentsExcept(database, keyId, agents);
}

Result<QList<nixflex::Agent>> readAgents(Database &database, const QString &keyId)
{
    auto rows =
        database.query(u"SELECT agent_id, name, language, voice_id, is_active, created_at FROM agents "
                       "WHERE key_id = ? ORDER BY agent_id"_s,
                       {keyId});
    if (!rows) {
        return failure(rows.error());
    }
    QList<nixflex::Agent> agents;
    while (rows->next()) {
        nixflex::Agent agent;
        if (const auto id = AgentId::parse(rows->value(0).toString())) {
            agent.id = *id;
        }
        agent.name = rows->value(1).toString();
        agent.language = rows->value(2).toString();
        agent.voiceId = rows->value(3).toString();
        agent.isActive = activityOf(rows->value(4).toInt());
        agent.createdAt = timeFromText(rows->value(5).toString());
        agents.append(agent);
    }
    std::stable_sort(agents.begin(), agents.end(),
                     [](const nixflex::Agent &left, const nixflex::Agent &right) {
                         return folded(left.name) < folded(right.name);
                     });
    return agents;
}

} // namespace numbers::store
