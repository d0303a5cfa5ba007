#pragma once

namespace numbers::gui {

class BusyBar;
class FleetPage;
class HealthController;
class HealthPanel;
class MessageBar;

/// Has the fleet's page show what the controller does, and the panel's buttons ask before they change
/// anything.
void connectHealth(HealthController &health, FleetPage &page, BusyBar &busyBar, MessageBar &messageBar,
                   HealthPanel &panel);

} // namespace numbers::gui
