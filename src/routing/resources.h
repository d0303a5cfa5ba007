#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "twilio/client.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QList>

#include <optional>

namespace numbers::routing {

/// What has to be read to say who answers some numbers.
struct Needs
{
    bool applications = false;
    bool trunks = false;
    bool services = false;

    static Needs all() { return {true, true, true}; }
    /// TwiML apps and trunks only where the number names one; services always, since no number names its own.
    static Needs of(const twilio::IncomingNumber &number);

    [[nodiscard]] Needs with(const Needs &more) const;
    [[nodiscard]] Needs without(const Needs &others) const;
};

/// What the numbers of an account share, and what decides who answers them. An empty optional: not read, or
/// not allowed to be read; then nothing is claimed about it.
struct AccountResources
{
    std::optional<QHash<QString, twilio::Application>> applications; ///< by SID
    std::optional<QHash<QString, twilio::Trunk>> trunks;             ///< by SID
    std::optional<QList<twilio::MessagingService>> services;         ///< with their sender pools
    /// Rows of these lists that could not be read: what the list lacks may be in one of them.
    QList<SkippedRow> unreadApplications;
    QList<SkippedRow> unreadTrunks;
    QList<SkippedRow> unreadServices; ///< or of a sender pool
    /// What Twilio gave, or refused for a reason that stays; the rest may be had by asking again.
    Needs answered;

    /// The service that has this number in its pool; null when none has, or they are not known.
    [[nodiscard]] const twilio::MessagingService *serviceOf(const QString &numberSid) const;
    /// Takes over what `newer` has an answer for.
    void take(AccountResources newer);
};

/// Reads what is needed, each list once. A list that may not be read (another product may refuse a pair that
/// works for numbers) stays empty; the only error is Cancelled.
[[nodiscard]] QCoro::Task<Result<AccountResources>> readAccountResources(twilio::Client &client,
                                                                         twilio::Credentials credentials,
                                                                         Needs needs, CancelToken cancel);

} // namespace numbers::routing
