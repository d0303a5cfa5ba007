#pragma once

#include "base/error.h"
#include "gui/wizard/agentcontroller.h"
#include "gui/wizard/asyncpage.h"
#include "gui/wizard/errorplace.h"
#include "gui/wizard/wizardstate.h"

#include <memory>

class QSortFilterProxyModel;
class QStandardItemModel;

namespace numbers::gui {

namespace Ui {
class AgentPage;
}

/// Page 3: the agent, from the list or by its id, and the optional business profile.
class AgentPage : public AsyncPage
{
    Q_OBJECT
public:
    AgentPage(workspace::Workspace &workspace, const WizardStart &start, QWidget *parent = nullptr);
    ~AgentPage() override;

    void initializePage() override;
    void stop() override;
    void showError(const Error &error, WizardPlace place);

Q_SIGNALS:
    void chosen(const numbers::gui::AgentChoice &choice);
    void keySettingsRequested();

protected:
    [[nodiscard]] bool canGoOn() const override;
    void check() override;

private:
    enum Column { NameColumn, LanguageColumn, StateColumn, IdColumn, ColumnCount };

    void setUpView();
    void load();
    void fill(const QList<nixflex::Agent> &agents);
    void loadFailed(const Error &error);
    void agentSelected();
    void profileChanged();
    void updateFields();
    void select(const AgentId &id);
    [[nodiscard]] AgentChoice choice() const;

    std::unique_ptr<Ui::AgentPage> m_ui;
    workspace::Workspace &m_workspace;
    AgentController *m_controller;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_filter;
    AgentId m_start;
    bool m_hasList = false;
};

} // namespace numbers::gui
