#include "cli/exitcode.h"

namespace numbers::cli {

ExitCode exitCodeOfRead(const Error &error)
{
    if (error.providerCode == QLatin1StringView("confirmation_needed")) {
        return ExitCode::ConfirmationNeeded;
    }
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return ExitCode::Interrupted;
    case Error::Kind::Offline:
    case Error::Kind::Timeout:
    case Error::Kind::Tls:
    case Error::Kind::ProxyAuth:
        return ExitCode::NotReachable;
    case Error::Kind::SecretStore:
    case Error::Kind::Storage:
    case Error::Kind::Internal:
        return ExitCode::RefusedByUs;
    default:
        // Everything else is a provider's answer, unless our own checks say the same before asking.
        return error.httpStatus != 0 || error.effect != Error::Effect::NothingSent ||
                       error.kind == Error::Kind::BadReply || error.kind == Error::Kind::Server
                   ? ExitCode::RefusedByProvider
                   : ExitCode::RefusedByUs;
    }
}

ExitCode exitCodeOf(const operations::OperationOutcome &outcome)
{
    using Kind = operations::OperationOutcome::Kind;
    switch (outcome.kind) {
    case Kind::Succeeded:
        return ExitCode::Done;
    case Kind::Refused:
        return ExitCode::RefusedByProvider;
    case Kind::Unknown:
        return ExitCode::OutcomeUnknown;
    case Kind::NotSent:
    case Kind::NotExecuted:
        break;
    }
    return outcome.error ? exitCodeOfRead(*outcome.error) : ExitCode::NotReachable;
}

} // namespace numbers::cli
