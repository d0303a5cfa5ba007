#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "base/skippedrow.h"
#include "net/httpclient.h"
#include "twilio/types.h"

#include <QCoro/QCoroTask>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <utility>

namespace numbers::twilio {

/// A list of Twilio's and how to read it.
struct PagedList
{
    QUrl base;
    QString path;
    QString pathTemplate;
    QUrlQuery query;
    QString key; ///< the member that holds the rows
};

/// Some rows of a page. True to go on, false when what was looked for has been found.
using OnRows = std::function<bool(const QJsonArray &rows)>;

/// Reads page after page, following `next_page_uri` (2010-04-01) or `meta.next_page_url` (newer products).
///
/// The Authorization header goes along, so a link is followed only to the same scheme, host, port and path.
/// Other links, a page that comes twice or adds no row, and more than 2,000,000 rows are BadReply, since a
/// list that is cut off must not look like a whole one.
[[nodiscard]] QCoro::Task<Result<void>> readPages(net::HttpClient &http, Credentials credentials,
                                                  PagedList list, OnRows onRows, CancelToken cancel);

/// Decodes some rows into a listing; one that `decode` cannot read is left out and named by `nameMember`.
/// `position`: how many rows were taken before.
template <typename Thing, typename Decode>
[[nodiscard]] Listing<Thing> decodeRows(const QJsonArray &rows, qsizetype position, const QString &nameMember,
                                        const Decode &decode)
{
    Listing<Thing> listing;
    for (const auto &row : rows) {
        ++position;
        Result<Thing> thing = decode(row.toObject());
        if (thing) {
            listing.rows.append(*std::move(thing));
        } else {
            listing.skipped.append(SkippedRow::of(row, nameMember, position, thing.error().detail));
        }
    }
    return listing;
}

/// All rows of a list, as `decode` reads each.
template <typename Thing>
[[nodiscard]] QCoro::Task<Result<Listing<Thing>>>
readRows(net::HttpClient &http, Credentials credentials, PagedList list,
         Result<Thing> (*decode)(const QJsonObject &), CancelToken cancel)
{
    const auto listing = std::make_shared<Listing<Thing>>();
    const OnRows onRows = [listing, decode](const QJsonArray &rows) {
        const auto position = listing->rows.size() + listing->skipped.size();
        Listing<Thing> more = decodeRows<Thing>(rows, position, QStringLiteral("sid"), decode);
        listing->rows.append(std::move(more.rows));
        listing->skipped.append(std::move(more.skipped));
        return true;
    };
    const auto read = co_await readPages(http, credentials, list, onRows, cancel);
    if (!read) {
        co_return failure(read.error());
    }
    co_return std::move(*listing);
}

} // namespace numbers::twilio
