#include "operations/changeoverscene.h"
#include "operations/health/healthcheck.h"
#include "store/backupreader.h"
#include "store/historyjson.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using operations::OperationOutcome;
using operations::SavedWebhooks;
using test::ChangeoverScene;
using test::runTask;

/// The wall clock is set back or forward between two operations: what came later stays later.
class TestClockJumps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesTheLastImport_data();
    void undoesTheLastImport();
    void setsBackWhatWasThereBeforeTheLastImport_data();
    void setsBackWhatWasThereBeforeTheLastImport();
    void checksWhatWasImportedWhileTheClockWasAhead();
};

namespace {

void addClockColumn()
{
    QTest::addColumn<int>("hours");
    QTest::newRow("set back") << -24;
    QTest::newRow("set forward") << 24;
}

void changeVoiceUrl(ChangeoverScene &scene, const QString &url)
{
    const auto pair = scene.fixture.credentials();
    const auto at =
        runTask(scene.fixture.twilio->findIncomingNumber(pair, pair.accountSid, scene.number, {}));
    QVERIFY(at);
    auto changed = at->webhooks;
    changed.voiceUrl = url;
    QVERIFY(runTask(
        scene.fixture.twilio->updateIncomingNumber(pair, pair.accountSid, at->sid, changed.toForm(), {})));
    scene.before = scene.webhooks();
    QCOMPARE(scene.before.voiceUrl, url);
}

} // namespace

void TestClockJumps::undoesTheLastImport_data()
{
    addClockColumn();
}

void TestClockJumps::undoesTheLastImport()
{
    QFETCH(const int, hours);
    ChangeoverScene scene;
    scene.import();
    QVERIFY(scene.undo().kind == OperationOutcome::Kind::Succeeded);
    changeVoiceUrl(scene, u"https://second.example/voice"_s);
    scene.fixture.clock.jump(std::chrono::hours(hours));
    scene.import();
    QVERIFY(scene.undo().kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(scene.webhooks().toJson(), scene.before.toJson());
    QVERIFY(scene.last().kind == store::OperationRecord::Kind::Undo);
}

void TestClockJumps::setsBackWhatWasThereBeforeTheLastImport_data()
{
    addClockColumn();
}

void TestClockJumps::setsBackWhatWasThereBeforeTheLastImport()
{
    QFETCH(const int, hours);
    ChangeoverScene scene;
    const auto pair = scene.fixture.credentials();
    const auto importAndRemove = [&scene, &pair] {
        scene.import();
        QVERIFY(runTask(scene.fixture.importer->remove(scene.number, pair, {})).kind ==
                OperationOutcome::Kind::Succeeded);
    };
    importAndRemove();
    changeVoiceUrl(scene, u"https://second.example/voice"_s);
    scene.fixture.clock.jump(std::chrono::hours(hours));
    importAndRemove();

    const auto offer = runTask(scene.fixture.importer->offerRestore(pair, scene.number, {}));
    QVERIFY2(offer, offer ? "" : qPrintable(offer.error().report()));
    QCOMPARE(offer->backup.webhooks.toJson(), scene.before.toJson());

    // From a file it is the same.
    QList<store::BackupRecord> backups;
    for (const auto &operation : scene.fixture.operations()) {
        backups += runTask(scene.fixture.ledger->backups(operation.id)).value();
    }
    const auto file = QJsonDocument(store::backupsJson(scene.number, backups)).toJson();
    const auto read = store::readBackups(file);
    QVERIFY2(read, read ? "" : qPrintable(read.error().report()));
    const auto saved = SavedWebhooks::of(read->snapshots);
    QVERIFY(saved);
    QCOMPARE(saved->before.webhooks.toJson(), scene.before.toJson());
}

void TestClockJumps::checksWhatWasImportedWhileTheClockWasAhead()
{
    ChangeoverScene scene;
    scene.fixture.clock.jump(std::chrono::minutes(30));
    scene.import();
    scene.fixture.clock.jump(-std::chrono::minutes(30));
    operations::HealthCheck check(scene.fixture.services());
    const auto token = scene.fixture.credentials().authToken;
    const auto report = runTask(check.run(
        QList<PhoneNumber>{scene.number},
        [token](AccountSid) -> QCoro::Task<Result<std::shared_ptr<const SecretString>>> { co_return token; },
        {}, {}));
    QVERIFY2(report, report ? "" : qPrintable(report.error().report()));
    QCOMPARE(report->numbers.size(), 1);
    QVERIFY(report->numbers.first().health == store::Health::Good);
}

QTEST_GUILESS_MAIN(TestClockJumps)
#include "tst_clockjumps.moc"
