#include "app/application.h"
#include "base/terminationsignals.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/wizard/importwizard.h"
#include "gui/wizarddriver.h"
#include "simulator/simulator.h"
#include "store/ledger.h"
#include "support/runtask.h"
#include "support/visiblewidget.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace numbers;
using gui::MainWindow;
using test::findVisible;

/// A signal ends the window's program, as a session does that ends; what was sent comes first.
class TestLeaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void leavesAtOnce_data();
    void leavesAtOnce();
    void waitsForWhatWasSent_data();
    void waitsForWhatWasSent();

private:
    /// As far as the fleet.
    [[nodiscard]] MainWindow *startReal();
    [[nodiscard]] QList<store::OperationRecord> recordedOperations() const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<simulator::Simulator> m_simulator;
    std::unique_ptr<app::Application> m_application;
    std::unique_ptr<TerminationSignals> m_signals;
};

void TestLeaving::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toLocal8Bit());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    simulator::SimulatorOptions options;
    options.fleet = 12;
    m_simulator = simulator::Simulator::start(options);
    QVERIFY(m_simulator);
    app::CommandLine commandLine;
    commandLine.profileDirectory = m_home->filePath(u"real"_s);
    commandLine.nixflexUrl = m_simulator->nixflexUrl();
    commandLine.twilioUrl = m_simulator->twilioUrl();
    m_application = std::make_unique<app::Application>(commandLine);
    // As main() does.
    m_signals = std::make_unique<TerminationSignals>();
    connect(m_signals.get(), &TerminationSignals::requested, m_application.get(), &app::Application::leave);
}

void TestLeaving::cleanup()
{
    m_signals.reset();
    m_application.reset();
    test::letTasksEnd();
    m_simulator.reset();
}

MainWindow *TestLeaving::startReal()
{
    if (!m_application->start()) {
        return nullptr;
    }
    const auto waitFor = [](const std::function<bool()> &isSo) { return QTest::qWaitFor(isSo, 20'000); };
    const auto windows = QApplication::topLevelWidgets();
    MainWindow *window = nullptr;
    for (auto *widget : windows) {
        window = window != nullptr ? window : qobject_cast<MainWindow *>(widget);
    }
    if (window == nullptr ||
        !waitFor([window] { return findVisible<QLineEdit>(window, u"keyEdit"_s) != nullptr; })) {
        return nullptr;
    }
    findVisible<QCheckBox>(window, u"rememberCheck"_s)->setChecked(false);
    auto *keyEdit = findVisible<QLineEdit>(window, u"keyEdit"_s);
    QTest::keyClicks(keyEdit, m_simulator->nixflexKey());
    QTest::keyClick(keyEdit, Qt::Key_Return);
    const auto isSynced = [window] {
        const auto *label = findVisible<QLabel>(window, u"syncLabel"_s);
        return label != nullptr && label->text().startsWith("Synced"_L1);
    };
    return waitFor(isSynced) ? window : nullptr;
}

QList<store::OperationRecord> TestLeaving::recordedOperations() const
{
    SystemClock clock;
    auto ledger = test::runTask(store::Ledger::open(m_home->filePath(u"real/ledger.sqlite"_s), &clock));
    const auto read = test::runTask((*ledger)->operations(0, 0));
    return read.value_or(QList<store::OperationRecord>());
}

void TestLeaving::leavesAtOnce_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("TERM") << SIGTERM;
    QTest::newRow("HUP") << SIGHUP;
    QTest::newRow("INT") << SIGINT;
    QTest::newRow("QUIT") << SIGQUIT;
}

void TestLeaving::leavesAtOnce()
{
    QFETCH(int, number);
    const auto *window = startReal();
    QVERIFY(window != nullptr);
    const QSignalSpy ready(m_application.get(), &app::Application::readyToLeave);
    std::raise(number);
    QTRY_COMPARE(ready.count(), 1);
    // Nothing can be begun any more.
    QVERIFY(!window->isEnabled());
}

void TestLeaving::waitsForWhatWasSent_data()
{
    QTest::addColumn<simulator::Drop>("drop");
    QTest::newRow("while the answer is awaited") << simulator::Drop::No;
    QTest::newRow("while a lost answer is looked for") << simulator::Drop::AfterExecuting;
}

void TestLeaving::waitsForWhatWasSent()
{
    QFETCH(simulator::Drop, drop);
    auto *window = startReal();
    QVERIFY(window != nullptr);
    QTest::keyClick(window, Qt::Key_N, Qt::ControlModifier);
    auto *opened = window->findChild<gui::ImportWizard *>();
    QVERIFY(opened != nullptr);
    test::WizardDriver wizard(opened, *m_simulator);
    QVERIFY(wizard.goToReview() && wizard.press("confirmCheckBox"));
    simulator::Fault slow;
    slow.method = u"POST"_s;
    slow.delayAnswer = std::chrono::milliseconds(1'500);
    slow.drop = drop;
    m_simulator->armFault(slow);
    QVERIFY(wizard.press("importButton"));
    QTRY_COMPARE(wizard.posts(), 1);

    QSignalSpy ready(m_application.get(), &app::Application::readyToLeave);
    std::raise(SIGTERM);
    QTRY_VERIFY(!opened->isEnabled());
    QVERIFY(ready.isEmpty());
    QVERIFY(ready.wait(30'000));
    // The end was recorded before.
    m_application.reset();
    const auto operations = recordedOperations();
    QCOMPARE(operations.size(), 1);
    QVERIFY(operations.first().outcome == store::OperationRecord::Outcome::Succeeded);
    QCOMPARE(m_simulator->countRequests(u"POST"_s, u"/v1/phone-numbers"_s), 1);
}

QTEST_MAIN(TestLeaving)
#include "tst_leaving.moc"
