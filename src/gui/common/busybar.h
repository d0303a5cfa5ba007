#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace numbers::gui {

/// "Something is under way": words, a progress bar and Cancel. Hidden while nothing is.
class BusyBar : public QWidget
{
    Q_OBJECT
public:
    explicit BusyBar(QWidget *parent = nullptr);

    /// Shows it with an indeterminate bar; Cancel is offered when `isCancellable`.
    void start(const QString &text, bool isCancellable = true);
    void setText(const QString &text);
    /// A determinate bar; `maximum` 0 makes it indeterminate again.
    void setProgress(int value, int maximum);
    /// For the moment from which cancelling would only make an outcome unknown.
    void setCancellable(bool isCancellable);
    void finish();

    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// Emitted once per `start`; the button is disabled from then on.
    void cancelRequested();

private:
    bool m_isBusy = false;
    QLabel *m_label;
    QProgressBar *m_bar;
    QPushButton *m_cancelButton;
};

} // namespace numbers::gui
