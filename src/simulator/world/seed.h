#pragma once

#include "simulator/world/options.h"
#include "simulator/world/worlddata.h"

namespace numbers::simulator {

/// Fills an empty world: the same seed and sizes give the same one, byte for byte.
void seedWorld(WorldData &data, const SimulatorOptions &options);

} // namespace numbers::simulator
