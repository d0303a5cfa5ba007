#pragma once

#include "cli/clirunner.h"

#include <QList>
#include <QMetaType>

namespace numbers::test {

/// Where a run is killed: when its nth request has arrived, before it is executed or before it is answered.
struct KillPoint
{
    int nth = 1;
    bool isExecuted = false;
    QByteArray name; ///< for a row of a table
};

/// Both for each of the requests.
[[nodiscard]] QList<KillPoint> killPoints(int requests);

/// Not asked, and soon sure that what has not arrived by then does not arrive.
[[nodiscard]] QStringList quick();
/// What settles everything that a killed run left behind.
[[nodiscard]] QStringList settleCommand(CliRunner &cli);

/// How many requests the command sends when nobody disturbs it; it has to succeed.
[[nodiscard]] int requestsOf(CliRunner &cli, const QStringList &command);

/// Starts the command and ends it there with kill -9. A request that has arrived is executed all the same.
/// False: it never came so far.
[[nodiscard]] bool killAt(CliRunner &cli, const QStringList &command, const KillPoint &point);

/// Every request that has arrived is carried out.
[[nodiscard]] bool isQuiet(CliRunner &cli);
/// How many requests with this method were carried out since `resetRequests`; in paths with `path`.
[[nodiscard]] int executed(CliRunner &cli, const QString &method, const QString &path = {});
/// How many operations of this kind succeeded; -1 when one, of any kind, is still open.
[[nodiscard]] int succeeded(CliRunner &cli, const QString &kind);

} // namespace numbers::test

Q_DECLARE_METATYPE(numbers::test::KillPoint)
