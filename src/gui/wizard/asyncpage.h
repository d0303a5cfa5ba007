#pragma once

#include <QWizardPage>

namespace numbers::gui {

/// A page whose Next button starts a check instead of blocking: while it runs Next is disabled, success moves
/// on. Input survives going back.
class AsyncPage : public QWizardPage
{
    Q_OBJECT
public:
    using QWizardPage::QWizardPage;

    [[nodiscard]] bool isComplete() const final { return !m_isBusy && canGoOn(); }
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    bool validatePage() final;
    /// Going back: what is under way ends, what was typed stays.
    void cleanupPage() final { stop(); }

    /// Ends what is under way; its answer is dropped.
    virtual void stop() = 0;

protected:
    [[nodiscard]] virtual bool canGoOn() const = 0;
    /// Next was pressed. Calls `pass`, at once or when the check succeeded.
    virtual void check() = 0;

    /// Next is disabled while busy.
    void setBusy(bool isBusy);
    /// Moves to the next page; does nothing when this is no longer the current one.
    void pass();

private:
    bool m_isBusy = false;
    bool m_isPassing = false;
};

} // namespace numbers::gui
