#include "routing/accountfixture.h"
#include "routing/resourcecache.h"
#include "support/fakeclock.h"
#include "support/runtask.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace numbers;
using routing::AccountResources;
using routing::Needs;
using test::runTask;

/// What is read once for many numbers of an account, and when it is read again.
class TestResourceCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAnAccountOnce();
    void readsOnlyWhatIsMissing();
    void readsAgainWhenItIsOld();
    void readsAgainWhenItIsForgotten();
    void keepsAccountsApart();
    void keepsWhatMayNotBeReadButNotWhatFailed_data();
    void keepsWhatMayNotBeReadButNotWhatFailed();
    void remembersNothingOfWhatWasCancelled();

private:
    Result<AccountResources> read(Needs needs, const CancelToken &cancel = {})
    {
        return runTask(m_cache->read(*m_account->client, m_account->pair, needs, cancel));
    }
    /// Requests since the last time.
    int requests()
    {
        const int count = m_account->simulator->countRequests({}, {});
        m_account->simulator->resetRequests();
        return count;
    }

    std::unique_ptr<test::AccountFixture> m_account;
    test::FakeClock m_age;
    std::unique_ptr<routing::ResourceCache> m_cache;
};

void TestResourceCache::init()
{
    m_account = std::make_unique<test::AccountFixture>(60);
    m_cache = std::make_unique<routing::ResourceCache>(m_age, 5min);
}

void TestResourceCache::readsAnAccountOnce()
{
    const auto first = read(Needs::all());
    QVERIFY(first && first->applications && first->trunks && first->services);
    QVERIFY(requests() >= 3);
    const auto second = read(Needs::all());
    QVERIFY(second && second->applications && second->trunks && second->services);
    QCOMPARE(second->applications->keys(), first->applications->keys());
    QCOMPARE(requests(), 0);
}

void TestResourceCache::readsOnlyWhatIsMissing()
{
    QVERIFY(read({true, false, false}));
    QCOMPARE(requests(), 1);
    const auto both = read({true, true, false});
    QVERIFY(both && both->applications && both->trunks && !both->services);
    QCOMPARE(m_account->simulator->countRequests({}, u"/v1/Trunks"_s), 1);
    QCOMPARE(requests(), 1);
}

void TestResourceCache::readsAgainWhenItIsOld()
{
    QVERIFY(read({true, false, false}));
    m_age.advance(4min);
    QVERIFY(read({true, true, false}));
    QCOMPARE(requests(), 2);
    // As old as its oldest part.
    m_age.advance(61s);
    QVERIFY(read({true, true, false}));
    QCOMPARE(requests(), 2);
}

void TestResourceCache::readsAgainWhenItIsForgotten()
{
    QVERIFY(read({true, false, false}));
    m_cache->forget(m_account->pair.accountSid);
    QVERIFY(read({true, false, false}));
    QCOMPARE(requests(), 2);
}

void TestResourceCache::keepsAccountsApart()
{
    const auto own = read({true, false, false});
    QVERIFY(own && !own->applications->isEmpty());
    const auto other = m_account->simulator->subaccounts().constFirst();
    const auto credentials = test::AccountFixture::pairOf(other);
    const auto others = runTask(m_cache->read(*m_account->client, credentials, {true, false, false}, {}));
    QVERIFY(others && others->applications);
    QCOMPARE(requests(), 2);
    const auto sids = others->applications->keys();
    for (const auto &sid : sids) {
        QVERIFY(!own->applications->contains(sid));
    }
}

void TestResourceCache::keepsWhatMayNotBeReadButNotWhatFailed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("forbidden") << 403 << true;
    QTest::newRow("product not there") << 404 << true;
    QTest::newRow("token replaced in a moment") << 401 << false;
    QTest::newRow("bad request") << 400 << false;
}

void TestResourceCache::keepsWhatMayNotBeReadButNotWhatFailed()
{
    QFETCH(int, status);
    QFETCH(bool, isKept);
    simulator::Fault fault;
    fault.path = u"/v1/Trunks"_s;
    fault.status = status;
    fault.times = 1;
    m_account->simulator->armFault(fault);
    const auto refused = read({false, true, false});
    QVERIFY(refused && !refused->trunks);
    const auto again = read({false, true, false});
    QVERIFY(again);
    QCOMPARE(again->trunks.has_value(), !isKept);
}

void TestResourceCache::remembersNothingOfWhatWasCancelled()
{
    CancelSource source;
    source.cancel();
    const auto stopped = read(Needs::all(), source.token());
    QVERIFY(!stopped && stopped.error().kind == Error::Kind::Cancelled);
    const auto resources = read(Needs::all());
    QVERIFY(resources && resources->applications && resources->trunks && resources->services);
}

QTEST_GUILESS_MAIN(TestResourceCache)
#include "tst_resourcecache.moc"
