#pragma once

#include "store/records.h"

#include <QWidget>

#include <functional>

namespace numbers::gui {

/// Asks whether to forget a saved account; `agreed` is called when that is wanted, unless `parent` has
/// gone.
void askToForget(const store::AccountRecord &account, QWidget *parent, const std::function<void()> &agreed);

} // namespace numbers::gui
