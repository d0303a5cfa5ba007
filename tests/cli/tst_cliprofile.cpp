#include "cli/clirunner.h"
#include "cli/killing.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;
using test::KillPoint;
using test::quick;

namespace {

const QString former = u"We sell bread."_s;
const QString wanted = u"We sell bread and cake.\nGrüße"_s;

/// A number at Nixflex with the former profile.
QString setUp(CliRunner &cli, const QString &text = former)
{
    const QString number = cli.simulator().nixflexNumbers().constFirst().phoneNumber;
    cli.simulator().changeNixflexNumber(number, [&text](simulator::NixflexNumber &row) {
        row.customPrompt = text.isEmpty() ? std::nullopt : std::optional(text);
        row.voiceId = u"voice-7"_s;
    });
    return number;
}

QString atNixflex(CliRunner &cli, const QString &number)
{
    return cli.simulator().nixflexNumber(number)->customPrompt.value_or(QString());
}

QString fileWith(CliRunner &cli, const QByteArray &bytes)
{
    const QString name = cli.profileDirectory() + u".txt"_s;
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("%s", qPrintable(file.errorString()));
    }
    return name;
}

QStringList command(const QString &number, const QStringList &more = {})
{
    return QStringList{u"profile"_s, u"--number"_s, number} + more;
}

int patches(CliRunner &cli)
{
    return cli.simulator().countRequests(u"PATCH"_s, {});
}

} // namespace

/// `profile`: prints the business profile, changes it once, also after kill -9 at any request.
class TestCliProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsWhatIsThere();
    void changesAndClears();
    void asksBeforeItReplaces();
    void saysWhyItDoesNot();
    void losesNothingWhenKilled_data();
    void losesNothingWhenKilled();
};

void TestCliProfile::printsWhatIsThere()
{
    CliRunner cli;
    const auto number = setUp(cli);
    const CliRun run = cli.run(command(number));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"read"_s);
    QCOMPARE(run.json().value(u"phone_number"_s).toString(), number);
    QCOMPARE(run.json().value(u"custom_prompt"_s).toString(), former);
    const QJsonObject settings = run.json().value(u"settings"_s).toObject();
    QCOMPARE(settings.value(u"voice_id"_s).toString(), u"voice-7"_s);
    QVERIFY(settings.contains(u"sms_prompt"_s) && settings.value(u"sms_prompt"_s).isNull());
    QVERIFY(!settings.contains(u"agent_id"_s) && !settings.contains(u"custom_prompt"_s));
    QVERIFY(run.json().value(u"operation_id"_s).isNull());
    QCOMPARE(patches(cli), 0);
}

void TestCliProfile::changesAndClears()
{
    CliRunner cli;
    const auto number = setUp(cli, {});
    const auto file = fileWith(cli, wanted.toUtf8());
    // The first text replaces nothing.
    const CliRun run = cli.run(command(number, {u"--text-file"_s, file}));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"changed"_s);
    QCOMPARE(run.json().value(u"custom_prompt"_s).toString(), wanted);
    QVERIFY(!run.json().value(u"operation_id"_s).toString().isEmpty());
    QCOMPARE(atNixflex(cli, number), wanted);

    const CliRun again = cli.run(command(number, {u"--text-file"_s, file}));
    QVERIFY2(again.exitCode == 0, again.out + again.err);
    QVERIFY(again.json().value(u"operation_id"_s).isNull());
    QCOMPARE(patches(cli), 1);

    const CliRun cleared = cli.run(command(number, {u"--clear"_s, u"--yes"_s}));
    QVERIFY2(cleared.exitCode == 0, cleared.out + cleared.err);
    QCOMPARE(cleared.json().value(u"custom_prompt"_s).toString(), QString());
    QCOMPARE(atNixflex(cli, number), QString());
    const auto operations = cli.run({u"operations"_s}).json().value(u"operations"_s).toArray();
    QCOMPARE(operations.size(), 2);
    QCOMPARE(operations.at(0)[u"kind"_s].toString(), u"profile"_s);
    QCOMPARE(operations.at(0)[u"outcome"_s].toString(), u"succeeded"_s);
}

void TestCliProfile::asksBeforeItReplaces()
{
    CliRunner cli;
    const auto number = setUp(cli);
    const auto file = fileWith(cli, wanted.toUtf8());
    for (const auto &change : {QStringList{u"--text-file"_s, file}, QStringList{u"--clear"_s}}) {
        const CliRun asked = cli.run(command(number, change));
        QVERIFY2(asked.exitCode == 7, asked.out + asked.err);
        QCOMPARE(asked.json().value(u"confirmation_needed"_s).toBool(), true);
        QCOMPARE(asked.json().value(u"custom_prompt"_s).toString(), former);
    }
    QCOMPARE(patches(cli), 0);
    QCOMPARE(atNixflex(cli, number), former);
    QCOMPARE(cli.run({u"operations"_s}).json().value(u"count"_s).toInt(), 0);
}

void TestCliProfile::saysWhyItDoesNot()
{
    CliRunner cli;
    const auto number = setUp(cli);
    const auto refusal = [&cli](const QStringList &words, int exitCode) {
        const CliRun run = cli.run(words);
        return run.exitCode == exitCode ? run.json().value(u"error"_s)[u"code"_s].toString()
                                        : QString::fromUtf8(run.out + run.err);
    };
    const auto tooLong = fileWith(cli, QByteArray(8001, 'x'));
    QCOMPARE(refusal(command(number, {u"--text-file"_s, tooLong, u"--yes"_s}), 3),
             u"custom_prompt_too_long"_s);
    QCOMPARE(refusal(command(number, {u"--text-file"_s, u"/nowhere/x"_s, u"--yes"_s}), 3),
             u"profile_text_not_readable"_s);
    QCOMPARE(refusal(command(u"12"_s), 3), u"invalid_phone_format"_s);
    QCOMPARE(refusal(command(cli.simulator().freeNumber()), 3), u"number_not_found"_s);
    QCOMPARE(cli.run({u"profile"_s}).exitCode, 2);
    QCOMPARE(cli.run(command(number, {u"--clear"_s, u"--text-file"_s, tooLong})).exitCode, 2);
    simulator::Fault fault;
    fault.method = u"PATCH"_s;
    fault.status = 402;
    cli.simulator().armFault(fault);
    QVERIFY(!refusal(command(number, {u"--clear"_s, u"--yes"_s}), 4).contains(u'{'));
    QCOMPARE(patches(cli), 1);
    QCOMPARE(atNixflex(cli, number), former);
}

void TestCliProfile::losesNothingWhenKilled_data()
{
    static const int requests = [] {
        CliRunner cli;
        const auto number = setUp(cli);
        const auto file = fileWith(cli, wanted.toUtf8());
        return test::requestsOf(cli, command(number, {u"--text-file"_s, file, u"--yes"_s}));
    }();
    QTest::addColumn<KillPoint>("point");
    for (const KillPoint &point : test::killPoints(requests)) {
        QTest::newRow(point.name) << point;
    }
}

void TestCliProfile::losesNothingWhenKilled()
{
    QFETCH(KillPoint, point);
    CliRunner cli;
    const auto number = setUp(cli);
    const auto words =
        command(number, QStringList{u"--text-file"_s, fileWith(cli, wanted.toUtf8())} + quick());
    QVERIFY(test::killAt(cli, words, point));

    const CliRun settled = cli.run(test::settleCommand(cli));
    QVERIFY2(settled.exitCode == 0, settled.out + settled.err);
    const CliRun again = cli.run(words);
    QVERIFY2(again.exitCode == 0, again.out + again.err);
    QCOMPARE(atNixflex(cli, number), wanted);
    QCOMPARE(test::executed(cli, u"PATCH"_s), 1);
    QCOMPARE(test::succeeded(cli, u"profile"_s), 1);
}

QTEST_GUILESS_MAIN(TestCliProfile)
#include "tst_cliprofile.moc"
