#include "gui/wizard/importwizard.h"

#include "gui/common/icons.h"
#include "gui/common/screenreader.h"
#include "gui/common/themecolors.h"
#include "gui/wizard/accountpage.h"
#include "gui/wizard/agentpage.h"
#include "gui/wizard/importpage.h"
#include "gui/wizard/numberpage.h"
#include "gui/wizard/reviewpage.h"
#include "gui/wizard/steplist.h"
#include "workspace/workspace.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace numbers::gui {

using namespace Qt::StringLiterals;

class ImportWizard::Private
{
public:
    Private(ImportWizard *wizard, workspace::Workspace &workspace, const WizardStart &start)
        : q(wizard)
        , account(new AccountPage(workspace, start, wizard))
        , number(new NumberPage(workspace, start, wizard))
        , agent(new AgentPage(workspace, start, wizard))
        , review(new ReviewPage(workspace, wizard))
        , import(new ImportPage(workspace, wizard))
    {
    }

    void setUpButtons();
    void setUpSteps(bool isPractice);
    void connectPages();
    void mend(const Error &error, WizardPlace place);
    void goBackTo(int page);
    void updateSteps(int page);

    ImportWizard *q;
    WizardState state;
    AccountPage *account;
    NumberPage *number;
    AgentPage *agent;
    ReviewPage *review;
    ImportPage *import;
    StepList *steps = nullptr;
};

ImportWizard::ImportWizard(workspace::Workspace &workspace, const WizardStart &start, QWidget *parent)
    : QWizard(parent)
    , d(std::make_unique<Private>(this, workspace, start))
{
    setObjectName(u"importWizard"_s);
    setWindowTitle(tr("Import a number"));
    setWizardStyle(QWizard::ModernStyle);
    // Names from the providers are part of them.
    setTitleFormat(Qt::PlainText);
    setSubTitleFormat(Qt::PlainText);
    setOption(QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::NoBackButtonOnLastPage);
    setOption(QWizard::NoCancelButtonOnLastPage);
    setOption(QWizard::HaveHelpButton, false);
    setPage(AccountPageId, d->account);
    setPage(NumberPageId, d->number);
    setPage(AgentPageId, d->agent);
    setPage(ReviewPageId, d->review);
    setPage(ImportPageId, d->import);
    d->review->setState(&d->state);
    d->import->setState(&d->state);
    d->setUpSteps(workspace.isPractice());
    d->setUpButtons();
    d->connectPages();

    // As large as its texts want in this font, as far as the screen allows.
    auto size = QSize(fontMetrics().averageCharWidth() * 120, fontMetrics().lineSpacing() * 36);
    if (const auto *place = screen()) {
        size = size.boundedTo(place->availableSize() * 9 / 10);
    }
    resize(size);
}

ImportWizard::~ImportWizard() = default;

bool ImportWizard::isImporting() const
{
    return d->import->isRunning();
}

void ImportWizard::reject()
{
    if (!isImporting()) {
        QWizard::reject();
        return;
    }
    if (findChild<QMessageBox *>(u"closeWhileImportingBox"_s) != nullptr) {
        return;
    }
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Import under way"),
                        tr("The import is still under way. Close this window?"), QMessageBox::NoButton, this);
    box->setObjectName(u"closeWhileImportingBox"_s);
    box->setInformativeText(tr("It goes on without the window; its result will be in the fleet."));
    auto *stayButton = box->addButton(tr("&Keep it open"), QMessageBox::RejectRole);
    stayButton->setObjectName(u"keepOpenButton"_s);
    auto *closeButton = box->addButton(tr("&Close the window"), QMessageBox::AcceptRole);
    closeButton->setObjectName(u"closeAnywayButton"_s);
    box->setDefaultButton(stayButton);
    box->setEscapeButton(stayButton);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(closeButton, &QPushButton::clicked, this, [this] { QWizard::reject(); });
    // The question answers itself when the import ends meanwhile.
    connect(d->import, &ImportPage::completeChanged, box, &QMessageBox::close);
    box->open();
}

void ImportWizard::Private::setUpButtons()
{
    q->setButtonText(QWizard::BackButton, ImportWizard::tr("&Back"));
    q->setButtonText(QWizard::NextButton, ImportWizard::tr("&Next"));
    q->setButtonText(QWizard::CommitButton, ImportWizard::tr("I&mport"));
    q->setButtonText(QWizard::FinishButton, ImportWizard::tr("C&lose"));
    q->setButtonText(QWizard::CancelButton, ImportWizard::tr("Cancel"));
    q->button(QWizard::BackButton)->setObjectName(u"backButton"_s);
    q->button(QWizard::NextButton)->setObjectName(u"nextButton"_s);
    q->button(QWizard::CommitButton)->setObjectName(u"importButton"_s);
    q->button(QWizard::FinishButton)->setObjectName(u"closeButton"_s);
    q->button(QWizard::CancelButton)->setObjectName(u"cancelWizardButton"_s);
}

void ImportWizard::Private::setUpSteps(bool isPractice)
{
    auto *side = new QWidget(q);
    auto *layout = new QVBoxLayout(side);
    steps = new StepList(side);
    steps->setObjectName(u"wizardSteps"_s);
    steps->setOneLineEach();
    steps->setSteps({ImportWizard::tr("Twilio account"), ImportWizard::tr("Number"),
                     ImportWizard::tr("Agent"), ImportWizard::tr("Review"), ImportWizard::tr("Import")});
    layout->addWidget(steps);
    layout->addStretch(1);
    if (isPractice) {
        auto *label = new QLabel(ImportWizard::tr("Practice mode:\nnothing real is touched."), side);
        label->setObjectName(u"practiceLabel"_s);
        layout->addWidget(label);
    }
    q->setSideWidget(side);
    connect(q, &QWizard::currentIdChanged, q, [this](int page) {
        updateSteps(page);
        if (page >= 0) {
            announce(q, ImportWizard::tr("Step %1 of %2: %3")
                            .arg(page + 1)
                            .arg(ImportPageId + 1)
                            .arg(q->currentPage()->title()));
        }
    });
    connect(import, &QWizardPage::completeChanged, q, [this] { updateSteps(q->currentId()); });
}

void ImportWizard::Private::updateSteps(int page)
{
    for (int step = AccountPageId; step <= ImportPageId; ++step) {
        const auto stepState = step < page            ? StepList::State::Done
                               : step > page          ? StepList::State::Waiting
                               : step == ImportPageId ? import->progress()
                                                      : StepList::State::Running;
        steps->setState(step, stepState);
    }
}

void ImportWizard::Private::connectPages()
{
    connect(account, &AccountPage::chosen, q, [this](const AccountChoice &choice) {
        state.account = choice;
        number->setAccount(choice);
    });
    connect(number, &NumberPage::chosen, q, [this](const NumberChoice &choice) { state.number = choice; });
    connect(agent, &AgentPage::chosen, q, [this](const AgentChoice &choice) { state.agent = choice; });
    connect(review, &ReviewPage::chosen, q, [this](const ReviewChoice &choice) { state.review = choice; });
    connect(number, &NumberPage::mendRequested, q,
            [this](const Error &error, WizardPlace place) { mend(error, place); });
    connect(review, &ReviewPage::mendRequested, q,
            [this](const Error &error, WizardPlace place) { mend(error, place); });
    connect(import, &ImportPage::mendRequested, q,
            [this](const Error &error, WizardPlace place) { mend(error, place); });
    const auto move = [this](const store::NumberRecord &moved, const AgentId &proposed) {
        q->reject(); // accepting would go through the page's check first
        Q_EMIT q->moveRequested(moved, proposed);
    };
    connect(number, &NumberPage::moveRequested, q,
            [move](const store::NumberRecord &moved) { move(moved, {}); });
    connect(review, &ReviewPage::moveRequested, q, move);
    connect(account, &AccountPage::networkSettingsRequested, q, &ImportWizard::networkSettingsRequested);
    connect(agent, &AgentPage::keySettingsRequested, q, &ImportWizard::keySettingsRequested);
    connect(import, &ImportPage::tryAgainRequested, q, [this] {
        goBackTo(ReviewPageId);
        review->initializePage();
    });
    connect(import, &ImportPage::importAnotherRequested, q, [this] {
        number->forgetNumber();
        goBackTo(NumberPageId);
        number->readAgain();
    });
    connect(import, &ImportPage::imported, q, &ImportWizard::imported);
    connect(import, &ImportPage::undoRequested, q, [this](const store::NumberRecord &undone) {
        q->accept();
        Q_EMIT q->undoRequested(undone);
    });
    connect(import, &ImportPage::openInFleetRequested, q, [this](const PhoneNumber &opened) {
        Q_EMIT q->openInFleetRequested(opened);
        q->accept();
    });
}

void ImportWizard::Private::mend(const Error &error, WizardPlace place)
{
    switch (place) {
    case WizardPlace::AccountSid:
    case WizardPlace::AuthToken:
        goBackTo(AccountPageId);
        account->showError(error, place);
        break;
    case WizardPlace::Number:
        goBackTo(NumberPageId);
        number->showError(error);
        break;
    case WizardPlace::Agent:
    case WizardPlace::Profile:
        goBackTo(AgentPageId);
        agent->showError(error, place);
        break;
    case WizardPlace::Here:
    case WizardPlace::Review:
        goBackTo(ReviewPageId);
        review->reviewAgain(error);
        break;
    case WizardPlace::NixflexKey:
        Q_EMIT q->keySettingsRequested();
        break;
    case WizardPlace::NetworkSettings:
        Q_EMIT q->networkSettingsRequested();
        break;
    }
}

void ImportWizard::Private::goBackTo(int page)
{
    while (q->currentId() > page) {
        const auto before = q->currentId();
        q->back();
        if (q->currentId() == before) {
            break;
        }
    }
}

} // namespace numbers::gui
