#include "twilio/client.h"
#include "twilio/decoding.h"
#include "twilio/pages.h"
#include "twilio/request.h"

#include <QSet>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

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
    auto account = decodeAccount(*object);
    if (!account) {
        co_return failure(account.error());
    }
    if (account->sid != sid) {
        co_return failure(unexpected(*answer, u"account.sid is another account"_s));
    }
    co_return std::move(*account);
}

QCoro::Task<Result<Listing<Account>>> Client::listSubaccounts(Credentials credentials, CancelToken cancel)
{
    const QString path = u"/2010-04-01/Accounts.json"_s;
    PagedList list{m_endpoints.api, path, path, {}, u"accounts"_s};
    list.query.addQueryItem(u"PageSize"_s, u"1000"_s);
    const auto accounts = std::make_shared<Listing<Account>>();
    const auto position = std::make_shared<qsizetype>(0);
    const auto seen = std::make_shared<QSet<AccountSid>>();
    seen->insert(credentials.accountSid);
    const OnRows onRows = [accounts, position, seen](const QJsonArray &rows) {
        Listing<Account> more = decodeRows<Account>(rows, *position, u"sid"_s, decodeAccount);
        *position += rows.size();
        for (Account &account : more.rows) {
            if (!seen->contains(account.sid)) {
                seen->insert(account.sid);
                accounts->rows.append(std::move(account));
            }
        }
        accounts->skipped.append(std::move(more.skipped));
        return true;
    };
    const auto done = co_await readPages(m_http, credentials, list, onRows, cancel);
    if (!done) {
        co_return failure(done.error());
    }
    co_return std::move(*accounts);
}

} // namespace numbers::twilio
