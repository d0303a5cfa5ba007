#pragma once

#include "cli/commands.h"

#include <QCoreApplication>

namespace numbers::cli {

/// The words of all commands.
struct CommandText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::cli::Commands)
};

// What several commands need: input, secrets, and the report of how an operation ended.

/// Reads a secret from the environment and takes it out, so that no program we might start inherits it.
[[nodiscard]] SecretString takeFromEnvironment(const char *name);
/// The number given; in practice mode the example. Error: Invalid, code `invalid_phone_format`.
[[nodiscard]] Result<PhoneNumber> readNumber(const CommandContext &context);
/// The account given; in practice mode the example. Error: Invalid, code `invalid_twilio_sid`.
[[nodiscard]] Result<AccountSid> readAccountSid(const CommandContext &context);
/// The file's text; empty without a file. Errors: Invalid, code `profile_text_not_readable` or
/// `custom_prompt_too_long`.
[[nodiscard]] Result<QString> readProfileText(const QString &fileName);
/// TWILIO_AUTH_TOKEN or the remembered token. Errors: Invalid with code `invalid_auth_token` or
/// `no_auth_token`, SecretStore.
[[nodiscard]] QCoro::Task<Result<twilio::Credentials>> readCredentials(const CommandContext &context,
                                                                       AccountSid sid);
/// Nothing was sent.
[[nodiscard]] Report refused(OperationReport operation, const Error &error);
/// `done`: the outcome's word when all went well.
[[nodiscard]] Report outcomeReport(OperationReport operation, const importing::OperationOutcome &outcome,
                                   const QString &done);
/// A line for each, beginning with a line break.
[[nodiscard]] QString notesText(const QList<importing::Note> &notes);
/// One look at what earlier runs left open, or with `mustWait` as many as the policy's patience allows. What
/// cannot be settled stays open and is said in `operations`.
[[nodiscard]] QCoro::Task<void> settleLeftovers(const CommandContext &context, bool mustWait = false);

} // namespace numbers::cli
