#include "gui/common/typography.h"

#include "gui/common/icons.h"

#include <QDialog>
#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QScreen>
#include <QStyle>

#include <algorithm>

namespace numbers::gui {

namespace {

void scaleFont(QLabel *label, qreal factor)
{
    auto font = label->font();
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * factor);
    } else {
        font.setPixelSize(qRound(font.pixelSize() * factor));
    }
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
}

/// The least height of a dialog follows its wrapped texts: a layout by itself only reckons with what a label
/// needs in its preferred width.
class TextHeight : public QObject
{
public:
    explicit TextHeight(QDialog *dialog)
        : QObject(dialog)
        , m_dialog(dialog)
    {
        dialog->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize ||
            event->type() == QEvent::Show) {
            update();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void update()
    {
        const auto frame = m_dialog->frameGeometry().height() - m_dialog->height();
        const auto room = m_dialog->screen()->availableSize().height() - frame;
        const auto needed = m_dialog->layout()->totalMinimumHeightForWidth(m_dialog->width());
        m_dialog->setMinimumHeight(std::min(needed, room));
    }

    QDialog *m_dialog;
};

} // namespace

void makeTitle(QLabel *label)
{
    scaleFont(label, 1.6);
}

void makeHeading(QLabel *label)
{
    scaleFont(label, 1.25);
}

void makeQuiet(QLabel *label)
{
    // A role of the palette, not a colour: it is looked up anew with every theme.
    label->setForegroundRole(QPalette::PlaceholderText);
}

void showLogo(QLabel *label)
{
    const auto extent = label->style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, label) * 3 / 2;
    label->setPixmap(applicationIcon().pixmap(QSize(extent, extent), label->devicePixelRatioF()));
}

void fitToTexts(QDialog *dialog, int characters)
{
    const auto least = dialog->fontMetrics().averageCharWidth() * characters;
    dialog->setMinimumWidth(least);
    const auto width = std::max(least, dialog->minimumSizeHint().width());
    dialog->resize(width, dialog->layout()->totalHeightForWidth(width));
    new TextHeight(dialog);
}

} // namespace numbers::gui
