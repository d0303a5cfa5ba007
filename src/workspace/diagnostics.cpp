#include "workspace/diagnostics.h"

#include "base/completion.h"
#include "base/filewriter.h"
#include "base/redact.h"
#include "store/ledger.h"
#include "workspace/settings.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QMetaEnum>
#include <QSslSocket>
#include <QSysInfo>
#include <QThreadPool>

#include <chrono>
#include <functional>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

namespace {

/// A ledger of a million numbers is counted in one. Whoever waits longer wants the rest of the report.
constexpr std::chrono::seconds ledgerPatience{5};

QString yesNo(bool value)
{
    return value ? u"yes"_s : u"no"_s;
}

/// In English where there is English; people's own words only where nothing else says it.
QString inShort(const Error &error)
{
    return u"%1: %2"_s.arg(toString(error.kind), error.detail.isEmpty() ? error.userText : error.detail);
}

Result<void> write(const QString &filePath, const QByteArray &bytes, const std::function<bool()> &isWanted)
{
    FileWriter file(filePath, FileWriter::Access::OwnerOnly);
    const bool isWritten = file.open() && file.write(bytes);
    if (isWritten && !isWanted()) {
        return failure(Error::cancelled()); // Not committed, so nothing is left of it.
    }
    if (isWritten && file.commit()) {
        return {};
    }
    return failure(Error::make(Error::Kind::Storage,
                               QCoreApplication::translate("numbers::workspace::Diagnostics",
                                                           "The diagnostics could not be saved to %1: %2. "
                                                           "Choose another place.")
                                   .arg(QDir::toNativeSeparators(filePath), file.errorString()),
                               u"diagnostics: "_s + file.errorString()));
}

} // namespace

QList<DiagnosticsFact> systemFacts()
{
    return {
        {u"program"_s, u"%1 %2"_s.arg(QCoreApplication::applicationName(), QStringLiteral(NUMBERS_VERSION))},
        {u"system"_s,
         u"%1, %2, kernel %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                                    QSysInfo::kernelVersion())},
        {u"qt"_s,
         u"%1 (built with %2)"_s.arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR))},
        {u"tls"_s, u"%1, %2"_s.arg(QSslSocket::activeBackend(), QSslSocket::supportsSsl()
                                                                    ? QSslSocket::sslLibraryVersionString()
                                                                    : u"no TLS library"_s)},
        {u"locale"_s, QLocale::system().name()},
        {u"time"_s, QDateTime::currentDateTime()
                        .toOffsetFromUtc(QDateTime::currentDateTime().offsetFromUtc())
                        .toString(Qt::ISODate)},
    };
}

QList<DiagnosticsFact> settingsFacts(const Settings &settings)
{
    const QString mode = settings.text(Settings::Key::ProxyMode);
    const bool isManual = mode == u"manual"_s;
    return {
        {u"proxy"_s,
         isManual ? u"%1, %2, with user: %3"_s.arg(mode, settings.text(Settings::Key::ProxyKind),
                                                   yesNo(!settings.text(Settings::Key::ProxyUser).isEmpty()))
                  : mode},
        {u"proxy locked"_s, yesNo(settings.isLocked(Settings::Key::ProxyMode))},
        {u"extra ca"_s, yesNo(!settings.text(Settings::Key::ExtraCaFile).isEmpty())},
        {u"language"_s, settings.text(Settings::Key::Language)},
        {u"theme"_s, settings.text(Settings::Key::Theme)},
        {u"settings damaged"_s, yesNo(!settings.brokenCopy().isEmpty())},
    };
}

QCoro::Task<QList<DiagnosticsFact>> ledgerFacts(store::Ledger *ledger, Clock *clock, CancelToken cancel)
{
    const CancelSource end;
    QObject context;
    cancel.onCancelled(&context, [end] { end.cancel(); });
    clock->callAfter(ledgerPatience, &context, [end] { end.cancel(); });
    const CancelToken either = end.token();
    const auto summary = co_await ledger->summary(either);
    if (!summary) {
        const bool isLate = either.isCancelled() && !cancel.isCancelled();
        const QString reason =
            isLate ? u"no answer within %1 s"_s.arg(ledgerPatience.count()) : inShort(summary.error());
        co_return QList<DiagnosticsFact>{{u"ledger"_s, reason}};
    }
    QStringList rows;
    for (const auto &[table, count] : summary->rowCounts) {
        rows.append(u"%1 %2"_s.arg(table).arg(count));
    }
    co_return QList<DiagnosticsFact>{{u"ledger schema"_s, QString::number(summary->schemaVersion)},
                                     {u"ledger rows"_s, rows.join(u", "_s)}};
}

QCoro::Task<QList<DiagnosticsFact>> workspaceFacts(Workspace *workspace, CancelToken cancel)
{
    const auto state = static_cast<int>(workspace->secretStore().state());
    const char *keychain = QMetaEnum::fromType<secrets::SecretStore::State>().valueToKey(state);
    QList<DiagnosticsFact> facts{
        {u"practice"_s, yesNo(workspace->isPractice())},
        {u"key in use"_s, yesNo(workspace->hasKey())},
        {u"keychain"_s, QString::fromLatin1(keychain)},
        {u"requests sent"_s, QString::number(workspace->http().sentCount())},
    };
    facts.append(settingsFacts(workspace->settings()));
    store::Ledger *ledger = &workspace->ledger();
    Clock *clock = &workspace->clock();
    const auto ofLedger = co_await ledgerFacts(ledger, clock, cancel);
    co_return facts + ofLedger;
}

QList<DiagnosticsFact> closedProfileFacts(const std::optional<Error> &reason)
{
    return {{u"profile"_s, reason ? u"could not be opened: "_s + inShort(*reason) : u"not open"_s}};
}

QString diagnosticsReport(const QList<DiagnosticsFact> &facts, const QStringList &logLines)
{
    QString report =
        u"Nixflex Numbers: diagnostics\n"
        "Secrets are masked and phone numbers shortened. Please look through it before you send it.\n\n"_s;
    for (const auto &[name, value] : facts) {
        report += u"%1: %2\n"_s.arg(name, value);
    }
    report += u"\nLast %1 lines of the log\n"_s.arg(logLines.size());
    for (const QString &line : logLines) {
        report += line + u'\n';
    }
    return redactedForSharing(report);
}

QCoro::Task<Result<void>> saveDiagnostics(QString filePath, QList<DiagnosticsFact> facts,
                                          QStringList logLines, CancelToken cancel)
{
    const Completion<Result<void>> done;
    QObject context;
    cancel.onCancelled(&context, [done] { done.complete(failure(Error::cancelled())); });
    QThreadPool::globalInstance()->start([filePath, facts, logLines, done] {
        const QString report = diagnosticsReport(facts, logLines);
        const auto isWanted = [done] { return !done.isComplete(); };
        done.complete(write(filePath, report.toUtf8(), isWanted));
    });
    co_return co_await done.awaiter();
}

} // namespace numbers::workspace
