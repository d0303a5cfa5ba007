#pragma once

#include <QColor>

namespace numbers::gui {

/// What a message is about; decides icon, colours and how it is announced.
enum class MessageKind { Info, Success, Warning, Error };

/// Two colours that are readable on each other in the current theme.
struct ColorPair
{
    QColor foreground;
    QColor background;
};

/// The current theme's colours for `kind`; from the palette where no Theme was applied. Ask when painting, do
/// not keep: the theme may change at any time.
[[nodiscard]] ColorPair themeColors(MessageKind kind);
/// The stripe that says "practice, nothing real".
[[nodiscard]] ColorPair practiceColors();

} // namespace numbers::gui
