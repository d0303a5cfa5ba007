#include "gui/screenshots/pictures.h"
#include "gui/screenshots/smallpicture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers::test;

/// What happens to pictures of scenes that are no longer played.
class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesOnlyItsOwnThatAreNoLongerMade();
    void writesTheSameBytesForTheSamePicture();
    void choosesTheSameColorsInEveryRun();

private:
    static QImage picture()
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        return image;
    }
};

void TestPictures::removesOnlyItsOwnThatAreNoLongerMade()
{
    QTemporaryDir folder;
    const QDir dir(folder.path());
    QVERIFY(savePicture(picture(), dir.filePath(u"kept.png"_s)));
    QVERIFY(savePicture(picture(), dir.filePath(u"renamed.png"_s)));
    QVERIFY(picture().save(dir.filePath(u"somebody-elses.png"_s)));
    QCOMPARE(removeStalePictures(dir, {u"kept.png"_s}), QStringList{u"renamed.png"_s});
    const QStringList left{u"kept.png"_s, u"somebody-elses.png"_s};
    QCOMPARE(dir.entryList(QDir::Files, QDir::Name), left);
}

void TestPictures::writesTheSameBytesForTheSamePicture()
{
    QTemporaryDir folder;
    const auto bytes = [&folder](const QString &name) {
        QFile file(folder.filePath(name));
        return savePicture(picture(), file.fileName()) && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                                         : QByteArray();
    };
    QVERIFY(!bytes(u"one.png"_s).isEmpty());
    QCOMPARE(bytes(u"one.png"_s), bytes(u"two.png"_s));
}

void TestPictures::choosesTheSameColorsInEveryRun()
{
    // As many pixels of each colour, so that only a rule decides which are kept and in which order.
    QImage many(32, 32, QImage::Format_RGB32);
    for (int y = 0; y < many.height(); ++y) {
        for (int x = 0; x < many.width(); ++x) {
            many.setPixel(x, y, qRgb(x * 8, y * 8, (x + y) * 4));
        }
    }
    const auto first = withFewColors(many);
    QCOMPARE(first.colorCount(), 256);
    for (int run = 0; run < 5; ++run) {
        QHashSeed::resetRandomGlobalSeed(); // as at the start of another run
        QCOMPARE(withFewColors(many), first);
    }
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
