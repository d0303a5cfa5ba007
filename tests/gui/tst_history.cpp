#include "gui/windowfixture.h"
#include "store/database.h"
#include "support/runtask.h"

#include <QHeaderView>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::runTask;
using test::WindowFixture;

/// What the detail pane tells of the operations on a number.
class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEachStepOfAnImport();
    void namesWhatANewerVersionDid();
};

namespace {

operations::OperationOutcome importNumber(WindowFixture &fixture, const PhoneNumber &number)
{
    const auto account = fixture.simulator().mainAccount();
    operations::PlanInput input;
    input.credentials = {*AccountSid::parse(account.sid),
                         std::make_shared<const SecretString>(SecretString::fromText(account.authToken))};
    input.phoneNumber = number;
    input.agentId = *AgentId::parse(fixture.simulator().agentId());
    auto &importer = *fixture.workspace().operations();
    const auto plan = runTask(importer.plan(input, {}));
    if (!plan) {
        qFatal("%s", qPrintable(plan.error().report()));
    }
    return runTask(importer.run(*plan, true, [](operations::ImportStep) {}, {}));
}

bool choose(const WindowFixture &fixture, const PhoneNumber &number)
{
    auto *view = fixture.find<QTableView>("fleetView");
    view->setFocus();
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        const int first = view->horizontalHeader()->logicalIndex(0);
        const auto text = view->model()->index(row, first).data().toString();
        if (!text.isEmpty() && digitsOf(number.e164()) == digitsOf(text)) {
            view->selectRow(row);
            return true;
        }
    }
    return false;
}

QStringList column(const QTreeWidgetItem *item, int column)
{
    QStringList texts;
    for (int index = 0; index < item->childCount(); ++index) {
        texts << item->child(index)->text(column);
    }
    return texts;
}

} // namespace

void TestHistory::showsEachStepOfAnImport()
{
    WindowFixture fixture;
    fixture.open();
    const auto number = *PhoneNumber::fromE164(fixture.simulator().freeNumber());
    const auto outcome = importNumber(fixture, number);
    QVERIFY(outcome.kind == operations::OperationOutcome::Kind::Succeeded);

    QTRY_VERIFY(choose(fixture, number));
    auto *tree = fixture.find<QTreeWidget>("historyTree");
    QVERIFY(tree != nullptr);
    QTRY_COMPARE(tree->topLevelItemCount(), 1);
    QTRY_VERIFY(tree->topLevelItem(0)->text(0).contains(u"Import"_s));

    tree->setCurrentItem(tree->topLevelItem(0));
    QTest::keyClick(tree, Qt::Key_Right);
    const QStringList expected{u"Saved the webhooks"_s, u"Asked Nixflex to import"_s, u"Nixflex answered"_s,
                               u"Read back from Twilio"_s, u"Recorded"_s};
    QTRY_VERIFY(column(tree->topLevelItem(0), 0).contains(expected.last()));
    QStringList steps;
    const auto titles = column(tree->topLevelItem(0), 0);
    const auto times = column(tree->topLevelItem(0), 2);
    for (int index = 0; index < titles.size(); ++index) {
        if (expected.contains(titles.at(index))) {
            steps << titles.at(index);
            QVERIFY2(!times.at(index).isEmpty(), qPrintable(titles.at(index)));
        }
    }
    QCOMPARE(steps, expected);
    const auto details = column(tree->topLevelItem(0), 1);
    const auto operation = runTask(fixture.workspace().ledger().operation(outcome.operationId)).value();
    QVERIFY(!operation->requestId.isEmpty());
    QVERIFY(details.contains(operation->requestId)); // What Nixflex's support asks for.
}

void TestHistory::namesWhatANewerVersionDid()
{
    WindowFixture fixture;
    fixture.open();
    const auto number = *PhoneNumber::fromE164(fixture.simulator().freeNumber());
    QVERIFY(importNumber(fixture, number).kind == operations::OperationOutcome::Kind::Succeeded);
    {
        store::Database database;
        QVERIFY(database.open(fixture.profileDirectory() + u"/ledger.sqlite"_s));
        QCOMPARE(database.execute(u"UPDATE operations SET kind = 'swap'"_s).value_or(0), 1);
        QVERIFY(database.execute(u"UPDATE webhook_backups SET reason = 'before_swap'"_s));
    }
    fixture.close();
    fixture.open();
    QTRY_VERIFY(choose(fixture, number));
    auto *tree = fixture.find<QTreeWidget>("historyTree");
    QTRY_COMPARE(tree->topLevelItemCount(), 1);
    QCOMPARE(tree->topLevelItem(0)->text(0), u"Unknown, of a newer version"_s);
    tree->setCurrentItem(tree->topLevelItem(0));
    QTest::keyClick(tree, Qt::Key_Right);
    QTRY_VERIFY(column(tree->topLevelItem(0), 0).contains(u"Routing"_s));
}

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
