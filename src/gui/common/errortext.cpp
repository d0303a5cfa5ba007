#include "gui/common/errortext.h"

#include <QCoreApplication>

namespace numbers::gui {

namespace {

struct Titles
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

QString errorTitle(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return Titles::tr("Cancelled");
    case Error::Kind::Offline:
        return Titles::tr("Not reachable");
    case Error::Kind::Timeout:
        return Titles::tr("No answer in time");
    case Error::Kind::Tls:
        return Titles::tr("No secure connection");
    case Error::Kind::ProxyAuth:
        return Titles::tr("The proxy wants a password");
    case Error::Kind::Unauthorized:
        return Titles::tr("Credentials refused");
    case Error::Kind::Forbidden:
        return Titles::tr("Not allowed");
    case Error::Kind::NotFound:
        return Titles::tr("Not found");
    case Error::Kind::Conflict:
        return Titles::tr("Already there");
    case Error::Kind::RateLimited:
        return Titles::tr("Too many requests");
    case Error::Kind::Invalid:
        return Titles::tr("Input refused");
    case Error::Kind::PaymentRequired:
        return Titles::tr("Payment needed");
    case Error::Kind::Server:
        return Titles::tr("Trouble at the provider");
    case Error::Kind::BadReply:
        return Titles::tr("An answer that makes no sense");
    case Error::Kind::SecretStore:
        return Titles::tr("Keychain not usable");
    case Error::Kind::Storage:
        return Titles::tr("Files not usable");
    case Error::Kind::Internal:
        break;
    }
    return Titles::tr("A mistake in this program");
}

bool isWorthRetrying(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::Timeout:
    case Error::Kind::RateLimited:
    case Error::Kind::Server:
        return true;
    default:
        return false;
    }
}

bool isNetworkSettingsMatter(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::ProxyAuth:
        return true;
    default:
        return false;
    }
}

bool isSilent(const Error &error)
{
    return error.kind == Error::Kind::Cancelled;
}

} // namespace numbers::gui
