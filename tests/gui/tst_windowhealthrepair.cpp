#include "gui/accessibilitylint.h"
#include "gui/common/fieldsdialog.h"
#include "gui/healthwindow.h"
#include "gui/settings/preferencesdialog.h"
#include "gui/wizard/importwizard.h"

#include <QTabWidget>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using simulator::WorldData;

/// What the window offers for a finding, by keys.
class TestWindowHealthRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsBackAfterAsking();
    void keepsWhatIsThereAfterAsking();
    void comparesTheTechnicalFields();
    void forgetsOrImportsWhatIsGone();
    void leadsToTheToken();
};

void TestWindowHealthRepair::setsBackAfterAsking()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    const auto before = fixture.simulator().number(number)->voiceUrl;
    fixture.drift(number);
    fixture.check();
    const auto line = u"Address for calls: %1 instead of %2"_s.arg(theirs, before);
    QTRY_VERIFY2(fixture.findings().contains(line), qPrintable(fixture.findings()));
    QCOMPARE(fixture.find<QLabel>("healthLabel")->text(), u"Needs attention"_s);
    fixture.push("setBackButton");
    QTRY_VERIFY(fixture.dialog<QMessageBox>() != nullptr);
    QVERIFY(fixture.dialog<QMessageBox>()->informativeText().contains(line));
    fixture.answer(false);
    QCOMPARE(fixture.updates(), 0);
    QCOMPARE(fixture.simulator().number(number)->voiceUrl, theirs);

    fixture.push("setBackButton");
    fixture.answer(true);
    QTRY_COMPARE(fixture.simulator().number(number)->voiceUrl, before);
    QCOMPARE(fixture.updates(), 1);
    // Looked at again by itself.
    QTRY_VERIFY(fixture.find<QLabel>("healthLabel")->text().startsWith(u"Good"_s));
    QCOMPARE(fixture.findings(), QString());
    QVERIFY(!fixture.offers("setBackButton"));
    QCOMPARE(fixture.bar()->kind(), gui::MessageKind::Success);
    QTRY_VERIFY(!fixture.find<QLabel>("attentionLabel")->isVisible());
}

void TestWindowHealthRepair::keepsWhatIsThereAfterAsking()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    fixture.drift(number);
    fixture.check();
    fixture.push("adoptButton");
    fixture.answer(false);
    QVERIFY(fixture.rowOf(number).baseline->voiceUrl != theirs);
    fixture.push("adoptButton");
    fixture.answer(true);
    QTRY_COMPARE(fixture.rowOf(number).baseline->voiceUrl, theirs);
    QTRY_VERIFY(fixture.find<QLabel>("healthLabel")->text().startsWith(u"Good"_s));
    QCOMPARE(fixture.updates(), 0);
    QCOMPARE(fixture.simulator().number(number)->voiceUrl, theirs);
    fixture.find<QTabWidget>("tabs")->setCurrentIndex(3);
    const auto *history = fixture.find<QTreeWidget>("historyTree");
    const auto isListed = [history] {
        return history->topLevelItemCount() > 0 &&
               history->topLevelItem(0)->text(0).contains(u"Change at Twilio kept"_s);
    };
    QTRY_VERIFY(isListed());
}

void TestWindowHealthRepair::comparesTheTechnicalFields()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    fixture.drift(number);
    fixture.check();
    QTRY_VERIFY(fixture.offers("setBackButton"));
    auto *button =
        fixture.window().findChild<QWidget *>(u"routingTab"_s)->findChild<QPushButton *>(u"fieldsButton"_s);
    QVERIFY(button != nullptr && button->isVisible());
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(fixture.dialog<gui::FieldsDialog>() != nullptr);
    auto *dialog = fixture.dialog<gui::FieldsDialog>();
    QCOMPARE(accessibilityFindings(dialog), QStringList());
    const auto *tree = dialog->findChild<QTreeWidget *>(u"fieldTree"_s);
    int differing = 0;
    for (int row = 0; row < tree->topLevelItemCount(); ++row) {
        const auto *item = tree->topLevelItem(row);
        const auto isMarked = !item->icon(1).isNull();
        differing += isMarked ? 1 : 0;
        if (item->text(0) == "voice_url"_L1) {
            QVERIFY(isMarked);
            QCOMPARE(item->text(1), theirs);
            QVERIFY(!item->text(2).isEmpty() && item->text(2) != theirs);
        } else if (item->text(0) == "sms_url"_L1) {
            QVERIFY(!isMarked);
            QCOMPARE(item->text(1), item->text(2));
        }
    }
    QVERIFY(differing > 0);
}

void TestWindowHealthRepair::forgetsOrImportsWhatIsGone()
{
    HealthWindow fixture;
    const auto number = fixture.choose();
    const auto before = rowCount(fixture);
    fixture.simulator().world().change([&](WorldData &data) { data.removeRow(number); });
    fixture.check();
    QTRY_COMPARE(fixture.find<QLabel>("healthLabel")->text(), u"No longer at Nixflex"_s);
    fixture.push("importAgainButton");
    QTRY_VERIFY(fixture.dialog<gui::ImportWizard>() != nullptr);
    QCOMPARE(fixture.find<QLineEdit>("numberFilterEdit")->text(), number);
    QTest::keyClick(fixture.dialog<gui::ImportWizard>(), Qt::Key_Escape);
    QTRY_VERIFY(fixture.dialog<gui::ImportWizard>() == nullptr);
    fixture.push("forgetButton");
    fixture.answer(false);
    QCOMPARE(rowCount(fixture), before);
    fixture.push("forgetButton");
    fixture.answer(true);
    QTRY_COMPARE(rowCount(fixture), before - 1);
    QCOMPARE(fixture.rowOf(number).id, 0);
}

void TestWindowHealthRepair::leadsToTheToken()
{
    HealthWindow fixture;
    fixture.choose();
    QVERIFY(fixture.simulator().changeAccount(
        fixture.simulator().mainAccount().sid,
        [](simulator::TwilioAccount &account) { account.authToken = QString(32, u'f'); }));
    fixture.check();
    QTRY_VERIFY(fixture.findings().contains(u"no longer accepts the Auth Token"_s));
    QVERIFY(!fixture.offers("setBackButton") && !fixture.offers("adoptButton"));
    fixture.push("enterTokenButton");
    QTRY_VERIFY(fixture.dialog<gui::PreferencesDialog>() != nullptr);
    QVERIFY(findVisible<QWidget>(fixture.dialog<gui::PreferencesDialog>(), u"accountsPage"_s) != nullptr);
}

QTEST_MAIN(TestWindowHealthRepair)
#include "tst_windowhealthrepair.moc"
