#include "storetest.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;

Q_DECLARE_METATYPE(numbers::store::Ledger::Finish)

class TestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsEveryStepOfAnOperation();
    void endsItsHistoryWithHowItEnded_data();
    void endsItsHistoryWithHowItEnded();
    void saysOnceThatTheOutcomeIsNotKnownYet();
    void refusesASecondUnfinishedOperationOnANumber();
    void keepsAnUnknownOutcomeUnfinished();
    void believesTheFirstOutcome();
    void removesTheNumberButNotItsHistory();
    void mergesWhatNixflexSays();
    void keepsTheSettingsThatNixflexSaysNow();
    void marksWhatASynchronisationDidNotSee();
    void doesNotBringBackWhatWasRemovedMeanwhile();
    void renamesAgentsAndAccountsEverywhere();
    void keepsNumbersOfAForgottenAccount();

private:
    void restart();
    /// Each step as "name detail".
    QStringList stepsOf(const QString &operationId);

    std::unique_ptr<QTemporaryDir> m_directory;
    SystemClock m_clock;
    std::unique_ptr<Ledger> m_ledger;
};

namespace {

const QString london = u"+442079460018"_s;
const QString york = u"+12125550123"_s;

nixflex::Number seen(const QString &e164)
{
    nixflex::Number number;
    number.phoneNumber = test::phoneNumber(e164);
    number.provider = u"twilio"_s;
    return number;
}

AccountSid sid()
{
    return AccountSid::parse(u"AC"_s + QString(32, u'a')).value();
}

} // namespace

void TestLedger::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    restart();
}

void TestLedger::cleanup()
{
    m_ledger.reset();
}

void TestLedger::restart()
{
    m_ledger.reset();
    m_ledger = test::openLedger(m_directory->filePath(u"ledger.sqlite"_s), m_clock);
}

QStringList TestLedger::stepsOf(const QString &operationId)
{
    QStringList lines;
    const auto steps = test::runTask(m_ledger->steps(operationId)).value();
    for (const StepRecord &step : steps) {
        lines << u"%1 %2"_s.arg(step.name, step.detail).trimmed();
        if (!step.at.isValid()) {
            lines << u"without a time"_s;
        }
    }
    return lines;
}

void TestLedger::keepsEveryStepOfAnOperation()
{
    auto operation = test::operationRecord(london);
    operation.idempotencyKey = "key-1";
    operation.customPrompt = u"We sell äpples."_s;
    BackupRecord backup;
    backup.operationId = operation.id;
    backup.phoneNumber = operation.phoneNumber;
    backup.numberSid = u"PN1"_s;
    backup.takenAt = m_clock.utcNow();
    backup.webhooks.voiceUrl = u"https://example.com/voice"_s;
    QVERIFY(test::runTask(m_ledger->beginOperation(operation, {backup})));
    QVERIFY(test::runTask(m_ledger->markSending(operation)));
    QVERIFY(test::runTask(m_ledger->markAnswered(operation, u"req-1"_s)));
    restart();

    const auto unfinished = test::runTask(m_ledger->unfinishedOperations(false)).value();
    QCOMPARE(unfinished.size(), 1);
    const auto &found = unfinished.constFirst();
    QCOMPARE(found.id, operation.id);
    QVERIFY(found.phase == OperationRecord::Phase::Answered);
    QCOMPARE(found.idempotencyKey, QByteArray("key-1"));
    QCOMPARE(found.customPrompt, operation.customPrompt);
    QCOMPARE(found.requestId, u"req-1"_s);
    QVERIFY(found.sentAt.isValid());
    QCOMPARE(stepsOf(operation.id), (QStringList{u"backup PN1"_s, u"post key-1"_s, u"answered req-1"_s}));
    const auto backups = test::runTask(m_ledger->backups(operation.id)).value();
    QCOMPARE(backups.size(), 1);
    QCOMPARE(backups.constFirst().webhooks, backup.webhooks);

    Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.number = test::numberRecord(london);
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    restart();
    QCOMPARE(test::runTask(m_ledger->unfinishedOperations(true)).value().size(), 0);
    QVERIFY(test::runTask(m_ledger->number(test::keyId, test::phoneNumber(london))).value());
}

void TestLedger::endsItsHistoryWithHowItEnded_data()
{
    using Outcome = OperationRecord::Outcome;
    QTest::addColumn<bool>("isAnswered");
    QTest::addColumn<Ledger::Finish>("finish");
    QTest::addColumn<QStringList>("steps");

    Ledger::Finish imported;
    imported.backup = BackupRecord();
    imported.backup->reason = BackupRecord::Reason::AfterImport;
    imported.backup->phoneNumber = test::phoneNumber(london);
    imported.backup->numberSid = u"PN1"_s;
    imported.backup->takenAt = QDateTime(QDate(2026, 5, 1), QTime(9, 0), Qt::UTC);
    QTest::newRow("imported") << true << imported
                              << QStringList{u"post"_s, u"answered req-1"_s, u"read_back PN1"_s,
                                             u"record succeeded"_s};
    Ledger::Finish refused;
    refused.outcome = Outcome::Refused;
    refused.error = Error::make(Error::Kind::Conflict, u"Taken."_s);
    refused.error->effect = Error::Effect::Answered;
    refused.error->httpStatus = 409;
    refused.error->providerCode = u"number_already_imported"_s;
    refused.error->requestId = u"req-2"_s;
    QTest::newRow("refused") << false << refused
                             << QStringList{u"post"_s, u"answered 409 number_already_imported, req-2"_s,
                                            u"record refused: number_already_imported"_s};
    Ledger::Finish cancelled;
    cancelled.outcome = Outcome::NotSent;
    cancelled.error = Error::cancelled();
    QTest::newRow("cancelled") << false << cancelled << QStringList{u"post"_s, u"record not_sent"_s};
    Ledger::Finish settled = imported;
    settled.note = u"settled_after_restart"_s;
    QTest::newRow("settled") << false << settled
                             << QStringList{u"post"_s, u"settle settled_after_restart"_s, u"read_back PN1"_s,
                                            u"record succeeded"_s};
}

void TestLedger::endsItsHistoryWithHowItEnded()
{
    QFETCH(bool, isAnswered);
    QFETCH(Ledger::Finish, finish);
    QFETCH(QStringList, steps);
    const auto operation = test::operationRecord(london);
    QVERIFY(test::runTask(m_ledger->beginOperation(operation, {})));
    QVERIFY(test::runTask(m_ledger->markSending(operation)));
    if (isAnswered) {
        QVERIFY(test::runTask(m_ledger->markAnswered(operation, u"req-1"_s)));
    }
    finish.operationId = operation.id;
    if (finish.backup) {
        finish.backup->operationId = operation.id;
    }
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    QCOMPARE(stepsOf(operation.id), steps);
}

void TestLedger::saysOnceThatTheOutcomeIsNotKnownYet()
{
    const auto operation = test::operationRecord(london);
    QVERIFY(test::runTask(m_ledger->beginOperation(operation, {})));
    QVERIFY(test::runTask(m_ledger->markSending(operation)));
    Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.outcome = OperationRecord::Outcome::Unknown;
    finish.note = u"settled_after_restart"_s;
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    QCOMPARE(stepsOf(operation.id),
             (QStringList{u"post"_s, u"settle settled_after_restart"_s, u"record unknown"_s}));
}

void TestLedger::refusesASecondUnfinishedOperationOnANumber()
{
    const auto first = test::operationRecord(london);
    QVERIFY(test::runTask(m_ledger->beginOperation(first, {})));
    const auto second = test::operationRecord(london);
    const auto refused = test::runTask(m_ledger->beginOperation(second, {}));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == Error::Kind::Conflict);
    QCOMPARE(refused.error().detail, first.id);
    QVERIFY(test::runTask(m_ledger->beginOperation(test::operationRecord(york), {})));
    auto otherKey = test::operationRecord(london);
    otherKey.keyId = u"nxf_other"_s;
    QVERIFY(test::runTask(m_ledger->beginOperation(otherKey, {})));
}

void TestLedger::keepsAnUnknownOutcomeUnfinished()
{
    const auto operation = test::operationRecord(london);
    QVERIFY(test::runTask(m_ledger->beginOperation(operation, {})));
    QVERIFY(test::runTask(m_ledger->markSending(operation)));
    Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.outcome = OperationRecord::Outcome::Unknown;
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    restart();
    const auto unfinished = test::runTask(m_ledger->unfinishedOperations(false)).value();
    QCOMPARE(unfinished.size(), 1);
    QVERIFY(unfinished.constFirst().outcome == OperationRecord::Outcome::Unknown);
    QVERIFY(!unfinished.constFirst().finishedAt.isValid());
    QVERIFY(!test::runTask(m_ledger->beginOperation(test::operationRecord(london), {})));
}

void TestLedger::believesTheFirstOutcome()
{
    const auto operation = test::operationRecord(london);
    QVERIFY(test::runTask(m_ledger->beginOperation(operation, {})));
    Ledger::Finish finish;
    finish.operationId = operation.id;
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    finish.outcome = OperationRecord::Outcome::Refused;
    finish.number = test::numberRecord(london);
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    const auto found = test::runTask(m_ledger->operation(operation.id)).value();
    QVERIFY(found->outcome == OperationRecord::Outcome::Succeeded);
    QVERIFY(!test::runTask(m_ledger->number(test::keyId, test::phoneNumber(london))).value());
    QVERIFY(!test::runTask(m_ledger->markSending(operation)));
    finish.operationId = u"no such"_s;
    QVERIFY(!test::runTask(m_ledger->finishOperation(finish)));
}

void TestLedger::removesTheNumberButNotItsHistory()
{
    QVERIFY(test::runTask(m_ledger->saveNumber(test::numberRecord(london))));
    auto operation = test::operationRecord(london);
    operation.kind = OperationRecord::Kind::Remove;
    QVERIFY(test::runTask(m_ledger->beginOperation(operation, {})));
    Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.removed = operation.phoneNumber;
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    QVERIFY(!test::runTask(m_ledger->number(test::keyId, operation.phoneNumber)).value());
    QCOMPARE(test::runTask(m_ledger->operationsOf(operation.phoneNumber)).value().size(), 1);
}

void TestLedger::mergesWhatNixflexSays()
{
    auto known = test::numberRecord(london, u"Acme"_s);
    known.accountSid = sid();
    known.baseline = WebhookConfiguration();
    known.baseline->voiceUrl = u"https://nixflex/voice"_s;
    QVERIFY(test::runTask(m_ledger->saveNumber(known)));
    auto page = QList<nixflex::Number>{seen(london), seen(york), seen(york)};
    page[0].customPrompt = u"hello"_s;
    QVERIFY(test::runTask(m_ledger->saveSyncPage(test::keyId, u"s1"_s, page)));
    const auto merged = test::runTask(m_ledger->number(test::keyId, known.phoneNumber)).value();
    QVERIFY(merged);
    QCOMPARE(merged->customer, u"Acme"_s);
    QCOMPARE(merged->accountSid, sid());
    QCOMPARE(merged->baseline, known.baseline);
    QCOMPARE(merged->customPrompt, u"hello"_s);
    FleetQuery query;
    query.keyId = test::keyId;
    QCOMPARE(test::runTask(m_ledger->numberIds(query)).value().size(), 2);
}

void TestLedger::keepsTheSettingsThatNixflexSaysNow()
{
    const auto stored = [this] {
        return test::runTask(m_ledger->number(test::keyId, test::phoneNumber(london))).value()->settings;
    };
    auto known = test::numberRecord(london);
    known.settings = {{u"voice_id"_s, u"Élodie"_s}, {u"later"_s, QJsonObject{{u"x"_s, 1.5}}}};
    QVERIFY(test::runTask(m_ledger->saveNumber(known)));
    QCOMPARE(stored(), known.settings);
    auto page = QList<nixflex::Number>{seen(london)};
    page[0].raw = {{u"phone_number"_s, london}, {u"voice_id"_s, u"Hannah"_s}, {u"sms_prompt"_s, {}}};
    QVERIFY(test::runTask(m_ledger->saveSyncPage(test::keyId, u"s1"_s, page)));
    QCOMPARE(stored(), (QJsonObject{{u"voice_id"_s, u"Hannah"_s}}));
    // Imported anew it has what Nixflex says of the new one.
    known.settings = {};
    QVERIFY(test::runTask(m_ledger->saveNumber(known)));
    QCOMPARE(stored(), QJsonObject());
    QVERIFY(test::runTask(m_ledger->saveSyncPage(test::keyId, u"s2"_s, page)));
    page[0].raw = {{u"phone_number"_s, london}};
    QVERIFY(test::runTask(m_ledger->saveSyncPage(test::keyId, u"s3"_s, page)));
    QCOMPARE(stored(), QJsonObject());
}

void TestLedger::marksWhatASynchronisationDidNotSee()
{
    const QList<nixflex::Number> both{seen(london), seen(york)};
    QVERIFY(test::runTask(m_ledger->saveSyncPage(test::keyId, u"s1"_s, both)));
    QCOMPARE(test::runTask(m_ledger->finishSync(test::keyId, u"s1"_s)).value(), 0);
    const QDateTime saved = QDateTime::currentDateTimeUtc();
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > saved); // Times are kept in milliseconds.
    const QList<nixflex::Number> one{seen(york)};
    QVERIFY(test::runTask(m_ledger->saveSyncPage(test::keyId, u"s2"_s, one)));
    QCOMPARE(test::runTask(m_ledger->finishSync(test::keyId, u"s2"_s)).value(), 1);
    const auto gone = test::runTask(m_ledger->number(test::keyId, test::phoneNumber(london))).value();
    QVERIFY(gone->health == Health::Gone);
    const auto imported = test::runTask(m_ledger->importedNumbers(test::keyId)).value();
    QCOMPARE(imported.keys(), QList<PhoneNumber>{test::phoneNumber(york)});
    // It comes back.
    QVERIFY(test::runTask(m_ledger->saveSyncPage(test::keyId, u"s3"_s, both)));
    const auto back = test::runTask(m_ledger->number(test::keyId, test::phoneNumber(london))).value();
    QVERIFY(back->health != Health::Gone);
}

void TestLedger::doesNotBringBackWhatWasRemovedMeanwhile()
{
    QVERIFY(test::runTask(m_ledger->saveNumber(test::numberRecord(london))));
    const QList<nixflex::Number> nothing;
    QVERIFY(test::runTask(m_ledger->saveSyncPage(test::keyId, u"s1"_s, nothing)));
    const auto operation = test::operationRecord(london);
    QVERIFY(test::runTask(m_ledger->beginOperation(operation, {})));
    Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.removed = operation.phoneNumber;
    QVERIFY(test::runTask(m_ledger->finishOperation(finish)));
    const QList<nixflex::Number> stale{seen(london)};
    QVERIFY(test::runTask(m_ledger->saveSyncPage(test::keyId, u"s1"_s, stale)));
    QVERIFY(!test::runTask(m_ledger->number(test::keyId, operation.phoneNumber)).value());
}

void TestLedger::renamesAgentsAndAccountsEverywhere()
{
    auto record = test::numberRecord(london);
    record.agentId = AgentId::parse(u"0b3f8a52-7c7e-4c1b-9a55-0d7a3a1f9e10"_s).value();
    record.accountSid = sid();
    QVERIFY(test::runTask(m_ledger->saveNumber(record)));
    nixflex::Agent agent;
    agent.id = record.agentId;
    agent.name = u"Reception"_s;
    const QList<nixflex::Agent> agents{agent};
    QVERIFY(test::runTask(m_ledger->saveAgents(test::keyId, agents)));
    AccountRecord account;
    account.sid = sid();
    account.friendlyName = u"Main"_s;
    account.customer = u"Bäcker"_s;
    QVERIFY(test::runTask(m_ledger->saveAccount(account)));
    const auto renamed = test::runTask(m_ledger->number(test::keyId, record.phoneNumber)).value();
    QCOMPARE(renamed->agentName, u"Reception"_s);
    QCOMPARE(renamed->accountLabel, u"Main"_s);
    QCOMPARE(renamed->customer, u"Bäcker"_s);
    FleetQuery query;
    query.keyId = test::keyId;
    query.text = u"RECEPTION backer"_s;
    QCOMPARE(test::runTask(m_ledger->numberIds(query)).value().size(), 1);
}

void TestLedger::keepsNumbersOfAForgottenAccount()
{
    AccountRecord account;
    account.sid = sid();
    account.label = u"Main"_s;
    QVERIFY(test::runTask(m_ledger->saveAccount(account)));
    auto record = test::numberRecord(london);
    record.accountSid = sid();
    QVERIFY(test::runTask(m_ledger->saveNumber(record)));
    QVERIFY(test::runTask(m_ledger->forgetAccount(sid())));
    QCOMPARE(test::runTask(m_ledger->accounts()).value().size(), 0);
    const auto kept = test::runTask(m_ledger->number(test::keyId, record.phoneNumber)).value();
    QCOMPARE(kept->accountLabel, u"Main"_s);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
