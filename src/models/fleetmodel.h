#pragma once

#include "base/error.h"
#include "store/records.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QList>
#include <QSet>

#include <memory>
#include <optional>

namespace numbers::store {
class Ledger;
}

namespace numbers::models {

/// The fleet of one Nixflex key as a table, read from the ledger in windows so that a million rows stay
/// cheap: eight bytes a row, plus the records around those that are looked at.
///
/// Follows the ledger by itself. Rows that are not there yet have empty cells for a moment, then
/// `dataChanged`. Keeps selections (persistent indexes) when rows come, go or are sorted.
class FleetModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column {
        Number,
        Country,
        Agent,
        Customer,
        Account,
        FriendlyName,
        Capabilities,
        Direction,
        Health,
        ImportedAt,
        CheckedAt,
    };
    Q_ENUM(Column)
    static constexpr int columns = static_cast<int>(Column::CheckedAt) + 1;

    /// The record's raw value of a column, for comparing.
    static constexpr int RawRole = Qt::UserRole;

    /// Borrowed; has to outlive the model.
    explicit FleetModel(store::Ledger &ledger, QObject *parent = nullptr);
    ~FleetModel() override;

    [[nodiscard]] static bool isShownAtFirst(Column column);

    [[nodiscard]] store::FleetQuery query() const { return m_query; }
    /// Keeps the order that was chosen by `sort`.
    void setQuery(store::FleetQuery query);
    /// True while the rows of the latest query are on their way.
    [[nodiscard]] bool isLoading() const { return m_pendingQueries > 0; }
    /// The record of a row; nothing while it is on its way (then `dataChanged` follows).
    [[nodiscard]] std::optional<store::NumberRecord> number(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// The rows of the latest query are here.
    void loaded();
    void failed(const numbers::Error &error);

private:
    using Window = QList<store::NumberRecord>;

    void reload();
    void replaceIds(QList<qint64> ids);
    void requestWindow(int window) const;
    void fetchWindow(int window);

    store::Ledger &m_ledger;
    store::FleetQuery m_query;
    QList<qint64> m_ids;
    int m_generation = 0;
    int m_pendingQueries = 0;
    bool m_isReloadScheduled = false;
    mutable QCache<int, Window> m_windows;
    mutable QSet<int> m_requested;
};

} // namespace numbers::models
