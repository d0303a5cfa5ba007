#include "gui/settings/networkpage.h"

#include "gui/common/errortext.h"
#include "gui/common/typography.h"
#include "net/certificatefile.h"
#include "ui_networkpage.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QFileDialog>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using Key = workspace::Settings::Key;

NetworkPage::NetworkPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NetworkPage>())
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->passwordNote);
    m_ui->modeCombo->addItem(tr("As in the system"), u"system"_s);
    m_ui->modeCombo->addItem(tr("None: connect directly"), u"none"_s);
    m_ui->modeCombo->addItem(tr("This one:"), u"manual"_s);
    m_ui->kindCombo->addItem(tr("HTTP"), u"http"_s);
    m_ui->kindCombo->addItem(tr("SOCKS 5"), u"socks5"_s);
    m_ui->caHint->setBuddy(m_ui->caEdit);

    connect(m_ui->modeCombo, &QComboBox::activated, this, &NetworkPage::updateFields);
    connect(m_ui->kindCombo, &QComboBox::activated, this, &NetworkPage::updateFields);
    connect(m_ui->hostEdit, &QLineEdit::textEdited, this, &NetworkPage::updateFields);
    connect(m_ui->portSpin, &QSpinBox::valueChanged, this, &NetworkPage::updateFields);
    connect(m_ui->userEdit, &QLineEdit::textEdited, this, &NetworkPage::updateFields);
    connect(m_ui->passwordEdit, &QLineEdit::textEdited, this, &NetworkPage::updateFields);
    connect(m_ui->caEdit, &QLineEdit::textChanged, this, [this] {
        updateFields();
        checkCaFile();
    });
    connect(m_ui->browseButton, &QPushButton::clicked, this, &NetworkPage::browse);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &NetworkPage::save);
    connect(m_ui->testButton, &QPushButton::clicked, this, &NetworkPage::test);
    connect(m_ui->busyBar, &BusyBar::cancelRequested, this, [this] { m_cancel.cancel(); });
}

NetworkPage::~NetworkPage()
{
    m_cancel.cancel();
}

void NetworkPage::setUp(workspace::Workspace &workspace)
{
    m_workspace = &workspace;
    load();
}

void NetworkPage::load()
{
    const auto saved = workspace::NetworkChoice::of(m_workspace->settings());
    m_ui->modeCombo->setCurrentIndex(std::max(0, m_ui->modeCombo->findData(saved.mode)));
    m_ui->kindCombo->setCurrentIndex(std::max(0, m_ui->kindCombo->findData(saved.kind)));
    m_ui->hostEdit->setText(saved.host);
    if (saved.port > 0) {
        m_ui->portSpin->setValue(saved.port);
    }
    m_ui->userEdit->setText(saved.user);
    m_ui->caEdit->setText(saved.caFile);
    m_saved = choice(); // with what the fields offer where nothing is set
    m_ui->passwordNote->setText(saved.user.isEmpty()
                                    ? QString()
                                    : tr("Leave it empty to keep the password that is in the keychain."));
    updateFields();
}

workspace::NetworkChoice NetworkPage::choice() const
{
    workspace::NetworkChoice choice;
    choice.mode = m_ui->modeCombo->currentData().toString();
    choice.kind = m_ui->kindCombo->currentData().toString();
    choice.host = m_ui->hostEdit->text().trimmed();
    choice.port = m_ui->portSpin->value();
    choice.user = m_ui->userEdit->text();
    choice.caFile = m_ui->caEdit->text().trimmed();
    return choice;
}

std::shared_ptr<const SecretString> NetworkPage::typedPassword() const
{
    const auto text = m_ui->passwordEdit->text();
    return text.isEmpty() ? nullptr : std::make_shared<const SecretString>(SecretString::fromText(text));
}

bool NetworkPage::isChanged() const
{
    return m_workspace != nullptr && (!(choice() == m_saved) || !m_ui->passwordEdit->text().isEmpty());
}

void NetworkPage::updateFields()
{
    const auto isManual = m_ui->modeCombo->currentData().toString() == "manual"_L1;
    const auto isLocked = m_workspace != nullptr && m_workspace->settings().isLocked(Key::ProxyMode);
    m_ui->modeCombo->setEnabled(!isLocked);
    for (auto *field : std::initializer_list<QWidget *>{m_ui->kindCombo, m_ui->hostEdit, m_ui->portSpin,
                                                        m_ui->userEdit, m_ui->passwordEdit}) {
        field->setEnabled(isManual && !isLocked);
    }
    m_ui->passwordNote->setVisible(!m_ui->passwordNote->text().isEmpty());
    m_ui->saveButton->setEnabled(isChanged() && !m_ui->busyBar->isBusy());
    m_ui->testButton->setEnabled(m_workspace != nullptr && !m_ui->busyBar->isBusy());
}

bool NetworkPage::checkCaFile()
{
    const auto path = m_ui->caEdit->text().trimmed();
    if (path.isEmpty()) {
        m_ui->caHint->clear();
        return true;
    }
    const auto certificates = net::readCertificates(path);
    if (!certificates) {
        m_ui->caHint->showMessage(MessageKind::Error, certificates.error().userText);
        return false;
    }
    m_ui->caHint->showMessage(MessageKind::Success, tr("%n certificate(s) found.", nullptr,
                                                       static_cast<int>(certificates->size())));
    return true;
}

/// Says what is missing; then nothing is begun.
bool NetworkPage::isUsable()
{
    if (m_workspace == nullptr || m_ui->busyBar->isBusy()) {
        return false;
    }
    if (choice().mode == "manual"_L1 && choice().host.isEmpty()) {
        m_ui->messageBar->showMessage(MessageKind::Error, tr("Enter the proxy’s host name or address."));
        m_ui->hostEdit->setFocus(Qt::OtherFocusReason);
        return false;
    }
    if (!checkCaFile()) {
        m_ui->caEdit->setFocus(Qt::OtherFocusReason);
        return false;
    }
    m_ui->messageBar->clear();
    return true;
}

void NetworkPage::save()
{
    if (!isUsable()) {
        Q_EMIT saveFailed();
        return;
    }
    m_ui->busyBar->start(tr("Saving…"), false);
    updateFields();
    auto password = typedPassword();
    if (password == nullptr) {
        saveChoice();
        return;
    }
    const auto key = choice().passwordKey();
    auto task = m_workspace->secretStore().write(key, std::move(password));
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) {
        if (result) {
            saveChoice();
        } else {
            fail(result.error());
        }
    });
}

void NetworkPage::saveChoice()
{
    m_saved = choice();
    m_saved.saveTo(m_workspace->settings());
    m_ui->passwordEdit->clear();
    auto task = m_workspace->applyNetworkSettings();
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) {
        if (!result) {
            fail(result.error());
            return;
        }
        m_ui->busyBar->finish();
        updateFields();
        m_ui->messageBar->showMessage(MessageKind::Success,
                                      tr("Saved. The next request uses these settings."));
        Q_EMIT saved();
    });
}

void NetworkPage::fail(const Error &error)
{
    m_ui->busyBar->finish();
    updateFields();
    m_ui->messageBar->showError(error);
    Q_EMIT saveFailed();
}

void NetworkPage::test()
{
    if (!isUsable()) {
        return;
    }
    m_cancel = CancelSource();
    m_ui->busyBar->start(tr("Testing the connection to Nixflex and Twilio…"));
    updateFields();
    const auto token = m_cancel.token();
    auto reading = workspace::readNetworkSettings(choice(), typedPassword(), &m_workspace->secretStore());
    QCoro::connect(std::move(reading), this, [this, token](const workspace::NetworkReading &read) {
        if (read.problem || token.isCancelled()) {
            m_ui->busyBar->finish();
            updateFields();
            if (!token.isCancelled()) {
                m_ui->messageBar->showError(*read.problem);
            }
            return;
        }
        const auto &options = m_workspace->options();
        auto nixflex = options.nixflexUrl;
        nixflex.setPath(u"/v1/usage"_s);
        auto twilio = options.twilioUrl.isEmpty() ? QUrl(u"https://api.twilio.com"_s) : options.twilioUrl;
        twilio.setPath(u"/2010-04-01/Accounts.json"_s);
        auto task = workspace::testConnection({nixflex, twilio}, read.settings, &m_workspace->clock(), token);
        QCoro::connect(std::move(task), this,
                       [this](const QList<workspace::ConnectionTest> &tests) { showTests(tests); });
    });
}

void NetworkPage::showTests(const QList<workspace::ConnectionTest> &tests)
{
    m_ui->busyBar->finish();
    updateFields();
    QStringList lines;
    auto kind = MessageKind::Success;
    for (const auto &test : tests) {
        const auto name = lines.isEmpty() ? tr("Nixflex") : tr("Twilio");
        if (!test.answer) {
            if (isSilent(test.answer.error())) {
                return;
            }
            kind = MessageKind::Error;
            lines << tr("%1: %2", "server, error").arg(name, test.answer.error().userText);
            continue;
        }
        const auto time = locale().toString(qlonglong(test.answer->count()));
        lines << (test.isThisComputer
                      ? tr("%1 answered in %2 ms. It is on this computer, so the proxy was not used.")
                            .arg(name, time)
                  : test.proxy.isEmpty()
                      ? tr("%1 answered in %2 ms, without a proxy.").arg(name, time)
                      : tr("%1 answered in %2 ms, through the proxy %3.").arg(name, time, test.proxy));
    }
    if (isChanged()) {
        lines << tr("These settings are not saved yet.");
    }
    m_ui->messageBar->showMessage(kind, lines.join(u'\n'));
}

void NetworkPage::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a certificate file"), QDir::homePath(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_ui->caEdit, &QLineEdit::setText);
    dialog->open();
}

} // namespace numbers::gui
