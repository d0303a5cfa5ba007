#pragma once

#include "simulator/faults.h"
#include "simulator/options.h"
#include "simulator/requestlog.h"
#include "simulator/worldtypes.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace numbers::simulator {

class Encryption;
class World;

/**
 * Both providers on one loopback port: what practice mode, the tests and the program nixflex-simulator run.
 *
 * Runs on threads of its own and needs no event loop. All functions may be called from any thread.
 */
class Simulator
{
public:
    /** Listens when it returns; with `encryption`, for https only. Nothing, and `error` says why, when the
     * port or the state file do not work. */
    static std::unique_ptr<Simulator> start(const SimulatorOptions &options, QString *error = nullptr,
                                            std::shared_ptr<Encryption> encryption = nullptr);
    ~Simulator();
    Simulator(const Simulator &) = delete;
    Simulator &operator=(const Simulator &) = delete;

    /** Closes the port and every connection; the world can still be read. */
    void stop();

    quint16 port() const;
    /** `http(s)://127.0.0.1:PORT`, to be used in place of https://api.nixflex.com. */
    QUrl nixflexUrl() const;
    /** The same address, in place of https://api.twilio.com and Twilio's messaging, trunking, monitor and
     * routes hosts. */
    QUrl twilioUrl() const;

    /** `KEY_ID:KEY_SECRET` of the practised Nixflex account. */
    QString nixflexKey() const;
    /** Another customer's key; its agents are agent_not_owned for the first one. */
    QString otherNixflexKey() const;

    /** Full, active, with `subaccounts()`. */
    TwilioAccount mainAccount() const;
    /** Three: two active, the last one suspended. */
    QList<TwilioAccount> subaccounts() const;
    /** A main account of type Trial with one number. */
    TwilioAccount trialAccount() const;

    /** A number of the main account that is not at Nixflex and has a Studio flow behind it; empty for an
     * empty fleet. */
    QString freeNumber() const;
    /** An active agent of the practised account. */
    QString agentId() const;
    QString inactiveAgentId() const;
    /** An agent that belongs to the other customer. */
    QString foreignAgentId() const;

    // The world as the providers see it.
    QList<TwilioNumber> numbers(const QString &accountSid) const;
    std::optional<TwilioNumber> number(const QString &e164) const;
    /** Changes a number at Twilio behind everybody's back; false when there is none. */
    bool changeNumber(const QString &e164, const std::function<void(TwilioNumber &)> &change);
    /** Makes the number vanish from Twilio; Nixflex keeps its row. */
    bool releaseNumber(const QString &e164);
    /** Changes status, type or token of an account; false when there is none. */
    bool changeAccount(const QString &sid, const std::function<void(TwilioAccount &)> &change);
    QList<NixflexNumber> nixflexNumbers() const;
    std::optional<NixflexNumber> nixflexNumber(const QString &e164) const;
    /** Changes a row at Nixflex behind everybody's back; false when there is none. */
    bool changeNixflexNumber(const QString &e164, const std::function<void(NixflexNumber &)> &change);
    QList<NixflexAgent> agents() const;
    bool changeAgent(const QString &agentId, const std::function<void(NixflexAgent &)> &change);
    QList<MessagingService> services() const;
    World &world();

    // What arrived, and what goes wrong.
    QList<RecordedRequest> requests() const;
    /** How many of the kept requests have this method and a path that this expression is found in; empty =
     * any. */
    int countRequests(const QString &method, const QString &pathPattern) const;
    void resetRequests();
    void armFault(const Fault &fault);
    void clearFaults();

    /** The one line that nixflex-simulator prints when it is ready. */
    QJsonObject readyMessage() const;

private:
    struct Private;
    explicit Simulator(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace numbers::simulator
