#pragma once

#include <QFrame>

class QLabel;

namespace numbers::gui {

/// The stripe that is there as long as nothing is real.
class PracticeBanner : public QFrame
{
    Q_OBJECT
public:
    explicit PracticeBanner(QWidget *parent = nullptr);

Q_SIGNALS:
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColors();

    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace numbers::gui
