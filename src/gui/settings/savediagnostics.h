#pragma once

#include "base/canceltoken.h"
#include "base/error.h"
#include "base/result.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

class MessageBar;

/// "Save diagnostics" of a window: everything it knows that helps support, into one file, while it stays
/// usable. The bar says that it is under way when it takes long, with a way to cancel, and how it ended.
class DiagnosticsSaver : public QObject
{
    Q_OBJECT
public:
    /// `messageBar` is borrowed and has to live as long.
    explicit DiagnosticsSaver(MessageBar &messageBar, QObject *parent = nullptr);
    ~DiagnosticsSaver() override;

    /// Why there is no workspace; told in the report as long as there is none.
    void setOpenError(const Error &error) { m_openError = error; }
    /// `workspace` may be null when it could not be opened. Not while another one runs.
    void save(const QString &filePath, workspace::Workspace *workspace, const QStringList &logLines);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void busyChanged(bool isBusy);

private:
    void showBusy();
    void finish(const QString &filePath, const Result<void> &result);

    MessageBar &m_messageBar;
    std::optional<Error> m_openError;
    QTimer m_patience;
    CancelSource m_cancel;
    bool m_isBusy = false;
};

} // namespace numbers::gui
