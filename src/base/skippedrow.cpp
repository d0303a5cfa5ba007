#include "base/skippedrow.h"

#include "base/plaintext.h"

#include <QCoreApplication>
#include <QStringList>

#include <utility>

namespace numbers {

namespace {

constexpr qsizetype longestName = 60;
constexpr qsizetype mostLabels = 5;

struct RowText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::SkippedRow)
};

} // namespace

SkippedRow SkippedRow::of(const QJsonValue &row, const QString &nameMember, qsizetype position,
                          QString problem)
{
    const QJsonValue named = row.isObject() ? row[nameMember] : row;
    const QJsonValue name = named.isUndefined() ? row[u"sid"] : named;
    QString text = lineOf(name.isDouble() ? name.toVariant().toString() : name.toString()).trimmed();
    if (text.size() > longestName) {
        text = text.left(longestName - 1) + QChar(0x2026);
    }
    return {std::move(text), position, std::move(problem)};
}

QString SkippedRow::label() const
{
    return name.isEmpty() ? RowText::tr("row %1").arg(position) : name;
}

QString labelsOf(const QList<SkippedRow> &rows)
{
    QStringList labels;
    for (const SkippedRow &row : rows) {
        if (labels.size() == mostLabels) {
            labels << RowText::tr("and %n more", nullptr, static_cast<int>(rows.size() - mostLabels));
            break;
        }
        labels << row.label();
    }
    return labels.join(QStringLiteral(", "));
}

} // namespace numbers
