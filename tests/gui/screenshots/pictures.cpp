#include "gui/screenshots/pictures.h"

#include "gui/screenshots/smallpicture.h"

#include <QFile>
#include <QImageReader>
#include <QImageWriter>

namespace numbers::test {

namespace {

using namespace Qt::StringLiterals;

const QString markKey = u"Software"_s;
const QString mark = u"nixflex-numbers-screenshots"_s;

} // namespace

bool savePicture(const QImage &image, const QString &file)
{
    QImageWriter writer(file, "png");
    writer.setQuality(0); // of PNG: the strongest compression
    writer.setText(markKey, mark);
    return writer.write(withFewColors(image));
}

QStringList removeStalePictures(const QDir &folder, const QStringList &names)
{
    QStringList removed;
    const auto files = folder.entryList({u"*.png"_s}, QDir::Files, QDir::Name);
    for (const auto &file : files) {
        const auto path = folder.filePath(file);
        if (!names.contains(file) && QImageReader(path).text(markKey) == mark && QFile::remove(path)) {
            removed.append(file);
        }
    }
    return removed;
}

} // namespace numbers::test
