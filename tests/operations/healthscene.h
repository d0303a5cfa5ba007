#pragma once

#include "operations/health/healthcheck.h"
#include "operations/operationsfixture.h"

#include <QHash>

namespace numbers::test {

/// A fleet as a synchronisation and the imports of this computer left it, and the check of it.
class HealthScene
{
public:
    explicit HealthScene(const simulator::SimulatorOptions &options = {});

    /// All that Nixflex has is in the ledger, with its account and with what Twilio shows now as baseline.
    void know();
    /// Which account's token is known here; all of them at first.
    void forgetToken(const QString &accountSid);
    void remember(const QString &accountSid, const QString &token);

    [[nodiscard]] Result<operations::HealthReport> check(std::optional<QList<PhoneNumber>> numbers = {},
                                                         CancelToken cancel = {});
    [[nodiscard]] operations::AuthTokenSource tokens() const;
    /// Numbers of an account that Nixflex has, in E.164.
    [[nodiscard]] QStringList imported(const QString &accountSid) const;
    /// An imported number of the main account that nothing is to be said about, after `know`.
    [[nodiscard]] PhoneNumber example() const;
    [[nodiscard]] store::NumberRecord row(const PhoneNumber &number);
    [[nodiscard]] QStringList codesInLedger(const PhoneNumber &number);
    /// Of a report; "missing" when the number is not in it.
    [[nodiscard]] static QStringList codes(const operations::HealthReport &report, const PhoneNumber &number);
    /// How many list calls Twilio got for numbers.
    [[nodiscard]] int listCalls() const;

    OperationsFixture fixture;
    int progressed = 0; ///< the last `done`

private:
    QHash<QString, QString> m_tokens;
};

} // namespace numbers::test
