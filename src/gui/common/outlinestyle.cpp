#include "gui/common/outlinestyle.h"

#include "gui/common/icons.h"

#include <QAction>
#include <QGroupBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>

namespace numbers::gui {

namespace {

/// As round as Fusion's own frames.
constexpr qreal radius = 2.0;
/// Between a group's title and its frame, as in Fusion.
constexpr int titleGap = 3;

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

bool wantsOutline(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorRadioButton:
    case QStyle::PE_FrameLineEdit:
    case QStyle::PE_FrameGroupBox:
    case QStyle::PE_PanelButtonCommand:
    case QStyle::PE_PanelButtonTool:
    case QStyle::PE_Frame:
        return true;
    default:
        return false;
    }
}

/// Whether Fusion has drawn its own outline in the highlight's colour: around texts that have the focus, and
/// around other inputs that got it by the keyboard, but never around views and groups.
bool isHighlighted(const QStyleOption *option, bool isText, bool isFrame)
{
    const auto hasFocus = (option->state & QStyle::State_HasFocus) != 0;
    const auto isByKeyboard = (option->state & QStyle::State_KeyboardFocusChange) != 0;
    return hasFocus && !isFrame && (isText || isByKeyboard);
}

/// Fusion draws a group's frame below its title, but is told the place of both.
QRect frameOf(const QStyle &style, const QStyleOption *option, const QWidget *widget)
{
    const auto *group = qobject_cast<const QGroupBox *>(widget);
    if (group == nullptr || group->title().isEmpty()) {
        return option->rect;
    }
    const auto titleHeight = std::max(style.pixelMetric(QStyle::PM_ExclusiveIndicatorHeight, option, widget),
                                      group->fontMetrics().height());
    return option->rect.adjusted(0, titleHeight + titleGap, 0, 0);
}

void drawOutline(QPainter *painter, const QStyleOption *option, const QRect &place, bool isRound)
{
    if (!isDark(option->palette)) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option->palette.color(QPalette::Mid));
    painter->setBrush(Qt::NoBrush);
    const auto frame = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isRound) {
        painter->drawEllipse(frame);
    } else {
        painter->drawRoundedRect(frame, radius, radius);
    }
    painter->restore();
}

/// Qt leaves it to the dialog which button Enter presses: the default one, even when another one has the
/// focus; outside dialogs, none.
bool isPressedByEnter(const QWidget *widget)
{
    return qobject_cast<const QPushButton *>(widget) != nullptr ||
           qobject_cast<const QToolButton *>(widget) != nullptr;
}

bool isSelectedInBackground(const QStyleOptionViewItem &item)
{
    return !item.icon.isNull() && (item.state & QStyle::State_Selected) != 0 &&
           (item.state & QStyle::State_Active) == 0 && (item.state & QStyle::State_Enabled) != 0;
}

QIcon usualPicture(const QStyleOptionViewItem &item, qreal scale)
{
    const auto pixmap = item.icon.pixmap(item.decorationSize, scale, QIcon::Normal);
    QIcon picture(pixmap);
    picture.addPixmap(pixmap, QIcon::Selected);
    return picture;
}

} // namespace

OutlineStyle::OutlineStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void OutlineStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *header = qobject_cast<QHeaderView *>(widget);
        header != nullptr && header->orientation() == Qt::Horizontal) {
        // A heading begins where its column's texts begin.
        header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    }
    if (isPressedByEnter(widget)) {
        widget->installEventFilter(this);
    }
    if (widget->isWindow()) {
        // Where the focus is can be seen, also before the first Tab and where the program has set it.
        widget->setAttribute(Qt::WA_KeyboardFocusChange);
    }
    if (auto *clear = widget->findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction"),
                                                   Qt::FindDirectChildrenOnly)) {
        clear->setText(tr("Clear")); // Qt leaves the button in a line edit without a name
    }
}

void OutlineStyle::unpolish(QWidget *widget)
{
    if (isPressedByEnter(widget)) {
        widget->removeEventFilter(this);
    }
    QProxyStyle::unpolish(widget);
}

bool OutlineStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (auto *button = qobject_cast<QAbstractButton *>(watched);
            button != nullptr && isEnter && (key->modifiers() & ~Qt::KeypadModifier) == 0) {
            // A key that is held down has pressed the button once: what opens next is not answered by it.
            if (!key->isAutoRepeat()) {
                button->click();
            }
            return true;
        }
    }
    return QProxyStyle::eventFilter(watched, event);
}

void OutlineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const auto isFlatTool = element == PE_PanelButtonTool && (option->state & State_AutoRaise) != 0;
    const auto isFrame = element == PE_Frame || element == PE_FrameGroupBox;
    if (wantsOutline(element) && !isFlatTool &&
        !isHighlighted(option, element == PE_FrameLineEdit, isFrame)) {
        const auto place = element == PE_FrameGroupBox ? frameOf(*this, option, widget) : option->rect;
        drawOutline(painter, option, place, element == PE_IndicatorRadioButton);
    }
}

void OutlineStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (element == CE_ItemViewItem && item != nullptr && isSelectedInBackground(*item)) {
        // There the texts have their usual colour; a picture would have that of a selection in front.
        QStyleOptionViewItem usual(*item);
        usual.icon = usualPicture(*item, painter->device()->devicePixelRatio());
        QProxyStyle::drawControl(element, &usual, painter, widget);
        return;
    }
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (element != CE_HeaderLabel || header == nullptr || header->orientation != Qt::Horizontal) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    // QHeaderView::textElideMode has no effect in Qt 6.4.
    QStyleOptionHeader elided(*header);
    elided.text = header->fontMetrics.elidedText(header->text, Qt::ElideRight, header->rect.width());
    QProxyStyle::drawControl(element, &elided, painter, widget);
}

void OutlineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if ((control == CC_ComboBox || control == CC_SpinBox) &&
        !isHighlighted(option, control == CC_SpinBox, false)) {
        drawOutline(painter, option, option->rect, false);
    }
}

int OutlineStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) {
        return 0;
    }
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QSize OutlineStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    auto result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton || type == CT_ToolButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const auto hasText =
            (button != nullptr && !button->text.isEmpty()) ||
            (tool != nullptr && !tool->text.isEmpty() && tool->toolButtonStyle != Qt::ToolButtonIconOnly);
        if (hasText) {
            result.rwidth() += 2 * option->fontMetrics.averageCharWidth();
        }
    }
    return result;
}

QIcon OutlineStyle::standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                                 const QWidget *widget) const
{
    // Every menu bar asks for it, and Qt's own are bitmaps, for which all picture formats would be loaded
    // before the first window is painted.
    if (standardIcon == SP_ToolBarHorizontalExtensionButton) {
        return iconFor(Icon::More);
    }
    return QProxyStyle::standardIcon(standardIcon, option, widget);
}

} // namespace numbers::gui
