#include "gui/settings/keyentry.h"

#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/common/screenreader.h"
#include "gui/settings/keychaintext.h"
#include "ui_keyentry.h"
#include "workspace/workspace.h"

#include <QAction>

namespace numbers::gui {

using namespace Qt::StringLiterals;

KeyEntry::KeyEntry(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::KeyEntry>())
{
    m_ui->setupUi(this);
    m_ui->keyHint->watch(m_ui->keyEdit, &checkNixflexKey);
    m_ui->keyHint->setPlaceholder(tr("Both halves with the colon between them, as Nixflex shows them once."));
    m_ui->messageBar->setDismissible(false);
    m_ui->connectButton->setIcon(iconFor(Icon::Key));
    m_ui->networkButton->setIcon(iconFor(Icon::Network));

    auto *showAction = m_ui->keyEdit->addAction(iconFor(Icon::Show), QLineEdit::TrailingPosition);
    showAction->setCheckable(true);
    showAction->setText(tr("Show the key"));
    showAction->setToolTip(tr("Show the key"));
    connect(showAction, &QAction::toggled, m_ui->keyEdit, [this](bool isShown) {
        m_ui->keyEdit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });

    connect(m_ui->keyHint, &FieldHint::verdictChanged, this, &KeyEntry::updateButtons);
    connect(m_ui->keyEdit, &QLineEdit::returnPressed, this, &KeyEntry::tryKey);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &KeyEntry::tryKey);
    connect(m_ui->networkButton, &QPushButton::clicked, this, &KeyEntry::networkSettingsRequested);
    connect(m_ui->busyBar, &BusyBar::cancelRequested, this, [this] { m_cancel.cancel(); });
    updateButtons();
}

KeyEntry::~KeyEntry()
{
    m_cancel.cancel();
}

void KeyEntry::setWorkspace(workspace::Workspace *workspace)
{
    m_workspace = workspace;
    if (m_workspace != nullptr) {
        connect(&m_workspace->secretStore(), &secrets::SecretStore::stateChanged, this,
                &KeyEntry::updateKeychain);
        updateKeychain();
    }
    updateButtons();
}

void KeyEntry::setCompact()
{
    m_isCompact = true;
    m_ui->networkButton->hide();
    m_ui->keychainLabel->hide();
}

void KeyEntry::focusKey()
{
    m_ui->keyEdit->setFocus(Qt::OtherFocusReason);
}

void KeyEntry::tryKey()
{
    if (m_workspace == nullptr || m_ui->busyBar->isBusy()) {
        return;
    }
    auto key = NixflexKey::parse(m_ui->keyEdit->text());
    if (!key) {
        m_ui->keyHint->showError(key.error());
        focusKey();
        return;
    }
    m_ui->messageBar->clear();
    m_ui->busyBar->start(tr("Asking Nixflex whether it knows this key…"));
    m_cancel = CancelSource();
    updateButtons();
    const auto isRemembered = m_ui->rememberCheck->isChecked() && m_ui->rememberCheck->isEnabled();
    auto task = m_workspace->useKey(std::move(*key), isRemembered, m_cancel.token());
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) { finishTry(result); });
}

void KeyEntry::finishTry(const Result<void> &result)
{
    m_ui->busyBar->finish();
    const auto isInUse = result.has_value() || result.error().kind == Error::Kind::SecretStore;
    if (isInUse) {
        m_ui->keyEdit->clear();
        m_ui->keyHint->clear();
        if (!result) {
            Q_EMIT notRemembered(result.error());
        }
        updateButtons();
        Q_EMIT connected();
        return;
    }
    updateButtons();
    showFailure(result.error());
}

void KeyEntry::showFailure(const Error &error)
{
    if (isSilent(error)) {
        focusKey();
        return;
    }
    if (error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Forbidden) {
        // The place to fix it is the field itself, so no one is sent to the preferences.
        const auto text = error.kind == Error::Kind::Forbidden
                              ? error.userText
                              : tr("Nixflex does not accept this key: it is wrong, or was revoked or "
                                   "replaced. Copy it again, or make a new one at Nixflex.");
        m_ui->keyHint->showMessage(MessageKind::Error, text);
        focusKey();
        announce(m_ui->keyEdit, text);
        return;
    }
    m_ui->messageBar->showError(error);
    if (isWorthRetrying(error)) {
        auto *button = m_ui->messageBar->addButton(tr("&Try again"), u"tryAgainButton"_s);
        connect(button, &QPushButton::clicked, this, &KeyEntry::tryKey);
    }
}

void KeyEntry::updateButtons()
{
    const auto isBusy = m_ui->busyBar->isBusy();
    m_ui->keyEdit->setReadOnly(isBusy);
    m_ui->connectButton->setEnabled(m_workspace != nullptr && !isBusy && !m_ui->keyEdit->text().isEmpty());
}

void KeyEntry::updateKeychain()
{
    const auto text = describeKeychain(m_workspace->secretStore());
    m_ui->rememberCheck->setEnabled(text.canRemember);
    // Warnings are the window's business: it says them above every page, with a button to mend them.
    m_ui->keychainLabel->setText(text.kind == MessageKind::Info ? text.text : QString());
    const auto isKnown = m_workspace->secretStore().state() != secrets::SecretStore::State::Unknown;
    m_ui->keychainLabel->setVisible(!m_isCompact && isKnown && !m_ui->keychainLabel->text().isEmpty());
}

} // namespace numbers::gui
