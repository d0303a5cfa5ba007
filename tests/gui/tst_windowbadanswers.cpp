#include "gui/windowfixture.h"
#include "gui/wizarddriver.h"
#include "support/runtask.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace numbers;
using namespace numbers::test;
using gui::ImportWizard;
using simulator::Fault;

/// The providers answer with what makes no sense, at every place that asks them. The page says so and stays,
/// the records stay as they are, and the same button works once the answers are right again.
class TestWindowBadAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void syncSurvives();
    void accountPageSurvives();
    void numberPageSurvives();
    void agentPageSurvives();
    void importIsSettled_data();
    void importIsSettled();
};

namespace {

struct Spoiled
{
    QByteArray name;
    Fault fault;
    /// The list is fine, one row of it is not: that is left out, and said.
    bool isRowOnly = false;
};

Fault withBody(const QByteArray &body, int status = 0)
{
    Fault fault;
    fault.rawBody = body;
    fault.status = status;
    return fault;
}

/// For every place: what no JSON of the wanted kind is.
QList<Spoiled> spoiled()
{
    Fault huge;
    huge.hugeBody = 10 * 1024 * 1024;
    Fault html;
    html.html = true;
    html.status = 200;
    Fault cut;
    cut.malformedJson = true;
    return {{"10 MB", huge},
            {"HTML", html},
            {"cut off", cut},
            {"empty body", withBody({})},
            {"204", withBody({}, 204)},
            {"no fields", withBody("{}")},
            {"not UTF-8", withBody("{\"sid\":\"\xff\xfe\"}")},
            {"nested too deep", withBody(QByteArray(5'000, '[') + QByteArray(5'000, ']'))}};
}

QList<Spoiled> spoiledRows(const QByteArray &list, const QList<QByteArray> &rows)
{
    auto all = spoiled();
    all.append({"an object for the list", withBody("{\"" + list + "\":{}}")});
    all.append({"null for the list", withBody("{\"" + list + "\":null}")});
    for (const auto &row : rows) {
        all.append({row, withBody("{\"" + list + "\":[" + row + "]}"), true});
    }
    return all;
}

void arm(WindowFixture &fixture, Fault fault, const QString &path)
{
    fault.path = path;
    fault.times = 0;
    fixture.simulator().clearFaults();
    fixture.simulator().armFault(fault);
}

/// The fleet as the ledger has it.
QStringList ledgerRows(WindowFixture &fixture)
{
    store::FleetQuery query;
    query.keyId = fixture.workspace().keyId();
    const auto ids = runTask(fixture.workspace().ledger().numberIds(query));
    const auto rows = runTask(fixture.workspace().ledger().numbersById(ids.value_or(QList<qint64>())));
    QStringList lines;
    for (const auto &row : rows.value_or(QList<store::NumberRecord>())) {
        lines.append(u"%1 %2 %3"_s.arg(row.phoneNumber.e164(), row.agentId.toString())
                         .arg(static_cast<int>(row.health)));
    }
    return lines;
}

bool isSynced(const WindowFixture &fixture)
{
    return fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s);
}

WizardDriver openWizard(WindowFixture &fixture)
{
    if (!WizardDriver::waitFor([&fixture] { return isSynced(fixture); })) {
        return {};
    }
    QTest::keyClick(&fixture.window(), Qt::Key_N, Qt::ControlModifier);
    auto *wizard = fixture.dialog<ImportWizard>();
    return wizard != nullptr ? WizardDriver(wizard, fixture.simulator()) : WizardDriver();
}

/// A message that people can do something with, and no part of the answer's bulk in it.
QString complaintAbout(const QString &message)
{
    return message.isEmpty()                ? u"no message"_s
           : message.size() > 700           ? u"a message of %1 characters"_s.arg(message.size())
           : message.contains(u"<html"_s)   ? u"HTML in the message"_s
           : message.contains(u"xxxxxxx"_s) ? u"the body in the message"_s
                                            : QString();
}

#define GOOD_MESSAGE(name, message)                                                                          \
    QVERIFY2(complaintAbout(message).isEmpty(),                                                              \
             qPrintable(QString::fromLatin1(QByteArray(name)) + u": "_s + complaintAbout(message) +          \
                        u" – "_s + (message).left(300)))

} // namespace

void TestWindowBadAnswers::syncSurvives()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(isSynced(fixture));
    const auto before = ledgerRows(fixture);
    QVERIFY(!before.isEmpty());
    auto *bar = fixture.find<QWidget>("fleetPage")->findChild<gui::MessageBar *>(u"messageBar"_s);
    auto faults = spoiledRows(
        "phone_numbers", {R"(7)", R"("text")", R"({})", R"({"phone_number":7})", R"({"phone_number":null})",
                          R"({"phone_number":["+441134960000"]})", R"({"phone_number":"0113 496 0000"})"});
    Fault tooHuge; // more than is read at all
    tooHuge.hugeBody = 17 * 1024 * 1024;
    faults.append({"17 MB", tooHuge});
    for (const auto *body : {"null", "42", "\"ok\""}) {
        faults.append({body, withBody(body)});
    }
    for (const auto &[name, fault, isRowOnly] : faults) {
        arm(fixture, fault, u"/v1/phone-numbers"_s);
        QTest::keyClick(&fixture.window(), Qt::Key_F5);
        const auto kind = isRowOnly ? gui::MessageKind::Warning : gui::MessageKind::Error;
        QVERIFY2(QTest::qWaitFor([&] { return bar->hasMessage() && bar->kind() == kind; }, 10'000),
                 name.constData());
        GOOD_MESSAGE(name, bar->text());
        QCOMPARE(ledgerRows(fixture), before);
        fixture.simulator().clearFaults();
        if (isRowOnly) {
            QTest::keyClick(&fixture.window(), Qt::Key_F5);
        } else {
            QTest::mouseClick(bar->findChildren<QPushButton *>(u"retrySyncButton"_s).constLast(),
                              Qt::LeftButton);
        }
        QVERIFY2(QTest::qWaitFor([&] { return !bar->hasMessage(); }, 10'000), name.constData());
        QTRY_VERIFY(isSynced(fixture));
        QCOMPARE(ledgerRows(fixture), before);
    }
}

void TestWindowBadAnswers::accountPageSurvives()
{
    WindowFixture fixture;
    fixture.open();
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr);
    const auto main = fixture.simulator().mainAccount();
    const auto sid = main.sid.toUtf8();
    auto faults = spoiled();
    for (const QByteArray &body :
         {QByteArray(R"({"sid":7})"), QByteArray(R"({"sid":null,"status":[]})"),
          QByteArray(R"({"sid":["x"],"friendly_name":{}})"), QByteArray("{\"sid\":\"AC1\"}"),
          QByteArray("[{\"sid\":\"" + sid + "\"}]")}) {
        faults.append({body, withBody(body)});
    }
    for (const auto &[name, fault, isRowOnly] : faults) {
        QVERIFY(!isRowOnly);
        arm(fixture, fault, u"/Accounts/AC[0-9a-f]+\\.json"_s);
        QVERIFY(wizard.enterAccount(main.sid, main.authToken));
        QVERIFY2(WizardDriver::waitFor([&wizard] { return !wizard.message().isEmpty(); }), name.constData());
        GOOD_MESSAGE(name, wizard.message());
        QVERIFY(wizard.isOn(ImportWizard::AccountPageId));
        QCOMPARE(runTask(fixture.workspace().ledger().accounts())->size(), 0);
    }
    // Words that are not known yet are no reason to stop.
    fixture.simulator().clearFaults();
    QVERIFY(wizard.press("nextButton"));
    QVERIFY(WizardDriver::waitFor([&wizard] { return wizard.find("subaccountCombo")->isVisible(); }));
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(ImportWizard::NumberPageId));
}

void TestWindowBadAnswers::numberPageSurvives()
{
    WindowFixture fixture;
    fixture.open();
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr && wizard.goToNumbers());
    const auto *model = wizard.find<QTableView>("numberView")->model();
    QTRY_VERIFY(model->rowCount() > 0);
    const auto rows = model->rowCount();
    const auto faults = spoiledRows("incoming_phone_numbers",
                                    {R"(7)", R"({"sid":7,"phone_number":7})", R"({"phone_number":null})",
                                     R"({"sid":"PN0123456789abcdef0123456789abcdef","phone_number":"12"})"});
    for (const auto &[name, fault, isRowOnly] : faults) {
        arm(fixture, fault, u"/IncomingPhoneNumbers"_s);
        QVERIFY(wizard.press("readAgainButton"));
        QVERIFY2(WizardDriver::waitFor([&wizard] { return !wizard.message().isEmpty(); }), name.constData());
        GOOD_MESSAGE(name, wizard.message());
        QVERIFY(wizard.isOn(ImportWizard::NumberPageId));
        fixture.simulator().clearFaults();
        QVERIFY(wizard.press(isRowOnly ? "readAgainButton" : "tryAgainButton"));
        QVERIFY2(
            QTest::qWaitFor([&] { return wizard.message().isEmpty() && model->rowCount() == rows; }, 10'000),
            name.constData());
    }
}

void TestWindowBadAnswers::agentPageSurvives()
{
    WindowFixture fixture;
    fixture.open();
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr && wizard.goToAgents());
    const auto *model = wizard.find<QTableView>("agentView")->model();
    QTRY_VERIFY(model->rowCount() > 0);
    const auto rows = model->rowCount();
    const auto faults =
        spoiledRows("agents", {R"(7)", R"({})", R"({"agent_id":true})", R"({"agent_id":null,"name":{}})",
                               R"({"agent_id":["a"],"name":"A"})"});
    for (const auto &[name, fault, isRowOnly] : faults) {
        arm(fixture, fault, u"/v1/agents"_s);
        QVERIFY(wizard.press("readAgainButton"));
        QVERIFY2(WizardDriver::waitFor([&wizard] { return !wizard.message().isEmpty(); }), name.constData());
        GOOD_MESSAGE(name, wizard.message());
        QVERIFY(wizard.isOn(ImportWizard::AgentPageId));
        QCOMPARE(model->rowCount(), isRowOnly ? 0 : rows);
        fixture.simulator().clearFaults();
        QVERIFY(wizard.press("readAgainButton"));
        QVERIFY2(
            QTest::qWaitFor([&] { return wizard.message().isEmpty() && model->rowCount() == rows; }, 10'000),
            name.constData());
    }
}

void TestWindowBadAnswers::importIsSettled_data()
{
    QTest::addColumn<int>("index");
    const auto faults = spoiled();
    for (int index = 0; index < faults.size(); ++index) {
        if (index >= 1 && index <= 4) { // the others say nothing that these do not
            QTest::newRow(faults.at(index).name.constData()) << index;
        }
    }
}

/// An answer without sense says nothing: Nixflex is asked what it did, and never to import again.
void TestWindowBadAnswers::importIsSettled()
{
    QFETCH(int, index);
    WindowFixture::Options options;
    options.fleet = 4;
    options.settle = {200ms, 50ms, 600ms, 50ms};
    WindowFixture fixture(options);
    fixture.open();
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr && wizard.goToReview());
    const auto number = fixture.simulator().freeNumber();
    auto fault = spoiled().at(index).fault;
    fault.method = u"POST"_s;
    fault.executeFirst = true;
    fault.path = u"/v1/phone-numbers"_s;
    fixture.simulator().armFault(fault);
    QVERIFY(wizard.press("confirmCheckBox") && wizard.press("importButton") && wizard.waitForOutcome());
    QCOMPARE(wizard.wizard()->currentPage()->title(), u"Imported"_s);
    GOOD_MESSAGE("import", wizard.message());
    QCOMPARE(wizard.posts(), 1);
    const auto operations = runTask(fixture.workspace().ledger().operations(0, 0));
    QVERIFY(operations && operations->size() == 1);
    QVERIFY(operations->first().outcome == store::OperationRecord::Outcome::Succeeded);
    QVERIFY(fixture.simulator().nixflexNumber(number));
    QVERIFY(wizard.press("openInFleetButton"));
    const auto *selection = fixture.find<QTableView>("fleetView")->selectionModel();
    QTRY_COMPARE(selection->selectedRows().size(), 1);
    QTRY_COMPARE(selection->selectedRows().constFirst().data().toString(),
                 PhoneNumber::fromE164(number)->international());
}

#undef GOOD_MESSAGE

QTEST_MAIN(TestWindowBadAnswers)
#include "tst_windowbadanswers.moc"
