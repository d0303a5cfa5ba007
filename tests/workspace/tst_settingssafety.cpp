#include "workspace/settings.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using numbers::workspace::Settings;
using Key = numbers::workspace::Settings::Key;

namespace {

/// Large, so that a save takes a while, and complete only when its ends match.
QString largeValue(int number)
{
    const QString mark = QString::number(number);
    return mark + u':' + QString(60'000, u'x') + u':' + mark;
}

bool isComplete(const QString &value)
{
    const auto parts = value.split(u':');
    return parts.size() == 3 && parts.at(0) == parts.at(2) && parts.at(1).size() == 60'000;
}

/// Saves without end, until killed.
[[noreturn]] void saveForever(const QString &path)
{
    Settings settings(path);
    for (int number = 0;; ++number) {
        settings.setValue(Key::ProxyHost, largeValue(number));
        if (!settings.flush()) {
            std::_Exit(1);
        }
        if (number == 0) {
            std::puts("saving");
            std::fflush(stdout);
        }
    }
}

/// Files of this process cannot grow over 1,000 bytes: as on a full disk, writes come back short.
int saveOnFullDisk(const QString &path)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{.rlim_cur = 1000, .rlim_max = 1000};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) {
        return 2;
    }
    Settings settings(path);
    settings.setValue(Key::ProxyHost, largeValue(1));
    const auto saved = settings.flush();
    std::puts(saved ? "saved" : qPrintable(toString(saved.error().kind)));
    return settings.text(Key::ProxyHost) == largeValue(1) ? 0 : 3;
}

} // namespace

class TestSettingsSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesBeingKilledWhileSaving();
    void keepsTheOldOnesOnAFullDisk();
};

void TestSettingsSafety::survivesBeingKilledWhileSaving()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"settings.ini"_s);
    for (int round = 0; round < 20; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--save-forever"_s, path});
        QVERIFY(child.waitForReadyRead());
        // Not a wait for something: the moment of the kill is to be a random one.
        child.waitForFinished(static_cast<int>(QRandomGenerator::global()->bounded(1, 25)));
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        const Settings settings(path);
        QVERIFY(settings.brokenCopy().isEmpty());
        QVERIFY(isComplete(settings.text(Key::ProxyHost)));
    }
}

void TestSettingsSafety::keepsTheOldOnesOnAFullDisk()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"settings.ini"_s);
    const QByteArray before = "; by hand\n[proxy]\nhost=old\n";
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(before);
    }
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--full-disk"_s, path});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("storage"));
    QCOMPARE(child.exitCode(), 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList{u"settings.ini"_s});
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--save-forever"_s) {
        saveForever(arguments.value(2));
    }
    if (arguments.value(1) == u"--full-disk"_s) {
        return saveOnFullDisk(arguments.value(2));
    }
    TestSettingsSafety test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_settingssafety.moc"
