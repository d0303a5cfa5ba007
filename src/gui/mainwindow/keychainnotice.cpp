#include "gui/mainwindow/keychainnotice.h"

#include "gui/common/messagebar.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/settings/keychaintext.h"
#include "secrets/secretstore.h"

#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using State = secrets::SecretStore::State;

KeychainNotice::KeychainNotice(MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
{
}

void KeychainNotice::setStore(secrets::SecretStore &store)
{
    m_store = &store;
    connect(m_store, &secrets::SecretStore::stateChanged, this, &KeychainNotice::update);
}

void KeychainNotice::probe()
{
    if (m_store->isSessionOnly()) {
        return;
    }
    auto task = m_store->probe();
    QCoro::connect(std::move(task), this, [this](State) { update(); });
}

void KeychainNotice::showReadError(const Error &error)
{
    m_bar.showError(MainWindow::tr("The remembered key could not be read."), error);
}

void KeychainNotice::update()
{
    const auto text = describeKeychain(*m_store);
    if (text.kind != MessageKind::Warning) {
        m_bar.clear();
        return;
    }
    m_bar.showMessage(MessageKind::Warning, text.text);
    if (m_store->state() == State::WaitingForUnlock) {
        auto *unlockButton = m_bar.addButton(MainWindow::tr("&Unlock…"), u"unlockKeychainButton"_s);
        connect(unlockButton, &QPushButton::clicked, this, &KeychainNotice::unlock);
    } else {
        auto *probeButton = m_bar.addButton(MainWindow::tr("Check &again"), u"probeKeychainButton"_s);
        connect(probeButton, &QPushButton::clicked, this, &KeychainNotice::probe);
    }
}

void KeychainNotice::unlock()
{
    auto task = m_store->unlock();
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) {
        if (!result) {
            m_bar.showError(result.error());
            return;
        }
        m_bar.clear();
        Q_EMIT unlocked();
    });
}

} // namespace numbers::gui
