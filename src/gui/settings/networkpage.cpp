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

namespace {

using namespace Qt::StringLiterals;
using Key = workspace::Settings::Key;

} // namespace

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

    connect(m_ui->modeCombo, &QComboBox::activated, this, &NetworkPage::markDirty);
    connect(m_ui->kindCombo, &QComboBox::activated, this, &NetworkPage::markDirty);
    connect(m_ui->hostEdit, &QLineEdit::textEdited, this, &NetworkPage::markDirty);
    connect(m_ui->portSpin, &QSpinBox::valueChanged, this, &NetworkPage::markDirty);
    connect(m_ui->userEdit, &QLineEdit::textEdited, this, &NetworkPage::markDirty);
    connect(m_ui->passwordEdit, &QLineEdit::textEdited, this, [this] {
        m_isPasswordChanged = true;
        markDirty();
    });
    connect(m_ui->caEdit, &QLineEdit::textChanged, this, [this] {
        markDirty();
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
    const auto &settings = m_workspace->settings();
    m_ui->modeCombo->setCurrentIndex(std::max(0, m_ui->modeCombo->findData(settings.text(Key::ProxyMode))));
    m_ui->kindCombo->setCurrentIndex(std::max(0, m_ui->kindCombo->findData(settings.text(Key::ProxyKind))));
    m_ui->hostEdit->setText(settings.text(Key::ProxyHost));
    if (const auto port = settings.value(Key::ProxyPort).toInt(); port > 0) {
        m_ui->portSpin->setValue(port);
    }
    m_ui->userEdit->setText(settings.text(Key::ProxyUser));
    m_ui->caEdit->setText(settings.text(Key::ExtraCaFile));
    m_ui->passwordNote->setText(settings.text(Key::ProxyUser).isEmpty()
                                    ? QString()
                                    : tr("Leave it empty to keep the password that is in the keychain."));
    m_isDirty = false;
    m_isPasswordChanged = false;
    updateFields();
}

void NetworkPage::markDirty()
{
    m_isDirty = true;
    updateFields();
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
    m_ui->saveButton->setEnabled(m_isDirty && !m_ui->busyBar->isBusy());
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

void NetworkPage::save()
{
    apply([this] {
        m_ui->busyBar->finish();
        updateFields();
        m_ui->messageBar->showMessage(MessageKind::Success, tr("Saved. The next request goes this way."));
        Q_EMIT saved();
    });
}

void NetworkPage::apply(std::function<void()> next)
{
    if (m_workspace == nullptr || m_ui->busyBar->isBusy()) {
        return;
    }
    const auto isManual = m_ui->modeCombo->currentData().toString() == "manual"_L1;
    if (isManual && m_ui->hostEdit->text().trimmed().isEmpty()) {
        m_ui->messageBar->showMessage(MessageKind::Error, tr("Enter the proxy’s host name or address."));
        m_ui->hostEdit->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!checkCaFile()) {
        m_ui->caEdit->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_ui->messageBar->clear();
    m_ui->busyBar->start(tr("Saving…"), false);
    auto &settings = m_workspace->settings();
    settings.setValue(Key::ProxyMode, m_ui->modeCombo->currentData());
    settings.setValue(Key::ProxyKind, m_ui->kindCombo->currentData());
    settings.setValue(Key::ProxyHost, m_ui->hostEdit->text().trimmed());
    settings.setValue(Key::ProxyPort, m_ui->portSpin->value());
    settings.setValue(Key::ProxyUser, m_ui->userEdit->text());
    settings.setValue(Key::ExtraCaFile, m_ui->caEdit->text().trimmed());
    m_isDirty = false;
    if (!m_isPasswordChanged || m_ui->passwordEdit->text().isEmpty()) {
        applyToClient(std::move(next));
        return;
    }
    m_isPasswordChanged = false;
    const secrets::SecretKey name{secrets::SecretKey::Kind::ProxyPassword,
                                  u"%1@%2:%3"_s.arg(settings.text(Key::ProxyUser),
                                                    settings.text(Key::ProxyHost),
                                                    settings.text(Key::ProxyPort))};
    auto password = std::make_shared<const SecretString>(SecretString::fromText(m_ui->passwordEdit->text()));
    m_ui->passwordEdit->clear();
    auto task = m_workspace->secretStore().write(name, std::move(password));
    QCoro::connect(std::move(task), this, [this, next = std::move(next)](const Result<void> &result) {
        if (result) {
            applyToClient(next);
        } else {
            finish(result.error());
        }
    });
}

void NetworkPage::applyToClient(std::function<void()> next)
{
    auto task = m_workspace->applyNetworkSettings();
    QCoro::connect(std::move(task), this, [this, next = std::move(next)](const Result<void> &result) {
        if (result) {
            next();
        } else {
            finish(result.error());
        }
    });
}

void NetworkPage::finish(const Error &error)
{
    m_ui->busyBar->finish();
    updateFields();
    m_ui->messageBar->showError(error);
    Q_EMIT saveFailed(error);
}

void NetworkPage::test()
{
    m_testResults.clear();
    m_testFailures = 0;
    m_cancel = CancelSource();
    apply([this] {
        m_ui->busyBar->start(tr("Asking Nixflex for a sign of life…"));
        updateFields();
        testHost(true);
    });
}

void NetworkPage::testHost(bool isNixflex)
{
    net::HttpRequest request;
    const auto &options = m_workspace->options();
    // Any answer will do, also a refusal: what is tested is the way there.
    request.url = isNixflex
                      ? options.nixflexUrl
                      : (options.twilioUrl.isEmpty() ? QUrl(u"https://api.twilio.com"_s) : options.twilioUrl);
    request.pathTemplate = isNixflex ? u"/v1/usage"_s : u"/2010-04-01/Accounts.json"_s;
    request.url.setPath(request.pathTemplate);
    request.lane = u"connection-test"_s;
    const auto name = isNixflex ? tr("Nixflex") : tr("Twilio");
    auto task = m_workspace->http().send(std::move(request), m_cancel.token());
    QCoro::connect(std::move(task), this, [this, name, isNixflex](const Result<net::HttpResponse> &result) {
        if (!result && isSilent(result.error())) {
            m_ui->busyBar->finish();
            updateFields();
            return;
        }
        if (result) {
            m_testResults.append(tr("%1 answered in %2 ms.")
                                     .arg(name)
                                     .arg(locale().toString(qlonglong(result->duration.count()))));
        } else {
            ++m_testFailures;
            m_testResults.append(tr("%1: %2").arg(name, result.error().userText));
        }
        if (isNixflex) {
            m_ui->busyBar->setText(tr("Asking Twilio for a sign of life…"));
            testHost(false);
            return;
        }
        m_ui->busyBar->finish();
        updateFields();
        m_ui->messageBar->showMessage(m_testFailures == 0 ? MessageKind::Success : MessageKind::Error,
                                      m_testResults.join(u'\n'));
    });
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
