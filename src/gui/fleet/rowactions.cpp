#include "gui/fleet/rowactions.h"

#include "gui/common/errortext.h"
#include "gui/common/tableview.h"
#include "gui/fleet/fleetcontroller.h"
#include "gui/fleet/fleetselection.h"
#include "models/recordreading.h"
#include "store/ledger.h"

#include <QTableView>

#include <memory>

namespace numbers::gui {

RowActions::RowActions(QTableView &view, const FleetSelection &selection, store::Ledger &ledger,
                       FleetController &controller)
    : m_view(view)
    , m_selection(selection)
    , m_ledger(ledger)
    , m_controller(controller)
{
}

void RowActions::fail(const Error &error)
{
    if (!isSilent(error)) {
        Q_EMIT failed(error);
    }
}

void RowActions::withNumber(std::function<void(const store::NumberRecord &)> act)
{
    const auto id = m_selection.onlyId();
    if (!id) {
        return;
    }
    auto task = m_ledger.numbersById({*id});
    deliverLatest(std::move(task), this, m_acting.start(),
                  [this, act = std::move(act)](const Result<QList<store::NumberRecord>> &result) {
                      if (!result) {
                          fail(result.error());
                      } else if (!result->isEmpty()) {
                          act(result->constFirst());
                      }
                  });
}

void RowActions::copy(CopyFormat format)
{
    const auto ids = m_selection.ids();
    if (ids.isEmpty()) {
        return;
    }
    QList<models::FleetModel::Column> columns;
    const auto shown = visibleColumns(m_view);
    for (const auto column : shown) {
        columns.append(static_cast<models::FleetModel::Column>(column));
    }
    const auto token = m_copying.start();
    auto task = rowsAsText(m_ledger, ids, columns, format, token);
    deliverLatest(std::move(task), this, token, [this](const Result<QString> &text) {
        if (text) {
            copyToClipboard(*text);
        } else {
            fail(text.error());
        }
    });
}

void RowActions::remove()
{
    const auto ids = m_selection.ids();
    if (ids.isEmpty()) {
        return;
    }
    const auto numbers = std::make_shared<QList<RemoveDialog::Number>>();
    const auto token = m_removing.start();
    auto task = models::readRecords(
        m_ledger, ids,
        [numbers](const QList<store::NumberRecord> &part) {
            for (const auto &number : part) {
                numbers->append({number.phoneNumber, number.agentName, number.baseline.has_value()});
            }
        },
        token);
    deliverLatest(std::move(task), this, token, [this, numbers](const Result<void> &result) {
        if (!result) {
            fail(result.error());
        } else if (!numbers->isEmpty()) {
            askToRemove(*numbers);
        }
    });
}

void RowActions::askToRemove(const QList<RemoveDialog::Number> &numbers)
{
    auto *dialog = new RemoveDialog(numbers, m_view.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &m_controller,
            [this, dialog] { m_controller.remove(dialog->numbers(), dialog->mustRestore()); });
    dialog->open();
}

} // namespace numbers::gui
