#include "gui/settings/preferencesdialog.h"

#include "gui/common/typography.h"
#include "gui/settings/generalpage.h"
#include "gui/settings/keypage.h"
#include "gui/settings/networkpage.h"
#include "gui/settings/savedaccountspage.h"
#include "ui_preferencesdialog.h"
#include "workspace/workspace.h"

namespace numbers::gui {

PreferencesDialog::PreferencesDialog(workspace::Workspace &workspace, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PreferencesDialog>())
{
    m_ui->setupUi(this);
    m_ui->generalPage->setUp(workspace.settings(), theme);
    m_ui->keyPage->setUp(workspace);
    m_ui->networkPage->setUp(workspace);
    m_ui->accountsPage->setUp(workspace);
    fitToTexts(this, 78);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // The dialog stays open when closing it could not save.
    connect(m_ui->networkPage, &NetworkPage::saved, this, [this] {
        if (m_isClosing) {
            QDialog::done(QDialog::Accepted);
        }
    });
    connect(m_ui->networkPage, &NetworkPage::saveFailed, this, [this] { m_isClosing = false; });
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::showPage(Page page)
{
    m_ui->tabs->setCurrentIndex(static_cast<int>(page));
}

void PreferencesDialog::done(int result)
{
    // A second Close leaves without saving: nobody is held in a dialog by a proxy that cannot be saved.
    if (m_ui->networkPage->isDirty() && !m_isClosing) {
        m_isClosing = true;
        showPage(Page::Network);
        m_ui->networkPage->save();
        return;
    }
    QDialog::done(result);
}

} // namespace numbers::gui
