#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "base/result.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace numbers::store {
class Ledger;
}

namespace numbers::workspace {

class Settings;
class Workspace;

/// One line of the report: a name and what is known about it.
using DiagnosticsFact = std::pair<QString, QString>;

/// What is known about program, system, Qt and TLS. Also what `--self-check` prints first.
[[nodiscard]] QList<DiagnosticsFact> systemFacts();
/// Proxy, extra CA and interface; no host names, no users.
[[nodiscard]] QList<DiagnosticsFact> settingsFacts(const Settings &settings);

/// Schema and rows per table, nothing of what is in them; or why they could not be read, which may be that
/// the ledger gave no answer within five seconds.
[[nodiscard]] QCoro::Task<QList<DiagnosticsFact>> ledgerFacts(store::Ledger *ledger, Clock *clock,
                                                              CancelToken cancel);
/// Everything known about an open profile that helps support: key, keychain, requests, settings, ledger.
/// The workspace may go meanwhile.
[[nodiscard]] QCoro::Task<QList<DiagnosticsFact>> workspaceFacts(Workspace *workspace, CancelToken cancel);
/// About a profile that is not open, with the reason when there is one.
[[nodiscard]] QList<DiagnosticsFact> closedProfileFacts(const std::optional<Error> &reason);

/// "Save diagnostics": one English plain text for people who help, with nothing in it that must not be mailed
/// around (see numbers::redactedForSharing).
[[nodiscard]] QString diagnosticsReport(const QList<DiagnosticsFact> &facts, const QStringList &logLines);

/// Makes the report and writes it to a new file, which is swapped in, readable by its owner; all that in a
/// thread of its own, since the disk may be slow. Errors: Storage, and Cancelled as soon as `cancel` is.
[[nodiscard]] QCoro::Task<Result<void>> saveDiagnostics(QString filePath, QList<DiagnosticsFact> facts,
                                                        QStringList logLines, CancelToken cancel);

} // namespace numbers::workspace
