#pragma once

#include "store/records.h"

#include <QList>
#include <QTreeWidget>

namespace numbers::store {
class Ledger;
}

namespace numbers::gui {

/// Operations with what was recorded of each: facts, steps with their times, webhooks before and after. The
/// steps are read when an operation is opened.
class OperationTree : public QTreeWidget
{
    Q_OBJECT
public:
    explicit OperationTree(QWidget *parent = nullptr);

    /// Borrowed; null while there is none.
    void setLedger(store::Ledger *ledger) { m_ledger = ledger; }
    /// In this order; says so when there are none.
    void showOperations(const QList<store::OperationRecord> &operations);
    /// Makes it the current one and opens it.
    void openFirst();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QTreeWidgetItem *itemOf(const QString &operationId) const;
    void loadOperation(QTreeWidgetItem *item);
    void addSteps(const QString &operationId, const QList<store::StepRecord> &steps);
    void addBackups(const QString &operationId, const QList<store::BackupRecord> &backups);
    void fitColumns();

    store::Ledger *m_ledger = nullptr;
    int m_filled = 0; ///< how often: what was asked for before belongs to rows that are gone
};

} // namespace numbers::gui
