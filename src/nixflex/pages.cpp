#include "nixflex/pages.h"

#include "base/jsonreader.h"
#include "nixflex/decoding.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::nixflex {

namespace {

/// The documented maximum.
constexpr qsizetype pageSize = 100;
/// A page of this size may come from a server that does not take `limit`: the documented default.
constexpr qsizetype usualPageSize = 25;
constexpr int mostReadings = 3;
/// Twice the largest fleet that this program is made for, and some gigabytes.
constexpr qsizetype mostRows = 2'000'000;

/// One reading of a list, from its first page on.
class Reading
{
public:
    enum class Next {
        Page,
        End,
        Slipped, ///< rows moved between two pages
    };

    Reading(const PagedList &list, const TakeRow &takeRow)
        : m_list(list)
        , m_takeRow(takeRow)
    {
    }

    [[nodiscard]] QUrlQuery query() const
    {
        QUrlQuery query = m_list.filter;
        query.addQueryItem(u"limit"_s, QString::number(limit()));
        query.addQueryItem(u"offset"_s, QString::number(m_offset));
        return query;
    }

    /// `count`: what the answer says, the number of all rows or of this page's.
    [[nodiscard]] Next take(const QJsonArray &rows, qsizetype count)
    {
        const bool isFirst = m_seen.isEmpty();
        const qsizetype asked = limit();
        const QString lastBefore = m_last;
        bool isLastBeforeSeen = isFirst;
        qsizetype fresh = 0;
        for (qsizetype at = 0; at < rows.size(); ++at) {
            const auto [key, isFresh] = takeRow(rows.at(at), m_offset + at + 1);
            isLastBeforeSeen = isLastBeforeSeen || key == lastBefore;
            fresh += isFresh ? 1 : 0;
            m_last = key;
        }
        if (!isLastBeforeSeen) {
            return Next::Slipped;
        }
        const qsizetype end = m_offset + rows.size();
        // More than asked for: the server does not page, so this is all, unless it cuts its list off.
        if (rows.size() > asked && (isFirst || fresh == 0)) {
            m_state.gap = rows.size() % m_list.cap == 0 ? ListGap::MayBeCutOff : ListGap::None;
            return finish(count);
        }
        if (fresh == 0 && rows.size() == asked) {
            return Next::Slipped; // A full page of rows seen before: others came in at the front.
        }
        const bool isShort = rows.size() < asked && rows.size() != usualPageSize && count <= end;
        if (fresh == 0 || isShort) {
            return finish(count);
        }
        if (m_seen.size() >= mostRows) {
            m_state.gap = ListGap::TooLong;
            return Next::End;
        }
        m_offset = end - 1;
        return Next::Page;
    }

    [[nodiscard]] const ListState &state() const { return m_state; }

private:
    /// Later pages ask for one row less: an answer of exactly `pageSize` rows then tells a server that knows
    /// neither parameter from one that does not know `offset`.
    [[nodiscard]] qsizetype limit() const { return m_seen.isEmpty() ? pageSize : pageSize - 1; }

    struct Taken
    {
        QString key;
        bool isFresh = false;
    };

    Taken takeRow(const QJsonValue &row, qsizetype position)
    {
        const Result<QString> id =
            row.isObject() ? m_takeRow(row.toObject()) : failure(badReply(u"the row is no object"_s));
        const QString key = id ? *id : u'?' + QString::fromUtf8(QJsonDocument(QJsonArray{row}).toJson());
        const bool isFresh = !m_seen.contains(key);
        if (isFresh) {
            m_seen.insert(key);
        }
        if (isFresh && !id) {
            m_state.skipped.append(SkippedRow::of(row, m_list.rowName, position, id.error().detail));
        }
        return {key, isFresh};
    }

    Next finish(qsizetype count)
    {
        if (m_state.gap == ListGap::None && count > m_seen.size()) {
            m_state.gap = ListGap::FewerThanCounted;
        }
        return Next::End;
    }

    const PagedList &m_list;
    const TakeRow &m_takeRow;
    QSet<QString> m_seen;
    QString m_last;
    qsizetype m_offset = 0;
    ListState m_state;
};

} // namespace

QCoro::Task<Result<ListState>> readPages(net::HttpClient &http, Call call, PagedList list, TakeRow takeRow,
                                         OnPageRead onPageRead, CancelToken cancel)
{
    for (int readings = 1;; ++readings) {
        Reading reading(list, takeRow);
        auto next = Reading::Next::Page;
        while (next == Reading::Next::Page) {
            const QUrlQuery query = reading.query();
            net::HttpRequest request = requestOf(call, net::Verb::Get, list.path, list.path, query);
            const auto answer = co_await http.send(std::move(request), cancel);
            const auto document = documentOf(answer, net::Verb::Get);
            if (!document) {
                co_return failure(document.error());
            }
            const auto rows = rowsOf(*document, list.key);
            if (!rows) {
                co_return failure(rows.error());
            }
            next = reading.take(*rows, document->object().value(u"count"_s).toInteger());
            if (!onPageRead()) {
                co_return reading.state();
            }
        }
        ListState state = reading.state();
        if (next == Reading::Next::Slipped && readings < mostReadings) {
            continue;
        }
        if (next == Reading::Next::Slipped) {
            state.gap = ListGap::RowsMoved;
        }
        co_return state;
    }
}

} // namespace numbers::nixflex
