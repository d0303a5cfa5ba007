#pragma once

#include "gui/screenshots/scene.h"

namespace numbers::test {

[[nodiscard]] QList<Scene> wizardScenes();

} // namespace numbers::test
