#pragma once

#include "base/result.h"
#include "store/records.h"

#include <QWidget>

#include <memory>
#include <optional>

class QTreeWidgetItem;

namespace numbers::store {
class Ledger;
}

namespace numbers::gui {

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
    void fillHistory(const QList<store::OperationRecord> &operations);
    void fitRoutingColumns();
    void fitHistoryColumns();
    void loadOperation(QTreeWidgetItem *item);
    void updateHealthIcon();

    std::unique_ptr<Ui::DetailPane> m_ui;
    store::Ledger *m_ledger = nullptr;
    std::optional<store::NumberRecord> m_number;
};

} // namespace numbers::gui
