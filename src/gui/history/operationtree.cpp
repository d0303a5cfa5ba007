#include "gui/history/operationtree.h"

#include "base/plaintext.h"
#include "base/redact.h"
#include "gui/common/icons.h"
#include "gui/common/routinglines.h"
#include "gui/history/operationtext.h"
#include "models/tooltip.h"
#include "store/ledger.h"

#include <QHeaderView>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int operationIdRole = Qt::UserRole;
constexpr int isLoadedRole = Qt::UserRole + 1;
constexpr int startedAtRole = Qt::UserRole + 2;

void addFact(QTreeWidgetItem *item, const QString &name, const QString &value)
{
    if (!value.isEmpty()) {
        auto *fact = new QTreeWidgetItem(item, {name, lineOf(value)});
        fact->setToolTip(1, models::plainToolTip(value));
    }
}

/// What the record of an operation itself says, as lines below it; its steps follow when it is opened.
void addFacts(QTreeWidgetItem *item, const store::OperationRecord &operation)
{
    if (operation.error) {
        addFact(item, OperationTree::tr("Reason"), operation.error->userText);
    }
    if (operation.kind == store::OperationRecord::Kind::Profile) {
        const auto nothing = OperationTree::tr("(no text)");
        addFact(item, OperationTree::tr("Text before"),
                operation.formerCustomPrompt.isEmpty() ? nothing : operation.formerCustomPrompt);
        addFact(item, OperationTree::tr("Text afterwards"),
                operation.customPrompt.isEmpty() ? nothing : operation.customPrompt);
    }
}

} // namespace

OperationTree::OperationTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setHeaderLabels({tr("What"), tr("Outcome"), tr("When")});
    header()->setStretchLastSection(true);
    setTextElideMode(Qt::ElideMiddle);
    connect(this, &QTreeWidget::itemExpanded, this, &OperationTree::loadOperation);
}

void OperationTree::showOperations(const QList<store::OperationRecord> &operations)
{
    ++m_filled;
    clear();
    for (const auto &operation : operations) {
        auto *item = new QTreeWidgetItem(
            {operationTitle(operation), outcomeText(operation), timeText(operation.startedAt)});
        item->setIcon(1, iconFor(outcomeKind(operation)));
        item->setData(0, operationIdRole, operation.id);
        item->setData(0, startedAtRole, operation.startedAt);
        item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
        addTopLevelItem(item);
        addFacts(item, operation);
    }
    if (operations.isEmpty()) {
        addTopLevelItem(new QTreeWidgetItem({tr("Nothing was done with it on this computer.")}));
        topLevelItem(0)->setFirstColumnSpanned(true);
    }
    fitColumns();
}

void OperationTree::openFirst()
{
    if (auto *first = topLevelItem(0); first != nullptr) {
        setCurrentItem(first);
        first->setExpanded(true);
    }
}

void OperationTree::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    fitColumns();
}

void OperationTree::showEvent(QShowEvent *event)
{
    QTreeWidget::showEvent(event);
    fitColumns();
}

void OperationTree::fitColumns()
{
    resizeColumnToContents(0);
    resizeColumnToContents(1);
    // Long words must not push the times out of sight; they are elided, and whole in their tool tips.
    const QAbstractItemView *view = this;
    const auto times = std::max(view->sizeHintForColumn(2), header()->sectionSizeHint(2));
    const auto room = viewport()->width() - times;
    const auto least = fontMetrics().averageCharWidth() * 12;
    setColumnWidth(0, std::clamp(room - least, least, std::max(least, columnWidth(0))));
    const auto rest = room - columnWidth(0);
    setColumnWidth(1, std::clamp(rest, least, std::max(least, columnWidth(1))));
}

QTreeWidgetItem *OperationTree::itemOf(const QString &operationId) const
{
    for (int index = 0; index < topLevelItemCount(); ++index) {
        auto *candidate = topLevelItem(index);
        if (candidate->data(0, operationIdRole).toString() == operationId) {
            return candidate;
        }
    }
    return nullptr;
}

void OperationTree::loadOperation(QTreeWidgetItem *item)
{
    const auto id = item->data(0, operationIdRole).toString();
    if (id.isEmpty() || item->data(0, isLoadedRole).toBool() || m_ledger == nullptr) {
        return;
    }
    item->setData(0, isLoadedRole, true);
    const auto filled = m_filled;
    auto steps = m_ledger->steps(id);
    QCoro::connect(std::move(steps), this,
                   [this, id, filled](const Result<QList<store::StepRecord>> &result) {
                       if (result && filled == m_filled) {
                           addSteps(id, *result);
                       }
                   });
    auto backups = m_ledger->backups(id);
    QCoro::connect(std::move(backups), this,
                   [this, id, filled](const Result<QList<store::BackupRecord>> &result) {
                       if (result && filled == m_filled) {
                           addBackups(id, *result);
                       }
                   });
}

void OperationTree::addSteps(const QString &operationId, const QList<store::StepRecord> &steps)
{
    auto *parent = itemOf(operationId);
    if (parent == nullptr) {
        return;
    }
    const auto startedAt = parent->data(0, startedAtRole).toDateTime();
    for (const auto &step : steps) {
        const auto title = stepTitle(step);
        const auto detail = stepDetail(step);
        auto *child = new QTreeWidgetItem(parent, {title, detail, timeOfDayText(step.at, startedAt)});
        child->setToolTip(0, title);
        child->setToolTip(1, models::plainToolTip(detail));
    }
    fitColumns();
}

void OperationTree::addBackups(const QString &operationId, const QList<store::BackupRecord> &backups)
{
    auto *parent = itemOf(operationId);
    if (parent == nullptr) {
        return;
    }
    const auto startedAt = parent->data(0, startedAtRole).toDateTime();
    for (const auto &backup : backups) {
        auto *child =
            new QTreeWidgetItem(parent, {backupTitle(backup), {}, timeOfDayText(backup.takenAt, startedAt)});
        const auto lines = routingLines(backup.webhooks);
        for (const auto &line : lines) {
            const auto address = redacted(line.address);
            auto *leaf = new QTreeWidgetItem(child, {line.title, address.isEmpty() ? line.who : address});
            leaf->setToolTip(1, models::plainToolTip(address));
        }
        if (backup.messagingServiceSid && !backup.messagingServiceSid->isEmpty()) {
            new QTreeWidgetItem(child, {tr("Messaging Service"), *backup.messagingServiceSid});
        }
    }
    fitColumns();
}

} // namespace numbers::gui
