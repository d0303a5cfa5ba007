#include "simulator/world.h"

#include "simulator/mixing.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {
const std::vector<int> noNumbers;
}

TwilioAccount *WorldData::account(const QString &sid)
{
    const auto found =
        std::find_if(accounts.begin(), accounts.end(), [&](const auto &a) { return a.sid == sid; });
    return found == accounts.end() ? nullptr : &*found;
}

const std::vector<int> &WorldData::numbersOf(const QString &accountSid) const
{
    const auto found = m_byAccount.constFind(accountSid);
    return found == m_byAccount.constEnd() ? noNumbers : *found;
}

TwilioNumber *WorldData::numberByPhone(const QString &e164)
{
    const auto found = m_byPhone.constFind(e164);
    return found == m_byPhone.constEnd() ? nullptr : &numberAt(*found);
}

const TwilioNumber *WorldData::numberByPhone(const QString &e164) const
{
    const auto found = m_byPhone.constFind(e164);
    return found == m_byPhone.constEnd() ? nullptr : &numberAt(*found);
}

TwilioNumber *WorldData::numberBySid(const QString &sid)
{
    const auto found = m_bySid.constFind(sid);
    return found == m_bySid.constEnd() ? nullptr : &numberAt(*found);
}

TwilioNumber &WorldData::addNumber(TwilioNumber number)
{
    const int index = static_cast<int>(m_numbers.size());
    m_bySid.insert(number.sid, index);
    m_byPhone.insert(number.phoneNumber, index);
    m_byAccount[number.accountSid].push_back(index);
    m_numbers.push_back(std::move(number));
    return m_numbers.back();
}

void WorldData::moveNumber(const QString &sid, const QString &toAccountSid)
{
    const int index = m_bySid.value(sid, -1);
    if (index < 0) {
        return;
    }
    TwilioNumber &number = numberAt(index);
    std::erase(m_byAccount[number.accountSid], index);
    m_byAccount[toAccountSid].push_back(index);
    for (auto &service : services) {
        service.numberSids.removeAll(sid);
    }
    number.accountSid = toAccountSid;
}

void WorldData::removeNumber(const QString &sid)
{
    const int index = m_bySid.value(sid, -1);
    if (index < 0) {
        return;
    }
    const TwilioNumber &number = numberAt(index);
    std::erase(m_byAccount[number.accountSid], index);
    m_byPhone.remove(number.phoneNumber);
    m_bySid.remove(sid);
    for (auto &service : services) {
        service.numberSids.removeAll(sid);
    }
}

QList<TwilioNumber> WorldData::allNumbers() const
{
    QList<TwilioNumber> all;
    all.reserve(numberCount());
    for (const auto &account : accounts) {
        for (const int index : numbersOf(account.sid)) {
            all.append(numberAt(index));
        }
    }
    return all;
}

NixflexAgent *WorldData::agent(const QString &agentId)
{
    const auto found =
        std::find_if(agents.begin(), agents.end(), [&](const auto &a) { return a.agentId == agentId; });
    return found == agents.end() ? nullptr : &*found;
}

NixflexKeyPair *WorldData::key(const QString &keyId)
{
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const auto &k) { return k.keyId == keyId; });
    return found == keys.end() ? nullptr : &*found;
}

NixflexNumber *WorldData::row(const QString &e164)
{
    const auto found = m_rowByPhone.constFind(e164);
    return found == m_rowByPhone.constEnd() ? nullptr : &rows.at(*found);
}

const NixflexNumber *WorldData::row(const QString &e164) const
{
    const auto found = m_rowByPhone.constFind(e164);
    return found == m_rowByPhone.constEnd() ? nullptr : &rows.at(*found);
}

NixflexNumber &WorldData::addRow(NixflexNumber row)
{
    row.order = m_nextOrder++;
    m_rowByPhone.insert(row.phoneNumber, row.order);
    return rows.emplace_hint(rows.end(), row.order, std::move(row))->second;
}

void WorldData::removeRow(const QString &e164)
{
    const auto found = m_rowByPhone.constFind(e164);
    if (found != m_rowByPhone.constEnd()) {
        rows.erase(*found);
        m_rowByPhone.erase(found);
    }
}

QString WorldData::newSid(const QString &prefix)
{
    return prefix + hex32(seed ^ 0x5151'5151'5151'5151ULL, ++counter);
}

World::World(const SimulatorOptions &options)
    : m_options(options)
    , m_clock([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    if (m_options.stateFile.isEmpty() || !QFile::exists(m_options.stateFile)) {
        seedWorld(m_data, m_options);
        save();
        m_loadError = m_saveError;
        return;
    }
    QFile file(m_options.stateFile);
    if (!file.open(QIODevice::ReadOnly)) {
        m_loadError = u"the state file cannot be read: "_s + file.errorString();
        return;
    }
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parsing);
    if (!document.isObject()) {
        m_loadError = u"the state file is not a JSON object: "_s + parsing.errorString();
        return;
    }
    QString why;
    if (!m_data.fromJson(document.object(), &why)) {
        m_loadError = u"the state file is not a saved world: "_s + why;
    }
}

void World::changeIf(const std::function<bool(WorldData &)> &use)
{
    const std::lock_guard lock(m_mutex);
    if (use(m_data)) {
        save();
    }
}

QJsonObject World::summary() const
{
    const std::lock_guard lock(m_mutex);
    QJsonArray accounts;
    for (const TwilioAccount &account : m_data.accounts) {
        accounts.append(QJsonObject{{u"sid"_s, account.sid},
                                    {u"owner_account_sid"_s, account.ownerSid},
                                    {u"friendly_name"_s, account.friendlyName},
                                    {u"status"_s, account.status},
                                    {u"type"_s, account.type},
                                    {u"numbers"_s, static_cast<int>(m_data.numbersOf(account.sid).size())}});
    }
    return {{u"seed"_s, QString::number(m_data.seed)},
            {u"accounts"_s, accounts},
            {u"numbers"_s, m_data.numberCount()},
            {u"imported"_s, static_cast<int>(m_data.rows.size())},
            {u"agents"_s, static_cast<int>(m_data.agents.size())},
            {u"state_file_error"_s, m_saveError.isEmpty() ? QJsonValue() : QJsonValue(m_saveError)}};
}

QString World::saveError() const
{
    const std::lock_guard lock(m_mutex);
    return m_saveError;
}

void World::save()
{
    if (m_options.stateFile.isEmpty()) {
        return;
    }
    QSaveFile file(m_options.stateFile);
    m_saveError.clear();
    if (!file.open(QIODevice::WriteOnly)) {
        m_saveError = u"the state file cannot be written: "_s + file.errorString();
        return;
    }
    file.write(QJsonDocument(m_data.toJson()).toJson(QJsonDocument::Compact));
    if (!file.commit()) {
        m_saveError = u"the state file cannot be written: "_s + file.errorString();
    }
}

} // namespace numbers::simulator
