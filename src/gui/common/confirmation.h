#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace numbers::gui {

/// Something that is only done when the user agrees.
struct Question
{
    QString objectName;
    QString title; ///< of the window; empty: the program's
    QString text;
    QString details;
    QString yes; ///< on the button, named "confirmButton", that agrees
};

/// Opens a box over `parent` and returns at once. Cancel is the default; `agreed` is called only when the
/// other button is pressed, and `parent` still lives.
void ask(const Question &question, QWidget *parent, const std::function<void()> &agreed);

} // namespace numbers::gui
