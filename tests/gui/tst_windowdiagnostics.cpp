#include "gui/common/messagebar.h"
#include "gui/windowhelpers.h"
#include "store/database.h"
#include "support/runtask.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::findVisible;
using test::WindowFixture;

/// "Save diagnostics" from the menu to the file.
class TestWindowDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void savesThemWhileTheLedgerIsBusyElsewhere();
    void isCancelledWhileTheLedgerGivesNoAnswer();
    void goesWithItsWindow();
    void saysWhyThereIsNoLedger();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"diagnostics.txt"_s); }
    [[nodiscard]] QByteArray report() const;
    /// From the menu, through the file dialog.
    void save(QWidget &window) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// Keeps a ledger waiting: a write of its own waits for this lock, and everything behind that.
class BusyLedger
{
public:
    explicit BusyLedger(WindowFixture &fixture)
    {
        if (!m_database.open(fixture.profileDirectory() + u"/ledger.sqlite"_s) ||
            !m_database.execute(u"BEGIN IMMEDIATE"_s)) {
            qFatal("cannot lock the ledger");
        }
        store::AccountRecord account;
        account.sid = *AccountSid::parse(u"AC0123456789abcdef0123456789abcdef"_s);
        auto saving = fixture.workspace().ledger().saveAccount(account);
        QCoro::connect(std::move(saving), qApp, [](const Result<void> &) {});
    }
    ~BusyLedger() { release(); }
    Q_DISABLE_COPY_MOVE(BusyLedger)

    void release()
    {
        const auto ended = m_database.execute(u"ROLLBACK"_s);
        static_cast<void>(ended);
    }

private:
    store::Database m_database;
};

QAction *diagnosticsAction(const QWidget &window)
{
    return window.findChild<QAction *>(u"diagnosticsAction"_s);
}

} // namespace

QByteArray TestWindowDiagnostics::report() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestWindowDiagnostics::save(QWidget &window) const
{
    diagnosticsAction(window)->trigger();
    auto *dialog = findVisible<QFileDialog>(&window);
    QVERIFY(dialog != nullptr);
    auto *nameEdit = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    nameEdit->setText(path());
    QTest::keyClick(nameEdit, Qt::Key_Return);
}

void TestWindowDiagnostics::savesThemWhileTheLedgerIsBusyElsewhere()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(test::rowCount(fixture) > 2);
    QTRY_VERIFY(!fixture.find<QLabel>("syncLabel")->text().startsWith(u"Syncing"_s));
    BusyLedger busy(fixture);
    save(fixture.window());
    QVERIFY(!diagnosticsAction(fixture.window())->isEnabled()); // One at a time.
    auto *bar = fixture.find<gui::MessageBar>("noticeBar");
    QTRY_COMPARE(bar->text(), u"Saving the diagnostics…"_s);
    QVERIFY(!QFile::exists(path()));
    busy.release();
    QTRY_VERIFY(QFile::exists(path()));
    QTRY_VERIFY(bar->text().startsWith(u"Diagnostics saved to"_s));
    QVERIFY2(report().contains("numbers " + QByteArray::number(test::rowCount(fixture))),
             report().constData());
    QVERIFY(diagnosticsAction(fixture.window())->isEnabled());
}

void TestWindowDiagnostics::isCancelledWhileTheLedgerGivesNoAnswer()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(test::rowCount(fixture) > 2);
    const BusyLedger busy(fixture);
    save(fixture.window());
    QTRY_VERIFY(findVisible<QPushButton>(&fixture.window(), u"cancelDiagnosticsButton"_s) != nullptr);
    QTest::mouseClick(findVisible<QPushButton>(&fixture.window(), u"cancelDiagnosticsButton"_s),
                      Qt::LeftButton);
    auto *bar = fixture.find<gui::MessageBar>("noticeBar");
    QTRY_COMPARE(bar->text(), u"Cancelled. No diagnostics were saved."_s);
    QVERIFY(diagnosticsAction(fixture.window())->isEnabled());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestWindowDiagnostics::goesWithItsWindow()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(test::rowCount(fixture) > 2);
    {
        const BusyLedger busy(fixture);
        save(fixture.window());
        fixture.close();
    }
    test::letTasksEnd();
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestWindowDiagnostics::saysWhyThereIsNoLedger()
{
    gui::Theme theme;
    gui::MainWindow window(theme, false);
    window.setLogSource([] { return QStringList{u"the last line"_s}; });
    window.show();
    save(window);
    QTRY_VERIFY(QFile::exists(path()));
    QVERIFY2(report().contains("\nprofile: not open\n"), report().constData());
    QTRY_VERIFY(diagnosticsAction(window)->isEnabled());

    QFile::remove(path());
    window.showOpenError(Error::make(Error::Kind::Storage, u"It is damaged."_s, u"SQLite 11: malformed"_s));
    save(window);
    QTRY_VERIFY(QFile::exists(path()));
    QVERIFY2(report().contains("\nprofile: could not be opened: storage: SQLite 11: malformed\n"),
             report().constData());
    QVERIFY(report().contains("the last line"));
    QTRY_VERIFY(diagnosticsAction(window)->isEnabled());
}

QTEST_MAIN(TestWindowDiagnostics)
#include "tst_windowdiagnostics.moc"
