#include "gui/common/fieldhint.h"

#include "gui/common/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>

namespace numbers::gui {

using namespace Qt::StringLiterals;

FieldHint::FieldHint(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_fixButton(new QPushButton(tr("Fix it"), this))
{
    m_label->setObjectName(u"hintLabel"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setMinimumHeight(fontMetrics().height());
    m_fixButton->setObjectName(u"fixButton"_s);
    m_fixButton->setAutoDefault(false);
    m_fixButton->hide();
    m_icon->hide();
    connect(m_fixButton, &QPushButton::clicked, this, [this] {
        if (auto *edit = qobject_cast<QLineEdit *>(m_buddy.data())) {
            const auto suggestion = m_suggestion;
            edit->setText(suggestion);
            edit->setFocus(Qt::OtherFocusReason);
        } else if (auto *text = qobject_cast<QPlainTextEdit *>(m_buddy.data())) {
            const auto suggestion = m_suggestion;
            text->selectAll(); // replaced, so that it can be undone
            text->insertPlainText(suggestion);
            text->setFocus(Qt::OtherFocusReason);
        }
        Q_EMIT fixApplied();
    });

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_fixButton, 0, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void FieldHint::setBuddy(QWidget *input)
{
    m_buddy = input;
}

void FieldHint::watch(QLineEdit *input, Check check)
{
    setBuddy(input);
    connect(input, &QLineEdit::textChanged, this, [this, input, check] { judge(*input, check); });
    connect(input, &QLineEdit::editingFinished, this, [this, input, check] {
        auto verdict = check(input->text());
        if (verdict.verdict == InputCheck::Verdict::Incomplete && m_look == Look::Plain) {
            setCheck(verdict);
            show(Look::Message, MessageKind::Warning, verdict.message);
        }
    });
    judge(*input, check);
}

void FieldHint::judge(QLineEdit &input, const Check &check)
{
    const auto found = check(input.text());
    if (found.verdict != InputCheck::Verdict::Fixable) {
        setCheck(found);
        return;
    }
    input.selectAll(); // replaced, so that it can be undone
    input.insert(found.suggestion);
    // The corrected text has been judged by now; what is still odd about it says more.
    if (m_verdict == InputCheck::Verdict::Good && m_kind == MessageKind::Success) {
        show(Look::Message, MessageKind::Success, tr("Corrected: %1").arg(found.message));
    }
}

void FieldHint::setCheck(const InputCheck &check)
{
    m_suggestion = check.suggestion;
    m_fixButton->setVisible(!m_suggestion.isEmpty());
    switch (check.verdict) {
    case InputCheck::Verdict::Empty:
        show(Look::Plain, MessageKind::Info, m_placeholder);
        break;
    case InputCheck::Verdict::Incomplete:
        show(Look::Plain, MessageKind::Info, check.message);
        break;
    case InputCheck::Verdict::Fixable:
        show(Look::Message, MessageKind::Warning, check.message);
        break;
    case InputCheck::Verdict::Wrong:
        show(Look::Message, MessageKind::Error, check.message);
        break;
    case InputCheck::Verdict::Good:
        if (check.message.isEmpty()) {
            show(Look::Message, MessageKind::Success, tr("This looks right."));
        } else {
            show(Look::Message, MessageKind::Info, check.message); // unusual: the provider decides
        }
        break;
    }
    setVerdict(check.verdict);
}

void FieldHint::showMessage(MessageKind kind, const QString &text)
{
    m_suggestion.clear();
    m_fixButton->hide();
    show(Look::Message, kind, text);
    if (kind == MessageKind::Error) {
        setVerdict(InputCheck::Verdict::Wrong);
    }
}

void FieldHint::showError(const Error &error)
{
    showMessage(MessageKind::Error, error.userText);
}

void FieldHint::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    if (m_verdict == InputCheck::Verdict::Empty) {
        show(Look::Plain, MessageKind::Info, text);
    }
}

void FieldHint::clear()
{
    setCheck({});
}

QString FieldHint::text() const
{
    return m_label->text();
}

void FieldHint::changeEvent(QEvent *event)
{
    // Not PaletteChange: updateLook sets a palette itself.
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange) {
        updateLook();
    }
    QWidget::changeEvent(event);
}

void FieldHint::show(Look look, MessageKind kind, const QString &text)
{
    m_look = look;
    m_kind = kind;
    m_label->setText(text);
    if (m_buddy) {
        m_buddy->setAccessibleDescription(text);
    }
    updateLook();
}

void FieldHint::updateLook()
{
    const auto isMessage = m_look == Look::Message && !m_label->text().isEmpty();
    m_icon->setVisible(isMessage);
    QPalette palette;
    if (isMessage) {
        const auto extent = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
        m_icon->setPixmap(iconFor(m_kind).pixmap(QSize(extent, extent), devicePixelRatioF()));
        palette.setColor(QPalette::WindowText, themeColors(m_kind).foreground);
    } else {
        palette.setColor(QPalette::WindowText, palette.color(QPalette::PlaceholderText));
    }
    m_label->setPalette(palette);
}

void FieldHint::setVerdict(InputCheck::Verdict verdict)
{
    m_verdict = verdict;
    Q_EMIT verdictChanged();
}

} // namespace numbers::gui
