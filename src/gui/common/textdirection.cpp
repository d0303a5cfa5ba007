#include "gui/common/textdirection.h"

#include <QGuiApplication>
#include <QStyle>

namespace numbers::gui {

namespace {

// Unicode's isolates: what is between them is laid out by itself (UAX #9).
constexpr QChar leftToRightIsolate(0x2066);
constexpr QChar popDirectionalIsolate(0x2069);

} // namespace

QString leftToRight(const QString &text)
{
    if (text.isEmpty() || !QGuiApplication::isRightToLeft()) {
        return text;
    }
    return leftToRightIsolate + text + popDirectionalIsolate;
}

void LeftToRightDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // It stays on the side where the column begins.
    option->displayAlignment = QStyle::visualAlignment(option->direction, option->displayAlignment);
    option->displayAlignment |= Qt::AlignAbsolute;
    option->direction = Qt::LeftToRight;
}

} // namespace numbers::gui
