#include "gui/mainwindow/practicebanner.h"

#include "gui/common/icons.h"
#include "gui/common/themecolors.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace numbers::gui {

using namespace Qt::StringLiterals;

PracticeBanner::PracticeBanner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_text->setObjectName(u"practiceText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setText(
        tr("<b>Practice mode.</b> Numbers, accounts and agents are made up and live on this computer "
           "only. Nothing real can be touched."));
    auto *leaveButton = new QPushButton(tr("Leave practice &mode"), this);
    leaveButton->setObjectName(u"leavePracticeButton"_s);
    leaveButton->setAutoDefault(false);
    connect(leaveButton, &QPushButton::clicked, this, &PracticeBanner::leaveRequested);

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(leaveButton);
    setAutoFillBackground(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    updateColors();
}

void PracticeBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange) {
        updateColors();
    }
    QFrame::changeEvent(event);
}

void PracticeBanner::updateColors()
{
    const auto colors = practiceColors();
    QPalette own;
    own.setColor(QPalette::Window, colors.background);
    own.setColor(QPalette::WindowText, colors.foreground);
    setPalette(own);
    m_text->setPalette(own);
    const auto extent = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    // Drawn in the stripe's own text colour, which no palette role of the application has.
    auto pixmap = iconFor(Icon::Practice).pixmap(QSize(extent, extent), devicePixelRatioF());
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colors.foreground);
    painter.end();
    m_icon->setPixmap(pixmap);
}

} // namespace numbers::gui
