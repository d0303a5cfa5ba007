#include "gui/common/outlinestyle.h"

#include <QPainter>
#include <QStyleOption>

namespace numbers::gui {

namespace {

/// As round as Fusion's own frames.
constexpr qreal radius = 2.0;

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

void drawOutline(QPainter *painter, const QStyleOption *option, bool isRound)
{
    // The focused one has Fusion's highlight already.
    if ((option->state & QStyle::State_HasFocus) != 0 || !isDark(option->palette)) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option->palette.color(QPalette::Mid));
    painter->setBrush(Qt::NoBrush);
    const auto frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isRound) {
        painter->drawEllipse(frame);
    } else {
        painter->drawRoundedRect(frame, radius, radius);
    }
    painter->restore();
}

} // namespace

OutlineStyle::OutlineStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void OutlineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const auto isFlatTool = element == PE_PanelButtonTool && (option->state & State_AutoRaise) != 0;
    if (wantsOutline(element) && !isFlatTool) {
        drawOutline(painter, option, element == PE_IndicatorRadioButton);
    }
}

void OutlineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_ComboBox || control == CC_SpinBox) {
        drawOutline(painter, option, false);
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

} // namespace numbers::gui
