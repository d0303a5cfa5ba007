#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "store/records.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <optional>

namespace numbers::models {
class OperationModel;
}
namespace numbers::store {
class Ledger;
}

namespace numbers::gui {

namespace Ui {
class HistoryWindow;
}

/// Every operation of all numbers, newest first, with what was recorded of the chosen one. Does not block the
/// main window.
class HistoryWindow : public QDialog
{
    Q_OBJECT
public:
    /// The ledger is borrowed and has to outlive the window.
    explicit HistoryWindow(store::Ledger &ledger, QWidget *parent = nullptr);
    ~HistoryWindow() override;

    /// Writes what the filters leave into a file: JSON or CSV, as its name asks for.
    void exportTo(const QString &filePath);

Q_SIGNALS:
    /// The user wants to take it back; it may be too late for that.
    void undoRequested(const numbers::store::OperationRecord &operation);

private:
    void setUpFilters();
    void setUpTable();
    void applyQuery();
    void updatePeriod();
    [[nodiscard]] store::OperationQuery query() const;
    void updateCount();
    void updateDetails();
    void chooseFile();
    void exportEnded(const QString &filePath, const Result<int> &result);

    std::unique_ptr<Ui::HistoryWindow> m_ui;
    store::Ledger &m_ledger;
    models::OperationModel *m_model;
    QTimer m_searchTimer;
    std::optional<store::OperationRecord> m_shown;
    CancelSource m_export;
};

} // namespace numbers::gui
