#include "cli/clirunner.h"
#include "cli/killing.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;
using test::KillPoint;
using test::quick;

namespace {

/// The example number, imported by the program.
struct Scene
{
    Scene()
        : before(*cli.simulator().number(cli.simulator().freeNumber()))
    {
        const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
        if (run.exitCode != 0) {
            qFatal("%s", (run.out + run.err).constData());
        }
        importId = run.json().value(u"operation_id"_s).toString();
        imported = now();
        agent = agentNow();
        const auto agents = cli.simulator().agents();
        for (const auto &candidate : agents) {
            if (candidate.isActive && candidate.agentId != agent &&
                candidate.agentId != cli.simulator().foreignAgentId()) {
                otherAgent = candidate.agentId;
            }
        }
        cli.simulator().resetRequests();
    }

    [[nodiscard]] simulator::TwilioNumber now() { return *cli.simulator().number(before.phoneNumber); }
    [[nodiscard]] QString agentNow()
    {
        const auto row = cli.simulator().nixflexNumber(before.phoneNumber);
        return row ? row->agentId : QString();
    }
    [[nodiscard]] QStringList command(bool isUndo, const QStringList &more = {}) const
    {
        const QStringList words{isUndo ? u"undo"_s : u"reassign"_s, u"--number"_s, before.phoneNumber};
        return (isUndo ? words : words + QStringList{u"--agent"_s, otherAgent}) + more;
    }
    [[nodiscard]] static bool isSame(const simulator::TwilioNumber &one, const simulator::TwilioNumber &other)
    {
        return one.voiceUrl == other.voiceUrl && one.voiceMethod == other.voiceMethod &&
               one.voiceFallbackUrl == other.voiceFallbackUrl && one.smsUrl == other.smsUrl &&
               one.smsMethod == other.smsMethod && one.smsFallbackUrl == other.smsFallbackUrl &&
               one.statusCallback == other.statusCallback && one.trunkSid == other.trunkSid &&
               one.voiceApplicationSid == other.voiceApplicationSid &&
               one.smsApplicationSid == other.smsApplicationSid;
    }
    [[nodiscard]] bool isOld() { return agentNow() == agent && isSame(now(), imported); }
    [[nodiscard]] bool isNew(bool isUndo)
    {
        return isUndo ? agentNow().isEmpty() && isSame(now(), before)
                      : agentNow() == otherAgent && isSame(now(), imported);
    }
    [[nodiscard]] QJsonArray operations()
    {
        return cli.run({u"operations"_s}).json().value(u"operations"_s).toArray();
    }

    CliRunner cli;
    simulator::TwilioNumber before;
    simulator::TwilioNumber imported;
    QString importId;
    QString agent;
    QString otherAgent;
};

int requestsOf(bool isUndo)
{
    static QHash<bool, int> counts;
    if (!counts.contains(isUndo)) {
        Scene scene;
        counts.insert(isUndo, test::requestsOf(scene.cli, scene.command(isUndo, quick())));
    }
    return counts.value(isUndo);
}

} // namespace

/// `undo` and `reassign`, also after kill -9 at any request.
class TestCliUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoesAnImport();
    void undoesByTheOperation();
    void movesToAnotherAgent();
    void asksFirst();
    void saysWhyItDoesNot();
    void rollsBack();
    void goesOnWithWhatWasBegun();
    void losesNothingWhenKilled_data();
    void losesNothingWhenKilled();
};

void TestCliUndo::undoesAnImport()
{
    Scene scene;
    const CliRun run = scene.cli.run(scene.command(true, {u"--yes"_s}));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"undone"_s);
    QVERIFY(scene.isNew(true));
    QCOMPARE(scene.operations()[0][u"kind"_s].toString(), u"undo"_s);
    QCOMPARE(scene.operations()[0][u"outcome"_s].toString(), u"succeeded"_s);
    const CliRun numbers = scene.cli.run({u"numbers"_s});
    QVERIFY2(!numbers.out.contains(scene.before.phoneNumber.toUtf8()), numbers.out);
}

void TestCliUndo::undoesByTheOperation()
{
    Scene scene;
    const CliRun wrong = scene.cli.run({u"undo"_s, u"--operation"_s, u"nonsense"_s, u"--yes"_s});
    QVERIFY2(wrong.exitCode == 3, wrong.out + wrong.err);
    QCOMPARE(wrong.json().value(u"error"_s)[u"code"_s].toString(), u"no_such_operation"_s);
    const CliRun run = scene.cli.run({u"undo"_s, u"--operation"_s, scene.importId, u"--yes"_s});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QVERIFY(scene.isNew(true));
}

void TestCliUndo::movesToAnotherAgent()
{
    Scene scene;
    const CliRun run = scene.cli.run(scene.command(false, {u"--yes"_s}));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"reassigned"_s);
    QCOMPARE(run.json().value(u"agent_id"_s).toString(), scene.otherAgent);
    QVERIFY(scene.isNew(false));
    QCOMPARE(scene.operations()[0][u"kind"_s].toString(), u"reassign"_s);
}

void TestCliUndo::asksFirst()
{
    Scene scene;
    for (const bool isUndo : {true, false}) {
        const CliRun asked = scene.cli.run(scene.command(isUndo));
        QVERIFY2(asked.exitCode == 7, asked.out + asked.err);
        const CliRun dry = scene.cli.run(scene.command(isUndo, {u"--dry-run"_s}));
        QVERIFY2(dry.exitCode == 0, dry.out + dry.err);
        QCOMPARE(dry.json().value(u"outcome"_s).toString(), u"planned"_s);
    }
    QVERIFY(scene.isOld());
    QCOMPARE(scene.cli.simulator().countRequests(u"POST"_s, {}), 0);
    QCOMPARE(scene.cli.simulator().countRequests(u"DELETE"_s, {}), 0);
}

void TestCliUndo::saysWhyItDoesNot()
{
    Scene scene;
    const CliRun field = scene.cli.run(scene.command(true, {u"--yes"_s, u"--overwrite"_s, u"voice"_s}));
    QVERIFY2(field.exitCode == 3, field.out + field.err);
    QCOMPARE(field.json().value(u"error"_s)[u"code"_s].toString(), u"unknown_field"_s);
    const CliRun same = scene.cli.run(
        {u"reassign"_s, u"--number"_s, scene.before.phoneNumber, u"--agent"_s, scene.agent, u"--yes"_s});
    QVERIFY2(same.exitCode == 3, same.out + same.err);
    QCOMPARE(same.json().value(u"error"_s)[u"code"_s].toString(), u"already_imported"_s);
    QCOMPARE(scene.cli.runRaw({u"undo"_s}).exitCode, 2);
    QCOMPARE(scene.cli.runRaw({u"reassign"_s, u"--number"_s, u"1"_s}).exitCode, 2);
    QVERIFY(scene.isOld());
}

void TestCliUndo::rollsBack()
{
    Scene scene;
    simulator::Fault refusal;
    refusal.method = u"POST"_s;
    refusal.path = u"/v1/phone-numbers"_s;
    refusal.status = 402;
    scene.cli.simulator().armFault(refusal);
    const CliRun run = scene.cli.run(scene.command(false, quick()));
    QVERIFY2(run.exitCode == 4, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"refused"_s);
    QCOMPARE(run.json().value(u"error"_s)[u"http_status"_s].toInt(), 402);
    QVERIFY(scene.isOld());
}

void TestCliUndo::goesOnWithWhatWasBegun()
{
    Scene scene;
    simulator::Fault refusal;
    refusal.method = u"POST"_s;
    refusal.path = u"/IncomingPhoneNumbers/PN"_s;
    refusal.status = 401;
    scene.cli.simulator().armFault(refusal);
    const CliRun open = scene.cli.run(scene.command(true, quick()));
    QVERIFY2(open.exitCode == 6, open.out + open.err);
    QCOMPARE(open.json().value(u"outcome"_s).toString(), u"unknown"_s);
    QCOMPARE(open.json().value(u"error"_s)[u"code"_s].toString(), u"nobody_answers"_s);
    QVERIFY(scene.agentNow().isEmpty());
    const CliRun again = scene.cli.run(scene.command(true, quick()));
    QVERIFY2(again.exitCode == 0, again.out + again.err);
    QCOMPARE(again.json().value(u"outcome"_s).toString(), u"undone"_s);
    QCOMPARE(again.json().value(u"operation_id"_s), open.json().value(u"operation_id"_s));
    QVERIFY(scene.isNew(true));
}

void TestCliUndo::losesNothingWhenKilled_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<KillPoint>("point");
    for (const bool isUndo : {true, false}) {
        for (const KillPoint &point : test::killPoints(requestsOf(isUndo))) {
            QTest::addRow("%s, %s", isUndo ? "undo" : "reassign", point.name.constData()) << isUndo << point;
        }
    }
}

void TestCliUndo::losesNothingWhenKilled()
{
    QFETCH(bool, isUndo);
    QFETCH(KillPoint, point);
    Scene scene;
    QVERIFY(test::killAt(scene.cli, scene.command(isUndo, quick()), point));

    const CliRun settled = scene.cli.run(test::settleCommand(scene.cli));
    QVERIFY2(settled.exitCode == 0, settled.out + settled.err);
    // The old state in full or the new one, and the history says which.
    const bool isNew = scene.isNew(isUndo);
    QVERIFY2(isNew || scene.isOld(), settled.out);
    const auto last = scene.operations().first().toObject();
    QCOMPARE(last.value(u"phase"_s).toString(), u"finished"_s);
    const auto isOurs = last.value(u"kind"_s).toString() != "import"_L1;
    QCOMPARE(isOurs && last.value(u"outcome"_s).toString() == "succeeded"_L1, isNew);

    if (!isNew) {
        const CliRun again = scene.cli.run(scene.command(isUndo, quick()));
        QVERIFY2(again.exitCode == 0, again.out + again.err);
        QVERIFY(scene.isNew(isUndo));
    }
    const int imports = test::executed(scene.cli, u"POST"_s, u"/v1/phone-numbers"_s);
    QCOMPARE(imports, isUndo ? 0 : 1);
}

QTEST_GUILESS_MAIN(TestCliUndo)
#include "tst_cliundo.moc"
