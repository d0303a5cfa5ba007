#include "routing/accountfixture.h"
#include "routing/resources.h"
#include "routing/routing.h"
#include "support/runtask.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using routing::AccountResources;
using routing::Needs;
using test::runTask;

/// What an account's numbers share, read from the simulated Twilio.
class TestAccountResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsEachListOnce();
    void readsNothingThatIsNotNeeded();
    void resolvesEveryNumberOfTheFleet();
    void leavesEmptyWhatMayNotBeRead_data();
    void leavesEmptyWhatMayNotBeRead();
    void stopsWhenCancelled();

private:
    Result<AccountResources> read(Needs needs, const CancelToken &cancel = {})
    {
        return runTask(routing::readAccountResources(*m_account->client, m_account->pair, needs, cancel));
    }

    std::unique_ptr<test::AccountFixture> m_account;
};

void TestAccountResources::initTestCase()
{
    m_account = std::make_unique<test::AccountFixture>(200);
}

void TestAccountResources::init()
{
    m_account->simulator->clearFaults();
    m_account->simulator->resetRequests();
}

void TestAccountResources::readsEachListOnce()
{
    const auto resources = read(Needs::all());
    QVERIFY2(resources, resources ? "" : qPrintable(resources.error().report()));
    QVERIFY(resources->applications && !resources->applications->isEmpty());
    QVERIFY(resources->trunks && !resources->trunks->isEmpty());
    QVERIFY(resources->services);
    QStringList expected;
    const auto services = m_account->simulator->services();
    for (const auto &service : services) {
        if (service.accountSid == m_account->pair.accountSid.toString()) {
            expected << service.sid;
        }
    }
    QStringList read;
    for (const auto &service : std::as_const(*resources->services)) {
        read << service.sid;
        QCOMPARE(resources->serviceOf(service.senderSids.value(0)) == &service,
                 !service.senderSids.isEmpty());
    }
    QCOMPARE(read, expected);
    // One list of each kind, and one more for each service.
    QCOMPARE(m_account->simulator->countRequests({}, {}), 3 + static_cast<int>(expected.size()));
    QCOMPARE(m_account->simulator->countRequests(u"GET"_s, {}), m_account->simulator->countRequests({}, {}));
    for (const auto &application : std::as_const(*resources->applications)) {
        QVERIFY(application.voiceUrl.startsWith("https://"_L1));
        QVERIFY(!application.friendlyName.isEmpty());
    }
}

void TestAccountResources::readsNothingThatIsNotNeeded()
{
    const auto resources = read({});
    QVERIFY(resources);
    QVERIFY(!resources->applications && !resources->trunks && !resources->services);
    QCOMPARE(m_account->simulator->countRequests({}, {}), 0);
}

void TestAccountResources::resolvesEveryNumberOfTheFleet()
{
    const auto resources = read(Needs::all());
    QVERIFY(resources);
    const auto pair = m_account->pair;
    const auto numbers = runTask(m_account->client->listIncomingNumbers(pair, pair.accountSid, {}, {}, {}));
    QVERIFY(numbers);
    QSet<QString> seen;
    for (const auto &number : numbers->rows) {
        const auto routing = routing::resolve(number, *resources, {});
        for (const auto &answer : routing.answers) {
            // Everything that a number of this account names was found in it.
            QVERIFY2(answer.certainty != routing::Certainty::Unread, qPrintable(number.sid));
            QVERIFY2(answer.reason != routing::Answer::Reason::ResourceGone, qPrintable(number.sid));
            seen.insert(routing::wordOf(answer.via) + u' ' + routing::wordOf(answer.owner.kind));
        }
    }
    for (const auto &way :
         {u"number studio_flow"_s, u"number twiml_bin"_s, u"number function"_s, u"number demonstration"_s,
          u"number server"_s, u"number nobody"_s, u"sip_trunk sip_trunk"_s, u"twiml_app server"_s}) {
        QVERIFY2(seen.contains(way),
                 qPrintable(way + u" not in "_s + QStringList(seen.values()).join(u", "_s)));
    }
}

void TestAccountResources::leavesEmptyWhatMayNotBeRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("applications") << u"/Applications"_s << 403;
    QTest::newRow("trunks") << u"/v1/Trunks"_s << 403;
    QTest::newRow("services") << u"/v1/Services\\?"_s << 403;
    QTest::newRow("senders of a service") << u"/PhoneNumbers\\?"_s << 403;
    QTest::newRow("a product that does not know the pair") << u"/v1/Trunks"_s << 401;
    QTest::newRow("a product that is not there") << u"/v1/Trunks"_s << 404;
}

void TestAccountResources::leavesEmptyWhatMayNotBeRead()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    simulator::Fault fault;
    fault.path = path;
    fault.status = status;
    fault.times = 0;
    m_account->simulator->armFault(fault);
    const auto resources = read(Needs::all());
    QVERIFY2(resources, resources ? "" : qPrintable(resources.error().report()));
    QCOMPARE(resources->applications.has_value(), !path.contains(u"Applications"_s));
    QCOMPARE(resources->trunks.has_value(), !path.contains(u"Trunks"_s));
    // Half of the services would make numbers look free that are not.
    QCOMPARE(resources->services.has_value(),
             !path.contains(u"Services"_s) && !path.contains(u"PhoneNumbers"_s));
}

void TestAccountResources::stopsWhenCancelled()
{
    CancelSource source;
    source.cancel();
    const auto resources = read(Needs::all(), source.token());
    QVERIFY(!resources);
    QVERIFY(resources.error().kind == Error::Kind::Cancelled);
    QCOMPARE(m_account->simulator->countRequests({}, {}), 0);
}

QTEST_GUILESS_MAIN(TestAccountResources)
#include "tst_accountresources.moc"
