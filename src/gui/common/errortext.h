#pragma once

#include "base/error.h"

#include <QString>

namespace numbers::gui {

/// A few words for the kind of failure, for headings: "Not reachable", "Key refused".
[[nodiscard]] QString errorTitle(const Error &error);
/// Waiting or another try may help without changing anything: offline, timeouts, server trouble, rate limit.
[[nodiscard]] bool isWorthRetrying(const Error &error);
/// What to look at is the network settings: proxy, certificates, names that do not resolve.
[[nodiscard]] bool isNetworkSettingsMatter(const Error &error);
/// Cancelled by the user: nothing to report.
[[nodiscard]] bool isSilent(const Error &error);

} // namespace numbers::gui
