#include "app/application.h"
#include "gui/common/messagebar.h"
#include "gui/mainwindow/mainwindow.h"
#include "store/ledger.h"
#include "store/migrator.h"
#include "support/runtask.h"
#include "support/visiblewidget.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::findVisible;

/// What is in the profile cannot be used: the window says what happened, what was left alone and what to do
/// next, changes nothing, and works once it is mended.
class TestBadStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatIsWrongAndStartsOnceItIsMended_data();
    void saysWhatIsWrongAndStartsOnceItIsMended();
    void startsWithDamagedSettings_data();
    void startsWithDamagedSettings();
    void startsWithSettingsThatCannotBeRead();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_home->filePath(name); }
    void start(const QString &profile = u"profile"_s);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<app::Application> m_application;
    gui::MainWindow *m_window = nullptr;
};

namespace {

QByteArray bytesOf(const QString &filePath)
{
    QFile file(filePath);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &filePath, const QByteArray &bytes)
{
    QFile file(filePath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void makeDatabase(const QString &filePath, const QStringList &statements)
{
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"made"_s);
        database.setDatabaseName(filePath);
        QVERIFY(database.open());
        for (const auto &statement : statements) {
            QSqlQuery query(database);
            QVERIFY(query.exec(statement));
        }
    }
    QSqlDatabase::removeDatabase(u"made"_s);
}

/// A ledger of this program, made by it, with one page of its content overwritten: what is read at a start
/// before anything else is still whole.
void makeDamagedLedger(const QString &filePath)
{
    SystemClock clock;
    {
        auto ledger = test::runTask(store::Ledger::open(filePath, &clock));
        QVERIFY(ledger);
        for (int number = 0; number < 200; ++number) {
            store::AccountRecord account;
            account.sid = *AccountSid::parse(u"AC%1"_s.arg(number, 32, 10, QChar(u'0')));
            account.friendlyName = u"Shop number %1"_s.arg(number);
            QVERIFY(test::runTask((*ledger)->saveAccount(account)));
        }
    }
    constexpr qint64 pageSize = 4'096;
    QFile file(filePath);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto place = file.readAll().indexOf("Shop number 150");
    QVERIFY(place > pageSize);
    QVERIFY(file.seek(place / pageSize * pageSize));
    QCOMPARE(file.write(QByteArray(pageSize, '\xff')), pageSize);
}

const QByteArray letter = QByteArray("Dear Sir or Madam, this is a letter and no ledger.\n").repeated(40);

} // namespace

void TestBadStart::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", path(u"data"_s).toLocal8Bit());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void TestBadStart::cleanup()
{
    m_application.reset();
    test::letTasksEnd();
}

void TestBadStart::start(const QString &profile)
{
    app::CommandLine commandLine;
    commandLine.profileDirectory = path(profile);
    commandLine.nixflexUrl = QUrl(u"http://127.0.0.1:9"_s);
    commandLine.twilioUrl = QUrl(u"http://127.0.0.1:9"_s);
    m_application = std::make_unique<app::Application>(commandLine);
    QVERIFY(m_application->start());
    const auto all = QApplication::topLevelWidgets();
    for (auto *widget : all) {
        if (auto *window = qobject_cast<gui::MainWindow *>(widget)) {
            m_window = window;
        }
    }
    QVERIFY(m_window != nullptr);
}

void TestBadStart::saysWhatIsWrongAndStartsOnceItIsMended_data()
{
    using Make = std::function<void(const QString &)>;
    QTest::addColumn<QString>("file"); // the one that is in the way, below the home
    QTest::addColumn<Make>("make");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QString &file, const Make &make, const QStringList &words) {
        QTest::newRow(name) << file << make << words;
    };
    const auto ledger = u"profile/ledger.sqlite"_s;
    row("a file in place of the folder", u"profile"_s, [](const QString &file) { write(file, letter); },
        {u"there is a file of that name"_s, u"Choose another folder"_s});
    row("a file above the folder", u"data"_s, [](const QString &file) { write(file, letter); },
        {u"cannot be"_s, u"Choose another folder"_s});
    row("a ledger that is no database", ledger, [](const QString &file) { write(file, letter); },
        {u"is not a ledger"_s, u"left as it is"_s, u"Move it away"_s});
    row("a ledger of a newer version", ledger,
        [](const QString &file) {
            makeDatabase(file,
                         {u"PRAGMA application_id = %1"_s.arg(store::ledgerApplicationId),
                          u"CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, applied_at TEXT)"_s,
                          u"INSERT INTO schema_migrations VALUES (999, '2030-01-01T00:00:00Z')"_s});
        },
        {u"newer version"_s, u"999"_s, u"left as it is"_s, u"Install the newer version"_s});
    row("another program's database", ledger,
        [](const QString &file) { makeDatabase(file, {u"CREATE TABLE songs (title TEXT)"_s}); },
        {u"another program"_s, u"left as it is"_s, u"Choose another folder"_s});
    row("a ledger with a damaged page", ledger, makeDamagedLedger, {u"left as it is"_s, u"ove it away"_s});
    row("a ledger cut short", ledger,
        [](const QString &file) {
            makeDatabase(file,
                         {u"CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, applied_at TEXT)"_s,
                          u"CREATE TABLE numbers (text TEXT)"_s,
                          u"INSERT INTO numbers VALUES (hex(zeroblob(20000)))"_s});
            QVERIFY(QFile::resize(file, 6'000));
        },
        {u"left as it is"_s, u"ove it away"_s});
}

void TestBadStart::saysWhatIsWrongAndStartsOnceItIsMended()
{
    using Make = std::function<void(const QString &)>;
    QFETCH(QString, file);
    QFETCH(Make, make);
    QFETCH(QStringList, words);
    QVERIFY(QDir(m_home->path()).mkpath(QFileInfo(file).path()));
    make(path(file));
    const auto before = bytesOf(path(file));
    QVERIFY(!before.isEmpty());
    // The second folder would have to be made below a file.
    start(file == "data"_L1 ? u"data/profile"_s : u"profile"_s);
    auto *bar = m_window->findChild<QWidget *>(u"startPage"_s)->findChild<gui::MessageBar *>();
    QTRY_VERIFY(bar->hasMessage());
    QCOMPARE(bar->kind(), gui::MessageKind::Error);
    for (const auto &word : words) {
        QVERIFY2(bar->text().contains(word), qPrintable(bar->text()));
    }
    QVERIFY2(bar->text().contains(QDir::toNativeSeparators(path(file))), qPrintable(bar->text()));
    QCOMPARE(bytesOf(path(file)), before);

    // Trying again changes nothing while it is still there.
    QTRY_VERIFY(findVisible<QPushButton>(m_window, u"retryOpenButton"_s) != nullptr);
    QTest::mouseClick(findVisible<QPushButton>(m_window, u"retryOpenButton"_s), Qt::LeftButton);
    QTRY_VERIFY(bar->hasMessage());
    QCOMPARE(bytesOf(path(file)), before);

    QVERIFY(QFile::rename(path(file), path(u"moved away"_s)));
    QTRY_VERIFY(findVisible<QPushButton>(m_window, u"retryOpenButton"_s) != nullptr);
    QTest::mouseClick(findVisible<QPushButton>(m_window, u"retryOpenButton"_s), Qt::LeftButton);
    QTRY_VERIFY(findVisible<QWidget>(m_window, u"firstRunPage"_s) != nullptr);
    QCOMPARE(bytesOf(path(u"moved away"_s)), before);
}

void TestBadStart::startsWithDamagedSettings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("garbage without any sense\n");
    QTest::newRow("binary") << QByteArray::fromHex("00ff80fe0d0a1a");
    QTest::newRow("not UTF-8") << QByteArray("[nixflex]\nkeyId=\xff\xfe\n");
    QTest::newRow("too large") << QByteArray(20 * 1024 * 1024, 'x');
}

void TestBadStart::startsWithDamagedSettings()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(QDir(m_home->path()).mkpath(u"profile"_s));
    write(path(u"profile/settings.ini"_s), bytes);
    start();
    QTRY_VERIFY(findVisible<QWidget>(m_window, u"firstRunPage"_s) != nullptr);
    auto *bar = m_window->findChild<gui::MessageBar *>(u"noticeBar"_s);
    QVERIFY(bar->hasMessage());
    const auto copy = path(u"profile/settings.ini.broken"_s);
    for (const auto &word :
         {u"could not be understood"_s, u"not affected"_s, u"Enter the Nixflex key again"_s, copy}) {
        QVERIFY2(bar->text().contains(word), qPrintable(bar->text()));
    }
    const auto kept = bytesOf(copy);
    QVERIFY(!kept.isEmpty() && bytes.startsWith(kept));
    if (bytes.size() < 1'000) {
        QCOMPARE(kept, bytes);
    }
}

void TestBadStart::startsWithSettingsThatCannotBeRead()
{
    // A folder of that name: root may read every file.
    QVERIFY(QDir(m_home->path()).mkpath(u"profile/settings.ini"_s));
    start();
    QTRY_VERIFY(findVisible<QWidget>(m_window, u"firstRunPage"_s) != nullptr);
    auto *bar = m_window->findChild<gui::MessageBar *>(u"noticeBar"_s);
    QVERIFY(bar->hasMessage());
    QVERIFY2(bar->text().contains(u"cannot be read"_s), qPrintable(bar->text()));
    QVERIFY2(bar->text().contains(u"not saved"_s), qPrintable(bar->text()));
    QVERIFY(QFileInfo(path(u"profile/settings.ini"_s)).isDir());
}

QTEST_MAIN(TestBadStart)
#include "tst_badstart.moc"
