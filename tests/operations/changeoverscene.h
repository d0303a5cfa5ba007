#pragma once

#include "operations/operationsfixture.h"

#include <QTest>

#include <functional>

namespace numbers::test {

using namespace Qt::StringLiterals;
using operations::ImportPlan;
using operations::OperationOutcome;
using operations::RestoreOffer;
using store::OperationRecord;

/// One number, imported by this program, and everything that is asked of it.
struct ChangeoverScene
{
    explicit ChangeoverScene(const simulator::SimulatorOptions &options = {})
        : fixture(options)
        , input(fixture.exampleInput())
        , number(input.phoneNumber)
    {
        input.customPrompt = u"We are open from 9 to 18."_s;
        before = webhooks();
    }

    void import()
    {
        const auto plan = runTask(fixture.importer->plan(input, {}));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().report()));
        QVERIFY(fixture.run(*plan).kind == OperationOutcome::Kind::Succeeded);
        imported = webhooks();
        fixture.simulator->resetRequests();
    }

    [[nodiscard]] WebhookConfiguration webhooks()
    {
        const auto pair = fixture.credentials();
        const auto found = runTask(fixture.twilio->findIncomingNumber(pair, pair.accountSid, number, {}));
        return found ? found->webhooks : WebhookConfiguration();
    }

    [[nodiscard]] Result<RestoreOffer> undoOffer()
    {
        const auto pair = fixture.credentials();
        return runTask(fixture.importer->offerUndo(pair, number, {}));
    }

    [[nodiscard]] OperationOutcome undo()
    {
        const auto offer = undoOffer();
        if (!offer) {
            qFatal("%s", qPrintable(offer.error().report()));
        }
        return runTask(fixture.importer->undo(*offer, {}));
    }

    [[nodiscard]] Result<ImportPlan> reassignPlan()
    {
        auto other = input;
        other.agentId = otherAgent();
        other.customPrompt.clear();
        return runTask(fixture.importer->planReassign(other, {}));
    }

    [[nodiscard]] OperationOutcome reassign()
    {
        const auto plan = reassignPlan();
        if (!plan) {
            qFatal("%s", qPrintable(plan.error().report()));
        }
        return runTask(fixture.importer->reassign(*plan, {}));
    }

    [[nodiscard]] OperationOutcome change(bool isUndo) { return isUndo ? undo() : reassign(); }

    /// Another active one of the same key.
    [[nodiscard]] AgentId otherAgent() const
    {
        const auto agents = fixture.simulator->agents();
        for (const auto &agent : agents) {
            if (agent.isActive && agent.agentId != input.agentId.toString() &&
                agent.agentId != fixture.simulator->foreignAgentId()) {
                return *AgentId::parse(agent.agentId);
            }
        }
        qFatal("no other agent");
    }

    /// "agent" or, when the number is not at Nixflex, "".
    [[nodiscard]] QString agentNow() const
    {
        const auto row = fixture.simulator->nixflexNumber(number.e164());
        return row ? row->agentId : QString();
    }

    [[nodiscard]] bool isOld() { return agentNow() == input.agentId.toString() && webhooks() == imported; }
    [[nodiscard]] bool isNew(bool isUndo)
    {
        return isUndo ? agentNow().isEmpty() && webhooks().toJson() == before.toJson()
                      : agentNow() == otherAgent().toString() && webhooks() == imported;
    }

    /// Looks, arms something that goes wrong, changes, and ends that; what stays open is settled as at the
    /// next start of the program. Then there must be the old state or the new one in full, and the history
    /// must say which. Whatever it is becomes the old state of the next change.
    void changeThrough(bool isUndo, const std::function<void()> &arm, const std::function<void()> &disarm,
                       OperationOutcome &outcome)
    {
        const auto offer = isUndo ? undoOffer() : Result<RestoreOffer>();
        const auto plan = isUndo ? Result<ImportPlan>() : reassignPlan();
        QVERIFY(offer && plan);
        arm();
        outcome = isUndo ? runTask(fixture.importer->undo(*offer, {}))
                         : runTask(fixture.importer->reassign(*plan, {}));
        disarm();
        if (outcome.kind == OperationOutcome::Kind::Unknown) {
            fixture.restart();
            // On a busy machine the shortened patience of a test may end too early.
            for (int tries = 0; tries < 10 && last().phase != OperationRecord::Phase::Finished; ++tries) {
                QCOMPARE(settle().size(), 1);
            }
        }
        const auto done = last();
        QVERIFY(done.phase == OperationRecord::Phase::Finished);
        // Where nothing was begun, nothing is recorded.
        const bool isDone =
            done.id == outcome.operationId && done.outcome == OperationRecord::Outcome::Succeeded;
        const auto routing = webhooks();
        QVERIFY2(isDone ? isNew(isUndo) : isOld(),
                 qPrintable(u"outcome %1, agent \"%2\", as %3"_s.arg(
                     QString::number(static_cast<int>(done.outcome)), agentNow(),
                     routing == imported ? u"imported"_s
                     : routing == before ? u"before"_s
                                         : u"something else"_s)));
        QCOMPARE(isInFleet(), !isUndo || !isDone);
        if (isDone && isUndo) {
            import();
        } else if (isDone) {
            input.agentId = otherAgent();
        }
    }

    [[nodiscard]] QList<OperationRecord> settle() { return fixture.settleOpen(); }

    [[nodiscard]] OperationRecord last() { return fixture.operations().first(); }

    [[nodiscard]] bool isInFleet()
    {
        const auto key = fixture.nixflex->key().keyId();
        return runTask(fixture.ledger->number(key, number))->has_value();
    }

    OperationsFixture fixture;
    operations::PlanInput input;
    PhoneNumber number;
    WebhookConfiguration before;   ///< the import
    WebhookConfiguration imported; ///< right after it
};

[[nodiscard]] inline simulator::Fault faultAt(const QString &method, const QString &path, int status = 0)
{
    simulator::Fault fault;
    fault.method = method;
    fault.path = path;
    fault.status = status;
    return fault;
}

inline const QString nixflexNumbers = u"/v1/phone-numbers"_s;
inline const QString twilioNumber = u"/IncomingPhoneNumbers/PN"_s;

/// The three writes: a removal, an update at Twilio, an import.
[[nodiscard]] inline simulator::Fault faultAtWrite(const QString &write, int status = 0)
{
    return write == "delete"_L1   ? faultAt(u"DELETE"_s, nixflexNumbers, status)
           : write == "update"_L1 ? faultAt(u"POST"_s, twilioNumber, status)
                                  : faultAt(u"POST"_s, nixflexNumbers, status);
}

} // namespace numbers::test
