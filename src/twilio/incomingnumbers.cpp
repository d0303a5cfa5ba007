#include "base/jsonreader.h"
#include "twilio/client.h"
#include "twilio/decoding.h"
#include "twilio/request.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

const QString listTemplate = u"/2010-04-01/Accounts/{sid}/IncomingPhoneNumbers.json"_s;

QString listPath(const AccountSid &account)
{
    return u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers.json"_s.arg(account.toString());
}

/// A value of a query with its "+" encoded: Twilio reads a bare one as a blank.
QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

Error notInAccount(const PhoneNumber &number, const AccountSid &account)
{
    Error error =
        Error::make(Error::Kind::NotFound,
                    QCoreApplication::translate(
                        "numbers::twilio::IncomingNumbers",
                        "%1 is not in the Twilio account %2. Check the number, or choose the account or "
                        "subaccount that owns it.")
                        .arg(number.international(), account.toString()));
    error.provider = Error::Provider::Twilio;
    error.providerCode = u"number_not_in_twilio"_s;
    return error;
}

} // namespace

QCoro::Task<Result<void>> Client::verifyCredentials(Credentials credentials, CancelToken cancel)
{
    QUrlQuery query;
    query.addQueryItem(u"PageSize"_s, u"1"_s);
    net::HttpRequest request =
        getRequest(credentials, m_endpoints.api, listPath(credentials.accountSid), listTemplate, query);
    const auto answer = co_await m_http.send(std::move(request), cancel);
    const auto object = objectOf(answer);
    if (!object) {
        co_return failure(object.error());
    }
    if (!object->value(u"incoming_phone_numbers"_s).isArray()) {
        Error error = badReply(u"incoming_phone_numbers is no list"_s);
        error.provider = Error::Provider::Twilio;
        error.effect = Error::Effect::Answered;
        co_return failure(error);
    }
    co_return Result<void>{};
}

QCoro::Task<Result<QList<IncomingNumber>>> Client::listIncomingNumbers(Credentials credentials,
                                                                       AccountSid account,
                                                                       NumberFilter filter, OnPage onPage,
                                                                       CancelToken cancel)
{
    const QUrl base = m_endpoints.api;
    net::HttpClient &http = m_http;
    QUrlQuery query;
    query.addQueryItem(u"PageSize"_s, QString::number(std::clamp(filter.pageSize, 1, 1000)));
    if (!filter.phoneNumberPattern.isEmpty()) {
        query.addQueryItem(u"PhoneNumber"_s, encoded(filter.phoneNumberPattern));
    }
    if (!filter.friendlyName.isEmpty()) {
        query.addQueryItem(u"FriendlyName"_s, encoded(filter.friendlyName));
    }
    net::HttpRequest request = getRequest(credentials, base, listPath(account), listTemplate, query);
    QList<IncomingNumber> numbers;
    QSet<QString> sids;
    QSet<QString> pages;
    for (;;) {
        const auto answer = co_await http.send(std::move(request), cancel);
        const auto page = objectOf(answer);
        if (!page) {
            co_return failure(page.error());
        }
        if (!page->value(u"incoming_phone_numbers"_s).isArray()) {
            Error error = badReply(u"incoming_phone_numbers is no list"_s);
            error.provider = Error::Provider::Twilio;
            error.effect = Error::Effect::Answered;
            co_return failure(error);
        }
        const QJsonArray rows = page->value(u"incoming_phone_numbers"_s).toArray();
        QList<IncomingNumber> fresh;
        for (const QJsonValue &row : rows) {
            auto number = decodeIncomingNumber(row.toObject());
            if (!number) {
                co_return failure(number.error());
            }
            // Numbers move between pages while somebody buys or releases some.
            if (!sids.contains(number->sid)) {
                sids.insert(number->sid);
                fresh.append(std::move(*number));
            }
        }
        numbers.append(fresh);
        if (onPage && !onPage(fresh)) {
            break;
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
    co_return numbers;
}

QCoro::Task<Result<IncomingNumber>> Client::findIncomingNumber(Credentials credentials, AccountSid account,
                                                               PhoneNumber number, CancelToken cancel)
{
    NumberFilter filter;
    filter.phoneNumberPattern = number.e164();
    filter.pageSize = 50;
    // The filter is a pattern, so more may come; the first exact one ends the search.
    const auto isIt = [number](const IncomingNumber &candidate) { return candidate.phoneNumber == number; };
    const OnPage onPage = [isIt](const QList<IncomingNumber> &page) {
        return std::none_of(page.begin(), page.end(), isIt);
    };
    const auto numbers = co_await listIncomingNumbers(credentials, account, filter, onPage, cancel);
    if (!numbers) {
        co_return failure(numbers.error());
    }
    const auto found = std::find_if(numbers->begin(), numbers->end(), isIt);
    if (found == numbers->end()) {
        co_return failure(notInAccount(number, account));
    }
    co_return *found;
}

QCoro::Task<Result<IncomingNumber>> Client::fetchIncomingNumber(Credentials credentials, AccountSid account,
                                                                QString numberSid, CancelToken cancel)
{
    net::HttpRequest request = getRequest(
        credentials, m_endpoints.api,
        u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers/%2.json"_s.arg(account.toString(), numberSid),
        u"/2010-04-01/Accounts/{sid}/IncomingPhoneNumbers/{number_sid}.json"_s);
    const auto answer = co_await m_http.send(std::move(request), cancel);
    const auto object = objectOf(answer);
    if (!object) {
        co_return failure(object.error());
    }
    co_return decodeIncomingNumber(*object);
}

} // namespace numbers::twilio
