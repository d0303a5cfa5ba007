#include "base/jsonreader.h"
#include "twilio/client.h"
#include "twilio/decoding.h"
#include "twilio/request.h"

#include <QJsonArray>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

const QString listTemplate = u"/2010-04-01/Accounts.json"_s;

} // namespace

QCoro::Task<Result<Account>> Client::fetchAccount(Credentials credentials, AccountSid sid, CancelToken cancel)
{
    net::HttpRequest request =
        getRequest(credentials, m_endpoints.api, u"/2010-04-01/Accounts/%1.json"_s.arg(sid.toString()),
                   u"/2010-04-01/Accounts/{sid}.json"_s);
    const auto answer = co_await m_http.send(std::move(request), cancel);
    const auto object = objectOf(answer);
    if (!object) {
        co_return failure(object.error());
    }
    co_return decodeAccount(*object);
}

QCoro::Task<Result<QList<Account>>> Client::listSubaccounts(Credentials credentials, CancelToken cancel)
{
    const QUrl base = m_endpoints.api;
    net::HttpClient &http = m_http;
    QUrlQuery query;
    query.addQueryItem(u"PageSize"_s, u"1000"_s);
    net::HttpRequest request = getRequest(credentials, base, listTemplate, listTemplate, query);
    QList<Account> accounts;
    QSet<QString> pages;
    for (;;) {
        const auto answer = co_await http.send(std::move(request), cancel);
        const auto page = objectOf(answer);
        if (!page) {
            co_return failure(page.error());
        }
        const QJsonArray rows = page->value(u"accounts"_s).toArray();
        for (const QJsonValue &row : rows) {
            auto account = decodeAccount(row.toObject());
            if (!account) {
                co_return failure(account.error());
            }
            if (account->sid != credentials.accountSid) {
                accounts.append(std::move(*account));
            }
        }
        const QString next = page->value(u"next_page_uri"_s).toString();
        if (next.isEmpty() || pages.contains(next)) {
            break;
        }
        pages.insert(next);
        auto following = nextRequest(credentials, base, next, listTemplate);
        if (!following) {
            co_return failure(following.error());
        }
        request = std::move(*following);
    }
    co_return accounts;
}

} // namespace numbers::twilio
