#pragma once

#include "gui/common/themecolors.h"

#include <QObject>
#include <QString>

#include <optional>

namespace numbers::gui {

/// Light, dark and high contrast, switched while running.
///
/// Always Fusion, with palettes from `:/themes/*.ini`, so that no colour is written in code and a theme is
/// never half applied. Widgets get QEvent::PaletteChange and repaint; icons of `iconFor` follow by
/// themselves.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark, HighContrast };
    Q_ENUM(Choice)

    /// Notes what the system wants. Make it after the QApplication, before the first widget.
    explicit Theme(QObject *parent = nullptr);

    void apply(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const;

    /// The words of Settings::Theme: "system", "light", "dark", "high-contrast". Anything else is System.
    [[nodiscard]] static Choice fromWord(const QString &word);
    [[nodiscard]] static QString toWord(Choice choice);

private:
    void load(const QString &name);

    Choice m_choice = Choice::System;
    bool m_systemIsDark = false;
};

} // namespace numbers::gui
