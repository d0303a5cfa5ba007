#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace numbers::gui {

/// One setting of a number at Nixflex, to be read. All of it is somebody's text in plain form, one line each
/// but for `whole`.
struct SettingLine
{
    QString name;  ///< in the user's words, or the API's own with the path to it ("outer.inner")
    QString value; ///< shortened where it is very long
    QString whole; ///< the value with its line breaks, as much of it as can be shown
};

/// What NumberRecord::settings holds, flat: documented fields first, in a fixed order, then the others by
/// name. GUI thread.
[[nodiscard]] QList<SettingLine> settingLines(const QJsonObject &settings);

} // namespace numbers::gui
