#pragma once

#include "store/records.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace numbers::gui {

/// What the last health check found about one number, and a button for each thing that can be done here.
/// Hidden while there is nothing to say.
class HealthPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HealthPanel(QWidget *parent = nullptr);

    void showNumber(const store::NumberRecord &number);

Q_SIGNALS:
    void setBackRequested(const numbers::store::NumberRecord &number);
    void adoptRequested(const numbers::store::NumberRecord &number);
    void forgetRequested(const numbers::store::NumberRecord &number);
    void importAgainRequested(const numbers::store::NumberRecord &number);
    /// What answered before the import.
    void restoreFormerRequested(const numbers::store::NumberRecord &number);
    void tokenRequested();

private:
    [[nodiscard]] QPushButton *addButton(const QString &text, const QString &toolTip,
                                         const QString &objectName);
    void placeButtons();

    store::NumberRecord m_number;
    QLabel *m_text;
    QGridLayout *m_buttons;
    QPushButton *m_setBackButton;
    QPushButton *m_adoptButton;
    QPushButton *m_importButton;
    QPushButton *m_restoreButton;
    QPushButton *m_forgetButton;
    QPushButton *m_tokenButton;
};

} // namespace numbers::gui
