#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "base/skippedrow.h"
#include "net/httpclient.h"
#include "twilio/types.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QUrl>

#include <functional>
#include <utility>

namespace numbers::twilio {

/// Where Twilio is.
struct Endpoints
{
    QUrl api{QStringLiteral("https://api.twilio.com")};
    QUrl messaging{QStringLiteral("https://messaging.twilio.com")};
    QUrl trunking{QStringLiteral("https://trunking.twilio.com")};

    /// Everything at one base URL: the simulator, or `--twilio-url`.
    [[nodiscard]] static Endpoints single(const QUrl &base);
};

struct NumberFilter
{
    QString phoneNumberPattern; ///< Twilio's pattern: digits, "*" for one digit; a hint, not an exact match
    QString friendlyName;       ///< exact, empty for all
    int pageSize = 1000;        ///< 1 to 1000
};

/// Twilio's REST API as typed calls; stateless but for the HttpClient it borrows. Same thread as that.
///
/// Errors carry Twilio's `code`, its message (in `detail`, and in `userText` where Twilio says more than we
/// do), the request id and Provider::Twilio. Texts: twilio/errors.h. Every call can also return the
/// HttpClient's errors and BadReply for an answer that is not what the schema says.
class Client
{
public:
    /// Called with each page as it comes; return false to stop early.
    using OnPage = std::function<bool(const QList<IncomingNumber> &page)>;

    Client(net::HttpClient &http, Endpoints endpoints);

    /// GET Accounts/{AC}: with a Standard API key this fails with 20003 although others work.
    [[nodiscard]] QCoro::Task<Result<Account>> fetchAccount(Credentials credentials, AccountSid sid,
                                                            CancelToken cancel);
    // Lists are given without the rows that cannot be read.
    /// GET Accounts: subaccounts only (the main account itself is left out), all pages.
    [[nodiscard]] QCoro::Task<Result<Listing<Account>>> listSubaccounts(Credentials credentials,
                                                                        CancelToken cancel);
    /// The cheapest proof that a pair works: IncomingPhoneNumbers?PageSize=1.
    [[nodiscard]] QCoro::Task<Result<void>> verifyCredentials(Credentials credentials, CancelToken cancel);
    /// All numbers of `account`, all pages, duplicates removed. Next links to another host are refused
    /// (BadReply).
    [[nodiscard]] QCoro::Task<Result<Listing<IncomingNumber>>>
    listIncomingNumbers(Credentials credentials, AccountSid account, NumberFilter filter, OnPage onPage,
                        CancelToken cancel);
    /// The number that is exactly `number` in `account`. NotFound when there is none; BadReply with code
    /// `rows_skipped` when it may be in a row that cannot be read.
    [[nodiscard]] QCoro::Task<Result<IncomingNumber>>
    findIncomingNumber(Credentials credentials, AccountSid account, PhoneNumber number, CancelToken cancel);
    [[nodiscard]] QCoro::Task<Result<IncomingNumber>>
    fetchIncomingNumber(Credentials credentials, AccountSid account, QString numberSid, CancelToken cancel);
    /// POST IncomingPhoneNumbers/{PN}: changes the named parameters (Twilio's form names) and leaves the
    /// others. Returns the number as Twilio answers. Error::Effect::Unknown when it may have been carried
    /// out: no answer, one that cannot be read, or a status that does not say "refused" (net::refusalOf).
    [[nodiscard]] QCoro::Task<Result<IncomingNumber>>
    updateIncomingNumber(Credentials credentials, AccountSid account, QString numberSid,
                         QList<std::pair<QString, QString>> form, CancelToken cancel);
    /// Every Messaging Service with its sender pool: one list, and one more for each service, since Twilio
    /// has no look-up by number.
    [[nodiscard]] QCoro::Task<Result<Listing<MessagingService>>>
    listMessagingServices(Credentials credentials, CancelToken cancel);
    /// Every TwiML app of `account`, all pages.
    [[nodiscard]] QCoro::Task<Result<Listing<Application>>>
    listApplications(Credentials credentials, AccountSid account, CancelToken cancel);
    /// Every SIP trunk of the account whose pair this is, all pages.
    [[nodiscard]] QCoro::Task<Result<Listing<Trunk>>> listTrunks(Credentials credentials, CancelToken cancel);

private:
    net::HttpClient &m_http;
    Endpoints m_endpoints;
};

} // namespace numbers::twilio
