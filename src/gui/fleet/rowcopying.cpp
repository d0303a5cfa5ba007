#include "gui/fleet/rowcopying.h"

#include "gui/common/tableview.h"
#include "models/recordreading.h"

namespace numbers::gui {

using namespace Qt::StringLiterals;
using models::FleetModel;
using Column = FleetModel::Column;

namespace {

QStringList cellsOf(const store::NumberRecord &number, const QList<Column> &columns, CopyFormat format)
{
    QStringList cells;
    for (const auto column : columns) {
        const auto isForPrograms = format == CopyFormat::Csv && column == Column::Number;
        cells.append(isForPrograms ? number.phoneNumber.e164() : FleetModel::text(number, column));
    }
    return cells;
}

/// With its line's end; the clipboard's last line has none.
QString lineOf(const store::NumberRecord &number, const QList<Column> &columns, CopyFormat format)
{
    switch (format) {
    case CopyFormat::Text:
        return tabLine(cellsOf(number, columns, format)) + u'\n';
    case CopyFormat::Csv:
        return csvLine(cellsOf(number, columns, format));
    case CopyFormat::Numbers:
        return number.phoneNumber.e164() + u'\n';
    }
    return {};
}

} // namespace

QCoro::Task<Result<QString>> rowsAsText(store::Ledger &ledger, QList<qint64> ids, QList<Column> columns,
                                        CopyFormat format, CancelToken cancel)
{
    QString text;
    if (format == CopyFormat::Csv) {
        QStringList headings;
        for (const Column column : std::as_const(columns)) {
            headings.append(FleetModel::heading(column));
        }
        text = csvLine(headings);
    }
    const std::function<void(const QList<store::NumberRecord> &)> onPart =
        [&text, &columns, format](const QList<store::NumberRecord> &part) {
            for (const auto &number : part) {
                text += lineOf(number, columns, format);
            }
        };
    const auto read = co_await models::readRecords(ledger, ids, onPart, cancel);
    if (!read) {
        co_return failure(read.error());
    }
    if (text.endsWith(u'\n') && format != CopyFormat::Csv) {
        text.chop(1);
    }
    co_return text;
}

} // namespace numbers::gui
