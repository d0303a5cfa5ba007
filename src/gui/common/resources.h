#pragma once

namespace numbers::gui {

/// Makes `:/icons` and `:/themes` available: a static library's resources are not registered by themselves.
/// May be called more than once.
void initResources();

} // namespace numbers::gui
