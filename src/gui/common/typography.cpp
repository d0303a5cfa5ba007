#include "gui/common/typography.h"

#include "gui/common/icons.h"

#include <QDialog>
#include <QLabel>
#include <QLayout>
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
}

} // namespace numbers::gui
