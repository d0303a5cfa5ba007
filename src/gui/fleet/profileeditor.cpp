#include "gui/fleet/profileeditor.h"

#include "base/plaintext.h"
#include "gui/common/errortext.h"
#include "gui/fleet/profilecontroller.h"
#include "nixflex/client.h"
#include "ui_profileeditor.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using Outcome = operations::OperationOutcome;

namespace {

/// As much of somebody else's text as lets it be recognised.
constexpr qsizetype excerptLength = 200;

QString keyOf(const QString &keyId, const PhoneNumber &number)
{
    return keyId + u' ' + number.e164();
}

QString keyOf(const store::NumberRecord &number)
{
    return keyOf(number.keyId, number.phoneNumber);
}

QString excerptOf(const QString &text)
{
    const auto line = lineOf(text).simplified();
    return line.size() > excerptLength ? line.left(excerptLength) + u'…' : line;
}

} // namespace

ProfileEditor::ProfileEditor(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfileEditor>())
{
    m_ui->setupUi(this);
    m_ui->profileHint->setBuddy(m_ui->profileText);
    connect(m_ui->profileText, &QPlainTextEdit::textChanged, this, &ProfileEditor::textChanged);
    connect(m_ui->editProfileButton, &QPushButton::clicked, this, &ProfileEditor::beginEditing);
    connect(m_ui->saveProfileButton, &QPushButton::clicked, this, &ProfileEditor::save);
    connect(m_ui->cancelProfileButton, &QPushButton::clicked, this, &ProfileEditor::giveUp);
    connect(m_ui->profileBar, &MessageBar::dismissed, this, [this] {
        if (auto *shown = draft()) {
            shown->error.reset();
        }
    });
    updateState();
}

ProfileEditor::~ProfileEditor() = default;

void ProfileEditor::setController(ProfileController &controller)
{
    m_controller = &controller;
    connect(m_controller, &ProfileController::ended, this, &ProfileEditor::take);
    updateState();
}

void ProfileEditor::showNumber(const store::NumberRecord &number)
{
    const auto isSame = m_number && keyOf(*m_number) == keyOf(number);
    m_number = number;
    if (!isSame) {
        m_ui->profileBar->clear();
    }
    auto *shown = draft();
    if (shown != nullptr && !shown->isSaving && shown->former != number.customPrompt) {
        if (shown->text == number.customPrompt || !shown->isChanged()) {
            // Settled as saved meanwhile, or nothing was typed yet.
            m_drafts.remove(keyOf(number));
            shown = nullptr;
        } else if (shown->theirs != number.customPrompt) {
            shown->theirs = number.customPrompt;
            shown->error.reset();
            m_ui->profileBar->clear();
        }
    }
    fill(shown != nullptr ? shown->text : number.customPrompt);
    updateState();
    Q_EMIT unsavedChanged();
}

void ProfileEditor::showNothing()
{
    m_number.reset();
    m_ui->profileBar->clear();
    fill({});
    updateState();
    Q_EMIT unsavedChanged();
}

bool ProfileEditor::isUnsaved() const
{
    const auto *shown = draft();
    return shown != nullptr && shown->isChanged();
}

ProfileEditor::Draft *ProfileEditor::draft()
{
    const auto found = m_number ? m_drafts.find(keyOf(*m_number)) : m_drafts.end();
    return found == m_drafts.end() ? nullptr : &*found;
}

const ProfileEditor::Draft *ProfileEditor::draft() const
{
    const auto found = m_number ? m_drafts.constFind(keyOf(*m_number)) : m_drafts.constEnd();
    return found == m_drafts.constEnd() ? nullptr : &*found;
}

void ProfileEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2) {
        beginEditing();
    } else if (event->matches(QKeySequence::Save)) {
        save();
    } else if (event->key() == Qt::Key_Escape && draft() != nullptr) {
        giveUpWhenUnchanged();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ProfileEditor::beginEditing()
{
    if (!m_number || draft() != nullptr || !m_ui->editProfileButton->isEnabled()) {
        return;
    }
    Draft begun;
    begun.former = m_number->customPrompt;
    begun.base = m_ui->profileText->toPlainText();
    begun.text = begun.base;
    m_drafts.insert(keyOf(*m_number), begun);
    m_ui->profileBar->clear();
    updateState();
    m_ui->profileText->setFocus(Qt::OtherFocusReason);
    m_ui->profileText->moveCursor(QTextCursor::End);
    Q_EMIT unsavedChanged();
}

void ProfileEditor::giveUp()
{
    const auto *shown = draft();
    if (shown == nullptr || shown->isSaving) {
        return;
    }
    m_drafts.remove(keyOf(*m_number));
    m_ui->profileBar->clear();
    fill(m_number->customPrompt);
    updateState();
    m_ui->editProfileButton->setFocus(Qt::OtherFocusReason);
    Q_EMIT unsavedChanged();
}

void ProfileEditor::giveUpWhenUnchanged()
{
    // One key must not throw away what took minutes to write.
    if (!isUnsaved()) {
        giveUp();
    }
}

bool ProfileEditor::isGood() const
{
    return m_ui->profileText->toPlainText().size() <= nixflex::longestCustomPrompt &&
           m_ui->profileHint->verdict() != InputCheck::Verdict::Fixable;
}

void ProfileEditor::save()
{
    auto *shown = draft();
    if (shown == nullptr || shown->isSaving || !shown->isChanged() || !isGood()) {
        return;
    }
    shown->isSaving = true;
    shown->error.reset();
    shown->theirs.reset();
    m_ui->profileBar->clear();
    if (isAncestorOf(window()->focusWidget())) {
        m_ui->profileText->setFocus(Qt::OtherFocusReason); // The buttons are about to be disabled.
    }
    const operations::ProfileChange change{m_number->phoneNumber, shown->text, shown->former};
    updateState();
    m_controller->change(change);
}

void ProfileEditor::replaceTheirs()
{
    auto *shown = draft();
    if (shown == nullptr || !shown->theirs) {
        return;
    }
    shown->former = *shown->theirs;
    save();
}

void ProfileEditor::take(const QString &keyId, const PhoneNumber &number, const Outcome &outcome)
{
    const auto key = keyOf(keyId, number);
    const auto found = m_drafts.find(key);
    if (found == m_drafts.end()) {
        return;
    }
    const auto isShown = m_number && keyOf(*m_number) == key;
    found->isSaving = false;
    if (outcome.kind == Outcome::Kind::Succeeded) {
        m_drafts.erase(found);
        if (isShown) {
            takeSuccess(outcome);
        }
        return;
    }
    if (outcome.error && !isSilent(*outcome.error)) {
        found->error = outcome.error;
        if (outcome.error->providerCode == "profile_changed_meanwhile"_L1 && outcome.number) {
            found->theirs = outcome.number->customPrompt;
        }
        if (!isShown || !isVisible()) {
            Q_EMIT failedUnseen(number, *outcome.error);
        }
    }
    if (isShown) {
        updateState();
    }
}

void ProfileEditor::takeSuccess(const Outcome &outcome)
{
    if (outcome.number) {
        m_number->customPrompt = outcome.number->customPrompt;
    }
    fill(m_number->customPrompt);
    updateState();
    const auto done = tr("Saved. It counts from the next call or text on.");
    if (outcome.warnings.isEmpty()) {
        m_ui->profileBar->showMessage(MessageKind::Success, done);
    } else {
        m_ui->profileBar->showMessage(MessageKind::Warning, outcome.warnings.first().text);
    }
    if (m_ui->profileText->hasFocus()) {
        m_ui->editProfileButton->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT unsavedChanged();
}

void ProfileEditor::textChanged()
{
    auto *shown = draft();
    if (m_isFilling || shown == nullptr) {
        return;
    }
    const auto wasUnsaved = shown->isChanged();
    shown->text = m_ui->profileText->toPlainText();
    updateHint();
    m_ui->saveProfileButton->setEnabled(shown->isChanged() && isGood());
    if (wasUnsaved != shown->isChanged()) {
        Q_EMIT unsavedChanged();
    }
}

void ProfileEditor::fill(const QString &text)
{
    if (m_ui->profileText->toPlainText() != text) {
        const QScopedValueRollback filling(m_isFilling, true);
        m_ui->profileText->setPlainText(text);
    }
}

void ProfileEditor::updateState()
{
    const auto *shown = draft();
    const auto isEditing = shown != nullptr;
    const auto isSaving = isEditing && shown->isSaving;
    m_ui->profileText->setReadOnly(!isEditing || isSaving);
    m_ui->editProfileButton->setVisible(!isEditing);
    m_ui->editProfileButton->setEnabled(m_controller != nullptr && m_number &&
                                        m_number->health != store::Health::Gone);
    m_ui->saveProfileButton->setVisible(isEditing);
    m_ui->cancelProfileButton->setVisible(isEditing);
    m_ui->cancelProfileButton->setEnabled(!isSaving);
    updateHint();
    m_ui->saveProfileButton->setEnabled(isEditing && !isSaving && shown->isChanged() && isGood());
    if (isSaving && !m_ui->profileBusyBar->isBusy()) {
        m_ui->profileBusyBar->start(tr("Sending the business profile to Nixflex…"), false);
    } else if (!isSaving && m_ui->profileBusyBar->isBusy()) {
        m_ui->profileBusyBar->finish();
    }
    updateBar();
}

void ProfileEditor::updateHint()
{
    auto *hint = m_ui->profileHint;
    hint->clear();
    const auto profile = m_ui->profileText->toPlainText();
    const auto length = profile.size();
    if (draft() == nullptr) {
        hint->setPlaceholder({});
        return;
    }
    const auto count = tr("%L1 of %L2 characters").arg(length).arg(nixflex::longestCustomPrompt);
    hint->setPlaceholder(count);
    if (length > nixflex::longestCustomPrompt) {
        hint->showMessage(MessageKind::Error, tr("%1: %L2 too many.", "counter, then number")
                                                  .arg(count)
                                                  .arg(length - nixflex::longestCustomPrompt));
    } else if (const auto clean = withoutControls(profile); clean != profile) {
        hint->setCheck({InputCheck::Verdict::Fixable,
                        tr("There are control characters in this text, which cannot be read."), clean});
    }
}

void ProfileEditor::updateBar()
{
    const auto *shown = draft();
    auto *bar = m_ui->profileBar;
    if (shown == nullptr || shown->isSaving || bar->hasMessage()) {
        return;
    }
    if (shown->theirs) {
        bar->showMessage(MessageKind::Warning,
                         shown->theirs->isEmpty()
                             ? tr("Somebody else cleared the business profile at Nixflex in the meantime. "
                                  "Yours is not saved.")
                             : tr("Somebody else changed the business profile at Nixflex in the meantime. "
                                  "Yours is not saved. Theirs: “%1”")
                                   .arg(excerptOf(*shown->theirs)));
        connect(bar->addButton(tr("&Replace theirs"), u"replaceTheirsButton"_s), &QPushButton::clicked, this,
                &ProfileEditor::replaceTheirs);
    } else if (shown->error) {
        bar->showError(*shown->error);
    }
}

QStringList ProfileEditor::unsavedNumbers() const
{
    QStringList numbers;
    for (auto it = m_drafts.cbegin(); it != m_drafts.cend(); ++it) {
        if (it->isChanged() && !it->isSaving) {
            const auto number = PhoneNumber::fromE164(it.key().section(u' ', 1));
            numbers.append(number ? number->international() : QString());
        }
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

bool ProfileEditor::askBeforeLeaving(const std::function<void()> &leave)
{
    const auto numbers = unsavedNumbers();
    if (numbers.isEmpty()) {
        return true;
    }
    if (window()->findChild<QMessageBox *>(u"unsavedProfileBox"_s) != nullptr) {
        return false;
    }
    auto *box = new QMessageBox(
        QMessageBox::Warning, tr("Business profile not saved"),
        tr("What you wrote about %Ln numbers is not saved yet.", nullptr, static_cast<int>(numbers.size())),
        QMessageBox::NoButton, window());
    box->setObjectName(u"unsavedProfileBox"_s);
    box->setInformativeText(QLocale().createSeparatedList(numbers.mid(0, 5)));
    auto *stayButton = box->addButton(tr("&Keep writing"), QMessageBox::RejectRole);
    stayButton->setObjectName(u"keepWritingButton"_s);
    auto *discardButton = box->addButton(tr("&Discard it"), QMessageBox::DestructiveRole);
    discardButton->setObjectName(u"discardProfileButton"_s);
    box->setDefaultButton(stayButton);
    box->setEscapeButton(stayButton);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(discardButton, &QPushButton::clicked, this, [this, leave] {
        m_drafts.removeIf([](const auto &it) { return !it->isSaving; });
        if (m_number) {
            fill(m_number->customPrompt);
        }
        updateState();
        Q_EMIT unsavedChanged();
        leave();
    });
    box->open();
    return false;
}

} // namespace numbers::gui
