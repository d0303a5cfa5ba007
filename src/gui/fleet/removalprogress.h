#pragma once

#include <QObject>

namespace numbers::operations {
class BulkRemoval;
}

namespace numbers::gui {

class BusyBar;

/// Says in the bar how far the removal of several numbers is.
class RemovalProgress : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    RemovalProgress(BusyBar &bar, const operations::BulkRemoval &removal);

    void update();

private:
    BusyBar &m_bar;
    const operations::BulkRemoval &m_removal;
};

} // namespace numbers::gui
