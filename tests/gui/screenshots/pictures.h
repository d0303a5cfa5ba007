#pragma once

#include <QDir>
#include <QImage>
#include <QStringList>

namespace numbers::test {

/// Writes a picture as small as it gets without another program (they are part of the repository), with a
/// mark that tells it from other people's.
[[nodiscard]] bool savePicture(const QImage &image, const QString &file);

/// Deletes the pictures in `folder` that savePicture made once and that are none of `names` any more; others
/// stay. Returns their names.
QStringList removeStalePictures(const QDir &folder, const QStringList &names);

} // namespace numbers::test
