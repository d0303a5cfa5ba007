#include "twilio/client.h"
#include "twilio/decoding.h"
#include "twilio/pages.h"
#include "twilio/request.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

struct NumberText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::twilio::IncomingNumbers)
};

PagedList listOf(const QUrl &base, const AccountSid &account)
{
    return {base,
            u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers.json"_s.arg(account.toString()),
            u"/2010-04-01/Accounts/{sid}/IncomingPhoneNumbers.json"_s,
            {},
            u"incoming_phone_numbers"_s};
}

Error notInAccount(const PhoneNumber &number, const AccountSid &account)
{
    Error error = Error::make(
        Error::Kind::NotFound,
        NumberText::tr("%1 is not in the Twilio account %2. Check the number, or choose the account or "
                       "subaccount that owns it.")
            .arg(number.international(), account.toString()));
    error.provider = Error::Provider::Twilio;
    error.providerCode = u"number_not_in_twilio"_s;
    return error;
}

/// A row that cannot be read may be this number's.
Error notKnown(const PhoneNumber &number, const QList<SkippedRow> &skipped)
{
    Error error = Error::make(
        Error::Kind::BadReply,
        NumberText::tr(
            "It is not known whether %1 is in this Twilio account: part of Twilio's list could not "
            "be read (%2).")
            .arg(number.international(), labelsOf(skipped)),
        skipped.constFirst().problem);
    error.provider = Error::Provider::Twilio;
    error.providerCode = u"rows_skipped"_s;
    error.effect = Error::Effect::Answered;
    return error;
}

Error noNumberSid()
{
    Error error =
        Error::make(Error::Kind::Invalid,
                    NumberText::tr("This is not the SID of a phone number at Twilio. Nothing was sent."));
    error.provider = Error::Provider::Twilio;
    return error;
}

SecretString bodyOf(const QList<std::pair<QString, QString>> &form)
{
    QByteArray body;
    for (const auto &[name, value] : form) {
        if (!body.isEmpty()) {
            body += '&';
        }
        body += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return SecretString(std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
}

/// A write whose answer cannot be read may have been carried out.
Error ofWrite(Error error)
{
    error.effect = Error::Effect::Unknown;
    return error;
}

} // namespace

QCoro::Task<Result<void>> Client::verifyCredentials(Credentials credentials, CancelToken cancel)
{
    PagedList list = listOf(m_endpoints.api, credentials.accountSid);
    list.query.addQueryItem(u"PageSize"_s, u"1"_s);
    const OnRows onRows = [](const QJsonArray &) { return false; };
    return readPages(m_http, std::move(credentials), std::move(list), onRows, std::move(cancel));
}

QCoro::Task<Result<Listing<IncomingNumber>>> Client::listIncomingNumbers(Credentials credentials,
                                                                         AccountSid account,
                                                                         NumberFilter filter, OnPage onPage,
                                                                         CancelToken cancel)
{
    PagedList list = listOf(m_endpoints.api, account);
    list.query.addQueryItem(u"PageSize"_s, QString::number(std::clamp(filter.pageSize, 1, 1000)));
    if (!filter.phoneNumberPattern.isEmpty()) {
        list.query.addQueryItem(u"PhoneNumber"_s, encodedValue(filter.phoneNumberPattern));
    }
    if (!filter.friendlyName.isEmpty()) {
        list.query.addQueryItem(u"FriendlyName"_s, encodedValue(filter.friendlyName));
    }
    const auto numbers = std::make_shared<Listing<IncomingNumber>>();
    const auto position = std::make_shared<qsizetype>(0);
    const auto seen = std::make_shared<QSet<QString>>();
    const OnRows onRows = [numbers, position, seen, onPage](const QJsonArray &rows) {
        Listing<IncomingNumber> more =
            decodeRows<IncomingNumber>(rows, *position, u"phone_number"_s, decodeIncomingNumber);
        *position += rows.size();
        QList<IncomingNumber> fresh;
        for (IncomingNumber &number : more.rows) {
            // Numbers move between pages while somebody buys or releases some.
            if (!seen->contains(number.sid)) {
                seen->insert(number.sid);
                fresh.append(std::move(number));
            }
        }
        numbers->rows.append(fresh);
        numbers->skipped.append(std::move(more.skipped));
        return !onPage || onPage(fresh);
    };
    const auto done = co_await readPages(m_http, credentials, list, onRows, cancel);
    if (!done) {
        co_return failure(done.error());
    }
    co_return std::move(*numbers);
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
    const auto found = std::find_if(numbers->rows.begin(), numbers->rows.end(), isIt);
    if (found == numbers->rows.end()) {
        co_return failure(numbers->skipped.isEmpty() ? notInAccount(number, account)
                                                     : notKnown(number, numbers->skipped));
    }
    co_return *found;
}

QCoro::Task<Result<IncomingNumber>> Client::fetchIncomingNumber(Credentials credentials, AccountSid account,
                                                                QString numberSid, CancelToken cancel)
{
    // It may come from Nixflex, and becomes part of a path.
    if (!isTwilioSid(u"PN", numberSid)) {
        co_return failure(noNumberSid());
    }
    net::HttpRequest request = getRequest(
        credentials, m_endpoints.api,
        u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers/%2.json"_s.arg(account.toString(), numberSid),
        u"/2010-04-01/Accounts/{sid}/IncomingPhoneNumbers/{number_sid}.json"_s);
    const auto answer = co_await m_http.send(std::move(request), cancel);
    const auto object = objectOf(answer);
    if (!object) {
        co_return failure(object.error());
    }
    auto number = decodeIncomingNumber(*object);
    if (!number) {
        co_return failure(number.error());
    }
    if (number->sid != numberSid) {
        co_return failure(unexpected(*answer, u"incoming_phone_number.sid is another number"_s));
    }
    co_return std::move(*number);
}

QCoro::Task<Result<IncomingNumber>> Client::updateIncomingNumber(Credentials credentials, AccountSid account,
                                                                 QString numberSid,
                                                                 QList<std::pair<QString, QString>> form,
                                                                 CancelToken cancel)
{
    if (!isTwilioSid(u"PN", numberSid)) {
        co_return failure(noNumberSid());
    }
    net::HttpRequest request = getRequest(
        credentials, m_endpoints.api,
        u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers/%2.json"_s.arg(account.toString(), numberSid),
        u"/2010-04-01/Accounts/{sid}/IncomingPhoneNumbers/{number_sid}.json"_s);
    request.verb = net::Verb::Post;
    request.contentType = "application/x-www-form-urlencoded";
    request.body = bodyOf(form);
    const auto answer = co_await m_http.send(std::move(request), cancel);
    const auto object = objectOf(answer, net::Verb::Post);
    if (!object) {
        const bool isUnreadable = answer && answer->isSuccess();
        co_return failure(isUnreadable ? ofWrite(object.error()) : object.error());
    }
    auto number = decodeIncomingNumber(*object);
    if (!number) {
        co_return failure(ofWrite(number.error()));
    }
    if (number->sid != numberSid) {
        co_return failure(ofWrite(unexpected(*answer, u"incoming_phone_number.sid is another number"_s)));
    }
    co_return std::move(*number);
}

} // namespace numbers::twilio
