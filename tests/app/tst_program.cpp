#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

/// The program itself, started as a user or a package's test would.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsItsVersionWithoutADisplay();
    void callsItselfByItsName();
    void refusesNonsense();
    void checksItself();
    void startsInPracticeModeAndStaysUp();
    void saysWhatItCouldNotPrint();

private:
    struct Ended
    {
        int exitCode = -1;
        QString output;
        QString errors;
    };
    static Ended run(const QStringList &arguments);
};

TestProgram::Ended TestProgram::run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(NUMBERS_PROGRAM), arguments);
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestProgram::tellsItsVersionWithoutADisplay()
{
    const auto ended = run({u"--version"_s});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.output.trimmed(), "nixflex-numbers "_L1 + QStringLiteral(NUMBERS_VERSION));
}

void TestProgram::callsItselfByItsName()
{
    const auto ended = run({u"--help"_s});
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.output.startsWith("Usage: nixflex-numbers [options]"_L1), qPrintable(ended.output));
}

void TestProgram::refusesNonsense()
{
    const auto ended = run({u"--nonsense"_s});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY(ended.output.isEmpty());
    QVERIFY(!ended.errors.isEmpty());
}

void TestProgram::checksItself()
{
    const auto ended = run({u"--self-check"_s});
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.output + ended.errors));
    QVERIFY(ended.output.contains(u"records"_s));
    QVERIFY(!ended.output.contains(u"FAILED"_s));
}

void TestProgram::startsInPracticeModeAndStaysUp()
{
    const QTemporaryDir home;
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"numbers.app.debug=true"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
#ifdef Q_OS_LINUX
    // It inherits what it has to take back.
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    limit.rlim_cur = limit.rlim_max;
    QCOMPARE(setrlimit(RLIMIT_CORE, &limit), 0);
#endif
    process.start(QStringLiteral(NUMBERS_PROGRAM),
                  {u"--practice"_s, u"--profile"_s, home.filePath(u"practice"_s)});
    QByteArray output;
    const auto isPainted = [&process, &output] {
        output += process.readAll();
        return output.contains("first paint");
    };
    QTRY_VERIFY_WITH_TIMEOUT(isPainted(), 20'000);
    // The records are opened after that; the ledger's file is the sign.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(home.filePath(u"practice/ledger.sqlite"_s)), 20'000);
    QCOMPARE(process.state(), QProcess::Running);
#ifdef Q_OS_LINUX
    // A crash would leave no copy of the memory.
    QFile limits(u"/proc/%1/limits"_s.arg(process.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(limits.readAll()).simplified().contains(u"Max core file size 0 "_s));
#endif
    // It leaves by itself, with everything saved.
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestProgram::saysWhatItCouldNotPrint()
{
    for (const auto &option : {u"--version"_s, u"--help"_s, u"--self-check"_s}) {
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(NUMBERS_PROGRAM), {option});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY2(process.exitCode() != 0, qPrintable(option));
    }
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
