#pragma once

#include "store/records.h"

#include <QWidget>

#include <functional>

namespace numbers::gui {

/// Asks whether to forget a saved account; `confirmed` is called when that is wanted, unless `parent` has
/// gone.
void askToForget(const store::AccountRecord &account, QWidget *parent, std::function<void()> confirmed);

} // namespace numbers::gui
