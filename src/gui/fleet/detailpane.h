#pragma once

#include "base/result.h"
#include "store/records.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace numbers::store {
class Ledger;
}

namespace numbers::gui {

class ProfileEditor;
class HealthPanel;

namespace Ui {
class DetailPane;
}

/// What is known of one number: who answers it, against what Nixflex set up; facts; business profile;
/// history.
class DetailPane : public QWidget
{
    Q_OBJECT
public:
    explicit DetailPane(QWidget *parent = nullptr);
    ~DetailPane() override;

    /// Borrowed; null while there is none.
    void setLedger(store::Ledger *ledger);
    /// Where the business profile is read and changed.
    [[nodiscard]] ProfileEditor &profileEditor() const;
    void showNumber(const store::NumberRecord &number);
    /// Nothing, or more than one number, is chosen.
    void showNothing(int selectedCount);

    [[nodiscard]] HealthPanel &healthPanel() const;

    /// Wide enough for all tabs.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillHead();
    void fillRouting();
    void fillFacts();
    void loadHistory();
    void fitRoutingColumns();
    void showFields();
    void fitWidth();
    void updateHealthIcon();
    void markUnsaved();

    std::unique_ptr<Ui::DetailPane> m_ui;
    store::Ledger *m_ledger = nullptr;
    std::optional<store::NumberRecord> m_number;
};

} // namespace numbers::gui
