#include "gui/wizard/numbermodel.h"

#include "base/countryname.h"
#include "base/pastedtext.h"
#include "store/fleetsearch.h"

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

QString takes(const std::optional<twilio::Capabilities> &capabilities)
{
    if (!capabilities) {
        return NumberModel::tr("not known", "what a number takes");
    }
    QStringList words;
    if (capabilities->voice) {
        words << NumberModel::tr("calls");
    }
    if (capabilities->sms) {
        words << NumberModel::tr("texts");
    }
    return words.isEmpty() ? NumberModel::tr("neither calls nor texts") : words.join(u", "_s);
}

/// Only what telephone numbers are written with.
bool isNumberLike(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.isDigit() || c.isSpace() || u"+-–().,/"_s.contains(c); });
}

} // namespace

void NumberModel::clear()
{
    beginResetModel();
    m_numbers.clear();
    m_known.clear();
    endResetModel();
}

void NumberModel::append(const QList<twilio::IncomingNumber> &numbers)
{
    QList<twilio::IncomingNumber> fresh;
    for (const auto &number : numbers) {
        if (!m_known.contains(number.phoneNumber)) {
            m_known.insert(number.phoneNumber);
            fresh.append(number);
        }
    }
    if (fresh.isEmpty()) {
        return;
    }
    const auto first = static_cast<int>(m_numbers.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_numbers.append(fresh);
    endInsertRows();
}

void NumberModel::setImported(const NumberController::Imported &imported)
{
    m_imported = imported;
    if (!m_numbers.isEmpty()) {
        Q_EMIT dataChanged(index(0, NixflexColumn), index(rowCount() - 1, NixflexColumn));
    }
}

std::optional<nixflex::Agent> NumberModel::agentOf(const PhoneNumber &number) const
{
    const auto found = m_imported.constFind(number);
    return found == m_imported.constEnd() ? std::nullopt : std::optional(*found);
}

QString NumberModel::agentNameOf(const PhoneNumber &number) const
{
    const auto agent = m_imported.value(number);
    return agent.name.isEmpty() ? agent.id.toString() : agent.name;
}

int NumberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_numbers.size());
}

int NumberModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NumberModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole) {
        return {};
    }
    const auto &number = m_numbers.at(index.row());
    switch (static_cast<Column>(index.column())) {
    case NumberColumn:
        return number.phoneNumber.international();
    case NameColumn:
        return number.friendlyName;
    case CountryColumn:
        return countryNameOf(number.phoneNumber.regionCode());
    case TakesColumn:
        return takes(number.capabilities);
    case NixflexColumn:
        return agentNameOf(number.phoneNumber);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant NumberModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case NumberColumn:
        return tr("Number");
    case NameColumn:
        return tr("Name");
    case CountryColumn:
        return tr("Country");
    case TakesColumn:
        return tr("Takes");
    case NixflexColumn:
        return tr("At Nixflex already");
    case ColumnCount:
        break;
    }
    return {};
}

NumberFilter::NumberFilter(NumberModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(model);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void NumberFilter::setText(const QString &text, const QList<PhoneNumber> &readings)
{
    m_digits.clear();
    m_words.clear();
    m_readings = readings;
    const auto plain = plainPhoneText(text);
    if (isNumberLike(plain)) {
        m_digits = digitsOf(QString(plain).remove("(0)"_L1)); // nobody dials that zero with the country code
        if (m_digits.startsWith("00"_L1)) {
            m_digits.remove(0, 2); // the international prefix of most countries
        }
    } else {
        m_words = store::folded(text.simplified()).split(u' ', Qt::SkipEmptyParts);
    }
    invalidateFilter();
}

const twilio::IncomingNumber &NumberFilter::at(int row) const
{
    return m_model->at(mapToSource(index(row, 0)).row());
}

int NumberFilter::rowOf(const PhoneNumber &number) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).phoneNumber == number) {
            return row;
        }
    }
    return -1;
}

bool NumberFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    const auto &number = m_model->at(row);
    if (m_readings.contains(number.phoneNumber)) {
        return true;
    }
    if (!m_digits.isEmpty()) {
        return number.phoneNumber.searchDigits().contains(m_digits) ||
               digitsOf(number.friendlyName).contains(m_digits);
    }
    if (m_words.isEmpty()) {
        return true;
    }
    const auto region = number.phoneNumber.regionCode();
    const auto places =
        store::searchTextOf({number.friendlyName, countryNameOf(region), number.phoneNumber.countryName(),
                             region, m_model->agentNameOf(number.phoneNumber)});
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        const auto digits = digitsOf(word);
        return (digits.size() == word.size() && number.phoneNumber.searchDigits().contains(digits)) ||
               places.contains(word);
    });
}

} // namespace numbers::gui
