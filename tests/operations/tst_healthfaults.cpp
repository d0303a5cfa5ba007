#include "operations/healthscene.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using store::Health;
using test::HealthScene;

namespace {

simulator::Fault faultOf(const QString &kind)
{
    simulator::Fault fault;
    fault.times = 0;
    if (kind == "timeout"_L1) {
        fault.delay = std::chrono::seconds(5);
    } else {
        fault.status = kind.toInt();
        fault.retryAfter = kind == "429"_L1 ? 1 : -1;
    }
    return fault;
}

const auto kinds = QStringList{u"401"_s, u"403"_s, u"429"_s, u"500"_s, u"timeout"_s};

} // namespace

/// What a health check says when a call fails: over real sockets.
class TestHealthFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksNothingWronglyWhenACallFails_data();
    void marksNothingWronglyWhenACallFails();
    void failsAsAWholeWithoutNixflex_data();
    void failsAsAWholeWithoutNixflex();
    void keepsWhatItKnewWhenTwilioFails();
};

void TestHealthFaults::marksNothingWronglyWhenACallFails_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("codes");
    const QStringList good;
    for (const auto &kind : kinds) {
        const auto refused =
            kind == "401"_L1 ? QStringList{u"token_refused"_s} : QStringList{u"not_checked"_s};
        // The account resource is closed to some pairs that may read its numbers.
        QTest::addRow("account %s", qPrintable(kind))
            << u"/Accounts/%1\\.json"_s << kind << (kind == "403"_L1 ? good : refused);
        QTest::addRow("numbers %s", qPrintable(kind))
            << u"/Accounts/%1/IncomingPhoneNumbers"_s << kind << refused;
        QTest::addRow("services %s", qPrintable(kind))
            << u"/v1/Services$|/v1/Services\\?"_s << kind << QStringList{u"texts_not_checked"_s};
        QTest::addRow("senders %s", qPrintable(kind))
            << u"/v1/Services/MG"_s << kind << QStringList{u"texts_not_checked"_s};
        QTest::addRow("trunks %s", qPrintable(kind)) << u"/v1/Trunks"_s << kind << good;
        QTest::addRow("applications %s", qPrintable(kind)) << u"/Accounts/%1/Applications"_s << kind << good;
    }
}

void TestHealthFaults::marksNothingWronglyWhenACallFails()
{
    QFETCH(const QString, path);
    QFETCH(const QString, kind);
    QFETCH(const QStringList, codes);
    HealthScene scene;
    scene.fixture.clock.hurry(10);
    scene.fixture.parts->http.setLongestAttempt(std::chrono::seconds(3));
    scene.know();
    const auto number = scene.example();
    const auto main = scene.fixture.simulator->mainAccount().sid;
    auto fault = faultOf(kind);
    fault.path = path.contains("%1"_L1) ? path.arg(main) : path;
    scene.fixture.simulator->armFault(fault);
    // What every account is asked for fails for one as for all, and every failure is waited for.
    std::optional<QList<PhoneNumber>> scope;
    if (!path.contains("%1"_L1)) {
        scope = QList{number};
    }
    const auto report = scene.check(scope);
    QVERIFY2(report, report ? "" : qPrintable(report.error().report()));
    QCOMPARE(HealthScene::codes(*report, number), codes);
    QCOMPARE(scene.codesInLedger(number), codes);
    const bool isNotChecked = codes.contains(u"not_checked"_s);
    QCOMPARE(report->unread.size(), isNotChecked ? 1 : 0);
    if (isNotChecked) {
        QVERIFY(!operations::findingsOf(scene.row(number)).first().reason.isEmpty());
        QVERIFY(!scene.row(number).checkedAt.isValid());
    }
    // The other accounts' numbers are none of its business.
    if (path.contains("%1"_L1)) {
        const auto sub = scene.imported(scene.fixture.simulator->subaccounts().first().sid);
        QVERIFY(!sub.isEmpty());
        for (const auto &other : sub) {
            const auto found = HealthScene::codes(*report, *PhoneNumber::fromE164(other));
            QVERIFY2(!found.contains(u"not_checked"_s) && !found.contains(u"token_refused"_s) &&
                         !found.contains(u"number_gone"_s),
                     qPrintable(found.join(u',')));
        }
    }
}

void TestHealthFaults::failsAsAWholeWithoutNixflex_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("kind");
    for (const auto &kind : kinds) {
        QTest::addRow("numbers %s", qPrintable(kind)) << u"^/v1/phone-numbers"_s << kind;
        QTest::addRow("agents %s", qPrintable(kind)) << u"^/v1/agents"_s << kind;
    }
}

void TestHealthFaults::failsAsAWholeWithoutNixflex()
{
    QFETCH(const QString, path);
    QFETCH(const QString, kind);
    HealthScene scene;
    scene.fixture.clock.hurry(10);
    scene.fixture.parts->http.setLongestAttempt(std::chrono::seconds(3));
    scene.know();
    const auto number = scene.example();
    auto fault = faultOf(kind);
    fault.path = path;
    scene.fixture.simulator->armFault(fault);
    const auto report = scene.check();
    QVERIFY(!report);
    QVERIFY(report.error().provider == Error::Provider::Nixflex || kind == "timeout"_L1);
    QVERIFY(scene.row(number).health == Health::Unknown);
    QVERIFY(!scene.row(number).checkedAt.isValid());
    QVERIFY(scene.codesInLedger(number).isEmpty());
}

void TestHealthFaults::keepsWhatItKnewWhenTwilioFails()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    QVERIFY(scene.fixture.simulator->changeNumber(
        number.e164(), [](simulator::TwilioNumber &at) { at.voiceUrl = u"https://pbx.example/"_s; }));
    QVERIFY(scene.check());
    const auto before = scene.row(number);
    auto fault = faultOf(u"403"_s);
    fault.path = u"IncomingPhoneNumbers"_s;
    scene.fixture.simulator->armFault(fault);
    QVERIFY(scene.check());
    const auto after = scene.row(number);
    QVERIFY(after.health == Health::NeedsAttention);
    QCOMPARE(scene.codesInLedger(number), (QStringList{u"routing_drifted"_s, u"not_checked"_s}));
    QCOMPARE(after.checkedAt, before.checkedAt);
    QVERIFY(after.lastSeen == before.lastSeen);
}

QTEST_GUILESS_MAIN(TestHealthFaults)
#include "tst_healthfaults.moc"
