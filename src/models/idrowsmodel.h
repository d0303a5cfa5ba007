#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

namespace numbers::models {

/// Rows that are read at once.
inline constexpr int windowSize = 128;

/// A table whose rows are known by their ids and read in windows, so that a million rows stay cheap: what
/// keeps selections (persistent indexes) when rows come, go or are sorted, and asks for each window once.
template <typename Id>
class IdRowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
    }

protected:
    [[nodiscard]] const QList<Id> &rowIds() const { return m_ids; }
    [[nodiscard]] QList<Id> idsOfWindow(int window) const
    {
        return m_ids.mid(static_cast<qsizetype>(window) * windowSize, windowSize);
    }

    /// Reads a window that was asked for; ends with `windowTaken`.
    virtual void fetchWindow(int window) = 0;
    /// Later, since asking changes the model and views ask from const functions. Once, until it is taken.
    void requestWindow(int window) const
    {
        if (m_requested.contains(window)) {
            return;
        }
        m_requested.insert(window);
        auto *self = const_cast<IdRowsModel *>(this);
        QMetaObject::invokeMethod(
            self,
            [self, window] {
                if (self->m_requested.contains(window) && !self->idsOfWindow(window).isEmpty()) {
                    self->fetchWindow(window);
                }
            },
            Qt::QueuedConnection);
    }
    void windowTaken(int window) { m_requested.remove(window); }

    /// The rows of a new look at the ledger. When they are the same views are told to ask again.
    void showIds(const QList<Id> &ids)
    {
        m_requested.clear();
        if (ids == m_ids) {
            if (!m_ids.isEmpty()) {
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            }
            return;
        }
        if (m_ids.isEmpty() || ids.isEmpty()) {
            beginResetModel();
            m_ids = ids;
            endResetModel();
            return;
        }
        Q_EMIT layoutAboutToBeChanged();
        const auto persistent = persistentIndexList();
        QHash<Id, int> rows;
        QList<Id> persistentIds;
        for (const auto &old : persistent) {
            persistentIds.append(m_ids.at(old.row()));
            rows.insert(persistentIds.constLast(), -1);
        }
        m_ids = ids;
        for (int row = 0; !rows.isEmpty() && row < m_ids.size(); ++row) {
            if (const auto found = rows.find(m_ids.at(row)); found != rows.end()) {
                *found = row;
            }
        }
        QModelIndexList moved;
        for (int position = 0; position < persistent.size(); ++position) {
            const auto row = rows.value(persistentIds.at(position));
            moved.append(row < 0 ? QModelIndex() : index(row, persistent.at(position).column()));
        }
        changePersistentIndexList(persistent, moved);
        Q_EMIT layoutChanged();
    }

private:
    QList<Id> m_ids;
    mutable QSet<int> m_requested; ///< windows
};

} // namespace numbers::models
