#include "gui/fleet/detailpane.h"

#include "base/countryname.h"
#include "gui/common/fieldsdialog.h"
#include "gui/common/icons.h"
#include "gui/common/routinglines.h"
#include "gui/common/textdirection.h"
#include "gui/common/typography.h"
#include "gui/fleet/healthtext.h"
#include "gui/fleet/profileeditor.h"
#include "gui/fleet/settinglines.h"
#include "gui/history/operationtext.h"
#include "gui/history/operationtree.h"
#include "models/tooltip.h"
#include "store/ledger.h"
#include "ui_detailpane.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DetailPane)
};

QTreeWidgetItem *row(const QString &name, const QString &value)
{
    auto *item = new QTreeWidgetItem({name, value.isEmpty() ? u"–"_s : value});
    item->setToolTip(1, models::plainToolTip(value));
    return item;
}

QString yesNo(const std::optional<bool> &flag)
{
    if (!flag) {
        return Text::tr("Not known");
    }
    return *flag ? Text::tr("On") : Text::tr("Off");
}

QString capabilityWords(const std::optional<twilio::Capabilities> &capabilities)
{
    if (!capabilities) {
        return Text::tr("Not known");
    }
    QStringList words;
    if (capabilities->voice) {
        words.append(Text::tr("voice"));
    }
    if (capabilities->sms) {
        words.append(Text::tr("SMS"));
    }
    if (capabilities->mms) {
        words.append(Text::tr("MMS"));
    }
    if (capabilities->fax) {
        words.append(Text::tr("fax"));
    }
    return words.isEmpty() ? Text::tr("none") : QLocale().createSeparatedList(words);
}

/// Under a heading of their own; nothing when there are none.
void addSettings(QTreeWidget *tree, const QJsonObject &settings)
{
    const auto lines = settingLines(settings);
    if (lines.isEmpty()) {
        return;
    }
    auto *heading = new QTreeWidgetItem({Text::tr("Other settings at Nixflex")});
    auto font = tree->font();
    font.setBold(true);
    heading->setFont(0, font);
    tree->addTopLevelItem(heading);
    heading->setFirstColumnSpanned(true);
    for (const auto &line : lines) {
        auto *item = row(line.name, line.value);
        item->setToolTip(0, models::plainToolTip(line.name));
        item->setToolTip(1, models::plainToolTip(line.whole));
        if (line.whole != line.value) {
            item->setData(1, Qt::AccessibleDescriptionRole, line.whole);
        }
        heading->addChild(item);
    }
    heading->setExpanded(true);
}

QTreeWidgetItem *routingItem(const RoutingLine &line, const std::optional<RoutingLine> &expected)
{
    const auto differs = expected && expected->address != line.address;
    auto *item = new QTreeWidgetItem({line.title, line.who, expected ? expected->who : QString()});
    for (int column = 0; column < item->columnCount(); ++column) {
        item->setToolTip(column, models::plainToolTip(toolTipOf(line.address, line.doubt)));
    }
    if (expected && !expected->address.isEmpty()) {
        item->setToolTip(2, models::plainToolTip(expected->address));
    }
    if (differs) {
        item->setIcon(1, iconFor(MessageKind::Warning));
        item->setData(1, Qt::AccessibleDescriptionRole, Text::tr("Differs from what Nixflex set up"));
    } else if (line.isNixflex) {
        item->setIcon(1, iconFor(MessageKind::Success));
    }
    return item;
}

std::optional<RoutingLine> sameLineOf(const QList<RoutingLine> &lines, const RoutingLine &line)
{
    for (const auto &candidate : lines) {
        if (candidate.channel == line.channel && candidate.isFallback == line.isFallback) {
            return candidate;
        }
    }
    return std::nullopt;
}

void useAsTable(QTreeWidget *tree, const QStringList &headings)
{
    tree->setHeaderLabels(headings);
    tree->header()->setStretchLastSection(true);
    tree->setAlternatingRowColors(false);
    tree->setTextElideMode(Qt::ElideMiddle);
}

} // namespace

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DetailPane>())
{
    m_ui->setupUi(this);
    makeTitle(m_ui->numberLabel);
    makeQuiet(m_ui->numberFormsLabel);
    makeQuiet(m_ui->nothingLabel);
    makeQuiet(m_ui->seenLabel);
    m_ui->routingIntro->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    useAsTable(m_ui->routingTree, {tr("What"), tr("Who answers"), tr("As set up")});
    useAsTable(m_ui->factsTree, {tr("What"), tr("Value")});
    m_ui->tabs->tabBar()->setAccessibleName(tr("About this number"));
    // Its arrows are for the mouse; from the keyboard one walks through the tabs themselves.
    const auto arrows = m_ui->tabs->tabBar()->findChildren<QToolButton *>();
    for (auto *arrow : arrows) {
        arrow->setFocusPolicy(Qt::NoFocus);
    }
    m_ui->tabs->setTabIcon(0, iconFor(Icon::Route));
    m_ui->tabs->setTabIcon(1, iconFor(Icon::Info));
    m_ui->tabs->setTabIcon(2, iconFor(Icon::Business));
    m_ui->tabs->setTabIcon(3, iconFor(Icon::History));
    // In a low window one scrolls to the tabs, rather than looking at them through a slit.
    m_ui->tabs->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_ui->tabs->setMinimumHeight(fontMetrics().lineSpacing() * 14);
    connect(m_ui->fieldsButton, &QPushButton::clicked, this, &DetailPane::showFields);
    connect(m_ui->profileEditor, &ProfileEditor::unsavedChanged, this, &DetailPane::markUnsaved);
    fitWidth();
    showNothing(0);
}

DetailPane::~DetailPane() = default;

void DetailPane::setLedger(store::Ledger *ledger)
{
    m_ledger = ledger;
    m_ui->historyTree->setLedger(ledger);
    if (m_ledger != nullptr) {
        connect(m_ledger, &store::Ledger::operationsChanged, this, &DetailPane::loadHistory);
    }
}

ProfileEditor &DetailPane::profileEditor() const
{
    return *m_ui->profileEditor;
}

void DetailPane::markUnsaved()
{
    const auto tab = m_ui->tabs->indexOf(m_ui->profileTab);
    const auto isUnsaved = m_ui->profileEditor->isUnsaved();
    m_ui->tabs->setTabIcon(tab, isUnsaved ? iconFor(MessageKind::Warning) : iconFor(Icon::Business));
    m_ui->tabs->setTabToolTip(tab, isUnsaved ? tr("There is a text that is not saved yet") : QString());
}

HealthPanel &DetailPane::healthPanel() const
{
    return *m_ui->healthPanel;
}

void DetailPane::showNumber(const store::NumberRecord &number)
{
    const auto isSame = m_number && m_number->phoneNumber == number.phoneNumber;
    m_number = number;
    m_ui->stack->setCurrentWidget(m_ui->numberPage);
    fillHead();
    fillRouting();
    fillFacts();
    fitWidth();
    m_ui->profileEditor->showNumber(number);
    if (!isSame) {
        m_ui->historyTree->clear();
        loadHistory();
    }
}

void DetailPane::showNothing(int selectedCount)
{
    m_number.reset();
    m_ui->profileEditor->showNothing();
    m_ui->nothingLabel->setText(selectedCount > 1
                                    ? tr("%Ln numbers are selected.", nullptr, selectedCount)
                                    : tr("Choose a number to see who answers it and what was done with it."));
    m_ui->stack->setCurrentWidget(m_ui->nothingPage);
}

QSize DetailPane::sizeHint() const
{
    // The tabs' own hint takes arrows for granted.
    const auto tabs = m_ui->tabs->tabBar()->sizeHint().width();
    return QWidget::sizeHint().expandedTo(QSize(tabs, 0));
}

void DetailPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitRoutingColumns();
}

void DetailPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_number) {
        updateHealthIcon();
    }
    QWidget::changeEvent(event);
}

/// Nothing is cut off at the side: there is no scrolling in that direction.
void DetailPane::fitWidth()
{
    const auto bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    const auto contents = m_ui->numberContents->minimumSizeHint().width() + bar;
    setMinimumWidth(std::max(contents, fontMetrics().averageCharWidth() * 34));
}

void DetailPane::fillHead()
{
    const auto &number = m_number->phoneNumber;
    m_ui->numberLabel->setText(leftToRight(number.international()));
    QStringList forms{tr("%1 inside the country").arg(leftToRight(number.national()))};
    if (const auto country = countryNameOf(number.regionCode()); !country.isEmpty()) {
        forms.prepend(country);
    }
    if (!m_number->friendlyName.isEmpty() && digitsOf(m_number->friendlyName) != digitsOf(number.e164())) {
        forms.append(m_number->friendlyName);
    }
    m_ui->numberFormsLabel->setText(forms.join(u" · "_s));
    // A label looks at its text's first letter, which says nothing when it is a number or somebody's name.
    const auto start = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter);
    m_ui->numberLabel->setAlignment(start | Qt::AlignAbsolute);
    m_ui->numberFormsLabel->setAlignment(start | Qt::AlignAbsolute);
    m_ui->healthLabel->setText(healthText(*m_number));
    m_ui->healthPanel->showNumber(*m_number);
    updateHealthIcon();
}

void DetailPane::updateHealthIcon()
{
    const auto extent = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_ui->healthIcon->setPixmap(
        iconFor(healthKind(m_number->health)).pixmap(QSize(extent, extent), devicePixelRatioF()));
}

void DetailPane::fillRouting()
{
    m_ui->routingTree->clear();
    const auto &now = m_number->lastSeen;
    const auto &baseline = m_number->baseline;
    m_ui->routingTree->setVisible(now.has_value());
    m_ui->seenLabel->setVisible(now.has_value());
    m_ui->fieldsButton->setVisible(now.has_value());
    if (!now) {
        m_ui->routingIntro->setText(
            m_number->accountSid.isNull()
                ? tr("Nixflex has this number, but this computer has not seen it at Twilio: which account it "
                     "belongs to is not known here.")
                : tr("The number has not been read at Twilio yet."));
        return;
    }
    const auto isAsSetUp = baseline && now->differences(*baseline).isEmpty();
    const auto isGone = m_number->health == store::Health::Gone;
    m_ui->routingIntro->setText(
        isGone      ? tr("What was last seen at Twilio, before the number left Nixflex.")
        : !baseline ? tr("What Nixflex set up is not known: the number was not imported on this computer.")
        : isAsSetUp ? tr("Everything is as Nixflex set it up.")
                    : tr("Something was changed at Twilio after the import."));
    m_ui->routingTree->setColumnHidden(2, !baseline || isAsSetUp);
    const auto lines = routingLines(*now, baseline);
    const auto expected = baseline ? routingLines(*baseline, baseline) : QList<RoutingLine>();
    for (const auto &line : lines) {
        m_ui->routingTree->addTopLevelItem(routingItem(line, sameLineOf(expected, line)));
    }
    fitRoutingColumns();
    m_ui->seenLabel->setText(tr("As last seen at Twilio on %1.").arg(timeText(m_number->checkedAt)));
}

void DetailPane::showFields()
{
    if (!m_number || !m_number->lastSeen) {
        return;
    }
    std::optional<FieldsDialog::Comparison> setUp;
    if (m_number->baseline) {
        setUp = {tr("As set up"), *m_number->baseline};
    }
    auto *dialog =
        new FieldsDialog(m_number->phoneNumber, m_ui->seenLabel->text(), *m_number->lastSeen, setUp, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DetailPane::fitRoutingColumns()
{
    auto *tree = m_ui->routingTree;
    for (int column = 0; column < tree->columnCount(); ++column) {
        tree->resizeColumnToContents(column);
    }
    if (tree->isColumnHidden(2)) {
        return;
    }
    // What answers now is what one looks for; still, neither of the two is pushed out of sight.
    const auto rest = tree->viewport()->width() - tree->columnWidth(0);
    const auto setUp = std::min(tree->columnWidth(2), rest / 2);
    if (tree->columnWidth(1) > rest - setUp) {
        tree->setColumnWidth(1, std::max(rest - setUp, fontMetrics().averageCharWidth() * 8));
    }
}

void DetailPane::fillFacts()
{
    auto *tree = m_ui->factsTree;
    tree->clear();
    const auto &number = *m_number;
    tree->addTopLevelItem(row(tr("E.164"), leftToRight(number.phoneNumber.e164())));
    tree->addTopLevelItem(
        row(tr("Agent"), number.agentName.isEmpty() ? number.agentId.toString() : number.agentName));
    tree->addTopLevelItem(row(tr("Agent’s id"), number.agentId.toString()));
    tree->addTopLevelItem(row(tr("Customer"), number.customer));
    tree->addTopLevelItem(row(tr("Twilio account"), number.accountLabel));
    tree->addTopLevelItem(row(tr("Account SID"), number.accountSid.toString()));
    tree->addTopLevelItem(row(tr("Number’s SID"), number.numberSid));
    tree->addTopLevelItem(row(tr("Name at Twilio"), number.friendlyName));
    tree->addTopLevelItem(row(tr("Can do"), capabilityWords(number.capabilities)));
    tree->addTopLevelItem(row(tr("Incoming calls"), yesNo(number.isInboundEnabled)));
    tree->addTopLevelItem(row(tr("Outgoing calls"), yesNo(number.isOutboundEnabled)));
    tree->addTopLevelItem(row(tr("Imported"), timeText(number.importedAt)));
    tree->addTopLevelItem(row(tr("Last checked"), timeText(number.checkedAt)));
    addSettings(tree, number.settings);
    tree->resizeColumnToContents(0);
}

void DetailPane::loadHistory()
{
    if (m_ledger == nullptr || !m_number) {
        return;
    }
    auto task = m_ledger->operationsOf(m_number->phoneNumber);
    const auto asked = m_number->phoneNumber;
    QCoro::connect(std::move(task), this, [this, asked](const Result<QList<store::OperationRecord>> &result) {
        // Deliver only to the number that is still shown.
        if (result && m_number && m_number->phoneNumber == asked) {
            m_ui->historyTree->showOperations(*result);
        }
    });
}

} // namespace numbers::gui
