#include "operations/plannerscene.h"

#include "simulator/world/sharedworld.h"

using namespace Qt::StringLiterals;

namespace numbers::test {

using simulator::Fault;
using simulator::TwilioNumber;
using simulator::WorldData;

PlannerScene::PlannerScene()
{
    input = fixture.exampleInput();
    number([](TwilioNumber &number) {
        number.voice = number.sms = true;
        number.voiceUrl.clear();
        number.smsUrl.clear();
    });
}

void PlannerScene::number(const std::function<void(TwilioNumber &)> &change)
{
    if (!fixture.simulator->changeNumber(input.phoneNumber.e164(), change)) {
        qFatal("there is no %s", qPrintable(input.phoneNumber.e164()));
    }
}

void PlannerScene::renamed(const QString &e164)
{
    addNumber(e164);
    input.phoneNumber = *PhoneNumber::fromE164(e164);
}

void PlannerScene::addNumber(const QString &e164)
{
    TwilioNumber copy = *fixture.simulator->number(input.phoneNumber.e164());
    copy.phoneNumber = e164;
    fixture.simulator->world().change([&copy](WorldData &data) {
        copy.sid = data.newSid(u"PN"_s);
        data.addNumber(copy);
    });
}

void PlannerScene::inService(bool isLeftToNumber)
{
    const TwilioNumber member = *fixture.simulator->number(input.phoneNumber.e164());
    fixture.simulator->world().change([&](WorldData &data) {
        for (auto &service : data.services) {
            if (service.accountSid == member.accountSid) {
                service.useInboundWebhookOnNumber = isLeftToNumber;
                service.numberSids.append(member.sid);
                return;
            }
        }
        qFatal("there is no service");
    });
}

void PlannerScene::imported(const QString &agentId)
{
    simulator::NixflexNumber row;
    row.phoneNumber = input.phoneNumber.e164();
    row.agentId = agentId;
    const QString ours = fixture.simulator->agentId();
    fixture.simulator->world().change([&](WorldData &data) {
        row.customer = data.agent(ours)->customer;
        data.addRow(row);
    });
}

void PlannerScene::agents(int count)
{
    const QString ours = fixture.simulator->agentId();
    fixture.simulator->world().change([&](WorldData &data) {
        const auto pattern = *data.agent(ours);
        data.agents.clear();
        for (int i = 0; i < count; ++i) {
            auto agent = pattern;
            agent.agentId = u"agent_%1"_s.arg(i);
            data.agents.append(agent);
        }
    });
}

void PlannerScene::account(const std::function<void(simulator::TwilioAccount &)> &change)
{
    fixture.simulator->changeAccount(input.credentials.accountSid.toString(), change);
}

void PlannerScene::verified(twilio::Account::Status status, twilio::Account::Type type)
{
    input.account.sid = input.credentials.accountSid;
    input.account.status = status;
    input.account.type = type;
}

void PlannerScene::refuse(const QString &path, int status)
{
    Fault fault;
    fault.path = path;
    fault.status = status;
    fault.times = 0;
    fixture.simulator->armFault(fault);
}

void PlannerScene::answer(const QString &path, const QByteArray &body)
{
    Fault fault;
    fault.path = path;
    fault.rawBody = body;
    fault.times = 0;
    fixture.simulator->armFault(fault);
}

Result<operations::ImportPlan> PlannerScene::plan()
{
    return runTask(operations::planImport(fixture.services(), input, cancel.token()));
}

} // namespace numbers::test
