#include "workspace/profile.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using numbers::workspace::Profile;

class TestProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void usesThePlaceForApplicationData();
    void createsAPrivateFolder();
    void leavesFoldersAloneThatWereThere_data();
    void leavesFoldersAloneThatWereThere();
    void refusesWhatCannotBeUsed_data();
    void refusesWhatCannotBeUsed();
    void neverMixesRealAndPractice();
    void keepsSecretsOfProfilesApart();
    void leavesNothingBehindFromTrying();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory->filePath(name); }
    void put(const QString &name) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {

constexpr auto everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup |
                           QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

bool isPrivate(const QString &path)
{
    return (QFile::permissions(path) & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther |
                                        QFile::ExeOther)) == QFile::Permissions{};
}

} // namespace

void TestProfile::usesThePlaceForApplicationData()
{
    const auto profile = Profile::open({}, false);
    QVERIFY(profile);
    QVERIFY(profile->directory().startsWith(
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)));
    QCOMPARE(profile->secretNamespace(), QString());
    QCOMPARE(profile->settingsFile(), profile->directory() + u"/settings.ini"_s);
    QCOMPARE(profile->ledgerFile(), profile->directory() + u"/ledger.sqlite"_s);
    const auto practice = Profile::open({}, true);
    QVERIFY(practice);
    QVERIFY(practice->directory().contains(u"practice"_s));
    QVERIFY(practice->directory() != profile->directory());
    QVERIFY(!practice->secretNamespace().isEmpty());
}

void TestProfile::createsAPrivateFolder()
{
    const auto profile = Profile::open(path(u"a/b c/ü"_s), false);
    QVERIFY(profile);
    QVERIFY(isPrivate(path(u"a/b c/ü"_s)));
}

void TestProfile::leavesFoldersAloneThatWereThere_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("empty") << QString();
    QTest::newRow("with something else") << u"shared/holiday.jpg"_s;
    QTest::newRow("with settings") << u"shared/settings.ini"_s;
    QTest::newRow("with a ledger") << u"shared/ledger.sqlite"_s;
}

void TestProfile::leavesFoldersAloneThatWereThere()
{
    QFETCH(QString, file);
    QDir(m_directory->path()).mkdir(u"shared"_s);
    if (!file.isEmpty()) {
        put(file);
    }
    QFile::setPermissions(path(u"shared"_s), everybody);
    const auto before = QFile::permissions(path(u"shared"_s));
    for (int run = 0; run < 2; ++run) {
        QVERIFY(Profile::open(path(u"shared"_s), false));
        QCOMPARE(QFile::permissions(path(u"shared"_s)), before);
    }
}

void TestProfile::refusesWhatCannotBeUsed_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("a file") << u"file"_s;
    QTest::newRow("below a file") << u"file/profile"_s;
#ifdef Q_OS_LINUX
    QTest::newRow("not writable, not even by root") << u"/proc/self"_s;
#endif
}

void TestProfile::refusesWhatCannotBeUsed()
{
    QFETCH(QString, place);
    put(u"file"_s);
    const QString directory = QDir::isAbsolutePath(place) ? place : path(place);
    const auto profile = Profile::open(directory, false);
    QVERIFY(!profile);
    QCOMPARE(toString(profile.error().kind), u"storage"_s);
    QVERIFY2(profile.error().userText.contains(QDir::toNativeSeparators(directory)) ||
                 place == u"/proc/self"_s,
             qPrintable(profile.error().userText));
}

void TestProfile::neverMixesRealAndPractice()
{
    QVERIFY(Profile::open(path(u"practice"_s), true));
    QVERIFY(Profile::open(path(u"practice"_s), true));
    const auto real = Profile::open(path(u"practice"_s), false);
    QVERIFY(!real);
    QVERIFY(real.error().userText.contains(u"practice"_s));

    QVERIFY(Profile::open(path(u"real"_s), false));
    put(u"real/ledger.sqlite"_s);
    QVERIFY(!Profile::open(path(u"real"_s), true));
    QVERIFY(Profile::open(path(u"real"_s), false));
}

void TestProfile::keepsSecretsOfProfilesApart()
{
    const auto one = Profile::open(path(u"one"_s), false);
    const auto two = Profile::open(path(u"two"_s), false);
    const auto again = Profile::open(path(u"two/../one/"_s), false);
    QVERIFY(one && two && again);
    QVERIFY(!one->secretNamespace().isEmpty());
    QVERIFY(one->secretNamespace() != two->secretNamespace());
    QCOMPARE(again->secretNamespace(), one->secretNamespace());
    QCOMPARE(again->directory(), one->directory());
}

void TestProfile::leavesNothingBehindFromTrying()
{
    QVERIFY(Profile::open(path(u"clean"_s), false));
    QVERIFY(QDir(path(u"clean"_s)).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
