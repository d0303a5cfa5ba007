#include "support/runtask.h"
#include "workspace/logfile.h"
#include "workspace/practice.h"
#include "workspace/workspace.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace numbers;

/// The folder of `--profile` may be shared; what is written into it is not.
class TestPrivateFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryFileOfASharedFolderPrivate();
    void leavesFoldersForLogsThatWereThere();

private:
    static constexpr auto m_ofOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                       QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
};

void TestPrivateFiles::keepsEveryFileOfASharedFolderPrivate()
{
#ifdef Q_OS_UNIX
    umask(0); // nothing is private by itself
    const QTemporaryDir shared;
    QFile::setPermissions(shared.path(), QFile::permissions(shared.path()) | m_ofOthers);
    const auto before = QFile::permissions(shared.path());

    const auto profile = workspace::Profile::open(shared.path(), true);
    QVERIFY(profile);
    workspace::LogFile::Options options;
    options.directory = profile->logDirectory();
    options.programName = u"test"_s;
    const auto log = workspace::LogFile::install(options);
    QVERIFY(log);
    auto practice = workspace::Practice::start(*profile);
    QVERIFY(practice);
    SystemClock clock;
    const auto opened = test::runTask(
        workspace::Workspace::open((*practice)->workspaceOptions(), (*practice)->makeSecretStore(), &clock));
    QVERIFY(opened);
    QVERIFY(test::runTask((*practice)->prepare(opened->get())));

    QStringList found;
    QDirIterator all(shared.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString file = all.next();
        found << all.fileName();
        QVERIFY2((QFile::permissions(file) & m_ofOthers) == QFile::Permissions{}, qPrintable(file));
    }
    for (const QString &name :
         {u"ledger.sqlite"_s, u"settings.ini"_s, u"simulator.json"_s, u"simulator.lock"_s,
          u"practice-profile"_s, u"instances"_s, u"logs"_s, u"test.log"_s}) {
        QVERIFY2(found.contains(name), qPrintable(name));
    }
    QCOMPARE(QFile::permissions(shared.path()), before);
#else
    QSKIP("Windows inherits the permissions of the folder");
#endif
}

void TestPrivateFiles::leavesFoldersForLogsThatWereThere()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir shared;
    QFile::setPermissions(shared.path(), QFile::permissions(shared.path()) | m_ofOthers);
    const auto before = QFile::permissions(shared.path());
    workspace::LogFile::Options options;
    options.directory = shared.path();
    options.programName = u"test"_s;
    const auto log = workspace::LogFile::install(options);
    QVERIFY(log);
    QCOMPARE(QFile::permissions(shared.path()), before);
    QVERIFY((QFile::permissions((*log)->filePath()) & m_ofOthers) == QFile::Permissions{});
#else
    QSKIP("Windows inherits the permissions of the folder");
#endif
}

QTEST_GUILESS_MAIN(TestPrivateFiles)
#include "tst_privatefiles.moc"
