#pragma once

#include "gui/screenshots/scene.h"

namespace numbers::test {

[[nodiscard]] QList<Scene> windowScenes();

} // namespace numbers::test
