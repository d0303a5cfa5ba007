#include "gui/history/historywindow.h"

#include "gui/changeover/openchangeover.h"
#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/common/searchfield.h"
#include "gui/common/tableview.h"
#include "gui/common/textdirection.h"
#include "gui/common/typography.h"
#include "gui/history/historyexport.h"
#include "gui/history/operationtext.h"
#include "models/operationmodel.h"
#include "store/enumnames.h"
#include "store/operationkinds.h"
#include "ui_historywindow.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QPointer>
#include <QScreen>
#include <QStandardPaths>

#include <utility>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using Column = models::OperationModel::Column;
using Kind = store::OperationRecord::Kind;
using Outcome = store::OperationRecord::Outcome;

namespace {

/// After the last key press.
constexpr int searchDelay = 120;
constexpr int all = -1;
/// In the period's list; others are days back from today.
constexpr int chosenDays = -2;

QString wordsOf(Kind kind)
{
    store::OperationRecord operation;
    operation.kind = kind;
    return operationTitle(operation);
}

QString wordsOf(Outcome outcome)
{
    store::OperationRecord operation;
    operation.outcome = outcome;
    return outcomeText(operation);
}

} // namespace

HistoryWindow::HistoryWindow(store::Ledger &ledger, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::HistoryWindow>())
    , m_ledger(ledger)
    , m_model(new models::OperationModel(ledger, {operationTitle, outcomeText}, this))
{
    m_ui->setupUi(this);
    m_ui->operationTree->setLedger(&ledger);
    m_ui->exportButton->setIcon(iconFor(Icon::Copy));
    makeQuiet(m_ui->countLabel);
    setUpFilters();
    setUpTable();
    m_ui->undoOperationButton->setIcon(iconFor(Icon::Back));
    connect(m_ui->undoOperationButton, &QPushButton::clicked, this, [this] {
        if (m_shown) {
            Q_EMIT undoRequested(*m_shown);
        }
    });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &HistoryWindow::chooseFile);
    connect(m_ui->closeHistoryButton, &QPushButton::clicked, this, &QWidget::close);
    connect(m_ui->exportBusyBar, &BusyBar::cancelRequested, this, [this] { m_export.cancel(); });
    const QSize wanted(fontMetrics().averageCharWidth() * 130, fontMetrics().lineSpacing() * 38);
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    applyQuery();
}

HistoryWindow::~HistoryWindow()
{
    m_export.cancel();
}

void HistoryWindow::setUpFilters()
{
    m_ui->historySearchEdit->addAction(iconFor(Icon::Search), QLineEdit::LeadingPosition);
    emptyOnEscape(*m_ui->historySearchEdit);
    m_ui->historySearchEdit->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    m_ui->kindCombo->addItem(tr("Everything"), all);
    const auto kinds = store::operationKinds();
    for (const auto kind : kinds) {
        m_ui->kindCombo->addItem(wordsOf(kind), static_cast<int>(kind));
    }
    m_ui->outcomeCombo->addItem(tr("Any outcome"), all);
    for (const auto outcome : {Outcome::Succeeded, Outcome::Refused, Outcome::NotSent, Outcome::NotExecuted,
                               Outcome::Unknown, Outcome::None}) {
        m_ui->outcomeCombo->addItem(wordsOf(outcome), static_cast<int>(outcome));
    }
    m_ui->periodCombo->addItem(tr("Any time"), all);
    m_ui->periodCombo->addItem(tr("Today"), 0);
    for (const int days : {7, 30, 365}) {
        m_ui->periodCombo->addItem(tr("The last %Ln days", nullptr, days), days);
    }
    m_ui->periodCombo->addItem(tr("From … to …"), chosenDays);
    const auto today = QDate::currentDate();
    m_ui->toDateEdit->setDate(today);
    m_ui->fromDateEdit->setDate(today.addMonths(-1));
    updatePeriod();

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchDelay);
    connect(&m_searchTimer, &QTimer::timeout, this, &HistoryWindow::applyQuery);
    connect(m_ui->historySearchEdit, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_ui->historySearchEdit, &QLineEdit::returnPressed, this, [this] {
        applyQuery();
        m_ui->operationView->setFocus(Qt::OtherFocusReason);
    });
    for (auto *combo : {m_ui->kindCombo, m_ui->outcomeCombo, m_ui->periodCombo}) {
        connect(combo, &QComboBox::currentIndexChanged, this, [this] {
            updatePeriod();
            applyQuery();
        });
    }
    for (auto *date : {m_ui->fromDateEdit, m_ui->toDateEdit}) {
        connect(date, &QDateEdit::dateChanged, this, &HistoryWindow::applyQuery);
    }
}

void HistoryWindow::setUpTable()
{
    auto *view = m_ui->operationView;
    view->setModel(m_model);
    view->setItemDelegateForColumn(static_cast<int>(Column::Number), new LeftToRightDelegate(view));
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setHighlightSections(false);
    const std::pair<Column, int> widths[]{{Column::StartedAt, 18},
                                          {Column::What, 24},
                                          {Column::Number, 18},
                                          {Column::Outcome, 24},
                                          {Column::Agent, 18}};
    for (const auto &[column, characters] : widths) {
        view->setColumnWidth(static_cast<int>(column), fontMetrics().averageCharWidth() * characters);
    }
    m_ui->historySplitter->setStretchFactor(0, 3);
    m_ui->historySplitter->setStretchFactor(1, 2);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryWindow::updateDetails);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HistoryWindow::updateDetails);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryWindow::updateDetails);
    // The current row may have gone with it, which the view tells nobody.
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &HistoryWindow::updateDetails);
    connect(m_model, &models::OperationModel::loaded, this, &HistoryWindow::updateCount);
    connect(m_model, &models::OperationModel::failed, this, [this](const Error &error) {
        m_ui->historyBar->showError(tr("Your records could not be read."), error);
    });
    updateDetails();
}

void HistoryWindow::updatePeriod()
{
    const auto isChosen = m_ui->periodCombo->currentData().toInt() == chosenDays;
    m_ui->fromDateEdit->setVisible(isChosen);
    m_ui->toDateEdit->setVisible(isChosen);
}

store::OperationQuery HistoryWindow::query() const
{
    store::OperationQuery query;
    query.text = m_ui->historySearchEdit->text();
    if (const auto kind = m_ui->kindCombo->currentData().toInt(); kind != all) {
        query.kind = static_cast<Kind>(kind);
    }
    if (const auto outcome = m_ui->outcomeCombo->currentData().toInt(); outcome != all) {
        query.outcome = static_cast<Outcome>(outcome);
    }
    // Days are the user's own.
    const auto period = m_ui->periodCombo->currentData().toInt();
    if (period == chosenDays) {
        query.since = m_ui->fromDateEdit->date().startOfDay().toUTC();
        query.until = m_ui->toDateEdit->date().addDays(1).startOfDay().toUTC();
    } else if (period != all) {
        query.since = QDate::currentDate().addDays(-period).startOfDay().toUTC();
    }
    return query;
}

void HistoryWindow::applyQuery()
{
    m_searchTimer.stop();
    m_model->setQuery(query());
}

void HistoryWindow::updateCount()
{
    const auto count = m_model->rowCount();
    m_ui->countLabel->setText(count > 0 ? tr("%Ln operations", nullptr, count)
                                        : tr("No operation matches what you look for."));
    m_ui->exportButton->setEnabled(count > 0 && !m_ui->exportBusyBar->isBusy());
    if (count > 0 && !m_ui->operationView->currentIndex().isValid()) {
        chooseRow(*m_ui->operationView, 0);
    }
}

void HistoryWindow::updateDetails()
{
    const auto row = m_ui->operationView->currentIndex().row();
    const auto operation = m_model->operation(row);
    m_ui->undoOperationButton->setEnabled(operation && Changeovers::canUndo(*operation));
    // What takes an undo back is the import, which opens as it was.
    m_ui->undoOperationButton->setText(operation && operation->kind == Kind::Undo ? tr("&Import again…")
                                                                                  : tr("&Undo…"));
    if (!operation) {
        // On its way, unless nothing is chosen.
        if (row < 0) {
            m_shown.reset();
            m_ui->operationTree->clear();
        }
        return;
    }
    const auto isSame = m_shown && m_shown->id == operation->id && m_shown->phase == operation->phase &&
                        m_shown->outcome == operation->outcome;
    m_shown = operation;
    if (!isSame) {
        m_ui->operationTree->showOperations({*operation});
        m_ui->operationTree->openFirst();
    }
}

void HistoryWindow::chooseFile()
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const auto table = tr("Tables (*.csv)");
    const auto json = tr("JSON, with every step (*.json)");
    auto *dialog = new QFileDialog(this, tr("Export the history"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({table, json});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"nixflex-numbers-history.csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, json](const QString &filter) {
        dialog->setDefaultSuffix(filter == json ? u"json"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryWindow::exportTo);
    dialog->open();
}

void HistoryWindow::exportTo(const QString &filePath)
{
    if (m_ui->exportBusyBar->isBusy()) {
        return;
    }
    const auto ids = m_model->ids();
    m_ui->historyBar->clear();
    m_ui->exportBusyBar->start(tr("Writing the file…"));
    m_ui->exportButton->setEnabled(false);
    m_export = CancelSource();
    // It may outlive this window for a moment.
    const auto total = static_cast<int>(ids.size());
    const auto onProgress = [self = QPointer(this), total](int done) {
        if (self) {
            self->m_ui->exportBusyBar->setProgress(done, total);
        }
    };
    auto task =
        exportHistory(m_ledger, ids, filePath, historyFormatOf(filePath), onProgress, m_export.token());
    QCoro::connect(std::move(task), this,
                   [this, filePath](const Result<int> &result) { exportEnded(filePath, result); });
}

void HistoryWindow::exportEnded(const QString &filePath, const Result<int> &result)
{
    m_ui->exportBusyBar->finish();
    updateCount();
    if (result) {
        m_ui->historyBar->showMessage(MessageKind::Success,
                                      tr("%Ln operations are in “%1”.", nullptr, *result).arg(filePath));
    } else if (isSilent(result.error())) {
        m_ui->historyBar->showMessage(MessageKind::Info, tr("Cancelled. No file was written."));
    } else {
        m_ui->historyBar->showError(result.error());
    }
}

} // namespace numbers::gui
