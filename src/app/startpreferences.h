#pragma once

#include "gui/common/theme.h"

#include <QByteArray>
#include <QString>

namespace numbers::app {

/// What the first paint needs of the settings, before a workspace is open.
struct StartPreferences
{
    gui::Theme::Choice theme = gui::Theme::Choice::System;
    QString language; ///< BCP 47; empty: the system's
    QByteArray geometry;

    /// Reads and lets go: the workspace opens the same files later. Never fails: what cannot be read counts
    /// as not set, and the workspace says so.
    [[nodiscard]] static StartPreferences read(const QString &settingsFile, const QString &administratorFile);
};

} // namespace numbers::app
