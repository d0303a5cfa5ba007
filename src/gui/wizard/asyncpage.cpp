#include "gui/wizard/asyncpage.h"

#include <QWizard>

namespace numbers::gui {

bool AsyncPage::validatePage()
{
    if (m_isPassing) {
        return true;
    }
    if (!m_isBusy) {
        check();
    }
    // Passing moves on by itself, also when check() did it at once.
    return false;
}

void AsyncPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    Q_EMIT completeChanged();
}

void AsyncPage::pass()
{
    setBusy(false);
    if (wizard() == nullptr || wizard()->currentPage() != this) {
        return;
    }
    m_isPassing = true;
    wizard()->next();
    m_isPassing = false;
}

} // namespace numbers::gui
