#pragma once

#include "base/accountsid.h"
#include "base/error.h"
#include "gui/common/themecolors.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace numbers::gui {

/// The line under an input that says what is right or wrong with it while it is being typed.
///
/// Keeps its one line of height when it is empty, so that nothing jumps. The words are also the input's
/// accessible description.
class FieldHint : public QWidget
{
    Q_OBJECT
public:
    using Check = std::function<InputCheck(const QString &)>;

    explicit FieldHint(QWidget *parent = nullptr);

    /// The input it belongs to.
    void setBuddy(QWidget *input);
    /// Judges `input` at every change with `check`; becomes its buddy. What is Fixable is corrected at once,
    /// and the hint says so. An incomplete text is complained about only after the input was left.
    void watch(QLineEdit *input, Check check);

    /// Shows a verdict; with a suggestion there is a "Fix it" button that puts it into a buddy with text.
    void setCheck(const InputCheck &check);
    /// Something the provider said about this very field.
    void showMessage(MessageKind kind, const QString &text);
    void showError(const Error &error);
    /// Shown while there is nothing to say: what is expected here.
    void setPlaceholder(const QString &text);
    void clear();

    [[nodiscard]] QString text() const;
    [[nodiscard]] InputCheck::Verdict verdict() const { return m_verdict; }
    [[nodiscard]] bool isGood() const { return m_verdict == InputCheck::Verdict::Good; }

Q_SIGNALS:
    void verdictChanged();
    void fixApplied();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Look { Plain, Message };
    void judge(QLineEdit &input, const Check &check);
    void show(Look look, MessageKind kind, const QString &text);
    void updateLook();
    void setVerdict(InputCheck::Verdict verdict);

    QPointer<QWidget> m_buddy;
    InputCheck::Verdict m_verdict = InputCheck::Verdict::Empty;
    Look m_look = Look::Plain;
    MessageKind m_kind = MessageKind::Info;
    QString m_suggestion;
    QString m_placeholder;
    QLabel *m_icon;
    QLabel *m_label;
    QPushButton *m_fixButton;
};

} // namespace numbers::gui
