#pragma once

#include "base/phonenumber.h"

#include <QDialog>
#include <QList>

#include <memory>

namespace numbers::gui {

namespace Ui {
class RemoveDialog;
}

/// Asks before numbers are taken away from Nixflex, and says what that does and does not do.
class RemoveDialog : public QDialog
{
    Q_OBJECT
public:
    /// What is said of each number.
    struct Number
    {
        PhoneNumber phoneNumber;
        QString agentName;
        bool hasBackup = false; ///< what answered before the import is recorded
    };

    explicit RemoveDialog(QList<Number> numbers, QWidget *parent = nullptr);
    ~RemoveDialog() override;

    [[nodiscard]] QList<PhoneNumber> numbers() const;
    /// What answered before the import is to be set back, where that is recorded.
    [[nodiscard]] bool mustRestore() const;

private:
    void updateTexts();

    std::unique_ptr<Ui::RemoveDialog> m_ui;
    QList<Number> m_numbers;
};

} // namespace numbers::gui
