#pragma once

#include <QDialog>

class QMenuBar;

namespace numbers::gui {

/// What can be done with the keyboard, read from the menus so that it is never out of date.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QMenuBar *menus, QWidget *parent = nullptr);
};

} // namespace numbers::gui
