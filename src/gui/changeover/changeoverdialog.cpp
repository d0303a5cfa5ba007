#include "gui/changeover/changeoverdialog.h"

#include "gui/common/errortext.h"
#include "gui/common/textdirection.h"
#include "gui/common/typography.h"
#include "gui/settings/tokendialog.h"
#include "ui_changeoverdialog.h"
#include "workspace/workspace.h"

#include <QPushButton>
#include <QShowEvent>

#include <utility>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using Kind = operations::OperationOutcome::Kind;

ChangeoverDialog::ChangeoverDialog(workspace::Workspace &workspace, store::NumberRecord number,
                                   const QString &goText, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ChangeoverDialog>())
    , m_workspace(workspace)
    , m_number(std::move(number))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->headingLabel);
    m_ui->messageBar->setDismissible(false);
    m_goButton = m_ui->buttonBox->addButton(goText, QDialogButtonBox::AcceptRole);
    m_goButton->setObjectName(u"goButton"_s);
    m_goButton->setEnabled(false);
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &ChangeoverDialog::go);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &ChangeoverDialog::reject);
    connect(m_ui->busyBar, &BusyBar::cancelRequested, this, [this] {
        if (m_isRunning) {
            m_cancel.cancel();
        } else {
            reject();
        }
    });
}

ChangeoverDialog::~ChangeoverDialog() = default;

void ChangeoverDialog::reject()
{
    // Escape, too: what runs has an end that has to be seen.
    if (!m_isRunning) {
        m_looking.stop();
        QDialog::reject();
    }
}

void ChangeoverDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!std::exchange(m_hasLooked, true)) {
        lookAgain();
    }
}

void ChangeoverDialog::setHeading(const QString &heading, const QString &intro)
{
    m_ui->headingLabel->setText(heading);
    m_ui->introLabel->setText(intro);
}

QVBoxLayout *ChangeoverDialog::content()
{
    return m_ui->contentLayout;
}

void ChangeoverDialog::setGoEnabled(bool isEnabled)
{
    m_goButton->setEnabled(isEnabled && !m_isRunning);
}

void ChangeoverDialog::lookAgain()
{
    const auto token = m_looking.start();
    m_goButton->setEnabled(false);
    m_ui->messageBar->clear();
    m_ui->noteList->clear();
    if (m_number.accountSid.isNull()) {
        m_ui->messageBar->showMessage(
            MessageKind::Warning,
            tr("Which Twilio account %1 belongs to is not known here: it was not imported on this computer.")
                .arg(leftToRight(m_number.phoneNumber.international())));
        return;
    }
    m_ui->busyBar->start(tr("Looking at Twilio and Nixflex…"));
    deliverLatest(m_workspace.tokenOf(m_number.accountSid), this, token,
                  [this, token](const Result<std::shared_ptr<const SecretString>> &result) {
                      if (!result) {
                          showLookError(result.error());
                      } else if (*result == nullptr) {
                          askForToken();
                      } else {
                          look({m_number.accountSid, *result}, token);
                      }
                  });
}

void ChangeoverDialog::askForToken()
{
    m_ui->busyBar->finish();
    const auto account =
        m_number.accountLabel.isEmpty() ? m_number.accountSid.toString() : m_number.accountLabel;
    m_ui->messageBar->showMessage(
        MessageKind::Warning,
        tr("The Auth Token of the Twilio account “%1” is needed and is not known on this computer.")
            .arg(account));
    auto *button = m_ui->messageBar->addButton(tr("&Enter the Auth Token…"), u"enterTokenButton"_s);
    connect(button, &QPushButton::clicked, this, [this] {
        QCoro::connect(m_workspace.ledger().accounts(), this,
                       [this](const Result<QList<store::AccountRecord>> &accounts) {
                           replaceToken(accounts.value_or(QList<store::AccountRecord>()));
                       });
    });
    button->setFocus(Qt::OtherFocusReason);
}

void ChangeoverDialog::replaceToken(const QList<store::AccountRecord> &accounts)
{
    store::AccountRecord record;
    record.sid = m_number.accountSid;
    for (const auto &account : accounts) {
        if (account.sid == m_number.accountSid) {
            record = account; // with its customer and region, which are kept
        }
    }
    openTokenDialog(m_workspace, record, this, [this] { lookAgain(); });
}

void ChangeoverDialog::showLookError(const Error &error)
{
    m_ui->busyBar->finish();
    if (error.kind == Error::Kind::Unauthorized && error.provider == Error::Provider::Twilio) {
        askForToken();
        return;
    }
    m_ui->messageBar->showError(error);
    auto *button = m_ui->messageBar->addButton(tr("Try a&gain"), u"lookAgainButton"_s);
    connect(button, &QPushButton::clicked, this, &ChangeoverDialog::lookAgain);
}

void ChangeoverDialog::showPlan(const QList<operations::Note> &problems,
                                const QList<operations::Note> &warnings)
{
    m_ui->busyBar->finish();
    m_ui->noteList->clear();
    for (const auto &problem : problems) {
        m_ui->noteList->add(MessageKind::Error, problem.text);
    }
    for (const auto &warning : warnings) {
        m_ui->noteList->add(MessageKind::Warning, warning.text);
    }
    m_goButton->setEnabled(problems.isEmpty());
}

void ChangeoverDialog::showDone()
{
    m_ui->busyBar->finish();
    m_ui->contentHolder->setEnabled(false);
    m_ui->messageBar->showMessage(MessageKind::Success, successText());
    m_goButton->hide();
    auto *closeButton = m_ui->buttonBox->button(QDialogButtonBox::Cancel);
    closeButton->setText(tr("&Close"));
    closeButton->setFocus(Qt::OtherFocusReason);
}

void ChangeoverDialog::go()
{
    if (m_isRunning || !m_goButton->isEnabled()) {
        return;
    }
    m_isRunning = true;
    m_goButton->setEnabled(false);
    m_ui->contentHolder->setEnabled(false);
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setEnabled(false);
    m_ui->messageBar->clear();
    // Half of it is worse than all or nothing; only waiting for a provider can be ended.
    m_ui->busyBar->start(busyText());
    m_cancel = CancelSource();
    QCoro::connect(carryOut(m_cancel.token()), this,
                   [this](const operations::OperationOutcome &outcome) { finished(outcome); });
}

void ChangeoverDialog::finished(const operations::OperationOutcome &outcome)
{
    m_isRunning = false;
    m_ui->busyBar->finish();
    m_ui->noteList->clear();
    for (const auto &warning : outcome.warnings) {
        m_ui->noteList->add(MessageKind::Warning, warning.text);
    }
    auto *closeButton = m_ui->buttonBox->button(QDialogButtonBox::Cancel);
    closeButton->setEnabled(true);
    if (outcome.kind == Kind::Succeeded) {
        showDone();
    } else if (outcome.error && !isSilent(*outcome.error)) {
        m_ui->messageBar->showError(*outcome.error);
    } else {
        m_ui->messageBar->showMessage(MessageKind::Info,
                                      tr("Cancelled. Nothing was sent and nothing was changed."));
    }
    if (outcome.kind != Kind::Succeeded) {
        // What was shown may be true no more.
        m_ui->contentHolder->setEnabled(true);
        auto *button = m_ui->messageBar->addButton(
            outcome.kind == Kind::Unknown ? tr("Go &on") : tr("Look a&gain"), u"lookAgainButton"_s);
        connect(button, &QPushButton::clicked, this, &ChangeoverDialog::lookAgain);
    }
    closeButton->setFocus(Qt::OtherFocusReason);
}

} // namespace numbers::gui
