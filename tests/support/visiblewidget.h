#pragma once

#include <QString>
#include <QWidget>

namespace numbers::test {

/// The visible widget of that name below `parent`; null when there is none.
template <typename Widget>
[[nodiscard]] Widget *findVisible(const QObject *parent, const QString &name = {})
{
    const auto found = parent->findChildren<Widget *>(name);
    for (auto *widget : found) {
        if (widget->isVisible()) {
            return widget;
        }
    }
    return nullptr;
}

} // namespace numbers::test
