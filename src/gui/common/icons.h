#pragma once

#include "gui/common/themecolors.h"

#include <QIcon>

namespace numbers::gui {

/// Our own line icons; the file is `:/icons/<name>.svg`, see icons.cpp.
enum class Icon {
    About,
    Account,
    Add,
    Agent,
    Back,
    Business,
    Close,
    Columns,
    Copy,
    Error,
    Filter,
    History,
    Import,
    Info,
    Key,
    More,
    Network,
    Phone,
    Practice,
    Preferences,
    Remove,
    Route,
    Search,
    Show,
    Success,
    Sync,
    Warning,
};

/// Drawn in the palette's text colour at the moment of painting, at any size and scale; disabled and selected
/// states follow.
[[nodiscard]] QIcon iconFor(Icon icon);
/// In the colour of its kind.
[[nodiscard]] QIcon iconFor(MessageKind kind);
/// The application's own, for windows and the about box.
[[nodiscard]] QIcon applicationIcon();

} // namespace numbers::gui
