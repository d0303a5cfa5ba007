#include "simulator/world/sharedworld.h"

#include "simulator/world/seed.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

SharedWorld::SharedWorld(const SimulatorOptions &options)
    : m_options(options)
    , m_clock([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    m_data.modes = m_options.modes;
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

void SharedWorld::changeIf(const std::function<bool(WorldData &)> &use)
{
    const std::lock_guard lock(m_mutex);
    if (use(m_data)) {
        save();
    }
}

ProviderModes SharedWorld::modes() const
{
    const std::lock_guard lock(m_mutex);
    return m_data.modes;
}

void SharedWorld::setModes(const ProviderModes &modes)
{
    const std::lock_guard lock(m_mutex);
    m_data.modes = modes;
}

QJsonObject SharedWorld::summary() const
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

QString SharedWorld::saveError() const
{
    const std::lock_guard lock(m_mutex);
    return m_saveError;
}

void SharedWorld::save()
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
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // It holds tokens.
    const QByteArray text = QJsonDocument(m_data.toJson()).toJson(QJsonDocument::Compact);
    // commit() of Qt 6.4 ignores a failure of the last flush, and takes the good file away.
    if (file.write(text) != text.size() || !file.flush() || !file.commit()) {
        m_saveError = u"the state file cannot be written: "_s + file.errorString();
    }
}

} // namespace numbers::simulator
