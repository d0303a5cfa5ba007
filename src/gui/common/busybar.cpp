#include "gui/common/busybar.h"

#include "gui/common/screenreader.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

BusyBar::BusyBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancelButton(new QPushButton(tr("Cancel"), this))
{
    m_label->setObjectName(u"busyLabel"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_bar->setObjectName(u"busyProgress"_s);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_bar->setMaximumHeight(fontMetrics().height() / 2);
    m_cancelButton->setObjectName(u"cancelButton"_s);
    m_cancelButton->setAutoDefault(false);
    connect(m_cancelButton, &QPushButton::clicked, this, [this] {
        m_cancelButton->setEnabled(false);
        setText(tr("Cancelling…"));
        Q_EMIT cancelRequested();
    });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_label, 2);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancelButton);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    hide();
}

void BusyBar::start(const QString &text, bool isCancellable)
{
    m_isBusy = true;
    m_bar->setRange(0, 0);
    setText(text);
    setCancellable(isCancellable);
    show();
    announce(this, text);
}

void BusyBar::setText(const QString &text)
{
    m_label->setText(text);
    setAccessibleName(text);
}

void BusyBar::setProgress(int value, int maximum)
{
    m_bar->setRange(0, maximum);
    m_bar->setValue(value);
}

void BusyBar::setCancellable(bool isCancellable)
{
    m_cancelButton->setVisible(isCancellable);
    m_cancelButton->setEnabled(isCancellable);
}

void BusyBar::finish()
{
    m_isBusy = false;
    hide();
}

QString BusyBar::text() const
{
    return m_label->text();
}

} // namespace numbers::gui
