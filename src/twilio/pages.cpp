#include "twilio/pages.h"

#include "twilio/decoding.h"
#include "twilio/request.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

constexpr qsizetype mostPages = 10'000;

QString nextLinkOf(const QJsonObject &page)
{
    const QString relative = page.value(u"next_page_uri"_s).toString();
    return relative.isEmpty() ? page.value(u"meta"_s)[u"next_page_url"_s].toString() : relative;
}

} // namespace

QCoro::Task<Result<void>> readPages(net::HttpClient &http, Credentials credentials, PagedList list,
                                    OnRows onRows, CancelToken cancel)
{
    net::HttpRequest request = getRequest(credentials, list.base, list.path, list.pathTemplate, list.query);
    const QUrl first = request.url;
    const auto authorization = request.authorization;
    QSet<QUrl> pages{first};
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
        const auto goesOn = onRows(array);
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
        if (pages.size() >= mostPages) {
            co_return failure(unexpected(*answer, u"the list has no end"_s));
        }
        pages.insert(*next);
        request = requestFor(credentials, *next, list.pathTemplate, authorization);
    }
}

} // namespace numbers::twilio
