#pragma once

#include "base/result.h"
#include "models/idrowsmodel.h"
#include "models/reloading.h"
#include "store/records.h"

#include <QCache>
#include <QList>

#include <array>
#include <memory>
#include <optional>

namespace numbers::store {
class Ledger;
}

namespace numbers::models {

/// The fleet of one Nixflex key as a table, read from the ledger in windows so that a million rows stay
/// cheap: eight bytes a row, plus the records around those that are looked at.
///
/// Follows the ledger by itself. Rows that were never read have empty cells for a moment, then `dataChanged`;
/// rows that were are shown as they were until they are read again. Keeps selections (persistent indexes)
/// when rows come, go or are sorted.
class FleetModel : public IdRowsModel<qint64>
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
    /// The ledger's id of the row (qint64): what a row is recognised by after sorting or a new query.
    static constexpr int IdRole = Qt::UserRole + 1;

    /// Borrowed; has to outlive the model.
    explicit FleetModel(store::Ledger &ledger, QObject *parent = nullptr);
    ~FleetModel() override;

    [[nodiscard]] static bool isShownAtFirst(Column column);
    [[nodiscard]] static QString heading(Column column);
    /// What a cell of that column says of a number.
    [[nodiscard]] static QString text(const store::NumberRecord &number, Column column);

    /// The widest of what may stand in a column; nothing for names, which may be as long as they like.
    [[nodiscard]] static QStringList samples(Column column);

    [[nodiscard]] store::FleetQuery query() const { return m_query; }
    /// Keeps the order that was chosen by `sort`.
    void setQuery(store::FleetQuery query);
    /// True while the rows of the latest query are on their way.
    [[nodiscard]] bool isLoading() const { return m_reloading.isBusy(); }
    /// In the order of the rows.
    [[nodiscard]] const QList<qint64> &ids() const { return rowIds(); }
    /// The record of a row, for showing it; nothing while it is on its way (then `dataChanged` follows). What
    /// acts on rows reads them by their ids: see readRecords().
    [[nodiscard]] std::optional<store::NumberRecord> number(int row) const;

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
    struct KnownRow
    {
        store::NumberRecord record; ///< null number: the row has gone from the ledger
        int freshness = 0;          ///< the m_freshness it was read at
        /// What was shown of it so far, by column: formatting a number takes longer than painting it.
        mutable std::array<QString, columns> texts = {};

        [[nodiscard]] const QString &text(Column column) const;
    };

    void read();
    [[nodiscard]] store::FleetQuery wholeQuery();
    void takeIds(int question, const QList<qint64> &ids);
    void show(const QList<qint64> &ids, const QList<qint64> &readIds,
              const QList<store::NumberRecord> &records);
    void keep(const QList<qint64> &ids, const QList<store::NumberRecord> &records);
    [[nodiscard]] const KnownRow *known(int row) const;
    void fetchWindow(int window) override;
    void takeWindow(int window, const QList<qint64> &ids, int freshness,
                    const Result<QList<store::NumberRecord>> &result);

    store::Ledger &m_ledger;
    store::FleetQuery m_query;
    QHash<QString, QString> m_countryNames; ///< as shown; filled when they are asked for
    Reloading m_reloading;
    int m_question = 0; ///< counts the queries that were set
    /// Counts the looks at the ledger: what was read before the latest is shown, and read again.
    int m_freshness = 0;
    QCache<qint64, KnownRow> m_rows; ///< by id
    mutable int m_lastAsked = 0;     ///< the row that was looked at last: the others in sight are near it
};

} // namespace numbers::models
