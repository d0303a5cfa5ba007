#include "gui/common/confirmation.h"

#include <QMessageBox>
#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

void ask(const Question &question, QWidget *parent, const std::function<void()> &agreed)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, question.title, question.text, QMessageBox::Cancel, parent);
    box->setObjectName(question.objectName);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.details);
    auto *yesButton = box->addButton(question.yes, QMessageBox::AcceptRole);
    yesButton->setObjectName(u"confirmButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yesButton, &QPushButton::clicked, parent, agreed);
    box->open();
}

} // namespace numbers::gui
