#pragma once

#include <QObject>

class QLineEdit;
class QTableView;

namespace numbers::gui {

/// Down in a search field goes into the list below it and chooses a row there, as in every search box.
class DownKey : public QObject
{
    Q_OBJECT
public:
    DownKey(QLineEdit *edit, QTableView *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableView *m_view;
};

} // namespace numbers::gui
