#pragma once

#include "base/result.h"

#include <QUrl>

namespace numbers::net {

[[nodiscard]] bool isLoopback(const QUrl &url);

/// https anywhere, http to this computer only, nothing else; no user name or password in the URL. Error:
/// Invalid.
[[nodiscard]] Result<void> checkUrl(const QUrl &url);

[[nodiscard]] bool isSameOrigin(const QUrl &left, const QUrl &right);

} // namespace numbers::net
