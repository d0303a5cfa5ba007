#include "support/runtask.h"
#include "workspace/diagnostics.h"
#include "workspace/logfile.h"
#include "workspace/settings.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace numbers::workspace;

namespace {

Q_LOGGING_CATEGORY(log, "numbers.test")

const QString token = u"0123456789abcdef0123456789abcdef"_s;

} // namespace

class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void writesOneLinePerMessage();
    void writesNoSecrets();
    void cannotBeMadeToForgeLines();
    void leavesOutDetailsUnlessVerbose();
    void keepsFiveFilesOfOneMebibyte();
    void takesMessagesFromAllThreads();
    void cutsLongMessagesWithoutHalfSecrets();
    void isReadableByItsOwnerOnly();
    void tellsWhenItCannotWrite();
    void survivesItsFolderBeingRemoved();
    void givesBackTheOldHandler();
    void reportsForHelpersHoldNothingPrivate();
    void tellsWhenAReportCannotBeSaved();

private:
    [[nodiscard]] LogFile::Options options(bool isVerbose = false) const
    {
        return {.directory = m_directory->filePath(u"logs"_s),
                .programName = u"test"_s,
                .isVerbose = isVerbose,
                .standardError = std::nullopt};
    }
    [[nodiscard]] QByteArray written() const
    {
        QFile file(m_directory->filePath(u"logs/test.log"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(absent)");
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestLogFile::writesOneLinePerMessage()
{
    auto file = LogFile::install(options());
    QVERIFY(file);
    qCInfo(log) << "first";
    qCWarning(log) << "second";
    const QStringList lines = (*file)->lastLines(10);
    QCOMPARE(lines.size(), 2);
    const QRegularExpression shape(
        uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info \d+ \[numbers\.test\] first$)"_s);
    QVERIFY2(shape.match(lines.first()).hasMatch(), qPrintable(lines.first()));
    QVERIFY(lines.last().endsWith(u"[numbers.test] second"_s));
    QCOMPARE((*file)->lastLines(1), QStringList{lines.last()});
    QCOMPARE((*file)->filePath(), m_directory->filePath(u"logs/test.log"_s));
}

void TestLogFile::writesNoSecrets()
{
    auto file = LogFile::install(options());
    QVERIFY(file);
    qCWarning(log).noquote() << "Authorization: Basic QUMxOnRva2Vu" << token;
    qWarning("nxf_abc:nxfs_def456");
    QVERIFY(!written().contains("QUMxOnRva2Vu"));
    QVERIFY(!written().contains(token.toLatin1()));
    QVERIFY(!written().contains("def456"));
    QCOMPARE(written().count('\n'), 2);
}

void TestLogFile::cannotBeMadeToForgeLines()
{
    auto file = LogFile::install(options());
    QVERIFY(file);
    qCWarning(log).noquote() << "a\n2026-01-01T00:00:00.000Z info 1 [numbers] forged\r\x1b[2J";
    QCOMPARE(written().count('\n'), 1);
    QVERIFY(!written().contains('\x1b'));
    QVERIFY(!written().contains('\r'));
}

void TestLogFile::leavesOutDetailsUnlessVerbose()
{
    {
        auto file = LogFile::install(options());
        QVERIFY(file);
        qCDebug(log) << "hidden detail";
    }
    {
        auto file = LogFile::install(options(true));
        QVERIFY(file);
        qCDebug(log) << "shown detail";
    }
    QVERIFY(!written().contains("hidden detail"));
    QVERIFY(written().contains("shown detail"));
}

void TestLogFile::keepsFiveFilesOfOneMebibyte()
{
    auto file = LogFile::install(options());
    QVERIFY(file);
    const QString text = u"a line of some length "_s.repeated(400);
    for (int i = 0; i < 800; ++i) {
        qCInfo(log).noquote() << i << text;
    }
    const QDir directory(m_directory->filePath(u"logs"_s));
    QCOMPARE(directory.entryList(QDir::Files), (QStringList{u"test.1.log"_s, u"test.2.log"_s, u"test.3.log"_s,
                                                            u"test.4.log"_s, u"test.log"_s}));
    for (const QFileInfo &entry : directory.entryInfoList(QDir::Files)) {
        QVERIFY2(entry.size() <= 1024 * 1024, qPrintable(entry.fileName()));
    }
    QVERIFY((*file)->lastLines(1).first().contains(u"[numbers.test] 799 a line"_s));
}

void TestLogFile::takesMessagesFromAllThreads()
{
    auto file = LogFile::install(options());
    QVERIFY(file);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([thread] {
            for (int i = 0; i < 100; ++i) {
                qCInfo(log, "thread %d message %d end", thread, i);
            }
        });
    }
    for (auto &thread : threads) {
        thread.join();
    }
    const QStringList lines = (*file)->lastLines(1000);
    QCOMPARE(lines.size(), 400);
    for (const QString &line : lines) {
        QVERIFY(line.endsWith(u" end"_s) && line.count(u"message"_s) == 1);
    }
}

void TestLogFile::cutsLongMessagesWithoutHalfSecrets()
{
    auto file = LogFile::install(options());
    QVERIFY(file);
    const QString filler = u"ab "_s.repeated(16 * 1024 / 3 - 4);
    qCWarning(log).noquote() << filler + token + u" tail"_s.repeated(100'000);
    QVERIFY(written().size() < 20'000);
    QVERIFY(!written().contains("01234"));
    QVERIFY(written().contains(" characters)"));
}

void TestLogFile::isReadableByItsOwnerOnly()
{
    auto file = LogFile::install(options());
    QVERIFY(file);
    qCWarning(log) << "x";
    constexpr auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
    QVERIFY(!(QFile::permissions((*file)->filePath()) & others));
    QVERIFY(!(QFile::permissions(m_directory->filePath(u"logs"_s)) & others));
}

void TestLogFile::tellsWhenItCannotWrite()
{
    auto place = options();
    place.directory = u"/dev/null/logs"_s;
    const auto file = LogFile::install(place);
    QVERIFY(!file);
    QCOMPARE(toString(file.error().kind), u"storage"_s);
    QVERIFY(QDir(m_directory->path()).mkpath(u"logs/test.log"_s)); // a folder in the file's place
    QVERIFY(!LogFile::install(options()));
}

void TestLogFile::survivesItsFolderBeingRemoved()
{
    auto file = LogFile::install(options());
    QVERIFY(file);
    QVERIFY(QDir(m_directory->filePath(u"logs"_s)).removeRecursively());
    qCWarning(log) << "still alive";
    QCOMPARE((*file)->lastLines(5), QStringList());
}

void TestLogFile::givesBackTheOldHandler()
{
    {
        auto file = LogFile::install(options());
        QVERIFY(file);
    }
    QTest::ignoreMessage(QtWarningMsg, "seen by the test");
    qCWarning(log).noquote() << "seen by the test";
    QCOMPARE(written(), QByteArray());
}

void TestLogFile::reportsForHelpersHoldNothingPrivate()
{
    Settings settings(m_directory->filePath(u"settings.ini"_s));
    settings.setValue(Settings::Key::ProxyMode, u"manual"_s);
    settings.setValue(Settings::Key::ProxyHost, u"proxy.secret-customer.example"_s);
    settings.setValue(Settings::Key::ProxyUser, u"jane"_s);
    const auto facts =
        systemFacts() + settingsFacts(settings) + QList<DiagnosticsFact>{{u"note"_s, u"token "_s + token}};
    const QStringList lines{u"imported +14155550123"_s, QDir::homePath() + u"/x"_s};
    const QString report = diagnosticsReport(facts, lines);
    for (const QString &expected :
         {u"program: "_s, u"qt: 6"_s, u"tls: "_s, u"proxy: manual, http"_s, u"+141…23"_s}) {
        QVERIFY2(report.contains(expected), qPrintable(expected));
    }
    for (const QString &hidden :
         {token, u"secret-customer"_s, u"jane"_s, u"4155550123"_s, QDir::homePath()}) {
        QVERIFY2(!report.contains(hidden), qPrintable(hidden));
    }
    const QString path = m_directory->filePath(u"report.txt"_s);
    QVERIFY(numbers::test::runTask(saveDiagnostics(path, facts, lines, {})));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), report);
}

void TestLogFile::tellsWhenAReportCannotBeSaved()
{
    const auto saved = numbers::test::runTask(saveDiagnostics(u"/dev/null/report.txt"_s, {}, {}, {}));
    QVERIFY(!saved);
    QCOMPARE(toString(saved.error().kind), u"storage"_s);
}

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_logfile.moc"
