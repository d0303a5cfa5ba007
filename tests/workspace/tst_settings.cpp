#include "workspace/settings.h"

#include <QFile>
#include <QFileInfo>
#include <QMetaEnum>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using numbers::workspace::Settings;
using Key = numbers::workspace::Settings::Key;

Q_DECLARE_METATYPE(numbers::workspace::Settings::Key)

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hasADefaultForEveryKey();
    void givesBackWhatWasSet_data();
    void givesBackWhatWasSet();
    void refusesWhatIsNotAllowed_data();
    void refusesWhatIsNotAllowed();
    void countsBadEntriesAsNotSet();
    void savesByItself();
    void savesOnDestruction();
    void isReadableByItsOwnerOnly();
    void keepsCommentsAndEntriesOfNewerVersions();
    void keepsWhatAnotherProgramSaved();
    void keepsADamagedFileAndStartsWithDefaults();
    void keepsALargeFileWhole();
    void keepsWhatItKnewWhenTheFileIsDamagedMeanwhile();
    void tellsWhenSavingFails();
    void saysAndChangesNothingWhenNotReadable();
    void takesDefaultsFromTheAdministrator();
    void obeysLocks();
    void ignoresADamagedAdministratorFile();

private:
    [[nodiscard]] QString path(const QString &name = u"settings.ini"_s) const
    {
        return m_directory->filePath(name);
    }
    void put(const QByteArray &bytes, const QString &name = u"settings.ini"_s) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] QByteArray bytes(const QString &name = u"settings.ini"_s) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(absent)");
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestSettings::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void TestSettings::hasADefaultForEveryKey()
{
    const Settings settings(path());
    const auto keys = QMetaEnum::fromType<Key>();
    for (int i = 0; i < keys.keyCount(); ++i) {
        QVERIFY2(settings.value(static_cast<Key>(keys.value(i))).isValid(), keys.key(i));
    }
    QCOMPARE(settings.text(Key::ProxyMode), u"system"_s);
    QCOMPARE(settings.value(Key::ProxyPort), QVariant(0));
    QCOMPARE(settings.value(Key::DidShowWelcome), QVariant(false));
    QVERIFY(!QFile::exists(path()));
}

void TestSettings::givesBackWhatWasSet_data()
{
    QTest::addColumn<Key>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("text") << Key::ProxyHost << QVariant(u"proxy.example"_s);
    QTest::newRow("empty text") << Key::Language << QVariant(u""_s);
    QTest::newRow("odd text") << Key::ExtraCaFile << QVariant(u" C:\\Ä \"b\"\n;x = [y] "_s);
    QTest::newRow("choice") << Key::ProxyMode << QVariant(u"manual"_s);
    QTest::newRow("port") << Key::ProxyPort << QVariant(65535);
    QTest::newRow("true") << Key::RememberAccounts << QVariant(true);
    QTest::newRow("false") << Key::RememberAccounts << QVariant(false);
    QTest::newRow("bytes") << Key::FleetColumns << QVariant(QByteArray("\0\x01\xff \n", 5));
    QTest::newRow("no bytes") << Key::WindowState << QVariant(QByteArray(""));
    QTest::newRow("many bytes") << Key::WindowGeometry << QVariant(QByteArray(5000, '\xfe'));
}

void TestSettings::givesBackWhatWasSet()
{
    QFETCH(Key, key);
    QFETCH(QVariant, value);
    Settings settings(path());
    settings.setValue(key, value);
    QCOMPARE(settings.value(key), value);
    QVERIFY(settings.flush());
    const Settings again(path());
    QCOMPARE(again.value(key), value);
    QCOMPARE(again.brokenCopy(), QString());
}

void TestSettings::refusesWhatIsNotAllowed_data()
{
    QTest::addColumn<Key>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("unknown choice") << Key::ProxyMode << QVariant(u"tunnel"_s);
    QTest::newRow("negative port") << Key::ProxyPort << QVariant(-1);
    QTest::newRow("large port") << Key::ProxyPort << QVariant(65536);
    QTest::newRow("port that is text") << Key::ProxyPort << QVariant(u"http"_s);
}

void TestSettings::refusesWhatIsNotAllowed()
{
    QFETCH(Key, key);
    QFETCH(QVariant, value);
    Settings settings(path());
    const QVariant before = settings.value(key);
    QSignalSpy changes(&settings, &Settings::changed);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"not allowed"_s));
    settings.setValue(key, value);
    QCOMPARE(settings.value(key), before);
    QCOMPARE(changes.size(), 0);
}

void TestSettings::countsBadEntriesAsNotSet()
{
    put("[proxy]\nmode=tunnel\nport=none\n[accounts]\nremember=perhaps\n[window]\ngeometry=!!!\n");
    const Settings settings(path());
    QCOMPARE(settings.text(Key::ProxyMode), u"system"_s);
    QCOMPARE(settings.value(Key::ProxyPort), QVariant(0));
    QCOMPARE(settings.value(Key::RememberAccounts), QVariant(false));
    QCOMPARE(settings.value(Key::WindowGeometry), QVariant(QByteArray()));
}

void TestSettings::savesByItself()
{
    Settings settings(path());
    QSignalSpy changes(&settings, &Settings::changed);
    settings.setValue(Key::ProxyHost, u"a"_s);
    settings.setValue(Key::ProxyHost, u"a"_s);
    settings.setValue(Key::ProxyPort, 1);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(bytes(), QByteArray("(absent)"));
    QTRY_COMPARE(bytes(), QByteArray("[proxy]\nhost=a\nport=1\n"));
}

void TestSettings::savesOnDestruction()
{
    {
        Settings settings(path());
        settings.setValue(Key::Theme, u"dark"_s);
    }
    QCOMPARE(bytes(), QByteArray("[interface]\ntheme=dark\n"));
}

void TestSettings::isReadableByItsOwnerOnly()
{
    put("[proxy]\nhost=a\n");
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    Settings settings(path());
    settings.setValue(Key::Theme, u"dark"_s);
    QVERIFY(settings.flush());
    QVERIFY(!(QFile::permissions(path()) &
              (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
}

void TestSettings::keepsCommentsAndEntriesOfNewerVersions()
{
    put("# mine\n[interface]\ntheme=light\nfuture=\"a\\nb\"\n\n[later]\nx=1\n");
    Settings settings(path());
    settings.setValue(Key::Theme, u"dark"_s);
    QVERIFY(settings.flush());
    QCOMPARE(bytes(), QByteArray("# mine\n[interface]\ntheme=dark\nfuture=\"a\\nb\"\n\n[later]\nx=1\n"));
}

void TestSettings::keepsWhatAnotherProgramSaved()
{
    Settings mine(path());
    Settings other(path());
    mine.setValue(Key::ProxyHost, u"mine"_s);
    QVERIFY(mine.flush());
    other.setValue(Key::ProxyPort, 8080);
    QVERIFY(other.flush());
    mine.setValue(Key::Theme, u"dark"_s);
    QVERIFY(mine.flush());
    const Settings read(path());
    QCOMPARE(read.text(Key::ProxyHost), u"mine"_s);
    QCOMPARE(read.value(Key::ProxyPort), QVariant(8080));
    QCOMPARE(read.text(Key::Theme), u"dark"_s);
}

void TestSettings::keepsADamagedFileAndStartsWithDefaults()
{
    const QByteArray damaged = "[proxy]\nhost=precious\n\xff\xfe";
    put(damaged);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged"_s));
    Settings settings(path());
    QCOMPARE(settings.brokenCopy(), path(u"settings.ini.broken"_s));
    QCOMPARE(bytes(u"settings.ini.broken"_s), damaged);
    QCOMPARE(settings.text(Key::ProxyHost), QString());
    QVERIFY(!settings.loadError());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged"_s));
    settings.setValue(Key::Theme, u"dark"_s);
    QVERIFY(settings.flush());
    QCOMPARE(bytes(), QByteArray("[interface]\ntheme=dark\n"));
    QCOMPARE(bytes(u"settings.ini.broken"_s), damaged);
}

void TestSettings::keepsALargeFileWhole()
{
    // Something else was written there by mistake, and may be all that is left of it.
    const QByteArray large = QByteArray("[proxy]\nhost=precious\n") + QByteArray(3'500'000, 'x') + "the end";
    put(large);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged"_s));
    Settings settings(path());
    QCOMPARE(bytes(u"settings.ini.broken"_s).size(), large.size());
    QVERIFY(bytes(u"settings.ini.broken"_s) == large);
    QVERIFY(!(QFile::permissions(settings.brokenCopy()) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(bytes() == large);
}

void TestSettings::keepsWhatItKnewWhenTheFileIsDamagedMeanwhile()
{
    put("[proxy]\nhost=good\n");
    Settings settings(path());
    put("\xff");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged"_s));
    settings.setValue(Key::ProxyPort, 1);
    QVERIFY(settings.flush());
    QCOMPARE(bytes(), QByteArray("[proxy]\nhost=good\nport=1\n"));
}

void TestSettings::tellsWhenSavingFails()
{
    Settings settings(path(u"no such folder/settings.ini"_s));
    QSignalSpy failures(&settings, &Settings::saveFailed);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings file"_s));
    settings.setValue(Key::ProxyHost, u"kept in memory"_s);
    QTRY_COMPARE(failures.size(), 1);
    const auto saved = settings.flush();
    QVERIFY(!saved);
    QCOMPARE(toString(saved.error().kind), u"storage"_s);
    QVERIFY(saved.error().userText.contains(u"no such folder"_s));
    QCOMPARE(settings.text(Key::ProxyHost), u"kept in memory"_s);
    // The next try succeeds when it can.
    QVERIFY(QDir(m_directory->path()).mkdir(u"no such folder"_s));
    QVERIFY(settings.flush());
    QCOMPARE(bytes(u"no such folder/settings.ini"_s), QByteArray("[proxy]\nhost=kept in memory\n"));
}

void TestSettings::saysAndChangesNothingWhenNotReadable()
{
    // A folder in its place cannot be read, not even by root.
    QVERIFY(QDir(m_directory->path()).mkdir(u"settings.ini"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings file"_s));
    Settings settings(path());
    QVERIFY(settings.loadError());
    QCOMPARE(toString(settings.loadError()->kind), u"storage"_s);
    QCOMPARE(settings.text(Key::ProxyMode), u"system"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings file"_s));
    settings.setValue(Key::ProxyPort, 1);
    QVERIFY(!settings.flush());
    QVERIFY(QFileInfo(path()).isDir());
}

void TestSettings::takesDefaultsFromTheAdministrator()
{
    put("[proxy]\nmode=manual\nhost=proxy.corp\nport=3128\n", u"admin.ini"_s);
    Settings settings(path(), path(u"admin.ini"_s));
    QCOMPARE(settings.text(Key::ProxyHost), u"proxy.corp"_s);
    QVERIFY(!settings.isLocked(Key::ProxyHost));
    settings.setValue(Key::ProxyHost, u"other"_s);
    QCOMPARE(settings.text(Key::ProxyHost), u"other"_s);
    QVERIFY(settings.flush());
    QCOMPARE(bytes(), QByteArray("[proxy]\nhost=other\n"));
}

void TestSettings::obeysLocks()
{
    put("[proxy]\nmode=none\nhost=mine\nport=1\n");
    put("[proxy]\nmode=manual\n[Locked]\nproxy/mode=true\nproxy/host=true\nproxy/port=false\n",
        u"admin.ini"_s);
    Settings settings(path(), path(u"admin.ini"_s));
    QVERIFY(settings.isLocked(Key::ProxyMode));
    QVERIFY(settings.isLocked(Key::ProxyHost));
    QVERIFY(!settings.isLocked(Key::ProxyPort));
    QCOMPARE(settings.text(Key::ProxyMode), u"manual"_s);
    QCOMPARE(settings.text(Key::ProxyHost), QString()); // locked without a value: the built-in default
    QCOMPARE(settings.value(Key::ProxyPort), QVariant(1));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"locked"_s));
    settings.setValue(Key::ProxyMode, u"system"_s);
    QCOMPARE(settings.text(Key::ProxyMode), u"manual"_s);
    QVERIFY(settings.flush());
    QCOMPARE(bytes(), QByteArray("[proxy]\nmode=none\nhost=mine\nport=1\n"));
}

void TestSettings::ignoresADamagedAdministratorFile()
{
    put("\xff", u"admin.ini"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"administrator"_s));
    const Settings settings(path(), path(u"admin.ini"_s));
    QCOMPARE(settings.text(Key::ProxyMode), u"system"_s);
    QCOMPARE(bytes(u"admin.ini"_s), QByteArray("\xff"));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
