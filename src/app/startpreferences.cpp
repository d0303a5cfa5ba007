#include "app/startpreferences.h"

#include "workspace/settings.h"

namespace numbers::app {

StartPreferences StartPreferences::read(const QString &settingsFile, const QString &administratorFile)
{
    using Key = workspace::Settings::Key;
    const workspace::Settings settings(settingsFile, administratorFile);
    return {gui::Theme::fromWord(settings.text(Key::Theme)), settings.text(Key::Language),
            settings.value(Key::WindowGeometry).toByteArray()};
}

} // namespace numbers::app
