#include "gui/changeover/undodialog.h"

#include "base/plaintext.h"
#include "base/redact.h"
#include "gui/common/routinglines.h"
#include "gui/common/textdirection.h"
#include "gui/common/typography.h"
#include "models/tooltip.h"
#include "operations/health/healthrepair.h"
#include "workspace/workspace.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldRole = Qt::UserRole;

QString orNothing(const QString &value)
{
    return value.isEmpty() ? UndoDialog::tr("nothing") : escapedLine(redacted(value));
}

/// The same door afterwards; there may be one that was not there before.
QString whoAfter(const QList<RoutingLine> &after, const RoutingLine &line)
{
    const auto same = std::find_if(after.cbegin(), after.cend(), [&line](const RoutingLine &candidate) {
        return candidate.channel == line.channel && candidate.isFallback == line.isFallback;
    });
    return same == after.cend() ? QString() : same->who;
}

} // namespace

UndoDialog::UndoDialog(workspace::Workspace &workspace, store::NumberRecord number, Mode mode,
                       store::OperationRecord restore, QWidget *parent)
    : ChangeoverDialog(workspace, std::move(number),
                       mode == Mode::Undo ? tr("&Undo import") : tr("&Set back"), parent)
    , m_mode(mode)
    , m_restore(std::move(restore))
    , m_changes(new QTreeWidget)
    , m_keptLabel(new QLabel)
    , m_kept(new QListWidget)
{
    setWindowTitle(mode == Mode::Undo      ? tr("Undo import")
                   : mode == Mode::Restore ? tr("Set back what answered before")
                                           : tr("Undo setting back"));
    const auto shown = leftToRight(this->number().phoneNumber.international());
    if (mode == Mode::Restore) {
        setHeading(
            tr("Set back what answered %1?").arg(shown),
            tr("The number is no longer at Nixflex. What answered before its import comes back at Twilio."));
    } else if (mode == Mode::UndoRestore) {
        setHeading(tr("Undo what was set back at %1?").arg(shown),
                   tr("What was there before comes back at Twilio."));
    } else {
        setHeading(
            tr("Undo the import of %1?").arg(shown),
            tr("The agent stops answering, and what answered before the import comes back. Both happen, or "
               "neither."));
    }
    m_changes->setObjectName(u"changeTree"_s);
    m_changes->setAccessibleName(tr("Who answers now and afterwards"));
    m_changes->setHeaderLabels({tr("What"), tr("Now"), tr("Afterwards")});
    m_changes->setTextElideMode(Qt::ElideMiddle);
    m_keptLabel->setWordWrap(true);
    m_keptLabel->setTextFormat(Qt::PlainText);
    m_keptLabel->setText(
        mode == Mode::UndoRestore
            ? tr("Somebody changed this at Twilio since. It stays as it is now unless you &tick it:")
            : tr("Somebody changed this at Twilio after the import. It stays as it is now unless you "
                 "&tick it:"));
    m_keptLabel->setBuddy(m_kept);
    m_kept->setObjectName(u"keptList"_s);
    m_kept->setAccessibleName(tr("Changed by somebody since; ticked: set back all the same"));
    content()->addWidget(m_changes, 1);
    content()->addWidget(m_keptLabel);
    content()->addWidget(m_kept);
    m_keptLabel->hide();
    m_kept->hide();
    m_changes->setMinimumHeight(fontMetrics().lineSpacing() * 7);
    m_kept->setMaximumHeight(fontMetrics().lineSpacing() * 8);
    m_kept->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_kept->setTextElideMode(Qt::ElideMiddle);
    m_kept->setUniformItemSizes(true);
    connect(m_kept, &QListWidget::itemChanged, this, &UndoDialog::overwriteTicked);
    m_changes->setFocus(Qt::OtherFocusReason);
    fitToTexts(this, 84);
}

UndoDialog::~UndoDialog() = default;

void UndoDialog::look(const twilio::Credentials &credentials, const CancelToken &token)
{
    m_offer.reset();
    auto *importer = workspace().operations();
    const auto &phoneNumber = number().phoneNumber;
    auto task = m_mode == Mode::Undo      ? importer->offerUndo(credentials, phoneNumber, token)
                : m_mode == Mode::Restore ? importer->offerRestore(credentials, phoneNumber, token)
                                          : importer->offerUndoOfRestore(m_restore, credentials, token);
    deliverLatest(std::move(task), this, token, [this](const Result<operations::RestoreOffer> &offer) {
        if (offer) {
            show(*offer);
        } else {
            showLookError(offer.error());
        }
    });
}

void UndoDialog::show(const operations::RestoreOffer &offer)
{
    m_offer = offer;
    const auto isAsWanted =
        offer.plan.isEmpty() && offer.plan.kept.isEmpty() && offer.plan.unavailable.isEmpty();
    if (isAsWanted &&
        (m_mode == Mode::Undo ? !offer.atNixflex && offer.isAbsenceProven : offer.isPossible())) {
        showDone(); // by what was left open earlier, and settled by looking
        return;
    }
    fillKept();
    fillChanges();
    QList<operations::Note> warnings;
    for (const auto &entry : offer.plan.unavailable) {
        warnings.append(
            {u"unavailable"_s, tr("%1 cannot be set back: Twilio does not have %2 any more.")
                                   .arg(QString(entry.field->jsonName), escapedLine(redacted(entry.saved)))});
    }
    showPlan(offer.problems, warnings);
    updateGo();
}

/// An import is undone by more than setting back; otherwise there has to be something to be set back.
void UndoDialog::updateGo()
{
    setGoEnabled(m_offer->isPossible() && (m_mode == Mode::Undo || !m_offer->plan.isEmpty()));
}

void UndoDialog::fillKept()
{
    const QSignalBlocker blocker(m_kept);
    m_kept->clear();
    for (const auto &entry : m_offer->plan.kept) {
        auto *item = new QListWidgetItem(
            (m_mode == Mode::UndoRestore ? tr("%1\nNow: %2\nBefore: %3", "field, values")
                                         : tr("%1\nNow: %2\nBefore the import: %3", "field, values"))
                .arg(QString(entry.field->jsonName), orNothing(entry.now), orNothing(entry.saved)),
            m_kept);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setData(fieldRole, QString(entry.field->jsonName));
    }
    m_keptLabel->setVisible(m_kept->count() > 0);
    m_kept->setVisible(m_kept->count() > 0);
}

void UndoDialog::fillChanges()
{
    m_changes->clear();
    const auto target = m_offer->target();
    // What a restore has set is Nixflex's own only where that was what it set back.
    const auto isNixflexs = m_mode != Mode::UndoRestore || operations::isSetBack(m_restore);
    const auto nixflexs = isNixflexs ? m_offer->baseline : std::nullopt;
    const auto now = routingLines(m_offer->now.webhooks, nixflexs);
    const auto after = routingLines(target, nixflexs);
    for (const auto &line : now) {
        auto *item = new QTreeWidgetItem({line.title, line.who, whoAfter(after, line)});
        item->setToolTip(1, models::plainToolTip(toolTipOf(line.address, line.doubt)));
        m_changes->addTopLevelItem(item);
    }
    auto *fields = new QTreeWidgetItem({tr("Technical fields")});
    const auto differing = target.differences(m_offer->now.webhooks);
    for (const auto *field : differing) {
        auto *leaf = new QTreeWidgetItem(fields, {QString(field->jsonName),
                                                  orNothing(m_offer->now.webhooks.*field->member),
                                                  orNothing(target.*field->member)});
        leaf->setToolTip(1, models::plainToolTip(leaf->text(1)));
        leaf->setToolTip(2, models::plainToolTip(leaf->text(2)));
    }
    m_changes->addTopLevelItem(fields);
    fields->setHidden(fields->childCount() == 0);
    m_changes->resizeColumnToContents(0);
    const auto rest = m_changes->viewport()->width() - m_changes->columnWidth(0);
    m_changes->setColumnWidth(1, rest / 2);
}

void UndoDialog::overwriteTicked()
{
    QSet<QString> ticked;
    for (int row = 0; row < m_kept->count(); ++row) {
        if (m_kept->item(row)->checkState() == Qt::Checked) {
            ticked.insert(m_kept->item(row)->data(fieldRole).toString());
        }
    }
    m_offer->overwrite(ticked);
    fillChanges();
    updateGo();
}

QCoro::Task<operations::OperationOutcome> UndoDialog::carryOut(CancelToken cancel)
{
    auto *importer = workspace().operations();
    return m_mode == Mode::Undo ? importer->undo(*m_offer, std::move(cancel))
                                : importer->restore(*m_offer, std::move(cancel));
}

QString UndoDialog::busyText() const
{
    return m_mode == Mode::Undo ? tr("Undoing the import…") : tr("Setting back what answered before…");
}

QString UndoDialog::successText() const
{
    const auto shown = leftToRight(number().phoneNumber.international());
    if (m_mode == Mode::UndoRestore) {
        return tr("%1 is as it was before it was set back.").arg(shown);
    }
    return m_mode == Mode::Undo
               ? tr("%1 is no longer connected to an agent and is answered as before the import again.")
                     .arg(shown)
               : tr("%1 is answered as before the import again.").arg(shown);
}

} // namespace numbers::gui
