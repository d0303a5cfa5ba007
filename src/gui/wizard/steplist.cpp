#include "gui/wizard/steplist.h"

#include "gui/common/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

QString wordFor(StepList::State state)
{
    switch (state) {
    case StepList::State::Waiting:
        return StepList::tr("not begun");
    case StepList::State::Running:
        return StepList::tr("under way");
    case StepList::State::Done:
        return StepList::tr("done");
    case StepList::State::Failed:
        return StepList::tr("failed");
    case StepList::State::Unclear:
        return StepList::tr("not known");
    }
    return {};
}

QIcon iconForState(StepList::State state)
{
    switch (state) {
    case StepList::State::Waiting:
        return {};
    case StepList::State::Running:
        return iconFor(Icon::Sync);
    case StepList::State::Done:
        return iconFor(MessageKind::Success);
    case StepList::State::Failed:
        return iconFor(MessageKind::Error);
    case StepList::State::Unclear:
        return iconFor(MessageKind::Warning);
    }
    return {};
}

} // namespace

StepList::StepList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void StepList::setOneLineEach()
{
    m_isOneLineEach = true;
    for (const auto &row : std::as_const(m_rows)) {
        fit(row);
    }
}

void StepList::fit(const Row &row)
{
    row.text->setWordWrap(!m_isOneLineEach);
    if (m_isOneLineEach) {
        // As wide as it is when it runs, so that the column stays where it is.
        const auto usual = row.text->font();
        auto bold = usual;
        bold.setBold(true);
        row.text->setFont(bold);
        row.text->setMinimumWidth(row.text->sizeHint().width());
        row.text->setFont(usual);
    }
}

void StepList::setSteps(const QStringList &texts)
{
    for (const auto &row : std::as_const(m_rows)) {
        delete row.icon;
        delete row.text;
    }
    m_rows.clear();
    const auto extent = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_layout->setColumnMinimumWidth(0, extent);
    for (const auto &text : texts) {
        Row row{State::Waiting, text, new QLabel(this), new QLabel(text, this)};
        row.text->setObjectName(u"stepLabel"_s);
        row.text->setTextFormat(Qt::PlainText);
        fit(row);
        const auto index = static_cast<int>(m_rows.size());
        m_layout->addWidget(row.icon, index, 0, Qt::AlignTop);
        m_layout->addWidget(row.text, index, 1);
        m_rows.append(row);
    }
    updateAll();
}

void StepList::setState(int step, State state)
{
    m_rows[step].state = state;
    update(m_rows[step]);
}

void StepList::setStepVisible(int step, bool isVisible)
{
    m_rows.at(step).icon->setVisible(isVisible);
    m_rows.at(step).text->setVisible(isVisible);
}

void StepList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        updateAll();
    }
    QWidget::changeEvent(event);
}

void StepList::update(Row &row)
{
    const auto extent = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    row.icon->setPixmap(iconForState(row.state).pixmap(QSize(extent, extent), devicePixelRatioF()));
    auto font = row.text->font();
    font.setBold(row.state == State::Running);
    row.text->setFont(font);
    row.text->setForegroundRole(row.state == State::Waiting ? QPalette::PlaceholderText
                                                            : QPalette::WindowText);
    row.text->setAccessibleName(tr("%1: %2", "step, its state").arg(row.title, wordFor(row.state)));
}

void StepList::updateAll()
{
    for (auto &row : m_rows) {
        update(row);
    }
}

} // namespace numbers::gui
