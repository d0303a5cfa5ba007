#include "simulator/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// The ways in which the providers may differ from their documents, and lists at their worst.
class SimulatorModesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsActiveAgentsOnlyAndStillTellsOfTheOthers();
    void givesWholeAgentsInAnArray();
    void tellsUsageAsDocumented();
    void refusesAnImportWithoutCredit();
    void endsTheNumberListEarly_data();
    void endsTheNumberListEarly();
    void putsOddRowsIntoNixflexLists();
    void putsOddRowsIntoTwilioLists_data();
    void putsOddRowsIntoTwilioLists();
    void sendsTheFinalAnswerLateAfterAnInterimOne();
    void sendsInterimAnswersAlways();
    void letsARowSlipBetweenTwoPages_data();
    void letsARowSlipBetweenTwoPages();
    void changesModesWhileItRuns();
    void refusesModesItDoesNotKnow_data();
    void refusesModesItDoesNotKnow();

private:
    void start(const ProviderModes &modes, int fleet = 60)
    {
        SimulatorOptions options;
        options.modes = modes;
        options.fleet = fleet;
        m_simulator = Simulator::start(options);
    }
    WireAnswer nixflex(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        return Wire(m_simulator->port()).send(method, target, nixflexHeaders(*m_simulator), body);
    }
    QJsonArray page(const QByteArray &target, const QString &list)
    {
        return nixflex("GET", target).json().value(list).toArray();
    }
    QJsonObject twilio(const QString &target)
    {
        const TwilioAccount account = m_simulator->mainAccount();
        return Wire(m_simulator->port())
            .send("GET", target.toUtf8(),
                  "Authorization: Basic " + (account.sid + u':' + account.authToken).toUtf8().toBase64() +
                      "\r\n")
            .json();
    }
    static QStringList phonesIn(const QJsonArray &rows)
    {
        QStringList phones;
        for (const auto &row : rows) {
            phones.append(row.toObject().value(u"phone_number").toString());
        }
        return phones;
    }
    /// Everything that arrives until the socket has been silent for a while, at least `size` bytes.
    static QByteArray readAll(Wire &wire, const QByteArray &end)
    {
        QByteArray bytes;
        while (!bytes.endsWith(end) && wire.socket().waitForReadyRead(10'000)) {
            bytes += wire.socket().readAll();
        }
        return bytes;
    }

    std::unique_ptr<Simulator> m_simulator;
};

void SimulatorModesTest::listsActiveAgentsOnlyAndStillTellsOfTheOthers()
{
    start({});
    const QString inactive = m_simulator->inactiveAgentId();
    const auto isListed = [&] {
        const QJsonArray agents = page("/v1/agents?limit=100", u"agents"_s);
        return std::any_of(agents.begin(), agents.end(), [&](const auto &agent) {
            return agent.toObject().value(u"agent_id").toString() == inactive;
        });
    };
    QVERIFY(isListed());
    ProviderModes modes;
    modes.agentsListed = AgentsListed::ActiveOnly;
    m_simulator->setModes(modes);
    QVERIFY(!isListed());
    QCOMPARE(nixflex("GET", "/v1/agents").json().value(u"count").toInt(), 10);
    const QJsonObject agent = nixflex("GET", "/v1/agents/" + inactive.toUtf8()).json();
    QCOMPARE(agent.value(u"is_active"), QJsonValue(false));
    QVERIFY(page("/v1/agents?is_active=false", u"agents"_s).isEmpty());
}

void SimulatorModesTest::givesWholeAgentsInAnArray()
{
    ProviderModes modes;
    modes.agentsShape = AgentsShape::Array;
    start(modes);
    const QJsonArray agents = QJsonDocument::fromJson(nixflex("GET", "/v1/agents").body).array();
    QCOMPARE(agents.size(), 12);
    QVERIFY(agents.first().toObject().value(u"system_prompt").isString());
    modes.agentsShape = AgentsShape::Object;
    m_simulator->setModes(modes);
    QCOMPARE(page("/v1/agents", u"agents"_s).first().toObject().size(), 6);
}

void SimulatorModesTest::tellsUsageAsDocumented()
{
    ProviderModes modes;
    modes.usageShape = UsageShape::Documented;
    modes.creditUsd = 12.34;
    start(modes);
    const QJsonObject usage =
        nixflex("GET", "/v1/usage?period=custom&since=2025-02-01&until=2025-02-03").json();
    QCOMPARE(usage.value(u"period").toString(), u"custom"_s);
    QCOMPARE(usage.value(u"since").toString(), u"2025-02-01"_s);
    QCOMPARE(usage.value(u"until").toString(), u"2025-02-03"_s);
    QVERIFY(usage.value(u"calls").isObject());
    QVERIFY(usage.value(u"sms").isObject());
    QCOMPARE(usage.value(u"balance").toObject().value(u"credit_usd").toDouble(), 12.34);
    QVERIFY(!usage.contains(u"plan"));
}

void SimulatorModesTest::refusesAnImportWithoutCredit()
{
    ProviderModes modes;
    modes.creditUsd = 0;
    start(modes);
    const WireAnswer answer = nixflex("POST", "/v1/phone-numbers", importBody(*m_simulator));
    QCOMPARE(answer.status, 402);
    QCOMPARE(answer.json().value(u"error").toObject().value(u"type").toString(), u"payment_required"_s);
    QVERIFY(m_simulator->number(m_simulator->freeNumber())->voiceUrl.contains("/Flows/"_L1)); // untouched
    m_simulator->setModes({});
    QCOMPARE(nixflex("POST", "/v1/phone-numbers", importBody(*m_simulator)).status, 201);
}

void SimulatorModesTest::endsTheNumberListEarly_data()
{
    QTest::addColumn<ListMode>("listMode");
    QTest::addColumn<NumberCount>("numberCount");
    QTest::addColumn<bool>("countsAll");
    QTest::newRow("unpaged") << ListMode::Unpaged << NumberCount::Usual << false;
    QTest::newRow("unpaged, count of all") << ListMode::Unpaged << NumberCount::Total << true;
    QTest::newRow("paged") << ListMode::Paged << NumberCount::Usual << true;
    QTest::newRow("paged, count of the page") << ListMode::Paged << NumberCount::Rows << false;
}

void SimulatorModesTest::endsTheNumberListEarly()
{
    QFETCH(ListMode, listMode);
    QFETCH(NumberCount, numberCount);
    QFETCH(bool, countsAll);
    ProviderModes modes;
    modes.listMode = listMode;
    modes.numberCount = numberCount;
    modes.mostListedNumbers = 7;
    start(modes);
    const int all = static_cast<int>(m_simulator->nixflexNumbers().size());
    const QJsonObject first = nixflex("GET", "/v1/phone-numbers?limit=5").json();
    const int rows = listMode == ListMode::Paged ? 5 : 7;
    QCOMPARE(first.value(u"phone_numbers").toArray().size(), rows);
    QCOMPARE(first.value(u"count").toInt(), countsAll ? all : rows);
    if (listMode == ListMode::Paged) {
        QCOMPARE(page("/v1/phone-numbers?limit=5&offset=5", u"phone_numbers"_s).size(), 2);
        QVERIFY(page("/v1/phone-numbers?limit=5&offset=10", u"phone_numbers"_s).isEmpty());
    }
}

void SimulatorModesTest::putsOddRowsIntoNixflexLists()
{
    ProviderModes modes;
    modes.hasOddRows = true;
    start(modes);
    const int real = static_cast<int>(m_simulator->nixflexNumbers().size());
    QJsonArray rows;
    for (int offset = 0; offset < real + 5; offset += 10) {
        const QJsonArray more =
            page("/v1/phone-numbers?limit=10&offset=" + QByteArray::number(offset), u"phone_numbers"_s);
        QVERIFY(more.size() <= 10); // paging stays what it was
        for (const auto &row : more) {
            rows.append(row);
        }
    }
    QCOMPARE(rows.size(), real + 5);
    QCOMPARE(nixflex("GET", "/v1/phone-numbers").json().value(u"count").toInt(), real + 5);
    const QStringList phones = phonesIn(rows);
    QVERIFY(phones.contains(u"sip:desk@pbx.example"_s));
    QVERIFY(phones.contains(u"12345"_s));
    QVERIFY(rows.contains(QJsonValue()));
    QVERIFY(rows.contains(QJsonValue(u"not an object"_s)));
    for (const auto &number : m_simulator->nixflexNumbers()) {
        QVERIFY(phones.contains(number.phoneNumber)); // none has made room
    }
    const QJsonArray agents = page("/v1/agents?limit=100", u"agents"_s);
    QCOMPARE(agents.size(), 15);
    QVERIFY(agents.contains(QJsonValue()));
}

void SimulatorModesTest::putsOddRowsIntoTwilioLists_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("odd");
    QTest::newRow("accounts") << u"/2010-04-01/Accounts.json"_s << u"accounts"_s << 3;
    QTest::newRow("numbers") << u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers.json"_s
                             << u"incoming_phone_numbers"_s << 5;
    QTest::newRow("applications") << u"/2010-04-01/Accounts/%1/Applications.json"_s << u"applications"_s << 3;
    QTest::newRow("services") << u"/v1/Services"_s << u"services"_s << 3;
    QTest::newRow("trunks") << u"/v1/Trunks"_s << u"trunks"_s << 3;
}

void SimulatorModesTest::putsOddRowsIntoTwilioLists()
{
    QFETCH(QString, target);
    QFETCH(QString, list);
    QFETCH(int, odd);
    start({});
    if (target.contains(u"%1"_s)) {
        target = target.arg(m_simulator->mainAccount().sid);
    }
    const QJsonArray real = twilio(target).value(list).toArray();
    QVERIFY(!real.isEmpty());
    ProviderModes modes;
    modes.hasOddRows = true;
    m_simulator->setModes(modes);
    const QJsonArray rows = twilio(target).value(list).toArray();
    QCOMPARE(rows.size(), real.size() + odd);
    QVERIFY(rows.contains(QJsonValue()));
    QVERIFY(rows.contains(QJsonValue(u"not an object"_s)));
    for (const auto &row : real) {
        QVERIFY(rows.contains(row));
    }
}

void SimulatorModesTest::sendsTheFinalAnswerLateAfterAnInterimOne()
{
    start({});
    const QString phone = m_simulator->freeNumber();
    Fault fault;
    fault.method = u"POST"_s;
    fault.interimStatus = 103;
    fault.delayAnswer = std::chrono::milliseconds(300);
    m_simulator->armFault(fault);
    Wire wire(m_simulator->port());
    wire.startRequest("POST", "/v1/phone-numbers", nixflexHeaders(*m_simulator), importBody(*m_simulator));
    QVERIFY(wire.socket().waitForReadyRead(10'000));
    QCOMPARE(wire.socket().readAll(), QByteArray("HTTP/1.1 103 Early Hints\r\n\r\n"));
    QVERIFY(m_simulator->nixflexNumber(phone).has_value()); // executed, and not answered yet
    const WireAnswer late = wire.sendRaw({});
    QCOMPARE(late.status, 201);
    QVERIFY(late.milliseconds >= 200);
    QCOMPARE(wire.send("GET", "/v1/usage", nixflexHeaders(*m_simulator)).status,
             200); // the connection goes on
}

void SimulatorModesTest::sendsInterimAnswersAlways()
{
    ProviderModes modes;
    modes.interimStatus = 102;
    start(modes);
    for (const QByteArray target : {"/v1/usage", "/v1/nothing"}) {
        Wire wire(m_simulator->port());
        wire.startRequest("GET", target, nixflexHeaders(*m_simulator));
        const QByteArray bytes = readAll(wire, "}");
        QVERIFY(bytes.startsWith("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 "));
    }
}

void SimulatorModesTest::letsARowSlipBetweenTwoPages_data()
{
    QTest::addColumn<bool>("isRenewed");
    QTest::newRow("another row is removed") << false;
    QTest::newRow("the row itself becomes the newest") << true;
}

void SimulatorModesTest::letsARowSlipBetweenTwoPages()
{
    QFETCH(bool, isRenewed);
    start({});
    const QStringList before = phonesIn(page("/v1/phone-numbers?limit=100", u"phone_numbers"_s));
    const QString slips = isRenewed ? before.last() : before.at(10);
    Fault fault;
    fault.path = u"^/v1/phone-numbers\\?limit=10&offset=0$"_s;
    (isRenewed ? fault.renewRow : fault.removeRow) = isRenewed ? slips : u"newest"_s;
    m_simulator->armFault(fault);
    QStringList seen;
    for (int offset = 0; offset < before.size(); offset += 10) {
        seen += phonesIn(
            page("/v1/phone-numbers?limit=10&offset=" + QByteArray::number(offset), u"phone_numbers"_s));
    }
    QVERIFY(!seen.contains(slips));
    QVERIFY(m_simulator->nixflexNumber(slips).has_value()); // and it has been there all the time
    QCOMPARE(m_simulator->nixflexNumbers().size(), isRenewed ? before.size() : before.size() - 1);
}

void SimulatorModesTest::changesModesWhileItRuns()
{
    start({});
    Wire wire(m_simulator->port());
    const QByteArray token = controlHeaders(*m_simulator);
    const QJsonObject before = wire.send("GET", "/_simulator/modes", token).json();
    QCOMPARE(before.value(u"list_mode").toString(), u"paged"_s);
    const QByteArray wanted =
        R"({"list_mode":"unpaged","number_count":"total","most_listed_numbers":3,"agents_shape":"array",
        "agents_listed":"active","usage_shape":"documented","odd_rows":true,"interim_status":103,"credit_usd":1.5})";
    const QJsonObject after = wire.send("PATCH", "/_simulator/modes", token, wanted).json();
    QCOMPARE(after, QJsonDocument::fromJson(wanted).object());
    QCOMPARE(after.keys(), before.keys()); // every mode can be changed
    QCOMPARE(m_simulator->modes().mostListedNumbers, 3);
    QCOMPARE(
        wire.send("PATCH", "/_simulator/modes", token, R"({"interim_status":0})").json().value(u"list_mode"),
        QJsonValue(u"unpaged"_s)); // the others stay
    QCOMPARE(page("/v1/phone-numbers", u"phone_numbers"_s).size(), 3);
}

void SimulatorModesTest::refusesModesItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << QByteArray("unpaged");
    QTest::newRow("unknown") << QByteArray(R"({"list_mode":"unpaged","lists":"odd"})");
    QTest::newRow("word") << QByteArray(R"({"list_mode":"unpaged","agents_shape":"round"})");
    QTest::newRow("type") << QByteArray(R"({"list_mode":"unpaged","odd_rows":"yes"})");
    QTest::newRow("range") << QByteArray(R"({"list_mode":"unpaged","most_listed_numbers":-1})");
    QTest::newRow("fraction") << QByteArray(R"({"list_mode":"unpaged","most_listed_numbers":1.5})");
    QTest::newRow("final status") << QByteArray(R"({"list_mode":"unpaged","interim_status":204})");
    QTest::newRow("100 and 101 mean something else") << QByteArray(R"({"interim_status":101})");
    QTest::newRow("credit") << QByteArray(R"({"list_mode":"unpaged","credit_usd":1e300})");
}

void SimulatorModesTest::refusesModesItDoesNotKnow()
{
    QFETCH(QByteArray, body);
    start({});
    const WireAnswer answer =
        Wire(m_simulator->port()).send("PATCH", "/_simulator/modes", controlHeaders(*m_simulator), body);
    QCOMPARE(answer.status, 400);
    QVERIFY(!answer.json().value(u"error").toString().isEmpty());
    QVERIFY(m_simulator->modes().listMode == ListMode::Paged);
}

QTEST_GUILESS_MAIN(SimulatorModesTest)
#include "tst_simulatormodes.moc"
