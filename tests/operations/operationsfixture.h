#pragma once

#include "base/clock.h"
#include "net/httpclient.h"
#include "nixflex/client.h"
#include "operations/common/operationregistry.h"
#include "operations/common/sharednumberlist.h"
#include "operations/operations.h"
#include "simulator/simulator.h"
#include "store/ledger.h"
#include "support/runtask.h"
#include "twilio/client.h"

#include <QTemporaryDir>

#include <memory>

namespace numbers::test {

/// The real time, with a wall clock that may jump, and durations that may pass faster.
class JumpingClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override { return m_clock.utcNow().addMSecs(m_offset.count()); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override
    {
        return m_clock.monotonic() * m_pace;
    }
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> callback) override
    {
        m_clock.callAfter(delay / m_pace, context, std::move(callback));
    }
    /// Every wait and deadline becomes so many times shorter. To be said before anything is waited for.
    void hurry(int pace) { m_pace = pace; }
    /// Sets the wall clock forward or, negative, back.
    void jump(std::chrono::milliseconds by) { m_offset += by; }

private:
    SystemClock m_clock;
    std::chrono::milliseconds m_offset{0};
    int m_pace = 1;
};

/// The real use cases over real sockets to the simulator and a real ledger; only the waiting is shortened.
class OperationsFixture
{
public:
    /// `folder`: where the ledger lies; empty for a temporary one.
    explicit OperationsFixture(const simulator::SimulatorOptions &options = {}, const QString &folder = {});
    ~OperationsFixture();
    Q_DISABLE_COPY_MOVE(OperationsFixture)

    /// As a workspace that goes: what is in the air gets errors and ends by itself.
    void close();

    [[nodiscard]] operations::OperationServices services();
    [[nodiscard]] twilio::Credentials credentials() const;
    [[nodiscard]] operations::PlanInput exampleInput() const;
    /// Plans the example import, which must be possible.
    [[nodiscard]] operations::ImportPlan examplePlan();
    [[nodiscard]] operations::OperationOutcome run(const operations::ImportPlan &plan);
    /// POST requests that arrived.
    [[nodiscard]] int posts() const;
    [[nodiscard]] QList<store::OperationRecord> operations();
    /// Settles what is open as the program does at its start, knowing the account's token. Fails hard.
    [[nodiscard]] QList<store::OperationRecord> settleOpen();
    [[nodiscard]] QString ledgerPath() const;
    /// HttpClient waits so many times shorter before it tries again; settling keeps its real time.
    void hurry(int pace);
    /// Both providers are reached through a relay on this port from now on.
    void routeThrough(quint16 port);
    /// Closes and opens the ledger and makes a new importer, as a restart would.
    void restart();

    std::unique_ptr<simulator::Simulator> simulator;
    JumpingClock clock;
    QTemporaryDir directory;
    CancelSource closing;
    /// What operations share and go on using when the fixture has gone.
    struct Parts
    {
        explicit Parts(Clock &clock)
            : http(clock)
            , resources(clock)
        {
        }
        net::HttpClient http;
        routing::ResourceCache resources;
        operations::OperationRegistry registry;
        operations::SharedNumberList numberList;
    };
    operations::SettlePolicy settle{std::chrono::milliseconds(600), std::chrono::milliseconds(50),
                                    std::chrono::milliseconds(3'000), std::chrono::milliseconds(50)};
    std::shared_ptr<Parts> parts;
    std::shared_ptr<twilio::Client> twilio;
    std::shared_ptr<nixflex::Client> nixflex;
    std::shared_ptr<store::Ledger> ledger;
    std::unique_ptr<operations::Operations> importer;

private:
    void makeClients(QUrl twilioUrl, QUrl nixflexUrl);
    void openLedger();

    QUrl m_twilioUrl;
    QUrl m_nixflexUrl;
    QString m_folder;
};

/// A way to lose the answer to a request, and whether it was executed all the same.
struct LostAnswer
{
    const char *name;
    simulator::Fault fault;
    bool isExecuted;
};
/// All of them, for the requests that `at` names.
[[nodiscard]] QList<LostAnswer> lostAnswers(const simulator::Fault &at);

/// The codes of notes, for comparing.
[[nodiscard]] QStringList codesOf(const QList<operations::Note> &notes);

} // namespace numbers::test
