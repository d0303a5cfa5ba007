#pragma once

#include "gui/fleet/fleetcontroller.h"

namespace numbers::gui {

class FleetPage;
class MessageBar;

/// That the fleet could not be read, with buttons for what may help: again, or the page's signals.
void showSyncError(MessageBar &bar, const Error &error, FleetController &controller, FleetPage &page);
/// What a synchronisation found that somebody should know; clears the message of one that failed before.
void showSyncResult(MessageBar &bar, const operations::SyncResult &result);
/// How many numbers were removed, and why others were not.
void showRemovalReport(MessageBar &bar, const operations::BulkRemovalReport &report);

} // namespace numbers::gui
