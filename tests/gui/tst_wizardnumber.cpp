#include "gui/common/fieldhint.h"
#include "gui/wizardfixture.h"
#include "support/renumbering.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using gui::ImportWizard;

/// Pages 2 and 3: the number and the agent.
class TestWizardNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAllPagesOfTheAccount();
    void findsANumberHoweverItIsTyped_data();
    void findsANumberHoweverItIsTyped();
    void choosesNothingWhileMoreMayCome();
    void shortensTheListByNameAndCountry();
    void findsPastedNumbersAndWordsWithoutAccents();
    void looksForBothReadingsAtTwilio();
    void tellsOfANumberThatIsNotInTheAccount();
    void looksForATypedNumberWhenTheListCannotBeRead();
    void leadsBackToTheAccountWhenTheTokenStopsWorking();
    void marksAgentsThatAreNotActive();
    void takesATypedAgentIdWhenTheListCannotBeRead();
    void countsTheBusinessProfile();
};

void TestWizardNumber::readsAllPagesOfTheAccount()
{
    WizardFixture::Options options;
    options.simulator.fleet = 60;
    WizardFixture fixture(options);
    QVERIFY(fixture.goToNumbers());
    const auto expected = fixture.simulator().numbers(fixture.simulator().mainAccount().sid).size();
    QVERIFY(expected > 0);
    QTRY_COMPARE(fixture.find<QTableView>("numberView")->model()->rowCount(), static_cast<int>(expected));
    QTRY_VERIFY(!fixture.find("busyBar")->isVisible());
    QVERIFY(fixture.find<QLabel>("countLabel")->text().contains(QString::number(expected)));
}

void TestWizardNumber::findsANumberHoweverItIsTyped_data()
{
    QTest::addColumn<int>("form");
    QTest::newRow("E.164") << 0;
    QTest::newRow("international") << 1;
    QTest::newRow("00 and blanks") << 2;
    QTest::newRow("digits only") << 3;
    QTest::newRow("the last digits") << 4;
}

void TestWizardNumber::findsANumberHoweverItIsTyped()
{
    QFETCH(int, form);
    WizardFixture fixture;
    const auto number = *PhoneNumber::fromE164(fixture.simulator().freeNumber());
    const QStringList forms{number.e164(), number.international(), u"00"_s + number.international().mid(1),
                            number.e164().mid(1), number.e164().right(8)};
    QVERIFY(fixture.goToNumbers());
    auto *view = fixture.find<QTableView>("numberView");
    QTRY_VERIFY(view->model()->rowCount() > 0);
    fixture.type("numberFilterEdit", forms.at(form));
    QTRY_COMPARE(view->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(view->selectionModel()->selectedRows().front().data().toString(), number.international());
    QVERIFY(fixture.hint("numberHint").contains(number.e164()));
    QVERIFY(fixture.hint("numberHint").contains(number.national()));
    QVERIFY(fixture.hint("numberHint").contains(number.countryName()));
    QVERIFY(fixture.find("nextButton")->isEnabled());
}

/// The list comes in parts: what means one row of the first one may mean more of the whole.
void TestWizardNumber::choosesNothingWhileMoreMayCome()
{
    WizardFixture::Options options;
    options.simulator.fleet = 900;
    options.simulator.latency = std::chrono::milliseconds(200);
    WizardFixture fixture(options);
    const auto all = fixture.simulator().numbers(fixture.simulator().mainAccount().sid);
    QVERIFY(all.size() > 200);
    QHash<QString, QList<qsizetype>> places;
    for (qsizetype i = 0; i < all.size(); ++i) {
        places[all.at(i).phoneNumber.right(3)].append(i);
    }
    const auto found = std::find_if(places.cbegin(), places.cend(), [](const QList<qsizetype> &of) {
        return of.size() > 1 && of.at(0) < 100 && of.at(1) >= 100;
    });
    QVERIFY(found != places.cend());
    QVERIFY(fixture.goToNumbers());
    auto *view = fixture.find<QTableView>("numberView");
    QCOMPARE(view->model()->rowCount(), 0);
    int chosen = 0;
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, view, [&chosen] { ++chosen; });
    fixture.type("numberFilterEdit", found.key());
    QTRY_VERIFY(!fixture.find("busyBar")->isVisible());
    QVERIFY(view->model()->rowCount() > 1);
    QCOMPARE(chosen, 0);
    QVERIFY(!fixture.find("nextButton")->isEnabled());
}

void TestWizardNumber::shortensTheListByNameAndCountry()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToNumbers());
    auto *view = fixture.find<QTableView>("numberView");
    QTRY_VERIFY(!fixture.find("busyBar")->isVisible());
    const auto all = view->model()->rowCount();
    const auto number = *PhoneNumber::fromE164(fixture.simulator().freeNumber());
    fixture.type("numberFilterEdit", number.countryName().left(5));
    QVERIFY(view->model()->rowCount() > 0);
    fixture.type("numberFilterEdit", u"no such name anywhere"_s);
    QCOMPARE(view->model()->rowCount(), 0);
    QVERIFY(!fixture.find("nextButton")->isEnabled());
    fixture.type("numberFilterEdit", {});
    QCOMPARE(view->model()->rowCount(), all);
}

void TestWizardNumber::findsPastedNumbersAndWordsWithoutAccents()
{
    WizardFixture fixture;
    const auto number = fixture.simulator().freeNumber();
    const auto mexican = u"+5215512345678"_s;
    const auto others = fixture.simulator().numbers(fixture.simulator().mainAccount().sid);
    const auto other = others.first().phoneNumber == number ? others.last() : others.first();
    fixture.simulator().changeNumber(number,
                                     [](auto &changed) { changed.friendlyName = u"Crêperie Größe"_s; });
    renumber(fixture.simulator(), other.phoneNumber, mexican);
    QVERIFY(fixture.goToNumbers());
    auto *view = fixture.find<QTableView>("numberView");
    QTRY_VERIFY(!fixture.find("busyBar")->isVisible());
    const auto chosen = [view] {
        const auto rows = view->selectionModel()->selectedRows();
        return rows.size() == 1 ? u'+' + digitsOf(rows.front().data().toString()) : QString();
    };
    for (const auto &pattern : {u"tel:%1"_s, u"'%1"_s, u"\u202a%1\u202c"_s, u"tel:%1;isub=7"_s}) {
        for (const auto &wanted : {number, mexican}) {
            fixture.type("numberFilterEdit", {});
            view->clearSelection();
            fixture.find<QLineEdit>("numberFilterEdit")->setText(pattern.arg(wanted));
            QCOMPARE(chosen(), wanted);
            QVERIFY2(!fixture.hint("numberHint").contains(u"not among"_s),
                     qPrintable(fixture.hint("numberHint")));
        }
    }
    for (const auto &word : {u"creperie"_s, u"CRÊPERIE"_s, u"große crêp"_s}) {
        fixture.find<QLineEdit>("numberFilterEdit")->setText(word); // A test's keyboard has ASCII only.
        QVERIFY2(view->model()->rowCount() == 1, qPrintable(word));
    }
}

void TestWizardNumber::looksForBothReadingsAtTwilio()
{
    // The list cannot be read, so Twilio is asked: for the digits as they are, then for what they mean.
    WizardFixture fixture;
    auto &simulator = fixture.simulator();
    const auto real = u"+447700900123"_s;
    renumber(simulator, simulator.freeNumber(), real);
    simulator::Fault broken;
    broken.path = u"IncomingPhoneNumbers\\.json\\?.*PageSize=1000"_s;
    broken.status = 403;
    broken.code = u"20403"_s;
    broken.times = 0;
    simulator.armFault(broken);
    QVERIFY(fixture.goToNumbers());
    QTRY_VERIFY(!fixture.message().isEmpty());
    simulator.clearFaults();
    fixture.type("numberFilterEdit", u"+4407700900123"_s);
    QVERIFY(fixture.press("nextButton") && fixture.waitForPage(ImportWizard::AgentPageId));
}

void TestWizardNumber::tellsOfANumberThatIsNotInTheAccount()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToNumbers());
    QTRY_VERIFY(!fixture.find("busyBar")->isVisible());
    fixture.type("numberFilterEdit", u"+44 20 7946 0999"_s);
    QVERIFY2(fixture.hint("numberHint").contains(u"not among"_s), qPrintable(fixture.hint("numberHint")));
    QVERIFY(fixture.press("nextButton"));
    QTRY_VERIFY2(fixture.hint("numberHint").contains(u"not in this Twilio account"_s),
                 qPrintable(fixture.hint("numberHint")));
    QVERIFY(fixture.isOn(ImportWizard::NumberPageId));
    QCOMPARE(fixture.find<QLineEdit>("numberFilterEdit")->text(), u"+44 20 7946 0999"_s);
}

void TestWizardNumber::looksForATypedNumberWhenTheListCannotBeRead()
{
    WizardFixture fixture;
    const auto number = fixture.simulator().freeNumber();
    simulator::Fault broken;
    broken.path = u"IncomingPhoneNumbers\\.json\\?.*PageSize=1000"_s;
    broken.status = 403;
    broken.code = u"20403"_s;
    broken.times = 0;
    fixture.simulator().armFault(broken);
    QVERIFY(fixture.goToNumbers());
    QTRY_VERIFY2(fixture.message().contains(u"could not be read"_s), qPrintable(fixture.message()));
    fixture.simulator().clearFaults();
    fixture.type("numberFilterEdit", number);
    QVERIFY(fixture.hint("numberHint").contains(u"when you press Next"_s));
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::AgentPageId));
}

void TestWizardNumber::leadsBackToTheAccountWhenTheTokenStopsWorking()
{
    WizardFixture fixture;
    const auto main = fixture.simulator().mainAccount();
    QVERIFY(fixture.enterAccount(main.sid, main.authToken));
    QTRY_VERIFY(fixture.find("subaccountCombo")->isVisible());
    QVERIFY(fixture.simulator().changeAccount(
        main.sid, [](simulator::TwilioAccount &account) { account.authToken = QString(32, u'f'); }));
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::NumberPageId));
    QTRY_VERIFY(!fixture.message().isEmpty());
    QVERIFY(fixture.press("mendButton"));
    QVERIFY(fixture.isOn(ImportWizard::AccountPageId));
    QVERIFY(fixture.hint("tokenHint").contains(u"refused"_s));
    QCOMPARE(fixture.find<QLineEdit>("accountSidEdit")->text(), main.sid);
}

void TestWizardNumber::marksAgentsThatAreNotActive()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToAgents());
    auto *view = fixture.find<QTableView>("agentView");
    QTRY_VERIFY(view->model()->rowCount() > 0);
    fixture.type("agentFilterEdit", fixture.simulator().inactiveAgentId());
    QCOMPARE(view->model()->rowCount(), 1);
    QVERIFY2(fixture.hint("agentHint").contains(u"not active"_s), qPrintable(fixture.hint("agentHint")));
    QVERIFY(fixture.find("nextButton")->isEnabled());
}

void TestWizardNumber::takesATypedAgentIdWhenTheListCannotBeRead()
{
    WizardFixture fixture;
    simulator::Fault broken;
    broken.path = u"/v1/agents"_s;
    broken.status = 403;
    broken.times = 0;
    fixture.simulator().armFault(broken);
    QVERIFY(fixture.goToAgents());
    QTRY_VERIFY2(fixture.message().contains(u"could not be read"_s), qPrintable(fixture.message()));
    QVERIFY(fixture.find<QAbstractButton>("typeIdCheckBox")->isChecked());
    QVERIFY(!fixture.find("nextButton")->isEnabled());
    fixture.type("agentIdEdit", fixture.simulator().agentId());
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::ReviewPageId));
}

void TestWizardNumber::countsTheBusinessProfile()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToAgents());
    QTRY_VERIFY(fixture.find<QTableView>("agentView")->model()->rowCount() > 0);
    fixture.find<QTableView>("agentView")->selectRow(0);
    auto *profile = fixture.find<QPlainTextEdit>("profileEdit");
    profile->setPlainText(QString(8000, u'x'));
    QVERIFY(fixture.hint("profileHint").startsWith(u"8,000 of 8,000"_s));
    QVERIFY(fixture.find("nextButton")->isEnabled());
    profile->setPlainText(QString(8001, u'x'));
    QVERIFY(fixture.hint("profileHint").contains(u"1 too many"_s));
    QVERIFY(!fixture.find("nextButton")->isEnabled());
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); // for the digits' grouping
    TestWizardNumber test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_wizardnumber.moc"
