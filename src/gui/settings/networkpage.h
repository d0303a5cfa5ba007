#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "workspace/connectiontest.h"
#include "workspace/networkchoice.h"

#include <QWidget>

#include <memory>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

namespace Ui {
class NetworkPage;
}

/// Proxy and additional certificates. Nothing counts before it is saved; the test tries what was chosen
/// without saving it, and needs no key. Usable before the first sign-in.
class NetworkPage : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkPage(QWidget *parent = nullptr);
    ~NetworkPage() override;

    void setUp(workspace::Workspace &workspace);
    /// Something was chosen that is not saved.
    [[nodiscard]] bool isChanged() const;
    /// Ends with one of the signals; tells how it ended in the page's message bar.
    void save();

Q_SIGNALS:
    void saved();
    void saveFailed();

private:
    void load();
    void updateFields();
    [[nodiscard]] workspace::NetworkChoice choice() const;
    /// Null when none was typed.
    [[nodiscard]] std::shared_ptr<const SecretString> typedPassword() const;
    [[nodiscard]] bool isUsable();
    void saveChoice();
    void fail(const Error &error);
    void test();
    void showTests(const QList<workspace::ConnectionTest> &tests);
    void browse();
    bool checkCaFile();

    std::unique_ptr<Ui::NetworkPage> m_ui;
    workspace::Workspace *m_workspace = nullptr;
    workspace::NetworkChoice m_saved;
    CancelSource m_cancel;
};

} // namespace numbers::gui
