#pragma once

#include "base/canceltoken.h"
#include "base/result.h"

#include <QWidget>

#include <memory>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

namespace Ui {
class KeyEntry;
}

/// Where a Nixflex key is typed, checked while typing, tried, and taken into use.
class KeyEntry : public QWidget
{
    Q_OBJECT
public:
    explicit KeyEntry(QWidget *parent = nullptr);
    ~KeyEntry() override;

    /// Borrowed; null while there is none.
    void setWorkspace(workspace::Workspace *workspace);
    /// For a place that has network settings and the keychain's state of its own.
    void setCompact();
    void focusKey();

Q_SIGNALS:
    void connected();
    /// The key is in use, but could not be remembered; comes before `connected`.
    void notRemembered(const numbers::Error &error);
    void networkSettingsRequested();

private:
    void tryKey();
    void finishTry(const Result<void> &result);
    void showFailure(const Error &error);
    void updateButtons();
    void updateKeychain();

    std::unique_ptr<Ui::KeyEntry> m_ui;
    bool m_isCompact = false;
    workspace::Workspace *m_workspace = nullptr;
    CancelSource m_cancel;
};

} // namespace numbers::gui
