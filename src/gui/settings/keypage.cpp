#include "gui/settings/keypage.h"

#include "gui/common/confirmation.h"
#include "gui/settings/keychaintext.h"
#include "gui/settings/keyentry.h"
#include "ui_keypage.h"
#include "workspace/workspace.h"

namespace numbers::gui {

using namespace Qt::StringLiterals;

KeyPage::KeyPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::KeyPage>())
{
    m_ui->setupUi(this);
    m_ui->keyEntry->setCompact();
    connect(m_ui->forgetButton, &QPushButton::clicked, this, &KeyPage::askToForget);
    connect(m_ui->probeButton, &QPushButton::clicked, this, &KeyPage::probe);
    connect(m_ui->keyEntry, &KeyEntry::notRemembered, this, [this](const Error &error) {
        m_ui->messageBar->showError(tr("The key is in use, but will be asked for again after a restart."),
                                    error);
    });
    connect(m_ui->keyEntry, &KeyEntry::connected, this, [this] {
        if (m_ui->messageBar->kind() != MessageKind::Error || !m_ui->messageBar->hasMessage()) {
            m_ui->messageBar->showMessage(MessageKind::Success, tr("The new key is in use."));
        }
    });
}

KeyPage::~KeyPage() = default;

void KeyPage::setUp(workspace::Workspace &workspace)
{
    m_workspace = &workspace;
    m_ui->keyEntry->setWorkspace(m_workspace);
    connect(m_workspace, &workspace::Workspace::keyChanged, this, &KeyPage::update);
    connect(&m_workspace->secretStore(), &secrets::SecretStore::stateChanged, this, &KeyPage::update);
    update();
}

void KeyPage::update()
{
    m_ui->currentLabel->setText(m_workspace->hasKey() ? tr("Key %1").arg(m_workspace->keyId())
                                                      : tr("No key is in use."));
    m_ui->forgetButton->setEnabled(m_workspace->hasKey());
    m_ui->stateLabel->setText(describeKeychain(m_workspace->secretStore()).text);
}

void KeyPage::askToForget()
{
    const Question question{
        u"forgetKeyBox"_s, tr("Forget key"),
        tr("Forget the Nixflex key %1 on this computer?").arg(m_workspace->keyId()),
        tr("Nixflex shows a key only once, when it is made. Without a copy of it you need a new one to go "
           "on. It stays valid at Nixflex until it is revoked there; your numbers and records stay as they "
           "are."),
        tr("&Forget key")};
    ask(question, this, [this] { forget(); });
}

void KeyPage::forget()
{
    m_ui->forgetButton->setEnabled(false);
    auto task = m_workspace->forgetKey();
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) {
        update();
        if (result) {
            m_ui->messageBar->showMessage(MessageKind::Success,
                                          tr("The key is forgotten on this computer. It stays valid at "
                                             "Nixflex until it is revoked there."));
        } else {
            m_ui->messageBar->showError(result.error());
        }
    });
}

void KeyPage::probe()
{
    m_ui->probeButton->setEnabled(false);
    m_ui->stateLabel->setText(tr("Checking the keychain…"));
    auto task = m_workspace->secretStore().probe();
    QCoro::connect(std::move(task), this, [this](secrets::SecretStore::State) {
        m_ui->probeButton->setEnabled(true);
        update();
    });
}

} // namespace numbers::gui
