#pragma once

#include <QStringList>

class QWidget;

namespace numbers::test {

/// What a screen reader or a keyboard would stumble over in `root` and below, one finding per line; empty
/// when all is well. Looks at visible widgets only: every input has a name (accessible name, label, or its
/// own text) and an objectName; nothing with a focus lies outside its window; no text is cut off.
[[nodiscard]] QStringList accessibilityFindings(QWidget *root);

/// Names of the inputs in the order in which Tab reaches them from `first`, until it comes round.
[[nodiscard]] QStringList tabOrder(QWidget *first);

/// Where Tab jumps backwards on the screen: pairs of names. Read by rows in reading direction; widgets inside
/// one container are compared with each other only.
[[nodiscard]] QStringList tabOrderFindings(QWidget *root);

/// Letters that two or more things of the window take with Alt, so that none of them can be reached by one
/// stroke; and those that two entries of one menu take. What is hidden counts, since it may be shown, unless
/// it is on another page.
[[nodiscard]] QStringList mnemonicFindings(QWidget *root);

/// Labels and buttons whose text does not fit into them.
[[nodiscard]] QStringList overflowFindings(QWidget *root);

} // namespace numbers::test
