#pragma once

#include "simulator/server/faults.h"
#include "simulator/server/requestlog.h"
#include "simulator/world/options.h"
#include "simulator/world/providerrecords.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace numbers::simulator {

class TlsLayer;
class SharedWorld;

/// Both providers on one loopback port: what practice mode, the tests and the program nixflex-simulator run.
///
/// Runs on threads of its own and needs no event loop. All functions may be called from any thread.
class Simulator
{
public:
    /// Listens when it returns; with `tls`, for https only. Nothing, and `error` says why, when the
    /// port or the state file do not work.
    [[nodiscard]] static std::unique_ptr<Simulator>
    start(const SimulatorOptions &options, QString *error = nullptr, std::shared_ptr<TlsLayer> tls = nullptr);
    ~Simulator();
    Simulator(const Simulator &) = delete;
    Simulator &operator=(const Simulator &) = delete;

    /// Closes the port and every connection; the world can still be read.
    void stop();

    [[nodiscard]] quint16 port() const;
    /// `http(s)://127.0.0.1:PORT`, to be used in place of https://api.nixflex.com.
    [[nodiscard]] QUrl nixflexUrl() const;
    /// The same address, in place of https://api.twilio.com and Twilio's messaging, trunking, monitor and
    /// routes hosts.
    [[nodiscard]] QUrl twilioUrl() const;

    /// `KEY_ID:KEY_SECRET` of the practised Nixflex account.
    [[nodiscard]] QString nixflexKey() const;
    /// Another customer's key; its agents are agent_not_owned for the first one.
    [[nodiscard]] QString otherNixflexKey() const;

    /// Full, active, with `subaccounts()`.
    [[nodiscard]] TwilioAccount mainAccount() const;
    /// Three: two active, the last one suspended.
    [[nodiscard]] QList<TwilioAccount> subaccounts() const;
    /// A main account of type Trial with one number.
    [[nodiscard]] TwilioAccount trialAccount() const;

    /// A number of the main account that is not at Nixflex and has a Studio flow behind it; empty for an
    /// empty fleet.
    [[nodiscard]] QString freeNumber() const;
    /// An active agent of the practised account.
    [[nodiscard]] QString agentId() const;
    [[nodiscard]] QString inactiveAgentId() const;
    /// An agent that belongs to the other customer.
    [[nodiscard]] QString foreignAgentId() const;

    // The world as the providers see it.
    [[nodiscard]] QList<TwilioNumber> numbers(const QString &accountSid) const;
    [[nodiscard]] std::optional<TwilioNumber> number(const QString &e164) const;
    /// Changes a number at Twilio behind everybody's back; false when there is none.
    bool changeNumber(const QString &e164, const std::function<void(TwilioNumber &)> &change);
    /// Makes the number vanish from Twilio; Nixflex keeps its row.
    bool releaseNumber(const QString &e164);
    /// Changes status, type or token of an account; false when there is none.
    bool changeAccount(const QString &sid, const std::function<void(TwilioAccount &)> &change);
    [[nodiscard]] QList<NixflexNumber> nixflexNumbers() const;
    [[nodiscard]] std::optional<NixflexNumber> nixflexNumber(const QString &e164) const;
    /// Changes a row at Nixflex behind everybody's back; false when there is none.
    bool changeNixflexNumber(const QString &e164, const std::function<void(NixflexNumber &)> &change);
    [[nodiscard]] QList<NixflexAgent> agents() const;
    bool changeAgent(const QString &agentId, const std::function<void(NixflexAgent &)> &change);
    [[nodiscard]] QList<MessagingService> services() const;
    SharedWorld &world();
    [[nodiscard]] ProviderModes modes() const;
    void setModes(const ProviderModes &modes);

    /// What `/_simulator` wants in the header X-Simulator-Token; empty with `hasOpenControl`.
    [[nodiscard]] QString controlToken() const;

    // What arrived, and what goes wrong.
    [[nodiscard]] QList<RecordedRequest> requests() const;
    /// How many of the kept requests have this method and a path that this expression is found in; empty =
    /// any.
    [[nodiscard]] int countRequests(const QString &method, const QString &pathPattern) const;
    void resetRequests();
    void armFault(const Fault &fault);
    void clearFaults();

    /// The one line that nixflex-simulator prints when it is ready; without the control token.
    [[nodiscard]] QJsonObject readyMessage() const;

private:
    class Private;
    explicit Simulator(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace numbers::simulator
