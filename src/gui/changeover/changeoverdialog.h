#pragma once

#include "base/canceltoken.h"
#include "gui/common/latestrequest.h"
#include "operations/common/outcome.h"
#include "store/records.h"
#include "twilio/types.h"

#include <QCoro/QCoroTask>
#include <QDialog>

#include <memory>

class QPushButton;
class QVBoxLayout;

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

namespace Ui {
class ChangeoverDialog;
}

/// Changes who answers one number: looks at Twilio and Nixflex first, shows what would change, does it, and
/// says how it ended. Undoing and reassigning are two kinds of it. What has begun goes on without the dialog,
/// which therefore stays until it has ended.
///
/// Who answers a number is never changed by a key too many: the content has the focus and keeps it, Cancel is
/// the default, and the button that acts is reached by Tab, its own letter or the pointer.
class ChangeoverDialog : public QDialog
{
    Q_OBJECT
public:
    ~ChangeoverDialog() override;

    void reject() override;

protected:
    ChangeoverDialog(workspace::Workspace &workspace, store::NumberRecord number, const QString &goText,
                     QWidget *parent);

    /// Reads what is to be shown; ends with `showPlan` or `showLookError`.
    virtual void look(const twilio::Credentials &credentials, const CancelToken &token) = 0;
    /// Does what was shown.
    [[nodiscard]] virtual QCoro::Task<operations::OperationOutcome> carryOut(CancelToken cancel) = 0;
    /// What is said at the end when all went well.
    [[nodiscard]] virtual QString successText() const = 0;
    /// While it is carried out.
    [[nodiscard]] virtual QString busyText() const = 0;

    void showEvent(QShowEvent *event) override;

    void setHeading(const QString &heading, const QString &intro);
    [[nodiscard]] QVBoxLayout *content();
    [[nodiscard]] workspace::Workspace &workspace() { return m_workspace; }
    [[nodiscard]] const store::NumberRecord &number() const { return m_number; }
    /// Looks again, with what was chosen since.
    void lookAgain();
    void showPlan(const QList<operations::Note> &problems, const QList<operations::Note> &warnings);
    void showLookError(const Error &error);
    /// It is done, now or already.
    void showDone();
    void setGoEnabled(bool isEnabled);

private:
    void go();
    void finished(const operations::OperationOutcome &outcome);
    void askForToken();
    void replaceToken(const QList<store::AccountRecord> &accounts);

    std::unique_ptr<Ui::ChangeoverDialog> m_ui;
    workspace::Workspace &m_workspace;
    store::NumberRecord m_number;
    QPushButton *m_goButton;
    Latest m_looking;
    CancelSource m_cancel;
    bool m_hasLooked = false;
    bool m_isRunning = false;
};

} // namespace numbers::gui
