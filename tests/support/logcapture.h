#pragma once

#include <QStringList>

namespace numbers::test {

/// Collects everything that is logged while it lives, of all categories, as "category: text". One at a time.
/// Any thread.
class LogCapture
{
public:
    LogCapture();
    ~LogCapture();
    Q_DISABLE_COPY_MOVE(LogCapture)

    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QString text() const { return lines().join(u'\n'); }
    [[nodiscard]] QStringList lines(const QString &category) const;
};

} // namespace numbers::test
