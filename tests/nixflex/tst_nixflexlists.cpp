#include "net/httpclient.h"
#include "nixflex/client.h"
#include "support/runtask.h"
#include "support/scriptedserver.h"

#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace numbers;
using nixflex::ListGap;
using test::RawAnswer;
using test::RawRequest;
using test::runTask;
using test::ScriptedServer;

namespace {

PhoneNumber numberAt(qsizetype index)
{
    return *PhoneNumber::fromE164(u"+1415%1"_s.arg(index, 7, 10, QChar(u'0')));
}

QByteArray rowJson(const PhoneNumber &number)
{
    return R"({"phone_number":")" + number.e164().toLatin1() + R"(","agent_id":"a"})";
}

QByteArrayList rowsUpTo(qsizetype count)
{
    QByteArrayList rows;
    for (qsizetype index = 0; index < count; ++index) {
        rows << rowJson(numberAt(index));
    }
    return rows;
}

/// How a server treats lists: what it makes of limit and offset, and of its answer's form.
struct ListManner
{
    qsizetype total = 0;
    bool knowsLimit = true;
    bool knowsOffset = true;
    qsizetype largestPage = 100;
    bool isBareArray = false;
    bool countsAll = true;
    qsizetype countsMore = 0;
};

RawAnswer pageOf(const QByteArrayList &rows, const RawRequest &request, const ListManner &manner)
{
    const QUrlQuery query(QUrl::fromEncoded(request.target).query());
    const qsizetype offset = manner.knowsOffset ? query.queryItemValue(u"offset"_s).toInt() : 0;
    const qsizetype asked = manner.knowsLimit ? query.queryItemValue(u"limit"_s).toInt() : manner.largestPage;
    const QByteArrayList page = rows.mid(offset, std::min(asked, manner.largestPage));
    const QByteArray text = '[' + page.join(',') + ']';
    const auto count = (manner.countsAll ? rows.size() : page.size()) + manner.countsMore;
    return RawAnswer::json(200, manner.isBareArray ? text
                                                   : R"({"phone_numbers":)" + text + R"(,"count":)" +
                                                         QByteArray::number(count) + '}');
}

ScriptedServer::Script listing(const ListManner &manner)
{
    return [manner](const RawRequest &request) { return pageOf(rowsUpTo(manner.total), request, manner); };
}

/// The rows change after so many requests.
ScriptedServer::Script changing(QList<QByteArrayList> states)
{
    const auto requests = std::make_shared<int>(0);
    return [states = std::move(states), requests](const RawRequest &request) {
        const auto at = std::min<qsizetype>((*requests)++, states.size() - 1);
        return pageOf(states.at(at), request, {});
    };
}

QByteArray objectOf(const QByteArray &rows)
{
    return R"({"phone_numbers":[)" + rows + "]}";
}

} // namespace

Q_DECLARE_METATYPE(ListManner)

/// What a list of Nixflex's proves, and what it does not.
class TestNixflexLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheListOfAnyServer_data();
    void readsTheListOfAnyServer();
    void provesNoAbsenceByAListThatMayBeCutOff();
    void readsTheListAgainWhenARowSlippedBetweenTwoPages();
    void trustsNoListWhoseRowsMoveEveryTime();
    void readsOnWhenARowCameInAtTheFront();
    void leavesOutRowsThatCannotBeRead_data();
    void leavesOutRowsThatCannotBeRead();
    void leavesOutAgentsThatCannotBeRead();
    void stopsReadingWhenTheNumberIsFound();
    void looksAmongTheNumbersOfOneAgent();
    void hasNoLastPage();
    void fetchesOneAgent_data();
    void fetchesOneAgent();

private:
    [[nodiscard]] nixflex::Client clientOf(const ScriptedServer &server)
    {
        return {m_http, server.url(u"/"_s), *NixflexKey::parse(u"nxf_abc:nxfs_def"_s)};
    }

    SystemClock m_clock;
    net::HttpClient m_http{m_clock};
};

void TestNixflexLists::readsTheListOfAnyServer_data()
{
    QTest::addColumn<ListManner>("manner");
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("listed");
    QTest::addColumn<ListGap>("gap");
    const auto add = [](const char *name, const ListManner &manner, int requests, ListGap gap = ListGap::None,
                        qsizetype listed = -1) {
        QTest::newRow(name) << manner << requests << static_cast<int>(listed < 0 ? manner.total : listed)
                            << gap;
    };
    const ListManner unpaged{.knowsLimit = false, .knowsOffset = false, .largestPage = 1000};
    const auto unpagedOf = [unpaged](qsizetype total) {
        ListManner manner = unpaged;
        manner.total = total;
        return manner;
    };
    add("empty", {.total = 0}, 1);
    add("one page", {.total = 24}, 1);
    add("as many as a page has by default", {.total = 25}, 2);
    add("full page", {.total = 100}, 2);
    add("full pages", {.total = 199}, 3);
    add("three pages", {.total = 250}, 3);
    add("count is the page's size", {.total = 250, .countsAll = false}, 3);
    add("bare array", {.total = 250, .isBareArray = true}, 3);
    add("smaller pages than asked for", {.total = 60, .largestPage = 25}, 3);
    add("default pages, counted one by one", {.total = 60, .largestPage = 25, .countsAll = false}, 3);
    add("pages of its own size", {.total = 250, .knowsLimit = false, .largestPage = 100}, 3);
    add("paged thousand", {.total = 1000}, 11);
    add("counts more than it gives", {.total = 60, .countsMore = 1}, 2, ListGap::FewerThanCounted);
    add("always the first page", {.total = 150, .knowsOffset = false, .countsAll = false}, 6,
        ListGap::RowsMoved, 100);
    add("unpaged", unpagedOf(250), 1);
    add("unpaged, exactly a page", unpagedOf(100), 2);
    add("unpaged, one less than full", unpagedOf(999), 1);
    add("unpaged and full", unpagedOf(1000), 1, ListGap::MayBeCutOff);
    add("unpaged and cut off", unpagedOf(3000), 1, ListGap::MayBeCutOff, 1000);
    ListManner bare = unpagedOf(999);
    bare.isBareArray = true;
    add("unpaged bare array", bare, 1);
    ListManner counting = unpagedOf(999);
    counting.countsMore = 2001;
    add("unpaged, counts more than it gives", counting, 1, ListGap::FewerThanCounted);
}

void TestNixflexLists::readsTheListOfAnyServer()
{
    QFETCH(ListManner, manner);
    QFETCH(int, requests);
    QFETCH(int, listed);
    QFETCH(ListGap, gap);
    const ScriptedServer server(listing(manner));
    nixflex::Client client = clientOf(server);
    qsizetype shown = 0;
    const auto onPage = [&shown](const QList<nixflex::Number> &page) { shown += page.size(); };
    const auto list = runTask(client.listNumbers(onPage, {}));
    QVERIFY2(list, list ? "" : qPrintable(list.error().report()));
    QCOMPARE(list->numbers.size(), listed);
    QCOMPARE(shown, listed);
    QCOMPARE(list->state.gap, gap);
    QVERIFY(list->state.skipped.isEmpty());
    QCOMPARE(server.requestCount(), requests);
    QCOMPARE(server.requests().constFirst().target, QByteArray("/v1/phone-numbers?limit=100&offset=0"));

    const auto absent = runTask(client.lookUpNumber(numberAt(manner.total), {}));
    QVERIFY(absent && !absent->number);
    QCOMPARE(absent->isAbsenceProven, gap == ListGap::None);
}

void TestNixflexLists::provesNoAbsenceByAListThatMayBeCutOff()
{
    const ScriptedServer server(
        listing({.total = 3000, .knowsLimit = false, .knowsOffset = false, .largestPage = 1000}));
    nixflex::Client client = clientOf(server);
    const auto within = runTask(client.lookUpNumber(numberAt(999), {}));
    QVERIFY(within && within->number);
    const auto beyond = runTask(client.lookUpNumber(numberAt(1000), {}));
    QVERIFY(beyond && !beyond->number);
    QVERIFY(!beyond->isAbsenceProven);
    QCOMPARE(beyond->state.gap, ListGap::MayBeCutOff);
}

void TestNixflexLists::readsTheListAgainWhenARowSlippedBetweenTwoPages()
{
    // A row of the first page goes away while it is read: what was the 101st is the 100th then, and would
    // be on no page.
    const QByteArrayList before = rowsUpTo(150);
    QByteArrayList after = before;
    after.removeAt(10);
    ScriptedServer server(changing({before, after}));
    nixflex::Client client = clientOf(server);
    const auto slipped = runTask(client.lookUpNumber(numberAt(100), {}));
    QVERIFY(slipped && slipped->number);

    server.forget();
    server.setScript(changing({before, after}));
    const auto list = runTask(client.listNumbers({}, {}));
    QVERIFY(list && list->state.isComplete());
    QCOMPARE(server.requestCount(), 4);
    QCOMPARE(list->numbers.size(), 150); // also the one that was there at first
}

void TestNixflexLists::trustsNoListWhoseRowsMoveEveryTime()
{
    QByteArrayList rows = rowsUpTo(190);
    QList<QByteArrayList> states;
    for (int request = 0; request < 12; ++request) {
        states << rows;
        rows.removeFirst();
    }
    const ScriptedServer server(changing(states));
    nixflex::Client client = clientOf(server);
    const auto list = runTask(client.listNumbers({}, {}));
    QVERIFY(list);
    QCOMPARE(list->state.gap, ListGap::RowsMoved);
    QVERIFY(list->numbers.size() >= 100);
    QCOMPARE(server.requestCount(), 6); // three times two pages
}

void TestNixflexLists::readsOnWhenARowCameInAtTheFront()
{
    const QByteArrayList before = rowsUpTo(150);
    QByteArrayList after = before;
    after.prepend(rowJson(numberAt(500)));
    const ScriptedServer server(changing({before, after}));
    nixflex::Client client = clientOf(server);
    const auto list = runTask(client.listNumbers({}, {}));
    QVERIFY(list);
    QCOMPARE(list->numbers.size(), 150);
    QCOMPARE(list->state.gap, ListGap::FewerThanCounted);
    QCOMPARE(server.requestCount(), 2);
}

void TestNixflexLists::leavesOutRowsThatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("label");
    QTest::newRow("SIP address") << QByteArray(R"({"phone_number":"sip:desk@example.com"})")
                                 << u"sip:desk@example.com"_s;
    QTest::newRow("short code") << QByteArray(R"({"phone_number":"12345"})") << u"12345"_s;
    QTest::newRow("number that is none") << QByteArray(R"({"phone_number":415})") << u"415"_s;
    QTest::newRow("no number") << QByteArray("{}") << u"row 2"_s;
    QTest::newRow("null") << QByteArray("null") << u"row 2"_s;
    QTest::newRow("text") << QByteArray(R"("+14155550000")") << u"+14155550000"_s;
    QTest::newRow("list") << QByteArray("[]") << u"row 2"_s;
    QTest::newRow("line breaks") << QByteArray(R"({"phone_number":"a\nb\u202ec"})") << u"a bc"_s;
    QTest::newRow("odd profile") << QByteArray(R"({"phone_number":"+14155550000","custom_prompt":[]})")
                                 << u"+14155550000"_s;
}

void TestNixflexLists::leavesOutRowsThatCannotBeRead()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, label);
    const ScriptedServer server([row](const RawRequest &) {
        return RawAnswer::json(200, objectOf(rowJson(numberAt(1)) + ',' + row + ',' + rowJson(numberAt(2))));
    });
    nixflex::Client client = clientOf(server);
    const auto list = runTask(client.listNumbers({}, {}));
    QVERIFY2(list, list ? "" : qPrintable(list.error().report()));
    QCOMPARE(list->numbers.size(), 2);
    QCOMPARE(list->state.skipped.size(), 1);
    QCOMPARE(list->state.skipped.constFirst().label(), label);
    QVERIFY(!list->state.skipped.constFirst().problem.isEmpty());

    const auto present = runTask(client.lookUpNumber(numberAt(2), {}));
    QVERIFY(present && present->number);
    const auto absent = runTask(client.lookUpNumber(numberAt(3), {}));
    QVERIFY(absent && !absent->number);
    QVERIFY(!absent->isAbsenceProven);
}

void TestNixflexLists::leavesOutAgentsThatCannotBeRead()
{
    const ScriptedServer server([](const RawRequest &) {
        return RawAnswer::json(
            200, R"([{"agent_id":"a"},null,{"agent_id":"two words"},{"id":123456789012345678}])");
    });
    nixflex::Client client = clientOf(server);
    const auto list = runTask(client.listAgents({}));
    QVERIFY2(list, list ? "" : qPrintable(list.error().report()));
    QCOMPARE(list->agents.size(), 2);
    QCOMPARE(list->agents.constLast().id.toString(), u"123456789012345678"_s);
    QCOMPARE(labelsOf(list->state.skipped), u"row 2, two words"_s);
}

void TestNixflexLists::stopsReadingWhenTheNumberIsFound()
{
    const ScriptedServer server(listing({.total = 500}));
    nixflex::Client client = clientOf(server);
    const auto found = runTask(client.lookUpNumber(numberAt(150), {}));
    QVERIFY(found && found->number);
    QCOMPARE(server.requestCount(), 2);
}

void TestNixflexLists::looksAmongTheNumbersOfOneAgent()
{
    const ScriptedServer server(
        [](const RawRequest &) { return RawAnswer::json(200, objectOf(rowJson(numberAt(1)))); });
    nixflex::Client client = clientOf(server);
    const AgentId agent = *AgentId::parse(u"a&b"_s);
    const auto found = runTask(client.lookUpNumberAt(agent, numberAt(1), {}));
    QVERIFY(found && found->number);
    QCOMPARE(server.requests().constFirst().target,
             QByteArray("/v1/phone-numbers?agent_id=a%26b&limit=100&offset=0"));
}

void TestNixflexLists::hasNoLastPage()
{
    // 10,000 pages of 100 were the end of every list: pages of one row make that many quickly.
    const ScriptedServer server([](const RawRequest &request) {
        const QUrlQuery query(QUrl::fromEncoded(request.target).query());
        const auto offset = query.queryItemValue(u"offset"_s).toInt();
        const QByteArray rows = rowJson(numberAt(offset)) +
                                (offset < 10'500 ? ',' + rowJson(numberAt(offset + 1)) : QByteArray());
        return RawAnswer::json(200, R"({"phone_numbers":[)" + rows + R"(],"count":10501})");
    });
    nixflex::Client client = clientOf(server);
    const auto list = runTask(client.listNumbers({}, {}), std::chrono::minutes(2));
    QVERIFY2(list, list ? "" : qPrintable(list.error().report()));
    QCOMPARE(list->numbers.size(), 10'501);
    QVERIFY(list->state.isComplete());
}

void TestNixflexLists::fetchesOneAgent_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("active") << 200 << QByteArray(R"({"agent_id":"a/b","is_active":true})") << u"active"_s;
    QTest::newRow("inactive") << 200 << QByteArray(R"({"agent":{"agent_id":"a/b","is_active":false}})")
                              << u"inactive"_s;
    QTest::newRow("gone") << 404 << QByteArray(R"({"error":{"code":"agent_not_found"}})") << u"gone"_s;
    QTest::newRow("another agent") << 200 << QByteArray(R"({"agent_id":"c"})") << u"error"_s;
    QTest::newRow("somebody else's 404") << 404 << QByteArray("<html>Not found</html>") << u"error"_s;
    QTest::newRow("refused") << 403 << QByteArray(R"({"error":{"code":"agent_not_owned"}})") << u"error"_s;
}

void TestNixflexLists::fetchesOneAgent()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const ScriptedServer server([=](const RawRequest &) { return RawAnswer::json(status, body); });
    nixflex::Client client = clientOf(server);
    const auto agent = runTask(client.fetchAgent(*AgentId::parse(u"a/b"_s), {}));
    const QString got = !agent                               ? u"error"_s
                        : !agent->has_value()                ? u"gone"_s
                        : (*agent)->isActive.value_or(false) ? u"active"_s
                                                             : u"inactive"_s;
    QCOMPARE(got, expected);
    QCOMPARE(server.requests().constFirst().target, QByteArray("/v1/agents/a%2Fb"));
}

QTEST_GUILESS_MAIN(TestNixflexLists)
#include "tst_nixflexlists.moc"
