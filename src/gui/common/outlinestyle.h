#pragma once

#include <QProxyStyle>

namespace numbers::gui {

/// Fusion, with mends: on dark palettes its frames are darker than the window and hardly to be seen, so
/// inputs and buttons get an outline in QPalette::Mid; buttons leave some air around their text; headings
/// begin where their columns do, and end in an ellipsis where there is no room for all of them. Standard
/// buttons have no pictures, since ours would be beside Qt's, and what a menu bar has no room for is behind a
/// picture of ours. Enter presses the button that has the focus, in every window, as Space does.
class OutlineStyle : public QProxyStyle
{
    Q_OBJECT
public:
    OutlineStyle();

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                                const QWidget *widget = nullptr,
                                QStyleHintReturn *returnData = nullptr) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget = nullptr) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap standardIcon, const QStyleOption *option = nullptr,
                                     const QWidget *widget = nullptr) const override;
};

} // namespace numbers::gui
