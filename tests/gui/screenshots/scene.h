#pragma once

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace numbers::test {

class Stage;

/// One picture: `prepare` brings the window into the state to be shown, waits for it (Stage::waitFor) and
/// returns the widget to be drawn; null when that state cannot be reached, which is an error.
struct Scene
{
    QString name; ///< of the file, without theme, scale and ".png"
    std::function<QWidget *(Stage &)> prepare;
    bool isInDark = true;       ///< also with the dark theme
    bool isInLarge = false;     ///< also at 200 %
    QString language = {};      ///< whose words; English when empty
    bool isRightToLeft = false; ///< mirrored, whatever the language
};

} // namespace numbers::test
