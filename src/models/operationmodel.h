#pragma once

#include "base/result.h"
#include "models/idrowsmodel.h"
#include "models/reloading.h"
#include "store/records.h"

#include <QCache>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace numbers::store {
class Ledger;
}

namespace numbers::models {

/// Every operation of the ledger that a query asks for, newest first, read in windows: of the others only the
/// ids are kept.
///
/// Follows the ledger by itself; rows that were never read have empty cells for a moment, then `dataChanged`.
/// Keeps selections (persistent indexes) when operations are added.
class OperationModel : public IdRowsModel<QString>
{
    Q_OBJECT
public:
    enum class Column { StartedAt, What, Number, Outcome, Agent, RequestId };
    Q_ENUM(Column)
    static constexpr int columns = static_cast<int>(Column::RequestId) + 1;

    /// The operation's id: what a row is recognised by.
    static constexpr int IdRole = Qt::UserRole;

    /// What people call things; the same words as elsewhere in the window.
    struct Words
    {
        std::function<QString(const store::OperationRecord &)> title;
        std::function<QString(const store::OperationRecord &)> outcome;
    };

    /// The ledger is borrowed and has to outlive the model.
    OperationModel(store::Ledger &ledger, Words words, QObject *parent = nullptr);
    ~OperationModel() override;

    [[nodiscard]] store::OperationQuery query() const { return m_query; }
    void setQuery(store::OperationQuery query);
    /// True while the rows of the latest query are on their way.
    [[nodiscard]] bool isLoading() const { return m_reloading.isBusy(); }
    /// In the order of the rows.
    [[nodiscard]] QStringList ids() const { return rowIds(); }
    /// The record of a row; nothing while it is on its way (then `dataChanged` follows).
    [[nodiscard]] std::optional<store::OperationRecord> operation(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// The rows of the latest query are here.
    void loaded();
    void failed(const numbers::Error &error);

private:
    void read();
    [[nodiscard]] QString text(const store::OperationRecord &operation, Column column) const;
    void fetchWindow(int window) override;
    void takeWindow(int window, const Result<QList<store::OperationRecord>> &result);

    store::Ledger &m_ledger;
    Words m_words;
    store::OperationQuery m_query;
    Reloading m_reloading;
    int m_question = 0;                             ///< counts the queries that were set
    int m_shown = 0;                                ///< counts the readings whose rows were shown
    QCache<QString, store::OperationRecord> m_rows; ///< by id
    QSet<int> m_fresh; ///< windows read since the latest look; others are shown and read again
};

} // namespace numbers::models
