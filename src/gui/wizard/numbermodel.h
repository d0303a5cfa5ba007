#pragma once

#include "gui/wizard/numbercontroller.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace numbers::gui {

/// The numbers of one Twilio account, as they come.
class NumberModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NumberColumn, NameColumn, CountryColumn, TakesColumn, NixflexColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    /// Numbers that are there already are left out.
    void append(const QList<twilio::IncomingNumber> &numbers);
    void setImported(const NumberController::Imported &imported);

    [[nodiscard]] const twilio::IncomingNumber &at(int row) const { return m_numbers.at(row); }
    [[nodiscard]] bool contains(const PhoneNumber &number) const { return m_known.contains(number); }
    /// The agent of a number that is at Nixflex already; none when it is not.
    [[nodiscard]] std::optional<nixflex::Agent> agentOf(const PhoneNumber &number) const;
    /// Its name, or its id where the name is not known; empty when there is none.
    [[nodiscard]] QString agentNameOf(const PhoneNumber &number) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<twilio::IncomingNumber> m_numbers;
    QSet<PhoneNumber> m_known;
    NumberController::Imported m_imported;
};

/// Shortens the list while a person types: digits in any format, or words of number, name, country and agent.
class NumberFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit NumberFilter(NumberModel *model, QObject *parent = nullptr);

    /// `readings`: what the text means if it is a whole number; these are shown in any case.
    void setText(const QString &text, const QList<PhoneNumber> &readings);
    [[nodiscard]] const twilio::IncomingNumber &at(int row) const;
    /// The row of exactly this number; -1 when it is not shown.
    [[nodiscard]] int rowOf(const PhoneNumber &number) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    NumberModel *m_model;
    QString m_digits;
    QStringList m_words; ///< folded
    QList<PhoneNumber> m_readings;
};

} // namespace numbers::gui
