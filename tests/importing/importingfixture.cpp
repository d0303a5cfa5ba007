#include "importing/importingfixture.h"

using namespace Qt::StringLiterals;

namespace numbers::test {

namespace {

std::unique_ptr<simulator::Simulator> startSimulator(const simulator::SimulatorOptions &options)
{
    QString problem;
    auto simulator = simulator::Simulator::start(options, &problem);
    if (!simulator) {
        qFatal("the simulator does not start: %s", qPrintable(problem));
    }
    return simulator;
}

} // namespace

ImportingFixture::ImportingFixture(const simulator::SimulatorOptions &options, const QString &folder)
    : simulator(startSimulator(options))
    , http(clock)
    , m_folder(folder.isEmpty() ? directory.path() : folder)
{
    twilio = std::make_unique<twilio::Client>(http, twilio::Endpoints::single(simulator->twilioUrl()));
    nixflex = std::make_unique<nixflex::Client>(http, simulator->nixflexUrl(),
                                                *NixflexKey::parse(simulator->nixflexKey()));
    openLedger();
}

void ImportingFixture::openLedger()
{
    auto opened = runTask(store::Ledger::open(ledgerPath(), &clock));
    if (!opened) {
        qFatal("the ledger does not open: %s", qPrintable(opened.error().report()));
    }
    ledger = std::move(*opened);
    importer = std::make_unique<importing::Importer>(
        importing::OperationServices{*twilio, *nixflex, *ledger, clock, settle, lifetime.token()});
}

QString ImportingFixture::ledgerPath() const
{
    return m_folder + u"/ledger.sqlite"_s;
}

void ImportingFixture::restart()
{
    lifetime.cancel();
    importer.reset();
    ledger.reset();
    lifetime = CancelSource();
    openLedger();
}

twilio::Credentials ImportingFixture::credentials() const
{
    const auto account = simulator->mainAccount();
    return {*AccountSid::parse(account.sid),
            std::make_shared<const SecretString>(SecretString::fromText(account.authToken))};
}

importing::PlanInput ImportingFixture::exampleInput() const
{
    importing::PlanInput input;
    input.credentials = credentials();
    input.phoneNumber = *PhoneNumber::fromE164(simulator->freeNumber());
    input.agentId = *AgentId::parse(simulator->agentId());
    return input;
}

importing::ImportPlan ImportingFixture::examplePlan()
{
    auto plan = runTask(importer->plan(exampleInput(), {}));
    if (!plan || !plan->isPossible()) {
        qFatal("the example cannot be planned: %s",
               qPrintable(plan ? plan->problems.first().text : plan.error().report()));
    }
    return *plan;
}

importing::OperationOutcome ImportingFixture::run(const importing::ImportPlan &plan)
{
    return runTask(importer->run(plan, true, [](importing::ImportStep) {}, {}));
}

int ImportingFixture::posts() const
{
    return simulator->countRequests(u"POST"_s, {});
}

QList<store::OperationRecord> ImportingFixture::operations()
{
    const auto operations = runTask(ledger->operations(0, 0));
    return operations ? *operations : QList<store::OperationRecord>();
}

QStringList codesOf(const QList<importing::Note> &notes)
{
    QStringList codes;
    for (const auto &note : notes) {
        codes << note.code;
    }
    return codes;
}

} // namespace numbers::test
