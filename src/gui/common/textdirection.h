#pragma once

#include <QString>
#include <QStyledItemDelegate>

namespace numbers::gui {

/// A telephone number, an id or an address inside words that may be read from right to left: kept together
/// and in its own order. Only for display; unchanged where everything is read from left to right.
[[nodiscard]] QString leftToRight(const QString &text);

/// The same for the cells of a column; the text itself, which is searched and copied, stays as it is.
class LeftToRightDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace numbers::gui
