#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "net/httpclient.h"
#include "nixflex/request.h"
#include "nixflex/types.h"

#include <QCoro/QCoroTask>
#include <QJsonObject>

#include <functional>

namespace numbers::nixflex {

/// A list of Nixflex's and how to read it.
struct PagedList
{
    QString path;
    QUrlQuery filter;
    QString key;       ///< the member that holds the rows, where they are not the whole answer
    QString rowName;   ///< the member that names a row
    qsizetype cap = 1; ///< a server that does not page stops at so many rows, or at a multiple of it
};

/// Takes a row into the caller's list and returns what tells it from others. An error leaves the row out.
/// May get the same row more than once.
using TakeRow = std::function<Result<QString>(const QJsonObject &row)>;
/// After each page. True to go on, false when what was looked for has been found.
using OnPageRead = std::function<bool()>;

/// Reads a list whether or not the server pages, and says whether the rows are proven to be all there are.
///
/// A page begins with the last row of the page before: where that row is missing, rows moved meanwhile and
/// one may have been passed over, so the list is read again, three times at most. A list without end is known
/// by pages that add nothing; a server that makes rows up is read no further than 2,000,000 rows.
[[nodiscard]] QCoro::Task<Result<ListState>> readPages(net::HttpClient &http, Call call, PagedList list,
                                                       TakeRow takeRow, OnPageRead onPageRead,
                                                       CancelToken cancel);

} // namespace numbers::nixflex
