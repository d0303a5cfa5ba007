#pragma once

#include "base/error.h"

#include <QWidget>

#include <memory>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

namespace Ui {
class FirstRunPage;
}

/// What a newcomer sees: what the program is for, where the key goes, and practice mode.
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    /// The workspace is borrowed.
    explicit FirstRunPage(workspace::Workspace &workspace, QWidget *parent = nullptr);
    ~FirstRunPage() override;

    /// Puts the cursor where typing is expected.
    void activate();

Q_SIGNALS:
    void connected();
    void notRemembered(const numbers::Error &error);
    void networkSettingsRequested();
    void practiceRequested();

private:
    std::unique_ptr<Ui::FirstRunPage> m_ui;
};

} // namespace numbers::gui
