#pragma once

#include "models/fleetmodel.h"

namespace numbers::gui {

/// In average characters; what a column of the fleet needs for its usual content.
[[nodiscard]] int usualWidth(models::FleetModel::Column column);

} // namespace numbers::gui
