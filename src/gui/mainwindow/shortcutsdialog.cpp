#include "gui/mainwindow/shortcutsdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

QString plain(const QString &text)
{
    auto words = text;
    return words.remove(u'&').remove(u'…');
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar *menus, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"ShortcutsDialog"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *tree = new QTreeWidget(this);
    tree->setObjectName(u"shortcutTree"_s);
    tree->setAccessibleName(tr("Keyboard shortcuts"));
    tree->setHeaderLabels({tr("What"), tr("Keys")});
    tree->setRootIsDecorated(false);
    const auto menuActions = menus->actions();
    for (const auto *menuAction : menuActions) {
        if (menuAction->menu() == nullptr) {
            continue;
        }
        const auto actions = menuAction->menu()->actions();
        for (const auto *action : actions) {
            if (!action->shortcut().isEmpty() && action->isVisible()) {
                tree->addTopLevelItem(new QTreeWidgetItem(
                    {plain(action->text()), action->shortcut().toString(QKeySequence::NativeText)}));
            }
        }
    }
    tree->addTopLevelItem(new QTreeWidgetItem({tr("Menus"), tr("Alt and the underlined letter, or F10")}));
    tree->addTopLevelItem(new QTreeWidgetItem({tr("From field to field"), tr("Tab and Shift+Tab")}));
    tree->addTopLevelItem(new QTreeWidgetItem({tr("Context menu"), tr("Menu key, or Shift+F10")}));
    tree->resizeColumnToContents(0);
    tree->setMinimumSize(fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing() * 20);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tree);
    layout->addWidget(buttons);
}

} // namespace numbers::gui
