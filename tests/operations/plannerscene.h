#pragma once

#include "operations/operationsfixture.h"
#include "operations/planning/importplanner.h"

#include <QStringList>

#include <functional>

namespace numbers::test {

/// A number nothing is to be said about, and what a row makes of it before the plan is asked for.
class PlannerScene
{
public:
    PlannerScene();

    [[nodiscard]] Result<operations::ImportPlan> plan();

    void number(const std::function<void(simulator::TwilioNumber &)> &change);
    /// Plans for a copy of the number that is called otherwise.
    void renamed(const QString &e164);
    void addNumber(const QString &e164);
    /// In a Messaging Service that leaves its text messages to the number, or does not.
    void inService(bool isLeftToNumber);
    /// Nixflex has it already, with this agent.
    void imported(const QString &agentId);
    /// So many agents, none of them the one that is asked for.
    void agents(int count);
    void account(const std::function<void(simulator::TwilioAccount &)> &change);
    void verified(twilio::Account::Status status, twilio::Account::Type type);
    /// Requests to this path are answered with this status, again and again.
    void refuse(const QString &path, int status);
    /// The same with a body of our own and 200.
    void answer(const QString &path, const QByteArray &body);

    OperationsFixture fixture;
    operations::PlanInput input;
    CancelSource cancel;
};

using Arrange = std::function<void(PlannerScene &)>;

/// What a plan has to say. `replaced`: Twilio's names, with "!" where somebody may answer.
struct PlannerRow
{
    const char *name;
    Arrange arrange;
    QStringList problems;
    QStringList warnings;
    QStringList replaced;
};

[[nodiscard]] const QList<PlannerRow> &plannerRows();

} // namespace numbers::test
