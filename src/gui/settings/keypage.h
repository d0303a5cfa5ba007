#pragma once

#include "base/result.h"

#include <QWidget>

#include <memory>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

namespace Ui {
class KeyPage;
}

/// The Nixflex key in use, another one, and how the keychain is.
class KeyPage : public QWidget
{
    Q_OBJECT
public:
    explicit KeyPage(QWidget *parent = nullptr);
    ~KeyPage() override;

    void setUp(workspace::Workspace &workspace);

private:
    void update();
    void askToForget();
    void forget();
    void probe();

    std::unique_ptr<Ui::KeyPage> m_ui;
    workspace::Workspace *m_workspace = nullptr;
};

} // namespace numbers::gui
