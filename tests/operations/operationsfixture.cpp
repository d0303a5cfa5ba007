#include "operations/operationsfixture.h"

#include <tuple>

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

OperationsFixture::OperationsFixture(const simulator::SimulatorOptions &options, const QString &folder)
    : simulator(startSimulator(options))
    , parts(std::make_shared<Parts>(clock))
    , m_folder(folder.isEmpty() ? directory.path() : folder)
{
    makeClients(simulator->twilioUrl(), simulator->nixflexUrl());
    openLedger();
}

OperationsFixture::~OperationsFixture()
{
    close();
}

void OperationsFixture::close()
{
    closing.cancel();
    parts->http.close();
    if (ledger) {
        ledger->close();
    }
}

void OperationsFixture::makeClients(QUrl twilioUrl, QUrl nixflexUrl)
{
    m_twilioUrl = twilioUrl;
    m_nixflexUrl = nixflexUrl;
    twilio = std::make_shared<twilio::Client>(parts->http, twilio::Endpoints::single(std::move(twilioUrl)));
    nixflex = std::make_shared<nixflex::Client>(parts->http, std::move(nixflexUrl),
                                                *NixflexKey::parse(simulator->nixflexKey()));
}

void OperationsFixture::hurry(int pace)
{
    clock.hurry(pace);
    settle.executionWindow *= pace;
    settle.pollInterval *= pace;
    settle.patience *= pace;
    settle.listInterval *= pace;
    importer = std::make_unique<operations::Operations>(services());
}

void OperationsFixture::routeThrough(quint16 port)
{
    auto twilioUrl = simulator->twilioUrl();
    auto nixflexUrl = simulator->nixflexUrl();
    twilioUrl.setPort(port);
    nixflexUrl.setPort(port);
    importer.reset();
    makeClients(std::move(twilioUrl), std::move(nixflexUrl));
    importer = std::make_unique<operations::Operations>(services());
}

void OperationsFixture::openLedger()
{
    auto opened = runTask(store::Ledger::open(ledgerPath(), &clock));
    if (!opened) {
        qFatal("the ledger does not open: %s", qPrintable(opened.error().report()));
    }
    ledger = std::move(*opened);
    importer = std::make_unique<operations::Operations>(services());
}

operations::OperationServices OperationsFixture::services()
{
    using Owned = std::tuple<std::shared_ptr<Parts>, std::shared_ptr<twilio::Client>,
                             std::shared_ptr<nixflex::Client>, std::shared_ptr<store::Ledger>>;
    return {*twilio,           *nixflex,
            *ledger,           clock,
            parts->resources,  parts->registry,
            parts->numberList, settle,
            closing.token(),   std::make_shared<Owned>(parts, twilio, nixflex, ledger)};
}

QList<store::OperationRecord> OperationsFixture::settleOpen()
{
    const operations::AuthTokenSource tokens =
        [token = credentials().authToken](
            AccountSid) -> QCoro::Task<Result<std::shared_ptr<const SecretString>>> { co_return token; };
    const auto settled = runTask(importer->settleUnfinished(tokens, std::nullopt, {}));
    if (!settled) {
        qFatal("%s", qPrintable(settled.error().report()));
    }
    return *settled;
}

QString OperationsFixture::ledgerPath() const
{
    return m_folder + u"/ledger.sqlite"_s;
}

void OperationsFixture::restart()
{
    close();
    importer.reset();
    closing = CancelSource();
    parts = std::make_shared<Parts>(clock);
    makeClients(m_twilioUrl, m_nixflexUrl);
    openLedger();
}

twilio::Credentials OperationsFixture::credentials() const
{
    const auto account = simulator->mainAccount();
    return {*AccountSid::parse(account.sid),
            std::make_shared<const SecretString>(SecretString::fromText(account.authToken))};
}

operations::PlanInput OperationsFixture::exampleInput() const
{
    operations::PlanInput input;
    input.credentials = credentials();
    input.phoneNumber = *PhoneNumber::fromE164(simulator->freeNumber());
    input.agentId = *AgentId::parse(simulator->agentId());
    return input;
}

operations::ImportPlan OperationsFixture::examplePlan()
{
    auto plan = runTask(importer->plan(exampleInput(), {}));
    if (!plan || !plan->isPossible()) {
        qFatal("the example cannot be planned: %s",
               qPrintable(plan ? plan->problems.first().text : plan.error().report()));
    }
    return *plan;
}

operations::OperationOutcome OperationsFixture::run(const operations::ImportPlan &plan)
{
    return runTask(importer->run(plan, true, [](operations::ImportStep) {}, {}));
}

int OperationsFixture::posts() const
{
    return simulator->countRequests(u"POST"_s, {});
}

QList<store::OperationRecord> OperationsFixture::operations()
{
    const auto operations = runTask(ledger->operations(0, 0));
    return operations ? *operations : QList<store::OperationRecord>();
}

QList<LostAnswer> lostAnswers(const simulator::Fault &at)
{
    using simulator::Drop;
    using simulator::Fault;
    QList<LostAnswer> answers;
    const auto add = [&](const char *name, bool isExecuted, const std::function<void(Fault &)> &change) {
        Fault fault = at;
        change(fault);
        answers.append({name, fault, isExecuted});
    };
    add("closed after executing", true, [](Fault &fault) { fault.drop = Drop::AfterExecuting; });
    add("reset after executing", true, [](Fault &fault) {
        fault.drop = Drop::AfterExecuting;
        fault.reset = true;
    });
    add("closed before executing", false, [](Fault &fault) { fault.drop = Drop::BeforeExecuting; });
    add("reset before executing", false, [](Fault &fault) {
        fault.drop = Drop::BeforeExecuting;
        fault.reset = true;
    });
    add("no body at all", true, [](Fault &fault) { fault.cutBodyAfter = 0; });
    add("body cut off after 20 bytes", true, [](Fault &fault) { fault.cutBodyAfter = 20; });
    add("body cut off after 40 bytes", true, [](Fault &fault) { fault.cutBodyAfter = 40; });
    add("no JSON", true, [](Fault &fault) { fault.malformedJson = true; });
    add("HTML of a gateway", true, [](Fault &fault) {
        fault.html = true;
        fault.executeFirst = true;
    });
    add("500 after executing", true, [](Fault &fault) {
        fault.status = 500;
        fault.executeFirst = true;
    });
    add("502 after executing", true, [](Fault &fault) {
        fault.status = 502;
        fault.executeFirst = true;
    });
    add("an answer of 17 MB", true, [](Fault &fault) { fault.hugeBody = 17 * 1024 * 1024; });
    add("500 without executing", false, [](Fault &fault) { fault.status = 500; });
    add("503 without executing", false, [](Fault &fault) { fault.status = 503; });
    return answers;
}

QStringList codesOf(const QList<operations::Note> &notes)
{
    QStringList codes;
    for (const auto &note : notes) {
        codes << note.code;
    }
    return codes;
}

} // namespace numbers::test
