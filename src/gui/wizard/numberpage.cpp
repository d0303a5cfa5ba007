#include "gui/wizard/numberpage.h"

#include "base/countryname.h"
#include "base/phonereadings.h"
#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/common/screenreader.h"
#include "gui/common/tableview.h"
#include "gui/common/textdirection.h"
#include "gui/common/typography.h"
#include "gui/wizard/arrowkeyfilter.h"
#include "gui/wizard/numbermodel.h"
#include "ui_numberpage.h"
#include "workspace/workspace.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

/// Shorter texts are the beginning of a number, or an extension of the office: no reason to judge them.
constexpr qsizetype shortestNumber = 6;

} // namespace

NumberPage::NumberPage(workspace::Workspace &workspace, const WizardStart &start, QWidget *parent)
    : AsyncPage(parent)
    , m_ui(std::make_unique<Ui::NumberPage>())
    , m_workspace(workspace)
    , m_controller(new NumberController(workspace, this))
    , m_model(new NumberModel(this))
    , m_filter(new NumberFilter(m_model, this))
{
    m_ui->setupUi(this);
    m_ui->numberHint->setBuddy(m_ui->numberFilterEdit);
    m_ui->messageBar->setDismissible(false);
    m_ui->readAgainButton->setIcon(iconFor(Icon::Sync));
    makeQuiet(m_ui->countLabel);
    m_ui->moveButton->setIcon(iconFor(Icon::Agent));
    m_ui->moveButton->hide();
    connect(m_ui->moveButton, &QPushButton::clicked, this, [this] { Q_EMIT moveRequested(m_moved); });
    new DownKey(m_ui->numberFilterEdit, m_ui->numberView);
    setUpView();
    connectController();
    connect(m_ui->numberFilterEdit, &QLineEdit::textChanged, this, &NumberPage::filterChanged);
    connect(m_ui->readAgainButton, &QPushButton::clicked, this, &NumberPage::readAgain);
    connect(m_ui->busyBar, &BusyBar::cancelRequested, this, [this] {
        stop();
        m_ui->numberFilterEdit->setFocus(Qt::OtherFocusReason);
    });
    updateHint();
    if (!start.number.isNull()) {
        m_ui->numberFilterEdit->setText(start.number.e164());
    }
}

NumberPage::~NumberPage() = default;

void NumberPage::setUpView()
{
    auto *view = m_ui->numberView;
    view->setModel(m_filter);
    view->setItemDelegateForColumn(NumberModel::NumberColumn, new LeftToRightDelegate(view));
    view->sortByColumn(NumberModel::NumberColumn, Qt::AscendingOrder);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(NumberModel::NameColumn, QHeaderView::Stretch);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateHint();
        Q_EMIT completeChanged();
    });
    connect(view, &QTableView::doubleClicked, this, [this] {
        if (isComplete()) {
            wizard()->next();
        }
    });
}

void NumberPage::connectController()
{
    connect(m_controller, &NumberController::importedLoaded, this,
            [this](const NumberController::Imported &imported) {
                m_model->setImported(imported);
                updateHint();
            });
    connect(m_controller, &NumberController::pageLoaded, this,
            [this](const QList<twilio::IncomingNumber> &page) {
                m_model->append(page);
                listChanged();
            });
    connect(m_controller, &NumberController::loaded, this, [this](const QList<SkippedRow> &skipped) {
        m_isLoading = false;
        m_isListComplete = skipped.isEmpty();
        listChanged();
        if (!skipped.isEmpty()) {
            m_ui->messageBar->showMessage(
                MessageKind::Warning,
                tr("%n row(s) of Twilio's list could not be read and were left out: %1.", nullptr,
                   static_cast<int>(skipped.size()))
                    .arg(labelsOf(skipped)));
        }
    });
    connect(m_controller, &NumberController::loadFailed, this, &NumberPage::loadFailed);
    connect(m_controller, &NumberController::found, this, &NumberPage::found);
    connect(m_controller, &NumberController::findFailed, this, &NumberPage::findFailed);
    connect(m_controller, &NumberController::importedConfirmed, this, &NumberPage::importedConfirmed);
    connect(m_controller, &NumberController::confirmFailed, this, &NumberPage::goOn);
}

void NumberPage::setAccount(const AccountChoice &account)
{
    const auto isSame = m_account && m_account->credentials.accountSid == account.credentials.accountSid;
    m_account = account;
    if (!isSame) {
        m_controller->stopLoading();
        m_isLoading = false;
        m_isListComplete = false;
        m_model->clear();
    }
    setSubTitle(
        tr("Numbers of %1. Type any part of a number, its name or its country to shorten the list, or "
           "the whole number in any format.")
            .arg(account.name));
}

void NumberPage::initializePage()
{
    m_ui->numberFilterEdit->setFocus(Qt::OtherFocusReason);
    if (!m_isListComplete && !m_isLoading) {
        readAgain();
    }
}

void NumberPage::stop()
{
    m_controller->stopLoading();
    m_controller->stopFinding();
    m_isLoading = false;
    m_finding.clear();
    setBusy(false);
    updateBusy();
    updateCount();
}

void NumberPage::readAgain()
{
    if (!m_account) {
        return;
    }
    m_ui->messageBar->clear();
    m_isLoading = true;
    m_isListComplete = false;
    updateBusy();
    m_controller->load(*m_account);
}

void NumberPage::forgetNumber()
{
    m_ui->numberFilterEdit->clear();
    m_ui->numberView->clearSelection();
}

// ----------------------------------------------------------------------------------------- the list and the
// text

void NumberPage::filterChanged()
{
    m_filter->setText(m_ui->numberFilterEdit->text(), typed().value_or(QList<PhoneNumber>()));
    listChanged();
}

void NumberPage::listChanged()
{
    // What can only mean one row is that row; a whole number never means another one.
    const auto readings = typed();
    if (!m_ui->numberFilterEdit->text().trimmed().isEmpty()) {
        auto row = -1;
        for (const auto &number : readings.value_or(QList<PhoneNumber>())) {
            row = row < 0 ? m_filter->rowOf(number) : row;
        }
        // While the list comes, another one may follow.
        if (row < 0 && m_filter->rowCount() == 1 && !m_isLoading &&
            !(readings && readings->last().validity() == PhoneNumber::Validity::Valid)) {
            row = 0;
        }
        if (row >= 0) {
            chooseRow(*m_ui->numberView, row);
        }
    }
    if (!m_isLoading || m_model->rowCount() < 2'000) {
        for (const auto column : {NumberModel::NumberColumn, NumberModel::CountryColumn,
                                  NumberModel::TakesColumn, NumberModel::NixflexColumn}) {
            m_ui->numberView->resizeColumnToContents(column);
        }
    }
    updateCount();
    updateBusy();
    updateHint();
    Q_EMIT completeChanged();
}

void NumberPage::updateCount()
{
    const auto all = m_model->rowCount();
    const auto shown = m_filter->rowCount();
    if (m_isListComplete && all == 0) {
        m_ui->countLabel->setText(
            tr("This account has no numbers. Buy one at Twilio, or choose another account."));
    } else if (all == 0) {
        m_ui->countLabel->setText(QString());
    } else if (shown == all) {
        m_ui->countLabel->setText(tr("%Ln number(s)", nullptr, all));
    } else {
        m_ui->countLabel->setText(tr("%L1 of %Ln number(s) shown", nullptr, all).arg(shown));
    }
}

void NumberPage::updateBusy()
{
    if (!m_finding.isEmpty()) {
        m_ui->busyBar->start(tr("Asking Twilio for %1…").arg(m_finding));
    } else if (m_isLoading) {
        const auto count = m_model->rowCount();
        const auto text = count == 0
                              ? tr("Reading the account’s numbers from Twilio…")
                              : tr("Reading the account’s numbers from Twilio: %L1 so far…").arg(count);
        if (m_ui->busyBar->isBusy()) {
            m_ui->busyBar->setText(text);
        } else {
            m_ui->busyBar->start(text);
        }
    } else {
        m_ui->busyBar->finish();
    }
}

QString NumberPage::describe(const PhoneNumber &number) const
{
    QStringList words{number.e164(), number.international(), number.national()};
    words.removeDuplicates();
    std::transform(words.cbegin(), words.cend(), words.begin(), &leftToRight);
    if (const auto country = countryNameOf(number.regionCode()); !country.isEmpty()) {
        words << country;
    }
    return words.join(u" · "_s);
}

void NumberPage::updateHint()
{
    auto *hint = m_ui->numberHint;
    const auto readings = typed();
    m_ui->moveButton->hide();
    if (const auto *row = selected()) {
        if (const auto agent = m_model->agentOf(row->phoneNumber)) {
            offerMove(row->phoneNumber, *agent);
        } else if (row->phoneNumber.validity() == PhoneNumber::Validity::Doubtful) {
            hint->showMessage(
                MessageKind::Info,
                tr("%1 – an unusual number, but it is in this account.").arg(describe(row->phoneNumber)));
        } else {
            hint->showMessage(MessageKind::Success, describe(row->phoneNumber));
        }
        return;
    }
    const auto text = m_ui->numberFilterEdit->text();
    if (readings) {
        const auto &number = readings->first();
        if (m_isListComplete) {
            hint->showMessage(MessageKind::Warning,
                              tr("%1 – not among this account’s numbers.").arg(describe(number)));
        } else {
            hint->showMessage(MessageKind::Info,
                              tr("%1 – looked for at Twilio when you press Next.").arg(describe(number)));
        }
    } else if (digitsOf(text).size() >= shortestNumber && m_filter->rowCount() == 0) {
        hint->showMessage(MessageKind::Warning, readings.error().userText);
    } else if (!text.trimmed().isEmpty() && m_filter->rowCount() == 0 && m_isListComplete) {
        hint->showMessage(MessageKind::Info, tr("None of this account’s numbers matches."));
    } else {
        hint->clear();
    }
}

const twilio::IncomingNumber *NumberPage::selected() const
{
    const auto rows = m_ui->numberView->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_filter->at(rows.front().row());
}

Result<QList<PhoneNumber>> NumberPage::typed() const
{
    const auto text = m_ui->numberFilterEdit->text();
    if (digitsOf(text).size() < shortestNumber) {
        return failure(Error::make(Error::Kind::Invalid, tr("This is too short for a whole number.")));
    }
    auto region = m_workspace.settings().text(workspace::Settings::Key::DefaultRegion);
    if (region.isEmpty()) {
        region = QLocale::territoryToCode(QLocale::system().territory());
    }
    return phoneReadings(text, region);
}

// --------------------------------------------------------------------------------------------------- going
// on

bool NumberPage::canGoOn() const
{
    return m_account && (selected() != nullptr || typed().has_value());
}

void NumberPage::check()
{
    m_ui->messageBar->clear();
    if (const auto *row = selected()) {
        if (!m_model->agentOf(row->phoneNumber)) {
            goOn();
            return;
        }
        // So it was when the fleet was read last; who removed it since may import it again.
        setBusy(true);
        m_ui->busyBar->start(tr("Asking Nixflex whether %1 is still connected…")
                                 .arg(leftToRight(row->phoneNumber.international())));
        m_controller->confirmImported(row->phoneNumber);
        return;
    }
    if (const auto readings = typed()) {
        setBusy(true);
        m_finding = readings->first().international();
        updateBusy();
        m_controller->find(*m_account, *readings);
    }
}

void NumberPage::goOn()
{
    setBusy(false);
    updateBusy();
    if (const auto *row = selected()) {
        Q_EMIT chosen({row->phoneNumber, row->friendlyName});
        pass();
    }
}

void NumberPage::importedConfirmed(const std::optional<nixflex::Agent> &agent)
{
    const auto *row = selected();
    if (!agent || row == nullptr) {
        goOn();
        return;
    }
    setBusy(false);
    updateBusy();
    offerMove(row->phoneNumber, *agent);
    m_ui->moveButton->setFocus(Qt::OtherFocusReason);
    announce(m_ui->numberHint, m_ui->numberHint->text());
}

void NumberPage::offerMove(const PhoneNumber &number, const nixflex::Agent &agent)
{
    const auto name = agent.name.isEmpty() ? agent.id.toString() : agent.name;
    m_ui->numberHint->showMessage(
        MessageKind::Warning,
        name.isEmpty()
            ? tr("%1 – already connected at Nixflex. To give it to another agent, move it.")
                  .arg(describe(number))
            : tr("%1 – already connected to “%2” at Nixflex. To give it to another agent, move it.",
                 "number, agent")
                  .arg(describe(number), name));
    m_moved = store::NumberRecord();
    m_moved.phoneNumber = number;
    m_moved.accountSid = m_account ? m_account->credentials.accountSid : AccountSid();
    m_moved.accountLabel = m_account ? m_account->name : QString();
    m_moved.agentId = agent.id;
    m_moved.agentName = agent.name;
    m_ui->moveButton->show();
}

void NumberPage::found(const twilio::IncomingNumber &number)
{
    m_finding.clear();
    updateBusy();
    Q_EMIT chosen({number.phoneNumber, number.friendlyName});
    pass();
}

void NumberPage::findFailed(const Error &error)
{
    const auto asked = std::exchange(m_finding, QString());
    updateBusy();
    setBusy(false);
    if (isSilent(error)) {
        return;
    }
    if (placeOf(error) == WizardPlace::Number) {
        m_ui->numberHint->showMessage(
            MessageKind::Error,
            tr("%1 is not in this Twilio account. Mend it, or go back and choose the account that owns it.")
                .arg(asked));
        m_ui->numberFilterEdit->setFocus(Qt::OtherFocusReason);
        return;
    }
    loadFailed(error);
}

void NumberPage::loadFailed(const Error &error)
{
    m_isLoading = false;
    updateBusy();
    updateCount();
    if (isSilent(error)) {
        return;
    }
    m_ui->messageBar->showError(
        m_model->rowCount() == 0 ? tr("The list could not be read; a typed number can still be looked for.")
                                 : tr("The list could not be read to its end."),
        error);
    auto *again = m_ui->messageBar->addButton(tr("Try a&gain"), u"tryAgainButton"_s);
    connect(again, &QPushButton::clicked, this, &NumberPage::readAgain);
    auto place = placeOf(error);
    if (place == WizardPlace::Here && isNetworkSettingsMatter(error)) {
        place = WizardPlace::NetworkSettings;
    }
    if (place != WizardPlace::Here && place != WizardPlace::Number) {
        auto *button = m_ui->messageBar->addButton(
            place == WizardPlace::NetworkSettings ? tr("Net&work settings…") : tr("Back to the &account"),
            u"mendButton"_s);
        connect(button, &QPushButton::clicked, this,
                [this, error, place] { Q_EMIT mendRequested(error, place); });
    }
}

void NumberPage::showError(const Error &error)
{
    m_ui->numberHint->showError(error);
    m_ui->messageBar->showError(error);
    m_ui->numberFilterEdit->setFocus(Qt::OtherFocusReason);
    m_ui->numberFilterEdit->selectAll();
}

} // namespace numbers::gui
