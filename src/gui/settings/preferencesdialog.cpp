#include "gui/settings/preferencesdialog.h"

#include "gui/common/typography.h"
#include "gui/settings/generalpage.h"
#include "gui/settings/keypage.h"
#include "gui/settings/networkpage.h"
#include "gui/settings/savedaccountspage.h"
#include "ui_preferencesdialog.h"
#include "workspace/workspace.h"

#include <QMessageBox>
#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

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
    connect(m_ui->networkPage, &NetworkPage::saved, this, [this] {
        if (m_isClosing) {
            QDialog::done(QDialog::Accepted);
        }
    });
    // The dialog stays open when closing it could not save.
    connect(m_ui->networkPage, &NetworkPage::saveFailed, this, [this] { m_isClosing = false; });
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::showPage(Page page)
{
    m_ui->tabs->setCurrentIndex(static_cast<int>(page));
}

void PreferencesDialog::done(int result)
{
    if (m_ui->networkPage->isChanged() && !m_isClosing) {
        askAboutNetwork();
    } else {
        QDialog::done(result);
    }
}

void PreferencesDialog::askAboutNetwork()
{
    showPage(Page::Network);
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Network settings"),
                        tr("The network settings were changed, but not saved."), QMessageBox::NoButton, this);
    box->setObjectName(u"unsavedNetworkBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *saveButton = box->addButton(tr("&Save"), QMessageBox::AcceptRole);
    saveButton->setObjectName(u"saveNetworkButton"_s);
    auto *discardButton = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    discardButton->setObjectName(u"discardNetworkButton"_s);
    auto *stayButton = box->addButton(tr("&Keep editing"), QMessageBox::RejectRole);
    stayButton->setObjectName(u"keepEditingButton"_s);
    box->setDefaultButton(stayButton);
    box->setEscapeButton(stayButton);
    connect(saveButton, &QPushButton::clicked, this, [this] {
        m_isClosing = true;
        m_ui->networkPage->save();
    });
    connect(discardButton, &QPushButton::clicked, this, [this] { QDialog::done(QDialog::Rejected); });
    box->open();
}

} // namespace numbers::gui
