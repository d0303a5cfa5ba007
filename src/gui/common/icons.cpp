#include "gui/common/icons.h"

#include "gui/common/resources.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QMetaEnum>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;

QString fileOf(Icon icon)
{
    switch (icon) {
    case Icon::About:
    case Icon::Info:
        return u"info"_s;
    case Icon::Account:
        return u"account"_s;
    case Icon::Add:
        return u"add"_s;
    case Icon::Agent:
        return u"agent"_s;
    case Icon::Back:
        return u"back"_s;
    case Icon::Business:
        return u"business"_s;
    case Icon::Close:
        return u"close"_s;
    case Icon::Columns:
        return u"columns"_s;
    case Icon::Copy:
        return u"copy"_s;
    case Icon::Error:
        return u"error"_s;
    case Icon::Filter:
        return u"filter"_s;
    case Icon::History:
        return u"history"_s;
    case Icon::Import:
        return u"import"_s;
    case Icon::Key:
        return u"key"_s;
    case Icon::More:
        return u"more"_s;
    case Icon::Network:
        return u"network"_s;
    case Icon::Phone:
        return u"phone"_s;
    case Icon::Practice:
        return u"practice"_s;
    case Icon::Preferences:
        return u"preferences"_s;
    case Icon::Remove:
        return u"remove"_s;
    case Icon::Route:
        return u"route"_s;
    case Icon::Search:
        return u"search"_s;
    case Icon::Show:
        return u"show"_s;
    case Icon::Success:
        return u"success"_s;
    case Icon::Sync:
        return u"sync"_s;
    case Icon::Warning:
        return u"warning"_s;
    }
    return {};
}

/// An SVG whose `currentColor` is filled in when it is painted, so that a change of theme needs no new icons.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString file, std::optional<MessageKind> kind)
        : m_file(std::move(file))
        , m_kind(kind)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        const auto scale = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, render(rect.size(), scale, mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        Q_UNUSED(state)
        // `size` is in device pixels here.
        auto pixmap = render(size / scale, scale, mode);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        const auto palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return m_kind ? themeColors(*m_kind).foreground
                      : palette.color(QPalette::Active, QPalette::WindowText);
    }

    [[nodiscard]] QPixmap render(const QSize &size, qreal scale, QIcon::Mode mode) const
    {
        const auto tint = color(mode).name(QColor::HexArgb);
        const auto key =
            u"numbers/%1/%2x%3@%4/%5"_s.arg(m_file).arg(size.width()).arg(size.height()).arg(scale).arg(tint);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap)) {
            return pixmap;
        }
        QFile file(":/icons/%1.svg"_L1.arg(m_file));
        QByteArray svg;
        if (file.open(QIODevice::ReadOnly)) {
            svg = file.readAll().replace("currentColor", color(mode).name(QColor::HexRgb).toLatin1());
        }
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        pixmap = QPixmap((QSizeF(size) * scale).toSize());
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_file;
    std::optional<MessageKind> m_kind;
};

QIcon makeIcon(Icon icon, std::optional<MessageKind> kind)
{
    initResources();
    return QIcon(new TintedIconEngine(fileOf(icon), kind));
}

} // namespace

QIcon iconFor(Icon icon)
{
    return makeIcon(icon, std::nullopt);
}

QIcon iconFor(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Info:
        return makeIcon(Icon::Info, kind);
    case MessageKind::Success:
        return makeIcon(Icon::Success, kind);
    case MessageKind::Warning:
        return makeIcon(Icon::Warning, kind);
    case MessageKind::Error:
        return makeIcon(Icon::Error, kind);
    }
    return {};
}

QIcon applicationIcon()
{
    initResources();
    // Has its own colours. Made by its file's name it would need Qt's plugins before the first window is
    // painted.
    return QIcon(new TintedIconEngine(u"com.nixflex.Numbers"_s, std::nullopt));
}

} // namespace numbers::gui
