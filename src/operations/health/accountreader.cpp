#include "operations/health/accountreader.h"

#include "base/discard.h"

#include <QCoreApplication>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using State = AccountReading::State;

struct ReaderText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::AccountReader)
};

/// So many at most are asked for one by one; a page of the list costs as much as one of these.
constexpr qsizetype fewNumbers = 3;

State stateOf(twilio::Account::Status status)
{
    switch (status) {
    case twilio::Account::Status::Suspended:
        return State::Suspended;
    case twilio::Account::Status::Closed:
        return State::Closed;
    case twilio::Account::Status::Active:
    case twilio::Account::Status::UnknownStatus:
        break;
    }
    return State::Readable;
}

void fail(AccountReading &look, const Error &error)
{
    look.error = error;
    if (error.kind == Error::Kind::Unauthorized) {
        look.state = State::TokenRefused;
    } else if (error.providerCode == "20005"_L1 || error.providerCode == "10001"_L1) {
        look.state = State::Suspended;
    } else {
        look.state = State::Unread;
    }
}

/// Why a number that is not in the list may be in the account all the same.
Error partlyUnread(const QList<SkippedRow> &skipped)
{
    Error error =
        Error::make(Error::Kind::BadReply,
                    ReaderText::tr("%n row(s) of the account's list of numbers could not be read: %1.",
                                   nullptr, static_cast<int>(skipped.size()))
                        .arg(labelsOf(skipped)),
                    skipped.constFirst().problem);
    error.provider = Error::Provider::Twilio;
    error.providerCode = u"rows_skipped"_s;
    return error;
}

/// What the main account says of its subaccount, with the subaccount's own token; nothing when it cannot be
/// asked.
QCoro::Task<Result<std::optional<twilio::Account>>> askOwner(OperationServices services,
                                                             AuthTokenSource tokens, AccountSid owner,
                                                             AccountSid sid, CancelToken cancel)
{
    const std::optional<twilio::Account> nothing;
    if (owner.isNull() || owner == sid) {
        co_return nothing;
    }
    const auto token = co_await tokens(owner);
    if (!token || !*token) {
        co_return nothing;
    }
    const twilio::Credentials credentials{owner, *token};
    auto account = co_await services.twilio.fetchAccount(credentials, sid, cancel);
    if (!account) {
        co_return nothing;
    }
    co_return std::optional(std::move(*account));
}

/// A pair that is refused may be that of a suspended account: Twilio says so only to its main account.
QCoro::Task<Result<void>> explainRefusal(OperationServices services, AuthTokenSource tokens,
                                         AccountReading &look, CancelToken cancel)
{
    const AccountSid owner = look.ownerSid;
    const AccountSid sid = look.sid;
    const auto account = co_await askOwner(services, tokens, owner, sid, cancel);
    if (!account) {
        co_return failure(account.error());
    }
    if (account->has_value() && stateOf((*account)->status) != State::Readable) {
        look.state = stateOf((*account)->status);
    }
    co_return Result<void>{};
}

/// Finds a pair for the account and asks for its status.
QCoro::Task<Result<void>> openAccount(OperationServices services, AuthTokenSource tokens,
                                      AccountReading &look, CancelToken cancel)
{
    look.isTried = true;
    const AccountSid sid = look.sid;
    const AccountSid owner = look.ownerSid;
    const auto token = co_await tokens(sid);
    if (!token) {
        fail(look, token.error());
        co_return Result<void>{};
    }
    look.credentials = {sid, *token};
    if (!look.credentials.isComplete()) {
        const auto account = co_await askOwner(services, tokens, owner, sid, cancel);
        if (!account) {
            co_return failure(account.error());
        }
        if (!account->has_value()) {
            look.state = State::TokenUnknown;
            co_return Result<void>{};
        }
        look.credentials.authToken = (*account)->authToken;
        look.state = stateOf((*account)->status);
        if (look.state == State::Readable && !look.credentials.isComplete()) {
            look.state = State::TokenUnknown;
        }
        co_return Result<void>{};
    }
    const twilio::Credentials credentials = look.credentials;
    const auto account = co_await services.twilio.fetchAccount(credentials, sid, cancel);
    if (account) {
        look.ownerSid = account->ownerSid;
        look.state = stateOf(account->status);
        co_return Result<void>{};
    }
    fail(look, account.error());
    const auto kind = account.error().kind;
    if (kind == Error::Kind::Forbidden || kind == Error::Kind::NotFound) {
        // The account resource is closed to some credentials that work otherwise: the numbers decide.
        look.state = look.state == State::Suspended ? State::Suspended : State::Readable;
    } else if (look.state == State::TokenRefused) {
        const auto explained = co_await explainRefusal(services, tokens, look, cancel);
        co_return explained;
    }
    co_return Result<void>{};
}

QCoro::Task<Result<void>> readWhole(OperationServices services, AccountReading &look,
                                    std::function<void(int)> onProgress, CancelToken cancel)
{
    const twilio::Credentials credentials = look.credentials;
    const AccountSid sid = look.sid;
    const twilio::NumberFilter filter;
    const auto found = std::make_shared<QHash<PhoneNumber, twilio::IncomingNumber>>();
    const twilio::Client::OnPage onPage = [found, onProgress](const QList<twilio::IncomingNumber> &page) {
        for (const twilio::IncomingNumber &number : page) {
            found->insert(number.phoneNumber, number);
        }
        if (onProgress) {
            onProgress(static_cast<int>(found->size()));
        }
        return true;
    };
    auto numbers = co_await services.twilio.listIncomingNumbers(credentials, sid, filter, onPage, cancel);
    if (!numbers) {
        fail(look, numbers.error());
        co_return Result<void>{};
    }
    look.numbers = std::move(*found);
    look.isWhole = numbers->skipped.isEmpty();
    if (!look.isWhole) {
        look.error = partlyUnread(numbers->skipped);
    }
    discardInBackground(*std::move(numbers));
    co_return Result<void>{};
}

QCoro::Task<Result<void>> readOneByOne(OperationServices services, AccountReading &look,
                                       QList<PhoneNumber> wanted, CancelToken cancel)
{
    const twilio::Credentials credentials = look.credentials;
    const AccountSid sid = look.sid;
    for (const PhoneNumber &number : std::as_const(wanted)) {
        const auto found = co_await services.twilio.findIncomingNumber(credentials, sid, number, cancel);
        if (found) {
            look.numbers.insert(number, *found);
        } else if (found.error().providerCode != "number_not_in_twilio"_L1) {
            fail(look, found.error());
            co_return Result<void>{};
        }
        look.asked.insert(number);
    }
    co_return Result<void>{};
}

/// What the wanted numbers need and was not read yet.
routing::Needs needsOf(const AccountReading &look, const QList<PhoneNumber> &wanted)
{
    routing::Needs needs;
    for (const PhoneNumber &number : wanted) {
        const auto found = look.numbers.constFind(number);
        if (found == look.numbers.constEnd()) {
            continue;
        }
        needs = needs.with(routing::Needs::of(*found));
    }
    return needs.without(look.resources.answered);
}

QCoro::Task<Result<void>> readShared(OperationServices services, AccountReading &look,
                                     QList<PhoneNumber> wanted, CancelToken cancel)
{
    const routing::Needs needs = needsOf(look, wanted);
    const twilio::Credentials credentials = look.credentials;
    auto resources = co_await routing::readAccountResources(services.twilio, credentials, needs, cancel);
    if (!resources) {
        co_return failure(resources.error());
    }
    look.resources.take(std::move(*resources));
    co_return Result<void>{};
}

} // namespace

QCoro::Task<Result<void>> readAccount(OperationServices services, AuthTokenSource tokens,
                                      AccountReading &look, QList<PhoneNumber> wanted,
                                      std::function<void(int)> onProgress, CancelToken cancel)
{
    if (!look.isTried) {
        const auto opened = co_await openAccount(services, tokens, look, cancel);
        if (!opened) {
            co_return opened;
        }
    }
    const QList<PhoneNumber> all = wanted;
    wanted.removeIf([&look](const PhoneNumber &number) { return look.hasLookedFor(number); });
    if (look.state == State::Readable && !wanted.isEmpty()) {
        const bool isFew = wanted.size() <= fewNumbers;
        Result<void> read;
        if (isFew) {
            read = co_await readOneByOne(services, look, wanted, cancel);
        } else {
            read = co_await readWhole(services, look, onProgress, cancel);
        }
        if (!read) {
            co_return read;
        }
        if (look.state == State::TokenRefused) {
            const auto explained = co_await explainRefusal(services, tokens, look, cancel);
            if (!explained) {
                co_return explained;
            }
        }
    }
    if (look.state == State::Readable) {
        const auto shared = co_await readShared(services, look, all, cancel);
        co_return shared;
    }
    co_return Result<void>{};
}

} // namespace numbers::operations
