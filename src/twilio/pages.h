#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "net/httpclient.h"
#include "twilio/types.h"

#include <QCoro/QCoroTask>
#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

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

} // namespace numbers::twilio
