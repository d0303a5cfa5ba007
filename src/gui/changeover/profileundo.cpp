#include "gui/changeover/profileundo.h"

#include "gui/common/direction.h"
#include "gui/common/question.h"
#include "importing/importer.h"
#include "importing/profilechange.h"
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
    Q_DECLARE_TR_FUNCTIONS(ProfileUndo)
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

void tell(QMessageBox::Icon icon, const QString &objectName, const QString &text, const QString &details,
          const std::optional<Error> &error, QWidget *parent)
{
    auto *box = new QMessageBox(icon, Text::tr("Business profile"), text, QMessageBox::Ok, parent);
    box->setObjectName(objectName);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(details);
    if (error) {
        box->setDetailedText(error->report());
    }
    box->open();
}

void tellEnd(const importing::OperationOutcome &outcome, const PhoneNumber &number, QWidget *parent)
{
    using Kind = importing::OperationOutcome::Kind;
    if (outcome.kind == Kind::Succeeded) {
        const auto text =
            Text::tr("%1 has its former business profile again.").arg(leftToRight(number.international()));
        tell(QMessageBox::Information, u"profileUndoneBox"_s, text,
             Text::tr("It counts from the next call or text on."), {}, parent);
        return;
    }
    const auto text = outcome.kind == Kind::Unknown
                          ? Text::tr("Whether the former business profile was set back is not known yet.")
                          : Text::tr("The business profile was not changed.");
    tell(QMessageBox::Warning, u"profileNotUndoneBox"_s, text,
         outcome.error ? outcome.error->userText : QString(), outcome.error, parent);
}

} // namespace

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
        auto *importer = workspace.importer();
        if (importer == nullptr) {
            return;
        }
        importing::ProfileChange change;
        change.phoneNumber = number;
        change.customPrompt = operation.formerCustomPrompt;
        change.former = operation.customPrompt;
        auto task = importer->changeProfile(std::move(change), {});
        QCoro::connect(std::move(task), parent, [number, parent](const importing::OperationOutcome &outcome) {
            tellEnd(outcome, number, parent);
        });
    });
}

} // namespace numbers::gui
