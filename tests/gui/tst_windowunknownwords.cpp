#include "gui/common/fieldhint.h"
#include "gui/common/notelist.h"
#include "gui/windowfixture.h"
#include "gui/wizarddriver.h"
#include "models/fleetmodel.h"
#include "support/runtask.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using gui::ImportWizard;
using simulator::Fault;

/// The providers say in words of a later day what this program reads as one of a few: states, kinds, flags,
/// languages. No row is lost by it, nothing is claimed that was not said, and the work goes on.
class TestWindowUnknownWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheFleet();
    void keepsTheAccount();
    void keepsTheSubaccounts();
    void keepsTheNumbers();
    void keepsTheAgents();
    void believesAnImport();
    void repeatsARefusal();
};

namespace {

void answer(WindowFixture &fixture, const QString &path, const QJsonObject &body)
{
    Fault fault;
    fault.method = u"GET"_s;
    fault.path = path;
    fault.times = 0;
    fault.rawBody = QJsonDocument(body).toJson(QJsonDocument::Compact);
    fixture.simulator().armFault(fault);
}

bool isSynced(const WindowFixture &fixture)
{
    return fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s);
}

WizardDriver openWizard(WindowFixture &fixture)
{
    fixture.open();
    if (!WizardDriver::waitFor([&fixture] { return isSynced(fixture); })) {
        return {};
    }
    QTest::keyClick(&fixture.window(), Qt::Key_N, Qt::ControlModifier);
    auto *wizard = fixture.dialog<ImportWizard>();
    return wizard != nullptr ? WizardDriver(wizard, fixture.simulator()) : WizardDriver();
}

QString cellText(const QAbstractItemModel *model, int row, int column)
{
    return model->index(row, column).data().toString();
}

QString warningsOf(const WizardDriver &wizard)
{
    return wizard.find<gui::NoteList>("warningList")->texts().join(u'\n');
}

QJsonObject agentObject(const QString &id, const QString &name, const QJsonValue &language,
                        const QJsonValue &isActive)
{
    return {{u"agent_id"_s, id},
            {u"name"_s, name},
            {u"language"_s, language},
            {u"voice_id"_s, QJsonArray{u"a"_s}},
            {u"is_active"_s, isActive}};
}

} // namespace

void TestWindowUnknownWords::keepsTheFleet()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(isSynced(fixture));
    const auto *model = fixture.find<QTableView>("fleetView")->model();
    QTRY_VERIFY(model->rowCount() > 2);
    const auto rows = model->rowCount();
    QJsonArray numbers;
    const auto all = fixture.simulator().nixflexNumbers();
    for (const auto &number : all) {
        numbers.append(QJsonObject{{u"phone_number"_s, number.phoneNumber},
                                   {u"agent_id"_s, number.agentId},
                                   {u"provider"_s, u"carrier pigeon"_s},
                                   {u"status"_s, u"hibernating"_s},
                                   {u"inbound_enabled"_s, u"sometimes"_s},
                                   {u"outbound_enabled"_s, QJsonArray{true}}});
    }
    answer(fixture, u"/v1/phone-numbers"_s, {{u"phone_numbers"_s, numbers}});
    answer(fixture, u"/v1/agents"_s,
           {{u"agents"_s, QJsonArray{agentObject(fixture.simulator().agentId(), u"Known"_s,
                                                 QJsonArray{u"en"_s}, u"paused"_s)}}});
    QTest::keyClick(&fixture.window(), Qt::Key_F5);
    const auto *bar = fixture.find<QWidget>("fleetPage")->findChild<gui::MessageBar *>(u"messageBar"_s);
    const auto agents = [&fixture] { return fixture.simulator().countRequests(u"GET"_s, u"/v1/agents"_s); };
    QTRY_VERIFY(agents() == 2 && isSynced(fixture));
    QVERIFY2(!bar->hasMessage(), qPrintable(bar->text()));
    QCOMPARE(model->rowCount(), rows);
    const auto calls = static_cast<int>(models::FleetModel::Column::Direction);
    QTRY_COMPARE(cellText(model, 0, calls), QString());
    const auto known = runTask(fixture.workspace().ledger().agents(fixture.workspace().keyId()));
    QVERIFY(known && known->size() == 1);
    QVERIFY(!known->first().isActive.has_value());
}

void TestWindowUnknownWords::keepsTheAccount()
{
    WindowFixture fixture;
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr);
    const auto main = fixture.simulator().mainAccount();
    answer(fixture, u"/Accounts/AC[0-9a-f]+\\.json"_s,
           {{u"sid"_s, main.sid},
            {u"owner_account_sid"_s, main.sid},
            {u"friendly_name"_s, u"Shop"_s},
            {u"status"_s, u"hibernating"_s},
            {u"type"_s, u"Enterprise"_s}});
    QVERIFY(wizard.goToReview());
    const auto warnings = warningsOf(wizard);
    // It was read, and it is not known to be one or the other.
    QVERIFY2(!warnings.contains(u"could not be read"_s), qPrintable(warnings));
    QVERIFY2(warnings.contains(u"that this program does not know"_s), qPrintable(warnings));
    const auto accounts = runTask(fixture.workspace().ledger().accounts());
    QVERIFY(accounts && accounts->size() == 1);
    QVERIFY(accounts->first().status == twilio::Account::Status::UnknownStatus);
    wizard.wizard()->close();
    QTRY_VERIFY(wizard.wizard() == nullptr);
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));

    QTest::keyClick(&fixture.window(), Qt::Key_N, Qt::ControlModifier);
    auto *again = fixture.dialog<ImportWizard>();
    QVERIFY(again != nullptr);
    wizard = WizardDriver(again, fixture.simulator());
    QTRY_VERIFY(wizard.find("savedInfoLabel")->isVisible());
    const auto facts = wizard.find<QLabel>("savedInfoLabel")->text();
    for (const auto &claim : {u"active"_s, u"suspended"_s, u"closed"_s, u"trial"_s}) {
        QVERIFY2(!facts.contains(claim), qPrintable(facts));
    }
}

void TestWindowUnknownWords::keepsTheSubaccounts()
{
    WindowFixture fixture;
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr);
    const auto main = fixture.simulator().mainAccount();
    const auto sub = fixture.simulator().subaccounts().first();
    const auto silent = fixture.simulator().subaccounts().at(1);
    answer(fixture, u"/Accounts\\.json"_s,
           {{u"accounts"_s, QJsonArray{QJsonObject{{u"sid"_s, sub.sid},
                                                   {u"owner_account_sid"_s, main.sid},
                                                   {u"friendly_name"_s, QJsonValue()},
                                                   {u"status"_s, QJsonArray{u"hibernating"_s}},
                                                   {u"type"_s, 7},
                                                   {u"auth_token"_s, sub.authToken}},
                                       QJsonObject{{u"sid"_s, silent.sid}, {u"status"_s, u"active"_s}}}},
            {u"next_page_uri"_s, QJsonValue()}});
    QVERIFY(wizard.enterAccount(main.sid, main.authToken));
    auto *combo = wizard.find<QComboBox>("subaccountCombo");
    QTRY_VERIFY(combo->isVisible());
    QCOMPARE(combo->count(), 3);
    const auto words = combo->itemText(1);
    QVERIFY2(words.contains(sub.sid.right(4)) && !words.contains(u'(') && !words.contains(u"  "_s),
             qPrintable(words));
    // Without its token nothing can be handed over.
    combo->setCurrentIndex(2);
    QVERIFY(!wizard.find<QAbstractButton>("nextButton")->isEnabled());
    combo->setCurrentIndex(1);
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(ImportWizard::NumberPageId));
}

void TestWindowUnknownWords::keepsTheNumbers()
{
    WindowFixture fixture;
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr);
    const auto main = fixture.simulator().mainAccount();
    const auto free = fixture.simulator().number(fixture.simulator().freeNumber());
    QVERIFY(free.has_value());
    const auto numberWith = [&](const QJsonValue &capabilities) {
        return QJsonObject{{u"sid"_s, free->sid},
                           {u"account_sid"_s, main.sid},
                           {u"phone_number"_s, free->phoneNumber},
                           {u"friendly_name"_s, u"Till"_s},
                           {u"status"_s, u"hibernating"_s},
                           {u"origin"_s, QJsonObject()},
                           {u"beta"_s, u"perhaps"_s},
                           {u"voice_method"_s, u"PATCH"_s},
                           {u"voice_receive_mode"_s, u"hologram"_s},
                           {u"capabilities"_s, capabilities}};
    };
    QVERIFY(wizard.goToNumbers());
    const auto *model = wizard.find<QTableView>("numberView")->model();
    constexpr int takesColumn = 3;
    const QList<QJsonValue> unclear{QJsonObject{{u"voice"_s, u"sometimes"_s}, {u"sms"_s, true}},
                                    QJsonObject{{u"hologram"_s, true}}, QJsonArray{u"voice"_s}, QJsonValue(),
                                    u"voice"_s};
    for (const auto &capabilities : unclear) {
        fixture.simulator().clearFaults();
        answer(fixture, u"/IncomingPhoneNumbers"_s,
               {{u"incoming_phone_numbers"_s, QJsonArray{numberWith(capabilities)}},
                {u"next_page_uri"_s, QJsonValue()}});
        QVERIFY(wizard.press("readAgainButton"));
        QTRY_COMPARE(model->rowCount(), 1);
        QTRY_COMPARE(cellText(model, 0, takesColumn), u"not known"_s);
        QVERIFY2(wizard.message().isEmpty(), qPrintable(wizard.message()));
    }
    wizard.type("numberFilterEdit", free->phoneNumber);
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(ImportWizard::AgentPageId));
    QTRY_VERIFY(wizard.find<QTableView>("agentView")->model()->rowCount() > 0);
    wizard.type("agentFilterEdit", fixture.simulator().agentId());
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(ImportWizard::ReviewPageId));
    QTRY_VERIFY(wizard.find("routingTable")->isVisible());
    const auto warnings = warningsOf(wizard);
    QVERIFY2(!warnings.contains(u"cannot"_s), qPrintable(warnings));
    QVERIFY2(warnings.contains(u"not known whether this number takes"_s), qPrintable(warnings));
}

void TestWindowUnknownWords::keepsTheAgents()
{
    WindowFixture fixture;
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr && wizard.goToAgents());
    const auto known = fixture.simulator().agentId();
    answer(fixture, u"/v1/agents"_s,
           {{u"agents"_s, QJsonArray{agentObject(known, u"Ann"_s, u"klingon"_s, u"paused"_s),
                                     agentObject(u"agent_b"_s, u"Bob"_s, u"x-ä/☎"_s, QJsonObject()),
                                     agentObject(u"agent_c"_s, u"Cid"_s, QJsonArray{u"en"_s, u"de"_s}, 2),
                                     agentObject(u"agent_d"_s, u"Dee"_s, u"de"_s, false)}}});
    QVERIFY(wizard.press("readAgainButton"));
    const auto *model = wizard.find<QTableView>("agentView")->model();
    QTRY_COMPARE(model->rowCount(), 4);
    QVERIFY2(wizard.message().isEmpty(), qPrintable(wizard.message()));
    const QStringList languages{u"klingon"_s, u"x-ä/☎"_s, QString(), u"German"_s};
    const QStringList states{u"Not known"_s, u"Not known"_s, u"Not known"_s, u"Not active"_s};
    for (int row = 0; row < model->rowCount(); ++row) {
        QCOMPARE(cellText(model, row, 1), languages.at(row));
        QCOMPARE(cellText(model, row, 2), states.at(row));
    }
    wizard.type("agentFilterEdit", known);
    const auto hint = wizard.hint("agentHint");
    QVERIFY2(hint.contains(u"not known whether"_s), qPrintable(hint));
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(ImportWizard::ReviewPageId));
    QTRY_VERIFY(wizard.find("routingTable")->isVisible());
    const auto warnings = warningsOf(wizard);
    QVERIFY2(!warnings.contains(u"is not active"_s), qPrintable(warnings));
    QVERIFY2(warnings.contains(u"not known whether the agent “Ann” is active"_s), qPrintable(warnings));
}

void TestWindowUnknownWords::believesAnImport()
{
    WindowFixture fixture;
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr && wizard.goToReview());
    const auto number = fixture.simulator().freeNumber();
    Fault fault;
    fault.method = u"POST"_s;
    fault.path = u"/v1/phone-numbers"_s;
    fault.rawBody = QJsonDocument(QJsonObject{{u"phone_number"_s,
                                               QJsonObject{{u"phone_number"_s, number},
                                                           {u"agent_id"_s, fixture.simulator().agentId()},
                                                           {u"provider"_s, QJsonArray()},
                                                           {u"status"_s, u"warming_up"_s},
                                                           {u"inbound_enabled"_s, u"soon"_s}}}})
                        .toJson();
    fixture.simulator().armFault(fault);
    QVERIFY(wizard.press("confirmCheckBox") && wizard.press("importButton") && wizard.waitForOutcome());
    QCOMPARE(wizard.wizard()->currentPage()->title(), u"Imported"_s);
    QCOMPARE(wizard.posts(), 1);
    // The answer was understood: nobody had to look whether it was executed.
    const auto operations = runTask(fixture.workspace().ledger().operations(0, 0));
    QVERIFY(operations && operations->size() == 1);
    QCOMPARE(operations->first().note, QString());
    QVERIFY(fixture.simulator().nixflexNumber(number));
}

void TestWindowUnknownWords::repeatsARefusal()
{
    WindowFixture fixture;
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr && wizard.goToReview());
    const auto number = fixture.simulator().freeNumber();
    wizard.failImport(422, u"kettle_in_use"_s, u"The kettle is in use."_s);
    QVERIFY(wizard.press("confirmCheckBox") && wizard.press("importButton") && wizard.waitForOutcome());
    QCOMPARE(wizard.wizard()->currentPage()->title(), u"Not imported"_s);
    QVERIFY2(wizard.message().contains(u"The kettle is in use."_s), qPrintable(wizard.message()));
    QCOMPARE(wizard.posts(), 1);
    QVERIFY(!fixture.simulator().nixflexNumber(number));
}

QTEST_MAIN(TestWindowUnknownWords)
#include "tst_windowunknownwords.moc"
