#pragma once

#include <QImage>

namespace numbers::test {

/// The same picture in at most 256 colours, which makes its file a third as large. Every colour is replaced
/// by one that is as near as that number allows; windows have few, apart from the shades around letters.
[[nodiscard]] QImage withFewColors(const QImage &image);

} // namespace numbers::test
