#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "net/httptypes.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

namespace Ui {
class NetworkPage;
}

/// Proxy and additional certificates, with a test that needs no key. Usable before the first sign-in.
class NetworkPage : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkPage(QWidget *parent = nullptr);
    ~NetworkPage() override;

    void setUp(workspace::Workspace &workspace);
    [[nodiscard]] bool isDirty() const { return m_isDirty; }
    /// Saves what was changed; tells how that ended in the page's message bar.
    void save();

Q_SIGNALS:
    void saved();
    void saveFailed(const numbers::Error &error);

private:
    void load();
    void markDirty();
    void updateFields();
    void apply(std::function<void()> next);
    void applyToClient(std::function<void()> next);
    void test();
    void testHost(bool isNixflex);
    void finish(const Error &error);
    void browse();
    bool checkCaFile();

    std::unique_ptr<Ui::NetworkPage> m_ui;
    workspace::Workspace *m_workspace = nullptr;
    bool m_isDirty = false;
    bool m_isPasswordChanged = false;
    CancelSource m_cancel;
    QStringList m_testResults;
    int m_testFailures = 0;
};

} // namespace numbers::gui
