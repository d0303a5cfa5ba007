#include "gui/screenshots/smallpicture.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <limits>

namespace numbers::test {

namespace {

constexpr qsizetype mostColors = 256;

int distance(QRgb one, QRgb other)
{
    return std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                     std::abs(qBlue(one) - qBlue(other))});
}

/// Where in `palette` the nearest one is, and how far away it is.
std::pair<qsizetype, int> nearest(const QList<QRgb> &palette, QRgb color)
{
    std::pair<qsizetype, int> best{-1, std::numeric_limits<int>::max()};
    for (qsizetype index = 0; index < palette.size() && best.second > 0; ++index) {
        if (const auto away = distance(palette.at(index), color); away < best.second) {
            best = {index, away};
        }
    }
    return best;
}

/// The frequent ones first, and none that is nearer than `least` to one that is there; too many are cut
/// short.
QList<QRgb> choose(const QList<QRgb> &colors, int least)
{
    QList<QRgb> chosen;
    for (const auto color : colors) {
        if (nearest(chosen, color).second >= least) {
            chosen.append(color);
            if (chosen.size() > mostColors) {
                break;
            }
        }
    }
    return chosen;
}

} // namespace

QImage withFewColors(const QImage &image)
{
    const auto source = image.convertToFormat(QImage::Format_RGB32);
    QHash<QRgb, qsizetype> counts;
    for (int y = 0; y < source.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(source.constScanLine(y));
        for (int x = 0; x < source.width(); ++x) {
            ++counts[line[x]];
        }
    }
    auto colors = counts.keys();
    std::sort(colors.begin(), colors.end(), [&counts](QRgb one, QRgb other) {
        return std::pair(-counts.value(one), one) < std::pair(-counts.value(other), other);
    });
    int least = 1;
    auto palette = choose(colors, least);
    while (palette.size() > mostColors) {
        palette = choose(colors, ++least);
    }
    QHash<QRgb, uchar> places;
    for (const auto color : std::as_const(colors)) {
        places.insert(color, static_cast<uchar>(nearest(palette, color).first));
    }
    QImage result(source.size(), QImage::Format_Indexed8);
    result.setDevicePixelRatio(image.devicePixelRatio());
    result.setColorTable(palette);
    for (int y = 0; y < source.height(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(source.constScanLine(y));
        auto *to = result.scanLine(y);
        for (int x = 0; x < source.width(); ++x) {
            to[x] = places.value(from[x]);
        }
    }
    return result;
}

} // namespace numbers::test
