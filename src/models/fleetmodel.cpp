#include "models/fleetmodel.h"

#include "base/countryname.h"
#include "models/timetext.h"
#include "models/tooltip.h"
#include "store/ledger.h"

#include <algorithm>

namespace numbers::models {

namespace {

using namespace Qt::StringLiterals;
using Column = FleetModel::Column;

/// Records kept: some dozen screens.
constexpr int keptRows = 64 * windowSize;

QString onOff(const std::optional<bool> &flag)
{
    if (!flag) {
        return FleetModel::tr("unknown");
    }
    return *flag ? FleetModel::tr("on") : FleetModel::tr("off");
}

QString directionText(const store::NumberRecord &number)
{
    if (!number.isInboundEnabled && !number.isOutboundEnabled) {
        return {};
    }
    return FleetModel::tr("in %1, out %2")
        .arg(onOff(number.isInboundEnabled), onOff(number.isOutboundEnabled));
}

QString capabilityText(const std::optional<twilio::Capabilities> &capabilities)
{
    QStringList words;
    if (capabilities) {
        if (capabilities->voice) {
            words.append(FleetModel::tr("Voice"));
        }
        if (capabilities->sms) {
            words.append(FleetModel::tr("SMS"));
        }
        if (capabilities->mms) {
            words.append(FleetModel::tr("MMS"));
        }
        if (capabilities->fax) {
            words.append(FleetModel::tr("Fax"));
        }
    }
    return words.join(u", "_s);
}

QString healthText(store::Health health, bool hasFindings = false)
{
    switch (health) {
    case store::Health::Unknown:
        // The findings say what could not be looked at.
        return hasFindings ? FleetModel::tr("Partly checked") : FleetModel::tr("Not checked");
    case store::Health::Good:
        return FleetModel::tr("Good");
    case store::Health::NeedsAttention:
        return FleetModel::tr("Needs attention");
    case store::Health::Gone:
        return FleetModel::tr("Gone from Nixflex");
    }
    return {};
}

QString countryText(const PhoneNumber &number)
{
    const auto code = number.regionCode();
    const auto name = countryNameOf(code);
    return name.isEmpty() ? code : name;
}

QVariant raw(const store::NumberRecord &number, Column column)
{
    switch (column) {
    case Column::Number:
        return number.phoneNumber.e164();
    case Column::Country:
        return number.phoneNumber.regionCode();
    case Column::Health:
        return static_cast<int>(number.health);
    case Column::ImportedAt:
        return number.importedAt;
    case Column::CheckedAt:
        return number.checkedAt;
    default:
        return FleetModel::text(number, column);
    }
}

QVariant toolTip(const store::NumberRecord &number, Column column)
{
    switch (column) {
    case Column::Number:
        return FleetModel::tr("%1 (%2 inside the country)")
            .arg(number.phoneNumber.e164(), number.phoneNumber.national());
    case Column::Agent:
        return number.agentId.toString();
    case Column::Account:
        return number.accountSid.toString();
    default:
        return plainToolTip(FleetModel::text(number, column));
    }
}

std::optional<store::FleetQuery::Sort> sortOf(int column)
{
    using Sort = store::FleetQuery::Sort;
    switch (static_cast<Column>(column)) {
    case Column::Number:
        return Sort::PhoneNumber;
    case Column::Country:
        return Sort::Country;
    case Column::Agent:
        return Sort::Agent;
    case Column::Customer:
        return Sort::Customer;
    case Column::Account:
        return Sort::Account;
    case Column::FriendlyName:
        return Sort::FriendlyName;
    case Column::Health:
        return Sort::Health;
    case Column::ImportedAt:
        return Sort::ImportedAt;
    case Column::CheckedAt:
        return Sort::CheckedAt;
    case Column::Capabilities:
    case Column::Direction:
        break;
    }
    return std::nullopt;
}

} // namespace

FleetModel::FleetModel(store::Ledger &ledger, QObject *parent)
    : IdRowsModel(parent)
    , m_ledger(ledger)
    , m_reloading([this] { read(); })
    , m_rows(keptRows)
{
    connect(&m_ledger, &store::Ledger::numbersChanged, &m_reloading, &Reloading::soon);
}

FleetModel::~FleetModel() = default;

bool FleetModel::isShownAtFirst(Column column)
{
    return column != Column::FriendlyName && column != Column::Capabilities && column != Column::Direction &&
           column != Column::CheckedAt;
}

QString FleetModel::text(const store::NumberRecord &number, Column column)
{
    switch (column) {
    case Column::Number:
        return number.phoneNumber.international();
    case Column::Country:
        return countryText(number.phoneNumber);
    case Column::Agent:
        return number.agentName.isEmpty() ? number.agentId.toString() : number.agentName;
    case Column::Customer:
        return number.customer;
    case Column::Account:
        return number.accountLabel.isEmpty() ? number.accountSid.toString() : number.accountLabel;
    case Column::FriendlyName:
        return number.friendlyName;
    case Column::Capabilities:
        return capabilityText(number.capabilities);
    case Column::Direction:
        return directionText(number);
    case Column::Health:
        return healthText(number.health, !number.healthFindings.isEmpty());
    case Column::ImportedAt:
        return shortTime(number.importedAt);
    case Column::CheckedAt:
        return shortTime(number.checkedAt);
    }
    return {};
}

QStringList FleetModel::samples(Column column)
{
    QStringList samples;
    switch (column) {
    case Column::Number:
        samples << PhoneNumber::fromE164(u"+4420794600180"_s)->international() << u"+000 00 0000 00000"_s;
        break;
    case Column::Capabilities:
        samples << capabilityText(twilio::Capabilities{true, true, true, false});
        break;
    case Column::Direction:
        samples << FleetModel::tr("in %1, out %2").arg(onOff(false), onOff(false));
        break;
    case Column::Health:
        for (const auto health : {store::Health::Unknown, store::Health::Good, store::Health::NeedsAttention,
                                  store::Health::Gone}) {
            samples << healthText(health);
        }
        samples << healthText(store::Health::Unknown, true);
        break;
    case Column::ImportedAt:
    case Column::CheckedAt:
        for (int month = 1; month <= 12; ++month) {
            samples << shortTime(QDateTime(QDate(2028, month, 28), QTime(22, 58, 58)));
        }
        break;
    case Column::Country:
    case Column::Agent:
    case Column::Customer:
    case Column::Account:
    case Column::FriendlyName:
        break;
    }
    return samples;
}

void FleetModel::setQuery(store::FleetQuery query)
{
    query.sort = m_query.sort;
    query.order = m_query.order;
    m_query = std::move(query);
    ++m_question;
    m_reloading.now();
}

void FleetModel::sort(int column, Qt::SortOrder order)
{
    if (const auto sort = sortOf(column)) {
        m_query.sort = *sort;
        m_query.order = order;
        ++m_question;
        m_reloading.now();
    }
}

void FleetModel::read()
{
    if (m_query.keyId.isEmpty()) {
        m_reloading.finished();
        show({}, {}, {});
        return;
    }
    const auto question = m_question;
    auto task = m_ledger.numberIds(wholeQuery());
    QCoro::connect(std::move(task), this, [this, question](const Result<QList<qint64>> &result) {
        // Only the latest question is answered.
        if (question != m_question || !result) {
            m_reloading.finished();
            if (question == m_question) {
                Q_EMIT failed(result.error());
            }
            return;
        }
        takeIds(question, *result);
    });
}

/// Reads the rows that will be in sight before anything is shown, so that views paint once, and no blanks.
void FleetModel::takeIds(int question, const QList<qint64> &ids)
{
    const auto last = std::max(qsizetype(0), ids.size() - windowSize);
    const auto first = std::clamp(qsizetype(m_lastAsked - windowSize / 2), qsizetype(0), last);
    const auto inSight = ids.mid(first, windowSize);
    auto task = m_ledger.numbersById(inSight);
    QCoro::connect(std::move(task), this,
                   [this, question, ids, inSight](const Result<QList<store::NumberRecord>> &result) {
                       m_reloading.finished();
                       if (question != m_question) {
                           return;
                       }
                       // Without them the views ask, and hear of the failure.
                       show(ids, result ? inSight : QList<qint64>(),
                            result.value_or(QList<store::NumberRecord>()));
                   });
}

/// With the names of countries as they are shown, where these decide something.
store::FleetQuery FleetModel::wholeQuery()
{
    auto query = m_query;
    if (!query.text.isEmpty() || query.sort == store::FleetQuery::Sort::Country) {
        if (m_countryNames.isEmpty()) {
            m_countryNames = allCountryNames();
        }
        query.countryNames = m_countryNames;
    }
    return query;
}

void FleetModel::show(const QList<qint64> &ids, const QList<qint64> &readIds,
                      const QList<store::NumberRecord> &records)
{
    ++m_freshness;
    keep(readIds, records);
    // Views ask for what they show, and get the other records as these come.
    showIds(ids);
    Q_EMIT loaded();
}

void FleetModel::keep(const QList<qint64> &ids, const QList<store::NumberRecord> &records)
{
    QHash<qint64, store::NumberRecord> byId;
    for (const auto &record : records) {
        byId.insert(record.id, record);
    }
    for (const auto id : ids) {
        m_rows.insert(id, new KnownRow{byId.value(id), m_freshness});
    }
}

std::optional<store::NumberRecord> FleetModel::number(int row) const
{
    const auto *found = known(row);
    return found == nullptr ? std::nullopt : std::optional(found->record);
}

/// Null while it is on its way, and when it has gone from the ledger.
const FleetModel::KnownRow *FleetModel::known(int row) const
{
    if (row < 0 || row >= rowIds().size()) {
        return nullptr;
    }
    m_lastAsked = row;
    const KnownRow *found = m_rows.object(rowIds().at(row));
    if (found == nullptr || found->freshness != m_freshness) {
        requestWindow(row / windowSize);
    }
    return found == nullptr || found->record.phoneNumber.isNull() ? nullptr : found;
}

const QString &FleetModel::KnownRow::text(Column column) const
{
    auto &text = texts[static_cast<size_t>(column)];
    if (text.isNull()) {
        text = FleetModel::text(record, column);
        if (text.isNull()) {
            text = u""_s;
        }
    }
    return text;
}

void FleetModel::fetchWindow(int window)
{
    const auto ids = idsOfWindow(window);
    const int freshness = m_freshness;
    auto task = m_ledger.numbersById(ids);
    QCoro::connect(std::move(task), this,
                   [this, window, ids, freshness](const Result<QList<store::NumberRecord>> &result) {
                       takeWindow(window, ids, freshness, result);
                   });
}

void FleetModel::takeWindow(int window, const QList<qint64> &ids, int freshness,
                            const Result<QList<store::NumberRecord>> &result)
{
    // The ledger was looked at again meanwhile: views have been told to ask again.
    if (freshness != m_freshness) {
        return;
    }
    windowTaken(window);
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    keep(ids, *result);
    const int first = window * windowSize;
    Q_EMIT dataChanged(index(first, 0), index(first + static_cast<int>(ids.size()) - 1, columns - 1));
}

int FleetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant FleetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == IdRole) {
        return rowIds().at(index.row());
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != RawRole) {
        return {};
    }
    const auto *row = known(index.row());
    if (row == nullptr) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (role == RawRole) {
        return raw(row->record, column);
    }
    return role == Qt::ToolTipRole ? toolTip(row->record, column) : QVariant(row->text(column));
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return heading(static_cast<Column>(section));
}

QString FleetModel::heading(Column column)
{
    switch (column) {
    case Column::Number:
        return tr("Number");
    case Column::Country:
        return tr("Country");
    case Column::Agent:
        return tr("Agent");
    case Column::Customer:
        return tr("Customer");
    case Column::Account:
        return tr("Twilio account");
    case Column::FriendlyName:
        return tr("Name at Twilio");
    case Column::Capabilities:
        return tr("Can do");
    case Column::Direction:
        return tr("Calls");
    case Column::Health:
        return tr("Health");
    case Column::ImportedAt:
        return tr("Imported");
    case Column::CheckedAt:
        return tr("Checked");
    }
    return {};
}

} // namespace numbers::models
