#include "net/httpclient.h"
#include "support/runtask.h"
#include "support/scriptedserver.h"
#include "twilio/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::RawAnswer;
using test::RawRequest;
using test::runTask;
using test::ScriptedServer;

namespace {

const PhoneNumber number = *PhoneNumber::fromE164(u"+14155552671"_s);
const QByteArray oneNumber = R"({"sid":"PN00000000000000000000000000000001","phone_number":"+14155552671"})";

QByteArray numbersPage(const QByteArray &rows, const QByteArray &next = "null")
{
    return R"({"incoming_phone_numbers":[)" + rows + R"(],"next_page_uri":)" + next + '}';
}

QByteArray page(const QByteArray &key, const QByteArray &rows)
{
    return "{\"" + key + "\":[" + rows + R"(],"meta":{"next_page_url":null}})";
}

} // namespace

/// Lists of Twilio's with rows that nobody expects, and without an end.
class TestTwilioLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutNumbersThatCannotBeRead_data();
    void leavesOutNumbersThatCannotBeRead();
    void leavesOutOddRowsOfEveryOtherList();
    void endsWhereNextLinksDifferOnlyByAFragment();
    void endsWherePagesAddNothing();
    void hasNoLastPage();

private:
    [[nodiscard]] twilio::Client clientOf(const ScriptedServer &server)
    {
        return {m_http, twilio::Endpoints::single(server.url(u"/"_s))};
    }
    [[nodiscard]] Result<Listing<twilio::IncomingNumber>> numbersOf(const ScriptedServer &server)
    {
        twilio::Client client = clientOf(server);
        return runTask(client.listIncomingNumbers(m_pair, m_pair.accountSid, {}, {}, {}),
                       std::chrono::minutes(2));
    }

    const twilio::Credentials m_pair{
        *AccountSid::parse(u"AC00000000000000000000000000000001"_s),
        std::make_shared<const SecretString>(SecretString::fromText(QString(32, u'0')))};
    SystemClock m_clock;
    net::HttpClient m_http{m_clock};
};

void TestTwilioLists::leavesOutNumbersThatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("label");
    QTest::newRow("no sid") << QByteArray(R"({"phone_number":"+14155552671"})") << u"+14155552671"_s;
    QTest::newRow("other sid") << QByteArray(R"({"sid":"../x","phone_number":"+14155552671"})")
                               << u"+14155552671"_s;
    QTest::newRow("no number") << QByteArray(R"({"sid":"PN00000000000000000000000000000003"})")
                               << u"PN00000000000000000000000000000003"_s;
    QTest::newRow("short code")
        << QByteArray(R"({"sid":"PN00000000000000000000000000000003","phone_number":"12345"})") << u"12345"_s;
    QTest::newRow("number") << QByteArray("7") << u"7"_s;
    QTest::newRow("null") << QByteArray("null") << u"row 1"_s;
}

void TestTwilioLists::leavesOutNumbersThatCannotBeRead()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, label);
    ScriptedServer server([row](const RawRequest &) { //
        return RawAnswer::json(200, numbersPage(row + ',' + oneNumber));
    });
    const auto listed = numbersOf(server);
    QVERIFY2(listed, listed ? "" : qPrintable(listed.error().report()));
    QCOMPARE(listed->rows.size(), 1);
    QCOMPARE(labelsOf(listed->skipped), label);

    twilio::Client client = clientOf(server);
    const auto found = runTask(client.findIncomingNumber(m_pair, m_pair.accountSid, number, {}));
    QVERIFY2(found, found ? "" : qPrintable(found.error().report()));

    // It may be in the row that cannot be read.
    server.setScript([row](const RawRequest &) { return RawAnswer::json(200, numbersPage(row)); });
    const auto unsure = runTask(client.findIncomingNumber(m_pair, m_pair.accountSid, number, {}));
    QVERIFY(!unsure);
    QVERIFY(unsure.error().kind != Error::Kind::NotFound);
    QCOMPARE(unsure.error().providerCode, u"rows_skipped"_s);
    QVERIFY(unsure.error().userText.contains(label));
}

void TestTwilioLists::leavesOutOddRowsOfEveryOtherList()
{
    const ScriptedServer server([](const RawRequest &request) {
        const QByteArray path = request.target.left(request.target.indexOf('?'));
        if (path.endsWith("/Accounts.json")) {
            return RawAnswer::json(
                200, page("accounts", R"({"sid":"AC00000000000000000000000000000002"},{"sid":"me"})"));
        }
        if (path.endsWith("/Applications.json")) {
            return RawAnswer::json(200, page("applications", R"(null,{"sid":"AP1"})"));
        }
        if (path.endsWith("/Trunks")) {
            return RawAnswer::json(200, page("trunks", R"({"sid":"TK1"},[])"));
        }
        if (path.endsWith("/Services")) {
            return RawAnswer::json(
                200, page("services", R"({"sid":"MG00000000000000000000000000000001"},{"sid":"../x"})"));
        }
        return RawAnswer::json(200, page("phone_numbers", R"({"sid":"PN1"},"PN2")"));
    });
    twilio::Client client = clientOf(server);
    const auto accounts = runTask(client.listSubaccounts(m_pair, {}));
    QVERIFY(accounts);
    QCOMPARE(accounts->rows.size(), 1);
    QCOMPARE(labelsOf(accounts->skipped), u"me"_s);
    const auto applications = runTask(client.listApplications(m_pair, m_pair.accountSid, {}));
    QVERIFY(applications);
    QCOMPARE(applications->rows.size(), 1);
    QCOMPARE(labelsOf(applications->skipped), u"row 1"_s);
    const auto trunks = runTask(client.listTrunks(m_pair, {}));
    QVERIFY(trunks);
    QCOMPARE(trunks->rows.size(), 1);
    QCOMPARE(labelsOf(trunks->skipped), u"row 2"_s);
    const auto services = runTask(client.listMessagingServices(m_pair, {}));
    QVERIFY(services);
    QCOMPARE(services->rows.size(), 1);
    QCOMPARE(services->rows.constFirst().senderSids, QStringList{u"PN1"_s});
    QCOMPARE(labelsOf(services->skipped), u"../x, PN2"_s);
}

void TestTwilioLists::endsWhereNextLinksDifferOnlyByAFragment()
{
    int page = 0;
    const ScriptedServer server([&page](const RawRequest &request) {
        const QByteArray path = request.target.left(request.target.indexOf('?'));
        return RawAnswer::json(
            200, numbersPage({}, '"' + path + "?PageSize=1000#" + QByteArray::number(++page) + '"'));
    });
    const auto listed = numbersOf(server);
    QVERIFY(!listed);
    QVERIFY(listed.error().kind == Error::Kind::BadReply);
    QCOMPARE(server.requestCount(), 1);
}

void TestTwilioLists::endsWherePagesAddNothing()
{
    int page = 0;
    const ScriptedServer server([&page](const RawRequest &request) {
        const QByteArray path = request.target.left(request.target.indexOf('?'));
        return RawAnswer::json(
            200, numbersPage(oneNumber, '"' + path + "?Page=" + QByteArray::number(++page) + '"'));
    });
    const auto listed = numbersOf(server);
    QVERIFY(!listed);
    QVERIFY(listed.error().kind == Error::Kind::BadReply);
    QCOMPARE(server.requestCount(), 2);
}

void TestTwilioLists::hasNoLastPage()
{
    // 10,000 pages were the end of every list.
    int page = 0;
    const ScriptedServer server([&page](const RawRequest &request) {
        const QByteArray path = request.target.left(request.target.indexOf('?'));
        const QByteArray digits = QByteArray::number(++page).rightJustified(8, '0');
        const QByteArray row =
            R"({"sid":"PN000000000000000000000000)" + digits + R"(","phone_number":"+141)" + digits + R"("})";
        return RawAnswer::json(
            200, numbersPage(row, page < 10'500 ? '"' + path + "?Page=" + digits + '"' : "null"));
    });
    const auto listed = numbersOf(server);
    QVERIFY2(listed, listed ? "" : qPrintable(listed.error().report()));
    QCOMPARE(listed->rows.size(), 10'500);
}

QTEST_GUILESS_MAIN(TestTwilioLists)
#include "tst_twiliolists.moc"
