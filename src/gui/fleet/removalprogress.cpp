#include "gui/fleet/removalprogress.h"

#include "gui/common/busybar.h"
#include "operations/batch/bulkremoval.h"

#include <algorithm>

namespace numbers::gui {

RemovalProgress::RemovalProgress(BusyBar &bar, const operations::BulkRemoval &removal)
    : m_bar(bar)
    , m_removal(removal)
{
    connect(&m_removal, &operations::BulkRemoval::progressed, this, &RemovalProgress::update);
}

void RemovalProgress::update()
{
    if (!m_removal.isRunning()) {
        return;
    }
    const auto number = std::min(m_removal.done() + 1, m_removal.total());
    m_bar.setText(m_removal.isStopping()
                      ? tr("Stopping after number %L1 of %L2…").arg(number).arg(m_removal.total())
                      : tr("Removing number %L1 of %L2…").arg(number).arg(m_removal.total()));
    m_bar.setProgress(m_removal.done(), m_removal.total());
}

} // namespace numbers::gui
