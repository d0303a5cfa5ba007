#include "gui/common/notelist.h"

#include "gui/common/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

namespace numbers::gui {

using namespace Qt::StringLiterals;

NoteList::NoteList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setColumnStretch(1, 1);
    hide();
}

void NoteList::clear()
{
    for (const auto &row : std::as_const(m_rows)) {
        delete row.icon;
        delete row.text;
    }
    m_rows.clear();
    hide();
}

void NoteList::add(MessageKind kind, const QString &text)
{
    const Row row{kind, new QLabel(this), new QLabel(text, this)};
    row.text->setObjectName(u"noteLabel"_s);
    row.text->setTextFormat(Qt::PlainText);
    row.text->setWordWrap(true);
    row.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const auto index = static_cast<int>(m_rows.size());
    m_layout->addWidget(row.icon, index, 0, Qt::AlignTop);
    m_layout->addWidget(row.text, index, 1);
    m_rows.append(row);
    updateIcon(row);
    show();
}

QStringList NoteList::texts() const
{
    QStringList texts;
    for (const auto &row : m_rows) {
        texts << row.text->text();
    }
    return texts;
}

void NoteList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        for (const auto &row : std::as_const(m_rows)) {
            updateIcon(row);
        }
    }
    QWidget::changeEvent(event);
}

void NoteList::updateIcon(const Row &row)
{
    const auto extent = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    row.icon->setPixmap(iconFor(row.kind).pixmap(QSize(extent, extent), devicePixelRatioF()));
}

} // namespace numbers::gui
