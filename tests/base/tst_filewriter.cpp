#include "base/filewriter.h"
#include "support/smalldisk.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace numbers;
using Access = FileWriter::Access;

namespace {

QByteArray contentOf(const QString &filePath)
{
    QFile file(filePath);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not readable");
}

void put(const QString &filePath, const QByteArray &bytes)
{
    QFile file(filePath);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray native(const QString &filePath)
{
    return QFile::encodeName(filePath);
}

} // namespace

class TestFileWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesANewFile();
    void replacesInOneStep();
    void leavesTheFormerFileWithoutCommit();
    void keepsTheFormerFileOnAFullDisk_data();
    void keepsTheFormerFileOnAFullDisk();
    void keepsTheFormerFileOnAReadOnlyDisk();
    void writesThroughALink();
    void writesThroughALinkToNothing();
    void keepsADevice();
    void saysThatADeviceIsFull();
    void writesIntoAFifo();
    void refusesAFifoThatNobodyReads();
    void refusesAFolder();
};

void TestFileWriter::writesANewFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new"_s);
    QString error;
    QVERIFY2(writeFile(path, "hello", Access::OwnerOnly, &error), qPrintable(error));
    QCOMPARE(contentOf(path), QByteArray("hello"));
    QCOMPARE(error, QString());
    QCOMPARE(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
}

void TestFileWriter::replacesInOneStep()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    put(path, "former");
    FileWriter writer(path, Access::AsUsual);
    QVERIFY(writer.open());
    QVERIFY(writer.write("new "));
    QVERIFY(writer.write("content"));
    QCOMPARE(contentOf(path), QByteArray("former"));
    QVERIFY(writer.commit());
    QCOMPARE(contentOf(path), QByteArray("new content"));
}

void TestFileWriter::leavesTheFormerFileWithoutCommit()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    put(path, "former");
    {
        FileWriter writer(path, Access::OwnerOnly);
        QVERIFY(writer.open());
        QVERIFY(writer.write("half"));
    }
    QCOMPARE(contentOf(path), QByteArray("former"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"file"_s});
}

void TestFileWriter::keepsTheFormerFileOnAFullDisk_data()
{
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("size");
    // Less than a buffer: it is written by the last flush, whose failure QSaveFile does not report.
    QTest::newRow("nothing left, a small file") << 0 << 100;
    QTest::newRow("nothing left, a large file") << 0 << 300'000;
    QTest::newRow("a part fits") << 8'192 << 300'000;
    QTest::newRow("all but the end fits") << 8'192 << 10'000;
}

void TestFileWriter::keepsTheFormerFileOnAFullDisk()
{
    if (!test::whyNoOwnMounts().isEmpty()) {
        QSKIP(qPrintable(test::whyNoOwnMounts()));
    }
    QFETCH(int, left);
    QFETCH(int, size);
    const test::SmallDisk disk(262'144);
    const QString path = disk.filePath(u"file"_s);
    put(path, "former");
    disk.fill(left);
    QString error;
    QVERIFY(!writeFile(path, QByteArray(size, 'x'), Access::OwnerOnly, &error));
    QVERIFY2(error.contains(u"space"_s), qPrintable(error));
    QCOMPARE(contentOf(path), QByteArray("former"));
    QCOMPARE(QDir(disk.path()).entryList(QDir::Files), (QStringList{u"file"_s, u"filler"_s}));
    disk.empty();
    QVERIFY(writeFile(path, QByteArray(1'000, 'x'), Access::OwnerOnly, &error));
    QCOMPARE(contentOf(path), QByteArray(1'000, 'x'));
}

void TestFileWriter::keepsTheFormerFileOnAReadOnlyDisk()
{
    if (!test::whyNoOwnMounts().isEmpty()) {
        QSKIP(qPrintable(test::whyNoOwnMounts()));
    }
    const test::SmallDisk disk(262'144);
    const QString path = disk.filePath(u"file"_s);
    put(path, "former");
    disk.setReadOnly(true);
    QString error;
    QVERIFY(!writeFile(path, "new", Access::OwnerOnly, &error));
    QVERIFY(!error.isEmpty());
    QCOMPARE(contentOf(path), QByteArray("former"));
}

void TestFileWriter::writesThroughALink()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"target"_s);
    const QString link = folder.filePath(u"link"_s);
    put(target, "former");
    QVERIFY(QFile::link(target, link));
    QString error;
    QVERIFY2(writeFile(link, "new", Access::OwnerOnly, &error), qPrintable(error));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(contentOf(target), QByteArray("new"));
}

void TestFileWriter::writesThroughALinkToNothing()
{
    const QTemporaryDir folder;
    const QString link = folder.filePath(u"link"_s);
    QVERIFY(QFile::link(folder.filePath(u"target"_s), link));
    QString error;
    QVERIFY2(writeFile(link, "new", Access::OwnerOnly, &error), qPrintable(error));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(contentOf(folder.filePath(u"target"_s)), QByteArray("new"));
}

void TestFileWriter::keepsADevice()
{
    const QTemporaryDir folder;
    // A null device of our own, where we may make one; that is where replacing would hurt.
    QString path = folder.filePath(u"null"_s);
    if (::mknod(native(path).constData(), S_IFCHR | 0666, makedev(1, 3)) != 0) {
        path = u"/dev/null"_s;
    }
    QString error;
    QVERIFY2(writeFile(path, "gone", Access::OwnerOnly, &error), qPrintable(error));
    struct stat status = {};
    QCOMPARE(::stat(native(path).constData(), &status), 0);
    QVERIFY(S_ISCHR(status.st_mode));
    QCOMPARE(QFileInfo(path).permissions() & QFileDevice::ReadOther, QFileDevice::ReadOther);
}

void TestFileWriter::saysThatADeviceIsFull()
{
    QString error;
    QVERIFY(!writeFile(u"/dev/full"_s, "text", Access::OwnerOnly, &error));
    QVERIFY2(error.contains(u"space"_s), qPrintable(error));
}

void TestFileWriter::writesIntoAFifo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"fifo"_s);
    const QString link = folder.filePath(u"link"_s);
    QCOMPARE(::mkfifo(native(path).constData(), 0600), 0);
    QVERIFY(QFile::link(path, link));
    const int reader = ::open(native(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(reader >= 0);
    QString error;
    QVERIFY2(writeFile(link, "hello", Access::OwnerOnly, &error), qPrintable(error));
    char bytes[16] = {};
    QCOMPARE(::read(reader, bytes, sizeof(bytes)), 5);
    QCOMPARE(QByteArray(bytes), QByteArray("hello"));
    ::close(reader);
    struct stat status = {};
    QCOMPARE(::lstat(native(path).constData(), &status), 0);
    QVERIFY(S_ISFIFO(status.st_mode));
}

void TestFileWriter::refusesAFifoThatNobodyReads()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"fifo"_s);
    QCOMPARE(::mkfifo(native(path).constData(), 0600), 0);
    QString error;
    QVERIFY(!writeFile(path, "hello", Access::OwnerOnly, &error));
    QVERIFY(!error.isEmpty());
}

void TestFileWriter::refusesAFolder()
{
    const QTemporaryDir folder;
    QString error;
    QVERIFY(!writeFile(folder.path(), "hello", Access::OwnerOnly, &error));
    QVERIFY(!error.isEmpty());
}

int main(int argc, char *argv[])
{
    numbers::test::enterOwnMounts();
    QCoreApplication app(argc, argv);
    TestFileWriter test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_filewriter.moc"
