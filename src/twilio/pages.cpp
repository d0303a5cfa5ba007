#include "twilio/pages.h"

#include "twilio/decoding.h"
#include "twilio/request.h"

#include <QCoro/QCoroTimer>
#include <QJsonDocument>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

/// Twice the largest account that this program is made for.
constexpr qsizetype mostRows = 2'000'000;
/// A page may be empty though others follow; not this many in a row.
constexpr int mostEmptyPages = 100;

/// A number takes some 30 µs to be decoded: the thread's other events wait for no more than these.
constexpr qsizetype rowsAtOnce = 100;

QString nextLinkOf(const QJsonObject &page)
{
    const QString relative = page.value(u"next_page_uri"_s).toString();
    return relative.isEmpty() ? page.value(u"meta"_s)[u"next_page_url"_s].toString() : relative;
}

QJsonArray sliceOf(const QJsonArray &rows, qsizetype first)
{
    QJsonArray slice;
    const auto end = std::min(first + rowsAtOnce, rows.size());
    for (auto row = first; row < end; ++row) {
        slice.append(rows.at(row));
    }
    return slice;
}

/// Hands the rows over, and lets other events have their turn in between.
QCoro::Task<Result<bool>> handOver(QJsonArray rows, OnRows onRows, CancelToken cancel)
{
    for (qsizetype first = 0;; first += rowsAtOnce) {
        const auto goesOn = onRows(sliceOf(rows, first));
        if (!goesOn || first + rowsAtOnce >= rows.size()) {
            co_return goesOn;
        }
        co_await QCoro::sleepFor(std::chrono::milliseconds(0));
        if (cancel.isCancelled()) {
            co_return failure(Error::cancelled());
        }
    }
}

/// The rows of the pages so far.
class SeenRows
{
public:
    /// False when these bring the list no further.
    [[nodiscard]] bool take(const QJsonArray &rows)
    {
        const auto before = m_keys.size();
        for (const auto &row : rows) {
            const QString sid = row[u"sid"_s].toString();
            m_keys.insert(sid.isEmpty() ? QString::fromUtf8(QJsonDocument(QJsonArray{row}).toJson()) : sid);
        }
        m_emptyPages = rows.isEmpty() ? m_emptyPages + 1 : 0;
        return m_emptyPages < mostEmptyPages && (rows.isEmpty() || m_keys.size() > before) &&
               m_keys.size() < mostRows;
    }

private:
    QSet<QString> m_keys;
    int m_emptyPages = 0;
};

} // namespace

QCoro::Task<Result<void>> readPages(net::HttpClient &http, Credentials credentials, PagedList list,
                                    OnRows onRows, CancelToken cancel)
{
    net::HttpRequest request = getRequest(credentials, list.base, list.path, list.pathTemplate, list.query);
    const QUrl first = request.url;
    const auto authorization = request.authorization;
    QSet<QUrl> pages{first};
    SeenRows seen;
    const QPointer<net::HttpClient> client(&http);
    for (;;) {
        const auto answer = co_await http.send(std::move(request), cancel);
        const auto page = objectOf(answer);
        if (!page) {
            co_return failure(page.error());
        }
        const QJsonValue rows = page->value(list.key);
        if (!rows.isArray()) {
            const QString problem = u"%1 is no list"_s.arg(list.key);
            co_return failure(unexpected(*answer, problem));
        }
        const QJsonArray array = rows.toArray();
        const auto goesOn = co_await handOver(array, onRows, cancel);
        if (client.isNull()) {
            co_return failure(Error::cancelled());
        }
        if (!goesOn) {
            co_return failure(goesOn.error());
        }
        const QString link = nextLinkOf(*page);
        if (!*goesOn || link.isEmpty()) {
            co_return Result<void>{};
        }
        const auto next = nextUrl(first, list.base, link);
        if (!next) {
            co_return failure(unexpected(*answer, u"the next page is somewhere else"_s));
        }
        if (pages.contains(*next)) {
            co_return failure(unexpected(*answer, u"the next page was read already"_s));
        }
        if (!seen.take(array)) {
            co_return failure(unexpected(*answer, u"the list has no end"_s));
        }
        pages.insert(*next);
        request = requestFor(credentials, *next, list.pathTemplate, authorization);
    }
}

} // namespace numbers::twilio
