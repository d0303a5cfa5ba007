#include "gui/common/messagebar.h"

#include "gui/common/icons.h"
#include "gui/common/screenreader.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_dismissButton(new QToolButton(this))
    , m_buttonRow(new QWidget(this))
    , m_buttons(new QHBoxLayout(m_buttonRow))
{
    m_icon->setAlignment(Qt::AlignTop);
    m_text->setObjectName(u"messageLabel"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFocusPolicy(Qt::ClickFocus);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);

    m_dismissButton->setObjectName(u"dismissButton"_s);
    m_dismissButton->setAutoRaise(true);
    m_dismissButton->setIcon(iconFor(Icon::Close));
    m_dismissButton->setToolTip(tr("Dismiss this message"));
    m_dismissButton->setAccessibleName(tr("Dismiss this message"));
    connect(m_dismissButton, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });

    m_buttons->setContentsMargins({});
    m_buttons->addStretch(1);
    m_buttonRow->hide();

    auto *layout = new QGridLayout(this);
    layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    layout->addWidget(m_text, 0, 1);
    layout->addWidget(m_dismissButton, 0, 3, Qt::AlignTop);
    layout->addWidget(m_buttonRow, 1, 1);
    layout->setColumnStretch(1, 1);

    setTabOrder(m_text, m_dismissButton);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    hide();
}

void MessageBar::showMessage(MessageKind kind, const QString &text)
{
    const auto buttons = m_buttonRow->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (auto *button : buttons) {
        m_buttons->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    m_buttonRow->hide();
    m_error.reset();
    m_kind = kind;
    m_hasMessage = true;
    m_text->setText(text);
    setAccessibleName(text);
    m_dismissButton->setAccessibleDescription(text); // which of several is closed
    updateIcon();
    placeButtons();
    show();
    update();
    announce(this, text);
    Q_EMIT changed();
}

void MessageBar::showError(const Error &error)
{
    showError({}, error);
}

void MessageBar::showError(const QString &context, const Error &error)
{
    showMessage(MessageKind::Error, context.isEmpty()
                                        ? error.userText
                                        : tr("%1 %2", "context, then error").arg(context, error.userText));
    m_error = error;
    auto *copyButton = addButton(tr("&Copy details"), u"copyDetailsButton"_s);
    copyButton->setIcon(iconFor(Icon::Copy));
    copyButton->setToolTip(tr("Copies what support needs to know, without secrets"));
    connect(copyButton, &QPushButton::clicked, this, &MessageBar::copyDetails);
}

void MessageBar::clear()
{
    m_hasMessage = false;
    m_error.reset();
    m_text->clear();
    hide();
    Q_EMIT changed();
}

QPushButton *MessageBar::addButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text, m_buttonRow);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    // Tab goes on from the button before; otherwise a late-comer would be last in the whole window.
    QWidget *previous = m_text;
    if (m_buttons->count() > 1) {
        previous = m_buttons->itemAt(m_buttons->count() - 2)->widget();
    }
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    setTabOrder(previous, button);
    setTabOrder(button, m_dismissButton);
    m_buttonRow->show();
    button->show(); // Now, not when the layout gets to it: what is hidden has no size.
    placeButtons();
    return button;
}

void MessageBar::setDismissible(bool isDismissible)
{
    m_dismissButton->setVisible(isDismissible);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const auto colors = themeColors(m_kind);
    const auto radius = style()->pixelMetric(QStyle::PM_ButtonMargin, nullptr, this) / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.foreground, 1.0));
    painter.setBrush(colors.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void MessageBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        updateIcon();
    }
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        placeButtons();
    }
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

/// Beside the text where there is room for both, so that the bar takes no more height than it needs.
void MessageBar::placeButtons()
{
    auto *grid = static_cast<QGridLayout *>(layout());
    const auto margins = grid->contentsMargins();
    const auto text = m_text->fontMetrics().size(0, m_text->text());
    const auto isOneLine = text.height() < 2 * m_text->fontMetrics().lineSpacing();
    const auto wanted = margins.left() + margins.right() + 3 * grid->horizontalSpacing() +
                        m_icon->sizeHint().width() + text.width() + m_buttonRow->sizeHint().width() +
                        m_dismissButton->sizeHint().width();
    const auto isInOneRow = isOneLine && wanted <= width();
    if (isInOneRow == m_isInOneRow) {
        return;
    }
    m_isInOneRow = isInOneRow;
    grid->removeWidget(m_buttonRow);
    grid->addWidget(m_buttonRow, isInOneRow ? 0 : 1, isInOneRow ? 2 : 1);
    const auto alignment = isInOneRow ? Qt::AlignVCenter : Qt::AlignTop;
    grid->setAlignment(m_icon, alignment);
    grid->setAlignment(m_dismissButton, alignment);
    grid->invalidate();
    updateGeometry();
}

void MessageBar::copyDetails()
{
    if (m_error) {
        QGuiApplication::clipboard()->setText(m_error->report());
        announce(this, tr("Details copied."));
    }
}

void MessageBar::updateIcon()
{
    const auto extent = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(iconFor(m_kind).pixmap(QSize(extent, extent), devicePixelRatioF()));
}

} // namespace numbers::gui
