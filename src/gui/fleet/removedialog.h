#pragma once

#include "store/records.h"

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
    explicit RemoveDialog(QList<store::NumberRecord> numbers, QWidget *parent = nullptr);
    ~RemoveDialog() override;

    [[nodiscard]] const QList<store::NumberRecord> &numbers() const { return m_numbers; }
    /// What answered before the import is to be set back, where that is recorded.
    [[nodiscard]] bool mustRestore() const;

private:
    void updateTexts();

    std::unique_ptr<Ui::RemoveDialog> m_ui;
    QList<store::NumberRecord> m_numbers;
};

} // namespace numbers::gui
