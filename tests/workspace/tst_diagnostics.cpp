#include "secrets/sessionstore.h"
#include "store/database.h"
#include "store/migrator.h"
#include "support/fakeclock.h"
#include "support/runtask.h"
#include "workspace/diagnostics.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::workspace;

/// What the report says about one profile, with or without a window.
class TestDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void countsWhatIsRecordedAndTellsNothingOfIt();
    void saysWhatIsWrongWithTheRecords();
    void saysThatTheRecordsGiveNoAnswer();
    void isCancelledWhileTheRecordsGiveNoAnswer();
    void outlivesTheWorkspace();
    void saysWhyNoProfileIsOpen();
    void savesNothingOnceCancelled();

private:
    static QString valueOf(const QList<DiagnosticsFact> &facts, const QString &name);
    [[nodiscard]] QString ledgerPath() const { return m_folder->filePath(u"ledger.sqlite"_s); }
    [[nodiscard]] store::AccountRecord account() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    test::FakeClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
};

namespace {

/// Holds the ledger's write lock, so that whoever writes waits for it, and all that comes after.
class WriteLock
{
public:
    explicit WriteLock(const QString &path)
    {
        if (!m_database.open(path) || !m_database.execute(u"BEGIN IMMEDIATE"_s)) {
            qFatal("cannot lock %s", qPrintable(path));
        }
    }
    ~WriteLock()
    {
        const auto ended = m_database.execute(u"ROLLBACK"_s);
        static_cast<void>(ended);
    }
    Q_DISABLE_COPY_MOVE(WriteLock)

private:
    store::Database m_database;
};

} // namespace

void TestDiagnostics::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    WorkspaceOptions options;
    options.profileDirectory = m_folder->path();
    auto opened = test::runTask(
        Workspace::open(std::move(options), std::make_unique<secrets::SessionStore>(), &m_clock));
    QVERIFY(opened);
    m_workspace = std::move(*opened);
}

void TestDiagnostics::cleanup()
{
    m_workspace.reset();
    test::letTasksEnd();
}

store::AccountRecord TestDiagnostics::account() const
{
    store::AccountRecord account;
    account.sid = *AccountSid::parse(u"AC0123456789abcdef0123456789abcdef"_s);
    account.friendlyName = u"Harbour Dental"_s;
    return account;
}

QString TestDiagnostics::valueOf(const QList<DiagnosticsFact> &facts, const QString &name)
{
    for (const auto &[fact, value] : facts) {
        if (fact == name) {
            return value;
        }
    }
    return {};
}

void TestDiagnostics::countsWhatIsRecordedAndTellsNothingOfIt()
{
    QVERIFY(test::runTask(m_workspace->ledger().saveAccount(account())));
    const auto facts = test::runTask(workspaceFacts(m_workspace.get(), {}));
    QCOMPARE(valueOf(facts, u"ledger schema"_s), QString::number(store::newestSchema()));
    QCOMPARE(valueOf(facts, u"ledger rows"_s), u"accounts 1, agents 0, ledger_sequence 1, numbers 0, "
                                               u"operation_steps 0, operations 0, schema_migrations %1, "
                                               "webhook_backups 0"_s.arg(store::newestSchema()));
    QCOMPARE(valueOf(facts, u"key in use"_s), u"no"_s);
    const auto report = diagnosticsReport(facts, {});
    QVERIFY2(!report.contains(u"Harbour"_s) && !report.contains(account().sid.toString()),
             qPrintable(report));
}

void TestDiagnostics::saysWhatIsWrongWithTheRecords()
{
    {
        store::Database other;
        QVERIFY(other.open(ledgerPath()));
        QVERIFY(other.execute(u"DROP TABLE schema_migrations"_s));
        QVERIFY(other.execute(u"CREATE TABLE schema_migrations (colour TEXT)"_s));
    }
    const auto facts = test::runTask(workspaceFacts(m_workspace.get(), {}));
    const auto ledger = valueOf(facts, u"ledger"_s);
    QVERIFY2(ledger.contains(u"storage: SQLite"_s) && ledger.contains(u"version"_s), qPrintable(ledger));
    QCOMPARE(valueOf(facts, u"practice"_s), u"no"_s); // The rest is there.
}

void TestDiagnostics::saysThatTheRecordsGiveNoAnswer()
{
    const WriteLock lock(ledgerPath());
    auto saving = m_workspace->ledger().saveAccount(account());
    auto task = workspaceFacts(m_workspace.get(), {});
    QVERIFY(!task.isReady());
    m_clock.advance(std::chrono::seconds(5));
    QElapsedTimer timer;
    timer.start();
    const auto facts = test::runTask(std::move(task));
    QVERIFY2(timer.elapsed() < 3'000, "it waited for the ledger all the same");
    QCOMPARE(valueOf(facts, u"ledger"_s), u"no answer within 5 s"_s);
    QCOMPARE(valueOf(facts, u"practice"_s), u"no"_s);
    static_cast<void>(saving);
}

void TestDiagnostics::isCancelledWhileTheRecordsGiveNoAnswer()
{
    const WriteLock lock(ledgerPath());
    auto saving = m_workspace->ledger().saveAccount(account());
    const CancelSource cancel;
    auto task = m_workspace->ledger().summary(cancel.token());
    cancel.cancel();
    QElapsedTimer timer;
    timer.start();
    const auto summary = test::runTask(std::move(task));
    QVERIFY2(timer.elapsed() < 3'000, "it waited for the ledger all the same");
    QVERIFY(!summary);
    QVERIFY(summary.error().kind == Error::Kind::Cancelled);
    static_cast<void>(saving);
}

void TestDiagnostics::outlivesTheWorkspace()
{
    auto task = workspaceFacts(m_workspace.get(), {});
    m_workspace.reset();
    const auto facts = test::runTask(std::move(task));
    QCOMPARE(valueOf(facts, u"practice"_s), u"no"_s);
    // Unless it had counted already.
    QVERIFY(valueOf(facts, u"ledger"_s).startsWith(u"cancelled"_s) ||
            !valueOf(facts, u"ledger rows"_s).isEmpty());
}

void TestDiagnostics::saysWhyNoProfileIsOpen()
{
    QCOMPARE(valueOf(closedProfileFacts(std::nullopt), u"profile"_s), u"not open"_s);
    m_workspace.reset();
    QFile ledger(ledgerPath());
    QVERIFY(ledger.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(ledger.write(QByteArray("Dear diary.\n").repeated(200)) > 0);
    ledger.close();
    WorkspaceOptions options;
    options.profileDirectory = m_folder->path();
    const auto opened = test::runTask(
        Workspace::open(std::move(options), std::make_unique<secrets::SessionStore>(), &m_clock));
    QVERIFY(!opened);
    const auto profile = valueOf(closedProfileFacts(opened.error()), u"profile"_s);
    QVERIFY2(profile.startsWith(u"could not be opened: storage: SQLite 26"_s), qPrintable(profile));
}

void TestDiagnostics::savesNothingOnceCancelled()
{
    const auto path = m_folder->filePath(u"report.txt"_s);
    // Many lines, so that the report is not there before it is cancelled.
    const QStringList lines(20'000, u"imported +14155550123"_s);
    const CancelSource cancel;
    auto task = saveDiagnostics(path, {}, lines, cancel.token());
    cancel.cancel();
    const auto saved = test::runTask(std::move(task));
    QVERIFY(!saved);
    QVERIFY(saved.error().kind == Error::Kind::Cancelled);
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    const auto left = QDir(m_folder->path()).entryList({u"report*"_s}, QDir::Files);
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
}

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
