#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
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
#include <optional>
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
using OnRows = std::function<Result<bool>(const QJsonArray &rows)>;

/// Reads page after page, following `next_page_uri` (2010-04-01) or `meta.next_page_url` (newer products).
///
/// The Authorization header goes along, so a link is followed only to the same scheme, host, port and path;
/// other links, a page that comes twice and more than 10,000 pages are BadReply, since a list that is cut
/// off must not look like a whole one.
[[nodiscard]] QCoro::Task<Result<void>> readPages(net::HttpClient &http, Credentials credentials,
                                                  PagedList list, OnRows onRows, CancelToken cancel);

/// All rows of a list, as `decode` reads each; nothing for one that is left out.
template <typename Thing>
[[nodiscard]] QCoro::Task<Result<QList<Thing>>>
readRows(net::HttpClient &http, Credentials credentials, PagedList list,
         std::optional<Thing> (*decode)(const QJsonObject &), CancelToken cancel)
{
    const auto things = std::make_shared<QList<Thing>>();
    const OnRows onRows = [things, decode](const QJsonArray &rows) -> Result<bool> {
        for (const auto &row : rows) {
            if (auto thing = decode(row.toObject())) {
                things->append(*std::move(thing));
            }
        }
        return true;
    };
    const auto read = co_await readPages(http, credentials, list, onRows, cancel);
    if (!read) {
        co_return failure(read.error());
    }
    co_return std::move(*things);
}

} // namespace numbers::twilio
