#pragma once

#include "base/error.h"
#include "gui/common/themecolors.h"

#include <QFrame>
#include <QString>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace numbers::gui {

/// A message inside a page: icon, text that wraps and can be selected, buttons, "Copy details" for an error,
/// and a way to dismiss it. Hidden while there is nothing to say; screen readers are told when it appears.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces what was shown, buttons included.
    void showMessage(MessageKind kind, const QString &text);
    /// The error's `userText`; with "Copy details" (Error::report()).
    void showError(const Error &error);
    /// As showError, with words of the caller's before the error's own.
    void showError(const QString &context, const Error &error);
    /// Hides it and forgets the message.
    void clear();

    /// A further button, gone with the message. Connect to its `clicked`.
    QPushButton *addButton(const QString &text, const QString &objectName);
    /// True at first.
    void setDismissible(bool isDismissible);

    [[nodiscard]] bool hasMessage() const { return m_hasMessage; }
    [[nodiscard]] MessageKind kind() const { return m_kind; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// There is another message, or none any more.
    void changed();
    /// The user closed it.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void copyDetails();
    void updateIcon();
    void placeButtons();

    MessageKind m_kind = MessageKind::Info;
    bool m_hasMessage = false;
    std::optional<Error> m_error;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_dismissButton;
    QWidget *m_buttonRow;
    QBoxLayout *m_buttons;
    bool m_isInOneRow = false; ///< the buttons beside the text, rather than below it
};

} // namespace numbers::gui
