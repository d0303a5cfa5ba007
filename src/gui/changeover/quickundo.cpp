#include "gui/changeover/quickundo.h"

#include "gui/common/confirmation.h"
#include "gui/common/textdirection.h"
#include "operations/changes/profilechange.h"
#include "operations/health/healthrepair.h"
#include "operations/operations.h"
#include "store/operationkinds.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QMessageBox>

#include <optional>
#include <utility>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(QuickUndo)
};

/// Enough to recognise it by.
QString shortened(const QString &profile)
{
    constexpr qsizetype longest = 300;
    if (profile.isEmpty()) {
        return Text::tr("(none)", "business profile");
    }
    return profile.size() <= longest ? profile : profile.left(longest) + u'…';
}

void tell(QMessageBox::Icon icon, const QString &objectName, const QString &title, const QString &text,
          const QString &details, const std::optional<Error> &error, QWidget *parent)
{
    auto *box = new QMessageBox(icon, title, text, QMessageBox::Ok, parent);
    box->setObjectName(objectName);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(details);
    if (error) {
        box->setDetailedText(error->report());
    }
    box->open();
}

void tellEnd(const operations::OperationOutcome &outcome, const PhoneNumber &number, QWidget *parent)
{
    using Kind = operations::OperationOutcome::Kind;
    if (outcome.kind == Kind::Succeeded) {
        const auto text =
            Text::tr("%1 has its former business profile again.").arg(leftToRight(number.international()));
        tell(QMessageBox::Information, u"profileUndoneBox"_s, Text::tr("Business profile"), text,
             Text::tr("It counts from the next call or text on."), {}, parent);
        return;
    }
    const auto text = outcome.kind == Kind::Unknown
                          ? Text::tr("Whether the former business profile was set back is not known yet.")
                          : Text::tr("The business profile was not changed.");
    tell(QMessageBox::Warning, u"profileNotUndoneBox"_s, Text::tr("Business profile"), text,
         outcome.error ? outcome.error->userText : QString(), outcome.error, parent);
}

void askToUndoProfile(workspace::Workspace &workspace, const store::OperationRecord &operation,
                      QWidget *parent)
{
    const auto number = operation.phoneNumber;
    const Question question{
        u"undoProfileBox"_s, Text::tr("Business profile"),
        Text::tr("Set the former business profile of %1 back?").arg(leftToRight(number.international())),
        Text::tr("What it would be:\n%1\n\nWhat this change made of it:\n%2")
            .arg(shortened(operation.formerCustomPrompt), shortened(operation.customPrompt)),
        Text::tr("&Set it back")};
    ask(question, parent, [&workspace, operation, number, parent] {
        auto *importer = workspace.operations();
        if (importer == nullptr) {
            return;
        }
        operations::ProfileChange change;
        change.phoneNumber = number;
        change.customPrompt = operation.formerCustomPrompt;
        change.former = operation.customPrompt;
        auto task = importer->changeProfile(std::move(change), {});
        QCoro::connect(std::move(task), parent,
                       [number, parent](const operations::OperationOutcome &outcome) {
                           tellEnd(outcome, number, parent);
                       });
    });
}

/// What only the records here know of: what is asked, and what is said at the end.
struct Recorded
{
    QString title;
    QString question;
    QString consequence;
    QString go;
    QString done;
    QString advice;
};

Recorded wordsFor(const store::OperationRecord &operation)
{
    const auto number = leftToRight(operation.phoneNumber.international());
    if (operation.kind == store::OperationRecord::Kind::Adopt) {
        return {Text::tr("Compare with before"),
                Text::tr("Compare %1 with what Nixflex had set up before again?").arg(number),
                Text::tr("Later checks then find what was kept as a change again. Nothing is changed at "
                         "Twilio."),
                Text::tr("&Compare again"),
                Text::tr("%1 is compared with what Nixflex had set up before again.").arg(number),
                Text::tr("Check its health to see what differs.")};
    }
    return {Text::tr("Back in the list"),
            Text::tr("Take %1 into the list again?").arg(number),
            Text::tr("It was no longer at Nixflex when it was taken out, and is shown so. Nothing is changed "
                     "there or at Twilio."),
            Text::tr("&Take it in"),
            Text::tr("%1 is in the list again.").arg(number),
            Text::tr("Choose it there to import it once more.")};
}

void askToUndoRecorded(workspace::Workspace &workspace, const store::OperationRecord &operation,
                       QWidget *parent)
{
    const auto words = wordsFor(operation);
    const Question question{u"undoRecordedBox"_s, words.title, words.question, words.consequence, words.go};
    ask(question, parent, [&workspace, operation, words, parent] {
        if (!workspace.hasKey()) {
            return;
        }
        auto task = operations::revertLedgerChange(workspace.operationServices(), operation);
        QCoro::connect(std::move(task), parent, [words, parent](const Result<void> &taken) {
            if (taken) {
                tell(QMessageBox::Information, u"recordedUndoneBox"_s, words.title, words.done, words.advice,
                     {}, parent);
                return;
            }
            tell(QMessageBox::Warning, u"recordedNotUndoneBox"_s, words.title,
                 Text::tr("Nothing was changed."), taken.error().userText, taken.error(), parent);
        });
    });
}

} // namespace

void askToUndo(workspace::Workspace &workspace, const store::OperationRecord &operation, QWidget *parent)
{
    if (store::describe(operation.kind).reversal == store::OperationKind::Reversal::FormerProfile) {
        askToUndoProfile(workspace, operation, parent);
    } else {
        askToUndoRecorded(workspace, operation, parent);
    }
}

} // namespace numbers::gui
