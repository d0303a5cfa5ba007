#include "gui/changeover/profileundo.h"

#include "gui/common/direction.h"
#include "importing/importer.h"
#include "importing/profilechange.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

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

QMessageBox *makeBox(QMessageBox::Icon icon, const QString &objectName, const QString &text,
                     const QString &details, QMessageBox::StandardButton button, QWidget *parent)
{
    auto *box = new QMessageBox(icon, Text::tr("Business profile"), text, button, parent);
    box->setObjectName(objectName);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(details);
    return box;
}

void tellEnd(const importing::OperationOutcome &outcome, const PhoneNumber &number, QWidget *parent)
{
    using Kind = importing::OperationOutcome::Kind;
    if (outcome.kind == Kind::Succeeded) {
        const auto text =
            Text::tr("%1 has its former business profile again.").arg(leftToRight(number.international()));
        makeBox(QMessageBox::Information, u"profileUndoneBox"_s, text,
                Text::tr("It counts from the next call or text on."), QMessageBox::Ok, parent)
            ->open();
        return;
    }
    const auto text = outcome.kind == Kind::Unknown
                          ? Text::tr("Whether the former business profile was set back is not known yet.")
                          : Text::tr("The business profile was not changed.");
    auto *box = makeBox(QMessageBox::Warning, u"profileNotUndoneBox"_s, text,
                        outcome.error ? outcome.error->userText : QString(), QMessageBox::Ok, parent);
    if (outcome.error) {
        box->setDetailedText(outcome.error->report());
    }
    box->open();
}

} // namespace

void askToUndoProfile(workspace::Workspace &workspace, const store::OperationRecord &operation,
                      QWidget *parent)
{
    const auto number = operation.phoneNumber;
    auto *box = makeBox(
        QMessageBox::Question, u"undoProfileBox"_s,
        Text::tr("Set the former business profile of %1 back?").arg(leftToRight(number.international())),
        Text::tr("What it would be:\n%1\n\nWhat this change made of it:\n%2")
            .arg(shortened(operation.formerCustomPrompt), shortened(operation.customPrompt)),
        QMessageBox::Cancel, parent);
    auto *goButton = box->addButton(Text::tr("&Set it back"), QMessageBox::AcceptRole);
    goButton->setObjectName(u"undoProfileButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(goButton, &QPushButton::clicked, parent, [&workspace, operation, number, parent] {
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
    box->open();
}

} // namespace numbers::gui
