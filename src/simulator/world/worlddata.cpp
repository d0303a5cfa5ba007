#include "simulator/world/worlddata.h"

#include "simulator/world/pseudorandom.h"

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

} // namespace numbers::simulator
