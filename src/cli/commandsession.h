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
/// The account given; in practice mode the example. Error: Invalid, code `invalid_twilio_sid`.
[[nodiscard]] Result<AccountSid> readAccountSid(const CommandContext &context);
/// The agent given; in practice mode the example. Error: Invalid, code `missing_field`.
[[nodiscard]] Result<AgentId> readAgent(const CommandContext &context);
/// A business profile from a file; none without one. Errors: Invalid, code `profile_text_not_readable` or
/// `profile_text_not_utf8`, `custom_prompt_too_long`. An empty file is an empty
/// text, not a null one.
[[nodiscard]] Result<std::optional<QString>> readProfileText(const QString &fileName);
/// The account given, or the one that the number was last imported from: its operations tell. Error: Invalid,
/// code `no_backup` or `invalid_twilio_sid`.
[[nodiscard]] QCoro::Task<Result<AccountSid>> accountOfNumber(const CommandContext &context,
                                                              PhoneNumber number);
/// TWILIO_AUTH_TOKEN or the remembered token. Errors: Invalid with code `invalid_auth_token` or
/// `no_auth_token`, SecretStore.
[[nodiscard]] QCoro::Task<Result<twilio::Credentials>> readCredentials(const CommandContext &context,
                                                                       AccountSid sid);
/// How a command finds the account of a number. Called when there is a key.
using AccountSource = QCoro::Task<Result<AccountSid>> (*)(const CommandContext &, PhoneNumber);
/// The Nixflex key, then the number's account, then its token: errors of `takeKey`, of the source and of
/// `readCredentials`.
[[nodiscard]] QCoro::Task<Result<twilio::Credentials>>
takeAccess(const CommandContext &context, PhoneNumber number, AccountSource accountOf);
/// The same where the account is known.
[[nodiscard]] QCoro::Task<Result<twilio::Credentials>> takeAccess(const CommandContext &context,
                                                                  AccountSid sid);
/// Nothing was sent.
[[nodiscard]] Report refused(OperationReport operation, const Error &error);
/// With --dry-run.
[[nodiscard]] Report planned(OperationReport operation);
/// Without --yes: `text` says what would be replaced.
[[nodiscard]] Report confirmationNeeded(OperationReport operation, const QString &text);
/// The same, of what changes who answers.
[[nodiscard]] Report reroutingConfirmation(OperationReport operation, const PhoneNumber &number);
/// `done`: the outcome's word when all went well.
[[nodiscard]] Report outcomeReport(OperationReport operation, const operations::OperationOutcome &outcome,
                                   const QString &done);
/// A line for each, beginning with a line break.
[[nodiscard]] QString notesText(const QList<operations::Note> &notes);
/// One look at what earlier runs left open, or with `mustWait` as many as the policy's patience allows. What
/// cannot be settled stays open and is said in `operations`.
QCoro::Task<QList<store::OperationRecord>> settleLeftovers(const CommandContext &context,
                                                           bool mustWait = false);
/// What is asked for is what one of these, just settled, has done. `done`: the outcome's word.
[[nodiscard]] std::optional<Report> alreadyCompletedReport(OperationReport operation,
                                                           const QList<store::OperationRecord> &settled,
                                                           store::OperationRecord::Kind kind,
                                                           const QString &done);

} // namespace numbers::cli
