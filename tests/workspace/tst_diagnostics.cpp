#include "secrets/sessionstore.h"
#include "support/fakeclock.h"
#include "support/runtask.h"
#include "workspace/diagnostics.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::workspace;

/// What the report says about one profile, with or without a window.
class TestDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsRecordedAndTellsNothingOfIt();
    void saysWhenTheRecordsCannotBeRead();

private:
    static QString valueOf(const QList<DiagnosticsFact> &facts, const QString &name);
};

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
    QTemporaryDir folder;
    test::FakeClock clock;
    WorkspaceOptions options;
    options.profileDirectory = folder.path();
    auto store = std::make_unique<secrets::SessionStore>();
    auto opened = test::runTask(Workspace::open(options, std::move(store), &clock));
    QVERIFY(opened);
    auto &workspace = **opened;
    store::AccountRecord account;
    account.sid = *AccountSid::parse(u"AC0123456789abcdef0123456789abcdef"_s);
    account.friendlyName = u"Harbour Dental"_s;
    QVERIFY(test::runTask(workspace.ledger().saveAccount(account)));

    const auto facts = workspaceFacts(workspace);
    QCOMPARE(valueOf(facts, u"ledger schema"_s), u"1"_s);
    const auto rows = valueOf(facts, u"ledger rows"_s);
    QVERIFY2(rows.contains(u"accounts 1"_s) && rows.contains(u"numbers 0"_s), qPrintable(rows));
    QCOMPARE(valueOf(facts, u"key in use"_s), u"no"_s);
    const auto report = diagnosticsReport(facts, {});
    QVERIFY2(!report.contains(u"Harbour"_s) && !report.contains(account.sid.toString()), qPrintable(report));
}

void TestDiagnostics::saysWhenTheRecordsCannotBeRead()
{
    QTemporaryDir folder;
    const auto facts = ledgerFacts(folder.filePath(u"ledger.sqlite"_s));
    QVERIFY(valueOf(facts, u"ledger"_s).contains(u"SQLite"_s));
    // Looking must not make one.
    QVERIFY(!QFile::exists(folder.filePath(u"ledger.sqlite"_s)));
}

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
