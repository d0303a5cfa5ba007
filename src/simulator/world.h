#pragma once

#include "simulator/options.h"
#include "simulator/worldtypes.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace numbers::simulator {

/** A stored answer to a write that carried an Idempotency-Key. */
struct StoredAnswer
{
    QByteArray fingerprint;
    int status = 0;
    QByteArray body;
};

/** A Nixflex key's use of the running window. */
struct RateWindow
{
    qint64 start = 0;
    int used = 0;
};

/** The state of both providers with its indexes; reached only through World, which locks it. */
class WorldData
{
public:
    QList<TwilioAccount> accounts;
    QList<MessagingService> services;
    QList<Trunk> trunks;
    QList<Application> applications;
    QList<AuditEvent> events;
    QList<NixflexKeyPair> keys;
    QList<NixflexAgent> agents;
    /** Newest last; the API lists from the end. */
    std::map<quint64, NixflexNumber> rows;
    /** By key id and Idempotency-Key. */
    QHash<QString, StoredAnswer> answers;
    /** Makes new ids differ from each other and from the seeded ones. */
    quint64 counter = 0;
    quint64 seed = 0;

    TwilioAccount *account(const QString &sid);
    /** Oldest first; ids for numberAt(). */
    const std::vector<int> &numbersOf(const QString &accountSid) const;
    TwilioNumber &numberAt(int index) { return m_numbers[static_cast<size_t>(index)]; }
    const TwilioNumber &numberAt(int index) const { return m_numbers[static_cast<size_t>(index)]; }
    TwilioNumber *numberByPhone(const QString &e164);
    const TwilioNumber *numberByPhone(const QString &e164) const;
    TwilioNumber *numberBySid(const QString &sid);
    TwilioNumber &addNumber(TwilioNumber number);
    void moveNumber(const QString &sid, const QString &toAccountSid);
    /** Also leaves every Messaging Service. */
    void removeNumber(const QString &sid);
    /** Numbers at Twilio, all accounts. */
    int numberCount() const { return static_cast<int>(m_bySid.size()); }
    QList<TwilioNumber> allNumbers() const;

    NixflexAgent *agent(const QString &agentId);
    NixflexKeyPair *key(const QString &keyId);
    NixflexNumber *row(const QString &e164);
    const NixflexNumber *row(const QString &e164) const;
    NixflexNumber &addRow(NixflexNumber row);
    void removeRow(const QString &e164);

    /** Prefix and 32 hexadecimal digits, never the same twice. */
    QString newSid(const QString &prefix);

    QJsonObject toJson() const;
    /** False, and `error` says why, when the object is not a saved world; then nothing is changed. */
    bool fromJson(const QJsonObject &object, QString *error);

private:
    std::vector<TwilioNumber> m_numbers;
    QHash<QString, int> m_bySid;
    QHash<QString, int> m_byPhone;
    QHash<QString, std::vector<int>> m_byAccount;
    QHash<QString, quint64> m_rowByPhone;
    quint64 m_nextOrder = 1;
};

/** Fills an empty world: the same seed and sizes give the same one, byte for byte. */
void seedWorld(WorldData &data, const SimulatorOptions &options);

/** The two providers' shared state behind one mutex, written to the state file after each change. */
class World
{
public:
    /** Loads the state file, or seeds a new world when there is none. */
    explicit World(const SimulatorOptions &options);

    /** Empty when the world is usable. */
    QString loadError() const { return m_loadError; }

    /** Runs `use` under the lock; for reading only. */
    template <typename Use>
    auto read(Use use) const
    {
        const std::lock_guard lock(m_mutex);
        return use(static_cast<const WorldData &>(m_data));
    }

    /** Runs `use` under the lock and writes the state file if one was asked for. */
    template <typename Use>
    auto change(Use use)
    {
        const std::lock_guard lock(m_mutex);
        if constexpr (std::is_void_v<decltype(use(m_data))>) {
            use(m_data);
            save();
        } else {
            auto result = use(m_data);
            save();
            return result;
        }
    }

    /** Like change(), but the state file is only written when `use` returns true. */
    void changeIf(const std::function<bool(WorldData &)> &use);

    const SimulatorOptions &options() const { return m_options; }
    /** Milliseconds since 1970; a test may put another clock in before the first request. */
    qint64 now() const { return m_clock(); }
    void setClock(std::function<qint64()> clock) { m_clock = std::move(clock); }

    /** Accounts with their numbers counted, and how many are at Nixflex; for `/_simulator/world`. */
    QJsonObject summary() const;

    /** Why the state file could not be written the last time; empty when it could. */
    QString saveError() const;

    // Rate windows are not part of the saved state.
    std::mutex rateMutex;
    QHash<QString, RateWindow> rateWindows;

private:
    void save();

    SimulatorOptions m_options;
    mutable std::mutex m_mutex;
    WorldData m_data;
    std::function<qint64()> m_clock;
    QString m_loadError;
    QString m_saveError;
};

} // namespace numbers::simulator
