#pragma once

#include "store/records.h"

#include <QWidget>

#include <functional>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Asks for another token of a saved account; `replaced` is called when it works and is in use, unless
/// `parent` has gone.
void openTokenDialog(workspace::Workspace &workspace, const store::AccountRecord &account, QWidget *parent,
                     std::function<void()> replaced);
/// Asks whether to forget a saved account; `confirmed` is called when that is wanted, unless `parent` has
/// gone.
void askToForget(const store::AccountRecord &account, QWidget *parent, std::function<void()> confirmed);

} // namespace numbers::gui
