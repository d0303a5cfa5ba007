#include "gui/mainwindow/statusline.h"

#include "gui/fleet/fleetcontroller.h"
#include "workspace/workspace.h"

#include <QLabel>
#include <QLocale>
#include <QStatusBar>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

/// In milliseconds; one count is enough for several changes.
constexpr int countDelay = 100;

QLabel *addFact(QStatusBar *bar, const QString &objectName)
{
    auto *label = new QLabel(bar);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    const auto air = bar->fontMetrics().averageCharWidth();
    label->setContentsMargins(air, 0, air, 0);
    bar->addPermanentWidget(label);
    label->hide();
    return label;
}

void show(QLabel *label, const QString &text, const QString &toolTip = {})
{
    label->setText(text);
    label->setToolTip(toolTip);
    label->setVisible(!text.isEmpty());
}

} // namespace

StatusLine::StatusLine(QStatusBar *bar)
    : QObject(bar)
    , m_bar(bar)
    , m_attention(addFact(bar, u"attentionLabel"_s))
    , m_operations(addFact(bar, u"operationsLabel"_s))
    , m_lane(addFact(bar, u"laneLabel"_s))
    , m_sync(addFact(bar, u"syncLabel"_s))
    , m_key(addFact(bar, u"keyLabel"_s))
    , m_readOnly(addFact(bar, u"readOnlyLabel"_s))
    , m_mode(addFact(bar, u"modeLabel"_s))
{
}

void StatusLine::setUp(workspace::Workspace &workspace, FleetController &controller)
{
    m_workspace = &workspace;
    m_controller = &controller;
    if (const auto error = workspace.ledger().whyReadOnly()) {
        show(m_readOnly, tr("Read-only"), error->userText);
    }
    show(m_mode, workspace.isPractice() ? tr("Practice") : tr("Live"),
         workspace.isPractice() ? tr("Everything is simulated on this computer")
                                : tr("Working with %1").arg(workspace.options().nixflexUrl.host()));
    connect(&workspace, &workspace::Workspace::keyChanged, this, [this] {
        updateKey();
        updateLane();
        updateAttention();
    });
    // Whatever changes the fleet changes the count; a sync saves page after page.
    m_attentionTimer.setSingleShot(true);
    m_attentionTimer.setInterval(countDelay);
    connect(&m_attentionTimer, &QTimer::timeout, this, &StatusLine::updateAttention);
    connect(&workspace.ledger(), &store::Ledger::numbersChanged, this, [this] {
        if (!m_attentionTimer.isActive()) {
            m_attentionTimer.start();
        }
    });
    connect(&workspace.http(), &net::HttpClient::laneChanged, this, &StatusLine::updateLane);
    connect(&workspace.ledger(), &store::Ledger::operationsChanged, this, &StatusLine::updateOperations);
    connect(&controller, &FleetController::busyChanged, this, &StatusLine::updateSync);
    connect(&controller, &FleetController::syncProgress, this,
            [this](int numbers) { show(m_sync, tr("Syncing: %Ln number(s)", nullptr, numbers)); });
    updateKey();
    updateLane();
    updateSync();
    updateOperations();
    updateAttention();
}

void StatusLine::updateAttention()
{
    store::FleetQuery query;
    query.keyId = m_workspace->keyId();
    query.health = store::Health::NeedsAttention;
    auto task = m_workspace->ledger().numberCount(query);
    QCoro::connect(std::move(task), this, [this](const Result<qint64> &result) {
        const auto count = static_cast<int>(result.value_or(0));
        show(m_attention, count > 0 ? tr("%Ln number(s) need attention", nullptr, count) : QString(),
             tr("As far as is known. The filter beside the search shows them."));
    });
}

void StatusLine::updateKey()
{
    const auto id = m_workspace->keyId();
    const auto isLong = id.size() > 14;
    show(m_key,
         m_workspace->hasKey() ? tr("Key %1").arg(isLong ? id.left(8) + u'…' + id.right(4) : id)
                               : tr("No key"),
         id);
}

void StatusLine::updateLane()
{
    if (!m_workspace->hasKey()) {
        show(m_lane, {});
        return;
    }
    const auto lane = m_workspace->http().laneStatus(m_workspace->nixflex()->lane());
    if (lane.isPaused) {
        show(m_lane, tr("Waiting for Nixflex’s limit"),
             tr("Nixflex allows no more requests for the moment."));
    } else if (lane.remaining >= 0 && lane.limit > 0) {
        show(m_lane,
             tr("%1 of %2 requests left")
                 .arg(QLocale().toString(lane.remaining), QLocale().toString(lane.limit)),
             tr("What Nixflex allows this key in the current minute, by its last answer."));
    } else {
        show(m_lane, {});
    }
}

void StatusLine::updateSync()
{
    if (m_controller->isSyncing()) {
        show(m_sync, tr("Syncing…"));
        return;
    }
    const auto last = m_controller->lastSync();
    show(m_sync,
         last.isValid()
             ? tr("Synced at %1").arg(QLocale().toString(last.toLocalTime().time(), QLocale::ShortFormat))
             : tr("Not synced yet"));
}

void StatusLine::updateOperations()
{
    auto task = m_workspace->ledger().unfinishedOperations(true);
    QCoro::connect(std::move(task), this, [this](const Result<QList<store::OperationRecord>> &result) {
        const auto count = result ? static_cast<int>(result->size()) : 0;
        show(m_operations, count > 0 ? tr("%Ln operation(s) under way", nullptr, count) : QString(),
             tr("Imports and removals whose outcome is not recorded yet."));
    });
}

} // namespace numbers::gui
