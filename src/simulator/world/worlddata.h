#pragma once

#include "simulator/world/providermodes.h"
#include "simulator/world/providerrecords.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>

#include <map>
#include <vector>

namespace numbers::simulator {

/// A stored answer to a write that carried an Idempotency-Key.
struct StoredAnswer
{
    QByteArray fingerprint;
    int status = 0;
    QByteArray body;
};

/// The state of both providers with its indexes; reached only through SharedWorld, which locks it.
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
    /// Newest last; the API lists from the end.
    std::map<quint64, NixflexNumber> rows;
    /// By key id and Idempotency-Key.
    QHash<QString, StoredAnswer> answers;
    /// Makes new ids differ from each other and from the seeded ones.
    quint64 counter = 0;
    quint64 seed = 0;
    /// Not part of the saved world.
    ProviderModes modes;

    TwilioAccount *account(const QString &sid);
    /// Oldest first; ids for numberAt().
    [[nodiscard]] const std::vector<int> &numbersOf(const QString &accountSid) const;
    TwilioNumber &numberAt(int index) { return m_numbers[static_cast<size_t>(index)]; }
    [[nodiscard]] const TwilioNumber &numberAt(int index) const
    {
        return m_numbers[static_cast<size_t>(index)];
    }
    TwilioNumber *numberByPhone(const QString &e164);
    [[nodiscard]] const TwilioNumber *numberByPhone(const QString &e164) const;
    TwilioNumber *numberBySid(const QString &sid);
    TwilioNumber &addNumber(TwilioNumber number);
    void moveNumber(const QString &sid, const QString &toAccountSid);
    /// Also leaves every Messaging Service.
    void removeNumber(const QString &sid);
    /// Numbers at Twilio, all accounts.
    [[nodiscard]] int numberCount() const { return static_cast<int>(m_bySid.size()); }
    [[nodiscard]] QList<TwilioNumber> allNumbers() const;

    NixflexAgent *agent(const QString &agentId);
    NixflexKeyPair *key(const QString &keyId);
    NixflexNumber *row(const QString &e164);
    [[nodiscard]] const NixflexNumber *row(const QString &e164) const;
    NixflexNumber &addRow(NixflexNumber row);
    void removeRow(const QString &e164);

    /// Prefix and 32 hexadecimal digits, never the same twice.
    QString newSid(const QString &prefix);

    [[nodiscard]] QJsonObject toJson() const;
    /// False, and `error` says why, when the object is not a saved world; then nothing is changed.
    bool fromJson(const QJsonObject &object, QString *error);

private:
    std::vector<TwilioNumber> m_numbers;
    QHash<QString, int> m_bySid;
    QHash<QString, int> m_byPhone;
    QHash<QString, std::vector<int>> m_byAccount;
    QHash<QString, quint64> m_rowByPhone;
    quint64 m_nextOrder = 1;
};

} // namespace numbers::simulator
