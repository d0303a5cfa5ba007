#include "models/operationmodel.h"

#include "models/timetext.h"
#include "models/tooltip.h"
#include "store/ledger.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace numbers::models {

namespace {

/// Records kept: some dozen screens.
constexpr int keptRows = 32 * windowSize;

} // namespace

OperationModel::OperationModel(store::Ledger &ledger, Words words, QObject *parent)
    : IdRowsModel(parent)
    , m_ledger(ledger)
    , m_words(std::move(words))
    , m_reloading([this] { read(); })
    , m_rows(keptRows)
{
    connect(&m_ledger, &store::Ledger::operationsChanged, &m_reloading, &Reloading::soon);
}

OperationModel::~OperationModel() = default;

void OperationModel::setQuery(store::OperationQuery query)
{
    m_query = std::move(query);
    ++m_question;
    m_reloading.now();
}

void OperationModel::read()
{
    const auto question = m_question;
    auto task = m_ledger.operationIds(m_query);
    QCoro::connect(std::move(task), this, [this, question](const Result<QStringList> &result) {
        m_reloading.finished();
        // Only the latest question is answered.
        if (question != m_question) {
            return;
        }
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        ++m_shown;
        m_fresh.clear();
        showIds(*result);
        Q_EMIT loaded();
    });
}

std::optional<store::OperationRecord> OperationModel::operation(int row) const
{
    if (row < 0 || row >= rowIds().size()) {
        return std::nullopt;
    }
    const auto *found = m_rows.object(rowIds().at(row));
    if (const auto window = row / windowSize; found == nullptr || !m_fresh.contains(window)) {
        requestWindow(window);
    }
    return found == nullptr ? std::nullopt : std::optional(*found);
}

void OperationModel::fetchWindow(int window)
{
    const auto ids = idsOfWindow(window);
    const auto shown = m_shown;
    auto task = m_ledger.operationsById(ids);
    QCoro::connect(std::move(task), this,
                   [this, window, shown](const Result<QList<store::OperationRecord>> &result) {
                       // The rows may be others by now; views have been told to ask again.
                       if (shown == m_shown) {
                           takeWindow(window, result);
                       }
                   });
}

void OperationModel::takeWindow(int window, const Result<QList<store::OperationRecord>> &result)
{
    windowTaken(window);
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    m_fresh.insert(window);
    for (const auto &operation : *result) {
        m_rows.insert(operation.id, new store::OperationRecord(operation));
    }
    const int first = window * windowSize;
    const auto last = std::min<qsizetype>(first + windowSize, rowIds().size()) - 1;
    Q_EMIT dataChanged(index(first, 0), index(static_cast<int>(last), columns - 1));
}

int OperationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString OperationModel::text(const store::OperationRecord &operation, Column column) const
{
    switch (column) {
    case Column::StartedAt:
        return shortTime(operation.startedAt);
    case Column::What:
        return m_words.title(operation);
    case Column::Number:
        return operation.phoneNumber.international();
    case Column::Outcome:
        return m_words.outcome(operation);
    case Column::Agent:
        return operation.agentId.toString();
    case Column::RequestId:
        return operation.requestId;
    }
    return {};
}

QVariant OperationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == IdRole) {
        return rowIds().at(index.row());
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const auto shown = operation(index.row());
    if (!shown) {
        return {};
    }
    const auto words = text(*shown, static_cast<Column>(index.column()));
    return role == Qt::ToolTipRole ? plainToolTip(words) : words;
}

QVariant OperationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (static_cast<Column>(section)) {
    case Column::StartedAt:
        return tr("When");
    case Column::What:
        return tr("What");
    case Column::Number:
        return tr("Number");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Agent:
        return tr("Agent’s id");
    case Column::RequestId:
        return tr("Request id");
    }
    return {};
}

} // namespace numbers::models
