#include "gui/wizard/arrowkeyfilter.h"

#include "gui/common/tableview.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTableView>

namespace numbers::gui {

DownKey::DownKey(QLineEdit *edit, QTableView *view)
    : QObject(edit)
    , m_view(view)
{
    edit->installEventFilter(this);
}

bool DownKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down &&
        m_view->isEnabled() && m_view->model()->rowCount() > 0) {
        if (m_view->selectionModel()->selectedRows().isEmpty()) {
            chooseRow(*m_view, 0);
        }
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace numbers::gui
