#pragma once

#include "base/error.h"
#include "gui/common/latestrequest.h"
#include "gui/fleet/removedialog.h"
#include "gui/fleet/rowcopying.h"
#include "store/records.h"

#include <QObject>

#include <functional>

class QTableView;

namespace numbers::gui {

class FleetController;
class FleetSelection;

/// What is done to the selected numbers of the fleet. Each action reads their records from the ledger at the
/// moment of use: the table only has those that were looked at, as they were then.
class RowActions : public QObject
{
    Q_OBJECT
public:
    /// All outlive it; `view` shows the selection, and is the parent of dialogs.
    RowActions(QTableView &view, const FleetSelection &selection, store::Ledger &ledger,
               FleetController &controller);

    /// Calls `act` with the record of the selected number, when exactly one is selected.
    void withNumber(std::function<void(const store::NumberRecord &)> act);
    /// Puts the rows onto the clipboard, with the columns that are shown; the latest copying counts.
    void copy(CopyFormat format);
    /// Asks first; nothing happens without a selection.
    void remove();

Q_SIGNALS:
    /// The records could not be read; nothing was done.
    void failed(const numbers::Error &error);

private:
    void askToRemove(const QList<RemoveDialog::Number> &numbers);
    void fail(const Error &error);

    QTableView &m_view;
    const FleetSelection &m_selection;
    store::Ledger &m_ledger;
    FleetController &m_controller;
    Latest m_acting;
    Latest m_copying;
    Latest m_removing;
};

} // namespace numbers::gui
