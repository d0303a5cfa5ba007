#pragma once

#include "base/result.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace numbers::workspace {

class Settings;
class Workspace;

/// One line of the report: a name and what is known about it.
using DiagnosticsFact = std::pair<QString, QString>;

/// What is known about program, system, Qt and TLS. Also what `--self-check` prints first.
[[nodiscard]] QList<DiagnosticsFact> systemFacts();
/// Proxy, extra CA and interface; no host names, no users.
[[nodiscard]] QList<DiagnosticsFact> settingsFacts(const Settings &settings);

/// Schema and rows per table, nothing of what is in them; or why they cannot be read. Takes as long as
/// store::readLedgerSummary.
[[nodiscard]] QList<DiagnosticsFact> ledgerFacts(const QString &filePath);
/// Everything known about an open profile that helps support: key, keychain, requests, ledger, settings.
[[nodiscard]] QList<DiagnosticsFact> workspaceFacts(Workspace &workspace);

/// "Save diagnostics": one English plain text for people who help, with nothing in it that must not be mailed
/// around (see numbers::redactedForSharing).
[[nodiscard]] QString diagnosticsReport(const QList<DiagnosticsFact> &facts, const QStringList &logLines);

/// Writes it to a new file and swaps it in, readable by its owner. Error: Storage.
[[nodiscard]] Result<void> saveDiagnostics(const QString &filePath, const QString &report);

} // namespace numbers::workspace
