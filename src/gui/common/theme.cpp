#include "gui/common/theme.h"

#include "gui/common/outlinestyle.h"
#include "gui/common/resources.h"

#include <QApplication>
#include <QMetaEnum>
#include <QPalette>
#include <QPixmapCache>
#include <QSettings>
#include <QStyle>
#include <QStyleHints>
#include <QToolTip>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;

constexpr auto colorsProperty = "numbersThemeColors";

QString settingsName(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Info:
        return u"info"_s;
    case MessageKind::Success:
        return u"success"_s;
    case MessageKind::Warning:
        return u"warning"_s;
    case MessageKind::Error:
        return u"error"_s;
    }
    return {};
}

void readGroup(QSettings &file, const QString &group, QPalette::ColorGroup colorGroup, QPalette &palette)
{
    const auto roles = QMetaEnum::fromType<QPalette::ColorRole>();
    file.beginGroup(group);
    const auto keys = file.childKeys();
    for (const auto &key : keys) {
        bool isKnown = false;
        const auto role = roles.keyToValue(key.toLatin1().constData(), &isKnown);
        const QColor color(file.value(key).toString());
        if (isKnown && color.isValid()) {
            palette.setColor(colorGroup, static_cast<QPalette::ColorRole>(role), color);
        }
    }
    file.endGroup();
}

QVariantMap readColors(QSettings &file)
{
    QVariantMap colors;
    file.beginGroup(u"Messages"_s);
    const auto keys = file.childKeys();
    for (const auto &key : keys) {
        colors.insert(key, QColor(file.value(key).toString()));
    }
    file.endGroup();
    return colors;
}

ColorPair pairNamed(const QString &name)
{
    const auto colors = qApp->property(colorsProperty).toMap();
    const auto palette = QGuiApplication::palette();
    ColorPair pair{palette.color(QPalette::WindowText), palette.color(QPalette::AlternateBase)};
    if (const auto color = colors.value(name).value<QColor>(); color.isValid()) {
        pair.foreground = color;
    }
    if (const auto color = colors.value(name + "-background"_L1).value<QColor>(); color.isValid()) {
        pair.background = color;
    }
    return pair;
}

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

ColorPair themeColors(MessageKind kind)
{
    return pairNamed(settingsName(kind));
}

ColorPair practiceColors()
{
    return pairNamed(u"practice"_s);
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemIsDark(isDarkPalette(QGuiApplication::palette()))
{
    initResources();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto *hints = QGuiApplication::styleHints();
    m_systemIsDark = hints->colorScheme() == Qt::ColorScheme::Dark;
    connect(hints, &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        m_systemIsDark = scheme == Qt::ColorScheme::Dark;
        apply(m_choice);
    });
#endif
}

void Theme::apply(Choice choice)
{
    m_choice = choice;
    switch (choice) {
    case Choice::System:
        load(m_systemIsDark ? u"dark"_s : u"light"_s);
        break;
    case Choice::Light:
        load(u"light"_s);
        break;
    case Choice::Dark:
        load(u"dark"_s);
        break;
    case Choice::HighContrast:
        load(u"high-contrast"_s);
        break;
    }
}

bool Theme::isDark() const
{
    return isDarkPalette(QGuiApplication::palette());
}

void Theme::load(const QString &name)
{
    QSettings file(":/themes/%1.ini"_L1.arg(name), QSettings::IniFormat);
    QPalette palette;
    readGroup(file, u"All"_s, QPalette::All, palette);
    readGroup(file, u"Inactive"_s, QPalette::Inactive, palette);
    readGroup(file, u"Disabled"_s, QPalette::Disabled, palette);
    qApp->setProperty(colorsProperty, readColors(file));
    // Icons are cached by the palette's key, which two themes may share by accident.
    QPixmapCache::clear();
    if (qobject_cast<OutlineStyle *>(QApplication::style()) == nullptr) {
        QApplication::setStyle(new OutlineStyle);
    }
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

Theme::Choice Theme::fromWord(const QString &word)
{
    for (const auto choice : {Choice::Light, Choice::Dark, Choice::HighContrast}) {
        if (toWord(choice) == word) {
            return choice;
        }
    }
    return Choice::System;
}

QString Theme::toWord(Choice choice)
{
    switch (choice) {
    case Choice::System:
        return u"system"_s;
    case Choice::Light:
        return u"light"_s;
    case Choice::Dark:
        return u"dark"_s;
    case Choice::HighContrast:
        return u"high-contrast"_s;
    }
    return {};
}

} // namespace numbers::gui
