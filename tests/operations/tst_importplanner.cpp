#include "operations/plannerscene.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::Arrange;
using test::codesOf;
using test::PlannerRow;
using test::plannerRows;
using test::PlannerScene;

Q_DECLARE_METATYPE(numbers::test::Arrange)

/// What a plan says, for each state a number, its account, the agent and Nixflex can be in.
class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAnImportWouldDo_data();
    void saysWhatAnImportWouldDo();
    void hasARowForEveryCode();
    void readsWhatNumbersShareOnce();
    void saysWhyNothingCanBeSaid_data();
    void saysWhyNothingCanBeSaid();
};

void TestPlanner::saysWhatAnImportWouldDo_data()
{
    QTest::addColumn<Arrange>("arrange");
    QTest::addColumn<QStringList>("problems");
    QTest::addColumn<QStringList>("warnings");
    QTest::addColumn<QStringList>("replaced");
    for (const PlannerRow &row : plannerRows()) {
        QTest::newRow(row.name) << row.arrange << row.problems << row.warnings << row.replaced;
    }
}

void TestPlanner::saysWhatAnImportWouldDo()
{
    QFETCH(Arrange, arrange);
    QFETCH(QStringList, problems);
    QFETCH(QStringList, warnings);
    QFETCH(QStringList, replaced);
    PlannerScene scene;
    arrange(scene);
    scene.fixture.simulator->resetRequests();
    const auto plan = scene.plan();
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().report()));

    QCOMPARE(codesOf(plan->problems), problems);
    QCOMPARE(codesOf(plan->warnings), warnings);
    QStringList fields;
    for (const auto &field : plan->replaced) {
        fields << field.jsonName + (field.isLive ? u"!"_s : QString());
        QVERIFY(!field.value.isEmpty());
    }
    QCOMPARE(fields, replaced);
    QCOMPARE(plan->isPossible(), problems.isEmpty());
    QCOMPARE(plan->needsConfirmation(), replaced.join(u' ').contains(u'!'));
    for (const auto &note : plan->problems + plan->warnings) {
        QVERIFY2(!note.text.isEmpty() && !note.text.contains(u"%1"_s), qPrintable(note.code));
        QVERIFY2(!note.text.contains(u"“”"_s) && !note.text.contains(u"()"_s), qPrintable(note.text));
    }

    // It is about this very number, and nothing was changed.
    QCOMPARE(plan->phoneNumber, scene.input.phoneNumber);
    QCOMPARE(plan->before.phoneNumber, scene.input.phoneNumber);
    QCOMPARE(plan->before.sid, scene.fixture.simulator->number(scene.input.phoneNumber.e164())->sid);
    QCOMPARE(scene.fixture.simulator->countRequests(u"GET"_s, {}),
             scene.fixture.simulator->countRequests({}, {}));
    QVERIFY(scene.fixture.operations().isEmpty());
}

void TestPlanner::hasARowForEveryCode()
{
    QFile source(QStringLiteral(PLANNER_SOURCE));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(source.readAll());
    static const QRegularExpression append(uR"((problems|warnings)\.append\()"_s);
    static const QRegularExpression note(uR"re((problems|warnings)\.append\(\s*\{u"([a-z_]+)"_s,)re"_s);
    QSet<QString> inSource;
    auto matches = note.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        inSource << match.captured(1) + u' ' + match.captured(2);
    }
    QCOMPARE(inSource.size(), text.count(append)); // Every note was recognised as one.
    QVERIFY(!inSource.isEmpty());

    QSet<QString> inTable;
    for (const PlannerRow &row : plannerRows()) {
        for (const QString &code : row.problems) {
            inTable << u"problems "_s + code;
        }
        for (const QString &code : row.warnings) {
            inTable << u"warnings "_s + code;
        }
    }
    const QStringList untested = (inSource - inTable).values();
    QVERIFY2(untested.isEmpty(), qPrintable(untested.join(u", "_s)));
    QCOMPARE(inTable, inSource);
}

void TestPlanner::readsWhatNumbersShareOnce()
{
    PlannerScene scene;
    auto &simulator = *scene.fixture.simulator;
    simulator.resetRequests();
    const auto lists = [&simulator] { return simulator.countRequests(u"GET"_s, u"^/v1/Services\\?"_s); };
    QVERIFY(scene.plan());
    QCOMPARE(lists(), 1);
    // Another number of the account.
    const auto numbers = simulator.numbers(scene.input.credentials.accountSid.toString());
    const auto former = scene.input.phoneNumber.e164();
    for (const auto &number : numbers) {
        if (number.phoneNumber != former && number.sms) {
            scene.input.phoneNumber = *PhoneNumber::fromE164(number.phoneNumber);
        }
    }
    QVERIFY(scene.input.phoneNumber.e164() != former);
    QVERIFY(scene.plan());
    QCOMPARE(lists(), 1);
    scene.input.readsAllAnew = true;
    QVERIFY(scene.plan());
    QCOMPARE(lists(), 2);
}

void TestPlanner::saysWhyNothingCanBeSaid_data()
{
    using Kind = Error::Kind;
    using Provider = Error::Provider;
    QTest::addColumn<Arrange>("arrange");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<Error::Provider>("provider");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, Kind kind, Provider provider, const char *code,
                        const Arrange &arrange) {
        QTest::newRow(name) << arrange << kind << provider << QString::fromLatin1(code);
    };
    row("not in the account", Kind::NotFound, Provider::Twilio, "number_not_in_twilio",
        [](PlannerScene &scene) { scene.input.phoneNumber = *PhoneNumber::fromE164(u"+12125550199"_s); });
    row("released", Kind::NotFound, Provider::Twilio, "number_not_in_twilio",
        [](PlannerScene &scene) { scene.fixture.simulator->releaseNumber(scene.input.phoneNumber.e164()); });
    row("only a longer number is there", Kind::NotFound, Provider::Twilio, "number_not_in_twilio",
        [](PlannerScene &scene) {
            scene.addNumber(scene.input.phoneNumber.e164() + u'7');
            scene.fixture.simulator->releaseNumber(scene.input.phoneNumber.e164());
        });
    row("in a subaccount", Kind::NotFound, Provider::Twilio, "number_not_in_twilio", [](PlannerScene &scene) {
        const auto simulator = scene.fixture.simulator.get();
        const auto theirs = simulator->numbers(simulator->subaccounts().first().sid);
        scene.input.phoneNumber = *PhoneNumber::fromE164(theirs.first().phoneNumber);
    });
    row("suspended since it was verified", Kind::Unauthorized, Provider::Twilio, "20003",
        [](PlannerScene &scene) {
            scene.verified(twilio::Account::Status::Active, twilio::Account::Type::Full);
            scene.account([](auto &account) { account.status = u"suspended"_s; });
        });
    row("wrong token", Kind::Unauthorized, Provider::Twilio, "20003", [](PlannerScene &scene) {
        scene.account([](auto &account) { account.authToken = u"f"_s.repeated(32); });
    });
    row("our key does not work", Kind::Unauthorized, Provider::Nixflex, "",
        [](PlannerScene &scene) { scene.refuse(u"^/v1/agents"_s, 401); });
    row("Nixflex's numbers refused", Kind::Forbidden, Provider::Nixflex, "",
        [](PlannerScene &scene) { scene.refuse(u"^/v1/phone-numbers"_s, 403); });
    row("Nixflex's numbers garbled", Kind::BadReply, Provider::Nixflex, "",
        [](PlannerScene &scene) { scene.answer(u"^/v1/phone-numbers"_s, "<html>"); });
    row("Twilio's number garbled", Kind::BadReply, Provider::Twilio, "", [](PlannerScene &scene) {
        scene.answer(u"IncomingPhoneNumbers"_s, "{\"incoming_phone_numbers\":[{}]}");
    });
    row("cancelled", Kind::Cancelled, Provider::Twilio, "",
        [](PlannerScene &scene) { scene.cancel.cancel(); });
    row("the program ends", Kind::Cancelled, Provider::Twilio, "",
        [](PlannerScene &scene) { scene.fixture.close(); });
}

void TestPlanner::saysWhyNothingCanBeSaid()
{
    QFETCH(Arrange, arrange);
    QFETCH(Error::Kind, kind);
    QFETCH(Error::Provider, provider);
    QFETCH(QString, code);
    PlannerScene scene;
    arrange(scene);
    const auto plan = scene.plan();
    QVERIFY(!plan);
    QVERIFY2(plan.error().kind == kind, qPrintable(plan.error().report()));
    QVERIFY2(plan.error().provider == provider, qPrintable(plan.error().report()));
    if (!code.isEmpty()) {
        QCOMPARE(plan.error().providerCode, code);
    }
    QVERIFY(kind == Error::Kind::Cancelled || !plan.error().userText.isEmpty());
    QCOMPARE(scene.fixture.posts(), 0);
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_importplanner.moc"
