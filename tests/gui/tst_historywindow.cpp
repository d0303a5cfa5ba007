#include "gui/accessibilitylint.h"
#include "gui/common/messagebar.h"
#include "gui/history/historyexport.h"
#include "gui/history/historywindow.h"
#include "gui/historyscene.h"
#include "gui/windowhelpers.h"
#include "store/database.h"
#include "support/runtask.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::accessibilityFindings;
using test::History;
using test::rowCount;
using test::runTask;
using test::WindowFixture;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The window with everything that was ever done, by keys and clicks.
class TestHistoryWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEverythingNewestFirst();
    void showsWhatWasRecordedOfEach();
    void filters();
    void filtersByDate();
    void followsWhatHappens();
    void exportsWhatIsLeft();
    void exportsJsonWithEveryStep();
    void saysWhyAFileIsNotWritten();
    void writesNoFormulas();
    void isForEverybody();
    void goesWithTheMainWindow();
};

void TestHistoryWindow::showsEverythingNewestFirst()
{
    History history;
    history.change(history.number[2], u"Third"_s); // refused
    QVERIFY(QTest::qWaitFor([&] { return rowCount(history.fixture) > 2; }));
    QTest::keyClick(&history.fixture.window(), Qt::Key_H, Qt::ControlModifier);
    QTRY_VERIFY(history.window() != nullptr);
    QTRY_COMPARE(history.count(), 4);
}

void TestHistoryWindow::showsWhatWasRecordedOfEach()
{
    History history;
    history.change(history.number[2], u"Third"_s);
    QVERIFY(history.open());
    QTRY_COMPARE(history.cell(0, 1), u"Business profile changed"_s);
    QCOMPARE(history.cell(1, 1), u"Import to Nixflex"_s);
    QCOMPARE(history.cell(1, 2), history.imported.international());
    QCOMPARE(history.cell(3, 3), u"Done"_s);
    // The newest one is chosen and open.
    QTRY_VERIFY(history.titles().contains(u"Asked Nixflex to change the business profile"_s));
    QVERIFY(history.titles().contains(u"Text afterwards"_s));
    history.view()->setFocus();
    QTest::keyClick(history.view(), Qt::Key_Down);
    QTRY_VERIFY(history.titles().contains(u"Routing before the import"_s));
    QVERIFY(history.titles().contains(u"Routing after the import"_s));
    QVERIFY(history.titles().contains(u"Saved the webhooks"_s));
}

void TestHistoryWindow::filters()
{
    History history;
    history.change(history.number[2], u"Third"_s);
    QVERIFY(history.open());
    history.pick("kindCombo", u"Import to Nixflex"_s);
    QTRY_COMPARE(history.count(), 1);
    QTRY_COMPARE(history.cell(0, 2), history.imported.international());
    history.pick("kindCombo", u"Business profile changed"_s);
    QTRY_COMPARE(history.count(), 3);
    history.pick("outcomeCombo", u"Refused, nothing changed"_s);
    QTRY_COMPARE(history.count(), 1);
    QTRY_COMPARE(history.cell(0, 2), history.number[1].international());
    history.pick("outcomeCombo", u"Not known yet"_s);
    QTRY_COMPARE(history.count(), 0);
    QVERIFY(history.fixture.find<QLabel>("countLabel")->text().contains(u"No operation"_s));
    QVERIFY(!history.fixture.find<QPushButton>("exportButton")->isEnabled());
    QTRY_COMPARE(history.tree()->topLevelItemCount(), 0);
    history.pick("outcomeCombo", u"Any outcome"_s);
    history.pick("kindCombo", u"Everything"_s);
    auto *search = history.fixture.find<QLineEdit>("historySearchEdit");
    search->setFocus();
    QTest::keyClicks(search, history.number[0].national());
    QTRY_COMPARE(history.count(), 1);
    QTRY_COMPARE(history.cell(0, 2), history.number[0].international());
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(history.view()->hasFocus());
}

void TestHistoryWindow::filtersByDate()
{
    History history;
    history.change(history.number[2], u"Third"_s);
    {
        store::Database database;
        QVERIFY(database.open(history.fixture.profileDirectory() + u"/ledger.sqlite"_s));
        const auto longAgo = QDateTime(QDate(2026, 3, 10), QTime(12, 0)).toUTC();
        const auto moved = database.execute(u"UPDATE operations SET started_at = ? WHERE operation_id = ?"_s,
                                            {longAgo.toString(Qt::ISODateWithMs), history.last});
        QCOMPARE(moved.value_or(0), 1);
    }
    QVERIFY(history.open());
    QVERIFY(!test::findVisible<QDateEdit>(history.window()));
    history.pick("periodCombo", u"Today"_s);
    QTRY_COMPARE(history.count(), 3);
    history.pick("periodCombo", u"From … to …"_s);
    auto *from = history.fixture.find<QDateEdit>("fromDateEdit");
    auto *to = history.fixture.find<QDateEdit>("toDateEdit");
    QVERIFY(from->isVisible() && to->isVisible());
    from->setDate(QDate(2026, 3, 10));
    to->setDate(QDate(2026, 3, 10));
    QTRY_COMPARE(history.count(), 1);
    QTRY_COMPARE(history.cell(0, 2), history.number[2].international());
    to->setDate(QDate(2026, 3, 9));
    QTRY_COMPARE(history.count(), 0);
    from->setDate(QDate(2026, 3, 11));
    to->setDate(QDate(2036, 3, 11));
    QTRY_COMPARE(history.count(), 3);
}

void TestHistoryWindow::followsWhatHappens()
{
    History history;
    history.change(history.number[2], u"Third"_s);
    QVERIFY(history.open());
    history.view()->setFocus();
    QTest::keyClick(history.view(), Qt::Key_Down);
    QTRY_VERIFY(!history.cell(1, 2).isEmpty());
    const auto chosen = history.view()->currentIndex().siblingAtColumn(2).data().toString();
    history.change(history.number[0], u"Fourth"_s);
    QTRY_COMPARE(history.count(), 5);
    QCOMPARE(history.view()->currentIndex().row(), 2);
    QCOMPARE(history.view()->currentIndex().siblingAtColumn(2).data().toString(), chosen);
}

void TestHistoryWindow::exportsWhatIsLeft()
{
    History history;
    history.change(history.number[2], u"Third"_s);
    QVERIFY(history.open());
    history.pick("kindCombo", u"Import to Nixflex"_s);
    QTRY_COMPARE(history.count(), 1);
    QTest::mouseClick(history.fixture.find<QPushButton>("exportButton"), Qt::LeftButton);
    QTRY_VERIFY(history.fixture.dialog<QFileDialog>() != nullptr);
    auto *dialog = history.fixture.dialog<QFileDialog>();
    const auto path = history.fixture.profileDirectory() + u"/history.csv"_s;
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    auto *bar = history.fixture.find<gui::MessageBar>("historyBar");
    QTRY_VERIFY(bar->text().contains(path));
    const auto lines = contentOf(path).split('\n');
    QCOMPARE(lines.size(), 3); // headings, one operation, the end
    QVERIFY(lines.at(0).startsWith("\xEF\xBB\xBFstarted_at,finished_at,kind,phone_number,outcome,"));
    QVERIFY(lines.at(1).contains(",import," + history.imported.e164().toUtf8() + ",succeeded,"));
    QVERIFY2(lines.at(1).contains("former.example/voice"), lines.at(1));
    QVERIFY2(!lines.at(1).contains("open-sesame-77"), lines.at(1));
    QCOMPARE(lines.at(0).count(','), lines.at(1).count(','));
}

void TestHistoryWindow::exportsJsonWithEveryStep()
{
    History history;
    history.change(history.number[2], u"Third"_s);
    QVERIFY(history.open());
    const auto path = history.fixture.profileDirectory() + u"/history.json"_s;
    history.window()->exportTo(path);
    QTRY_VERIFY(history.fixture.find<gui::MessageBar>("historyBar")->text().contains(path));
    const auto content = contentOf(path);
    const auto operations = QJsonDocument::fromJson(content).object().value(u"operations"_s).toArray();
    QCOMPARE(operations.size(), 4);
    QCOMPARE(operations.at(0)[u"kind"_s].toString(), u"profile"_s);
    QCOMPARE(operations.at(0)[u"steps"_s].toArray().size(), 3);
    const auto import = operations.at(1);
    QCOMPARE(import[u"webhooks"_s].toArray().size(), 2);
    QCOMPARE(import[u"webhooks"_s][0][u"reason"_s].toString(), u"before_import"_s);
    QVERIFY(import[u"webhooks"_s][0][u"fields"_s][u"voice_url"_s].toString().contains(u"former.example"_s));
    QVERIFY(!import[u"request_id"_s].toString().isEmpty());
    QVERIFY(!content.contains("open-sesame-77"));
    QVERIFY(!content.contains(history.fixture.simulator().mainAccount().authToken.toUtf8()));
}

void TestHistoryWindow::saysWhyAFileIsNotWritten()
{
    History history;
    history.change(history.number[2], u"Third"_s);
    QVERIFY(history.open());
    history.window()->exportTo(history.fixture.profileDirectory() + u"/nowhere/history.csv"_s);
    auto *bar = history.fixture.find<gui::MessageBar>("historyBar");
    QTRY_VERIFY(bar->text().contains(u"could not be written"_s));
    QVERIFY(history.fixture.find<QPushButton>("exportButton")->isEnabled());
}

void TestHistoryWindow::writesNoFormulas()
{
    store::OperationHistory history;
    history.operation.error = Error::make(Error::Kind::Invalid, u"=HYPERLINK(\"http://x\",\"y\")"_s);
    history.operation.numberSid = u"@SUM(1)"_s;
    const auto line = gui::historyCsvLine(history);
    QVERIFY2(line.contains(u"\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""_s), qPrintable(line));
    QVERIFY2(line.contains(u",'@SUM(1),"_s), qPrintable(line));
}

void TestHistoryWindow::isForEverybody()
{
    History history;
    history.change(history.number[2], u"Third"_s);
    QVERIFY(history.open());
    QTRY_VERIFY(history.titles().size() > 2);
    history.pick("periodCombo", u"From … to …"_s);
    QCOMPARE(accessibilityFindings(history.window()).join(u'\n'), QString());
}

void TestHistoryWindow::goesWithTheMainWindow()
{
    History history;
    history.change(history.number[2], u"Third"_s);
    QVERIFY(history.open());
    QTest::keyClick(&history.fixture.window(), Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(history.fixture.window().findChildren<gui::HistoryWindow *>().size(), 1);
    QVERIFY(history.fixture.window().close());
    QTRY_VERIFY(history.window() == nullptr);
}

QTEST_MAIN(TestHistoryWindow)
#include "tst_historywindow.moc"
