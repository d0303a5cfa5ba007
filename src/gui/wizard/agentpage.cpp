#include "gui/wizard/agentpage.h"

#include "base/plaintext.h"
#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/common/tableview.h"
#include "gui/wizard/arrowkeyfilter.h"
#include "nixflex/client.h"
#include "ui_agentpage.h"
#include "workspace/workspace.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int IdRole = Qt::UserRole + 1;
constexpr int ActiveRole = Qt::UserRole + 2;

/// "English" for "en"; the provider's own word where it is no language of this system.
QString languageWords(const QString &code)
{
    if (code.isEmpty()) {
        return {};
    }
    if (code == "multi"_L1) {
        return AgentPage::tr("Several languages");
    }
    const QLocale locale(code);
    return locale.language() == QLocale::C ? code : QLocale::languageToString(locale.language());
}

InputCheck checkAgentId(const QString &text)
{
    if (text.isEmpty()) {
        return {};
    }
    const auto id = AgentId::parse(text);
    if (!id) {
        return {InputCheck::Verdict::Wrong, id.error().userText, {}};
    }
    if (id->toString() != text) {
        return {InputCheck::Verdict::Fixable,
                AgentPage::tr("There are blanks, line breaks or quotes around this id."), id->toString()};
    }
    return {InputCheck::Verdict::Good, {}, {}};
}

} // namespace

AgentPage::AgentPage(workspace::Workspace &workspace, const WizardStart &start, QWidget *parent)
    : AsyncPage(parent)
    , m_ui(std::make_unique<Ui::AgentPage>())
    , m_workspace(workspace)
    , m_controller(new AgentController(workspace, this))
    , m_model(new QStandardItemModel(this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_start(start.agentId)
{
    m_ui->setupUi(this);
    setUpView();
    m_ui->messageBar->setDismissible(false);
    m_ui->profileHint->setBuddy(m_ui->profileEdit);
    m_ui->readAgainButton->setIcon(iconFor(Icon::Sync));
    m_ui->profileEdit->setMinimumHeight(m_ui->profileEdit->fontMetrics().lineSpacing() * 3);

    new DownKey(m_ui->agentFilterEdit, m_ui->agentView);
    connect(m_ui->agentFilterEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterFixedString(text.trimmed());
        if (!text.trimmed().isEmpty() && m_filter->rowCount() == 1) {
            chooseRow(*m_ui->agentView, 0); // what can only mean one row is that row
        }
    });
    connect(m_ui->readAgainButton, &QPushButton::clicked, this, &AgentPage::load);
    connect(m_ui->typeIdCheckBox, &QCheckBox::toggled, this, [this](bool isTyped) {
        updateFields();
        if (isTyped) {
            m_ui->agentHint->setCheck(checkAgentId(m_ui->agentIdEdit->text()));
            m_ui->agentIdEdit->setFocus(Qt::OtherFocusReason);
        } else {
            m_ui->agentHint->clear();
            agentSelected();
        }
    });
    connect(m_ui->agentIdEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_ui->agentHint->setCheck(checkAgentId(text));
        Q_EMIT completeChanged();
    });
    connect(m_ui->profileEdit, &QPlainTextEdit::textChanged, this, &AgentPage::profileChanged);
    connect(m_ui->busyBar, &BusyBar::cancelRequested, this, &AgentPage::stop);

    connect(m_controller, &AgentController::remembered, this, &AgentPage::fill);
    connect(m_controller, &AgentController::loaded, this, [this](const QList<nixflex::Agent> &agents) {
        m_ui->busyBar->finish();
        m_ui->messageBar->clear();
        fill(agents);
        if (agents.isEmpty()) {
            m_ui->messageBar->showMessage(
                MessageKind::Warning,
                tr("This Nixflex key has no agents yet. Make one at Nixflex, then read the list again."));
        }
    });
    connect(m_controller, &AgentController::failed, this, &AgentPage::loadFailed);
    m_ui->profileEdit->setPlainText(start.customPrompt);
    profileChanged();
    updateFields();
}

AgentPage::~AgentPage() = default;

void AgentPage::setUpView()
{
    m_model->setColumnCount(ColumnCount);
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Language"), tr("State"), tr("Id")});
    m_filter->setSourceModel(m_model);
    m_filter->setFilterKeyColumn(-1);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setSortLocaleAware(true);
    auto *view = m_ui->agentView;
    view->setModel(m_filter);
    view->verticalHeader()->hide();
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    view->sortByColumn(NameColumn, Qt::AscendingOrder);
    view->setMinimumHeight(view->fontMetrics().lineSpacing() * 6);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AgentPage::agentSelected);
    connect(view, &QTableView::doubleClicked, this, [this] {
        if (isComplete()) {
            wizard()->next();
        }
    });
}

void AgentPage::initializePage()
{
    load();
}

void AgentPage::stop()
{
    m_controller->stop();
    m_ui->busyBar->finish();
    setBusy(false);
}

void AgentPage::load()
{
    m_ui->messageBar->clear();
    m_ui->busyBar->start(tr("Reading the agents from Nixflex…"));
    m_controller->load();
}

void AgentPage::fill(const QList<nixflex::Agent> &agents)
{
    const auto first = m_start.isNull() ? m_workspace.settings().text(workspace::Settings::Key::LastAgentId)
                                        : m_start.toString();
    const auto previous = choice().id.isNull() ? first : choice().id.toString();
    m_hasList = true;
    const auto sortColumn = m_ui->agentView->horizontalHeader()->sortIndicatorSection();
    const auto sortOrder = m_ui->agentView->horizontalHeader()->sortIndicatorOrder();
    m_model->removeRows(0, m_model->rowCount());
    for (const auto &agent : agents) {
        auto *name = new QStandardItem(agent.name.isEmpty() ? agent.id.toString() : agent.name);
        name->setData(agent.id.toString(), IdRole);
        name->setData(agent.isActive ? QVariant(*agent.isActive) : QVariant(), ActiveRole);
        auto *state = new QStandardItem(!agent.isActive   ? tr("Not known", "whether an agent is active")
                                        : *agent.isActive ? tr("Active")
                                                          : tr("Not active"));
        state->setIcon(agent.isActive.value_or(false) ? QIcon() : iconFor(MessageKind::Warning));
        m_model->appendRow({name, new QStandardItem(languageWords(agent.language)), state,
                            new QStandardItem(agent.id.toString())});
    }
    m_ui->agentView->sortByColumn(sortColumn, sortOrder);
    m_ui->agentView->resizeColumnsToContents();
    if (const auto id = AgentId::parse(previous)) {
        select(*id);
    }
    updateFields();
}

void AgentPage::loadFailed(const Error &error)
{
    m_ui->busyBar->finish();
    if (isSilent(error)) {
        return;
    }
    const auto place = placeOf(error);
    m_ui->messageBar->showError(
        m_hasList ? tr("The list may be out of date.")
                  : tr("The agents could not be read; you can enter an agent’s id instead."),
        error);
    if (place == WizardPlace::NixflexKey) {
        auto *button = m_ui->messageBar->addButton(tr("Nixflex &key…"), u"keySettingsButton"_s);
        connect(button, &QPushButton::clicked, this, &AgentPage::keySettingsRequested);
    }
    if (!m_hasList && place != WizardPlace::NixflexKey) {
        m_ui->typeIdCheckBox->setChecked(true);
    }
}

void AgentPage::select(const AgentId &id)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const auto index = m_filter->index(row, NameColumn);
        if (index.data(IdRole).toString() == id.toString()) {
            m_ui->agentView->setCurrentIndex(index);
            m_ui->agentView->scrollTo(index);
            return;
        }
    }
}

void AgentPage::agentSelected()
{
    const auto rows = m_ui->agentView->selectionModel()->selectedRows(NameColumn);
    if (!m_ui->typeIdCheckBox->isChecked()) {
        if (!rows.isEmpty() && !rows.front().data(ActiveRole).isValid()) {
            m_ui->agentHint->showMessage(MessageKind::Warning,
                                         tr("It is not known whether this agent is active: look at it in the "
                                            "Nixflex dashboard."));
        } else if (!rows.isEmpty() && !rows.front().data(ActiveRole).toBool()) {
            m_ui->agentHint->showMessage(MessageKind::Warning,
                                         tr("This agent is not active: it will not answer until it is "
                                            "activated at Nixflex."));
        } else {
            m_ui->agentHint->clear();
        }
    }
    Q_EMIT completeChanged();
}

void AgentPage::profileChanged()
{
    // Nixflex counts characters as code points, as far as is known; the longer count is the safe one.
    const auto profile = m_ui->profileEdit->toPlainText();
    const auto length = profile.size();
    const auto text = tr("%L1 of %L2 characters").arg(length).arg(nixflex::longestCustomPrompt);
    if (length > nixflex::longestCustomPrompt) {
        m_ui->profileHint->showMessage(MessageKind::Error, tr("%1: %L2 too many.", "counter, then number")
                                                               .arg(text)
                                                               .arg(length - nixflex::longestCustomPrompt));
    } else if (const auto clean = withoutControls(profile); clean != profile) {
        m_ui->profileHint->setCheck({InputCheck::Verdict::Fixable,
                                     tr("There are control characters in this text, which cannot be read."),
                                     clean});
    } else {
        m_ui->profileHint->clear();
        m_ui->profileHint->setPlaceholder(text);
    }
    Q_EMIT completeChanged();
}

void AgentPage::updateFields()
{
    const auto isTyped = m_ui->typeIdCheckBox->isChecked();
    m_ui->agentIdEdit->setEnabled(isTyped);
    m_ui->agentView->setEnabled(!isTyped);
    m_ui->agentFilterEdit->setEnabled(!isTyped);
    Q_EMIT completeChanged();
}

AgentChoice AgentPage::choice() const
{
    AgentChoice choice;
    choice.customPrompt = m_ui->profileEdit->toPlainText();
    QString id;
    if (m_ui->typeIdCheckBox->isChecked()) {
        id = m_ui->agentIdEdit->text();
    } else if (const auto rows = m_ui->agentView->selectionModel()->selectedRows(NameColumn);
               !rows.isEmpty()) {
        id = rows.front().data(IdRole).toString();
        choice.name = rows.front().data().toString();
    }
    if (const auto parsed = AgentId::parse(id)) {
        choice.id = *parsed;
    }
    return choice;
}

bool AgentPage::canGoOn() const
{
    const auto now = choice();
    return !now.id.isNull() && now.customPrompt.size() <= nixflex::longestCustomPrompt &&
           withoutControls(now.customPrompt) == now.customPrompt;
}

void AgentPage::check()
{
    const auto now = choice();
    m_workspace.settings().setValue(workspace::Settings::Key::LastAgentId, now.id.toString());
    Q_EMIT chosen(now);
    pass();
}

void AgentPage::showError(const Error &error, WizardPlace place)
{
    m_ui->messageBar->showError(error);
    if (place == WizardPlace::Profile) {
        m_ui->profileHint->showError(error);
        m_ui->profileEdit->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_ui->agentHint->showError(error);
    if (m_ui->typeIdCheckBox->isChecked()) {
        m_ui->agentIdEdit->setFocus(Qt::OtherFocusReason);
    } else {
        m_ui->agentView->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace numbers::gui
