#include "workspace/diagnostics.h"

#include "base/redact.h"
#include "store/ledgersummary.h"
#include "workspace/settings.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QMetaEnum>
#include <QSaveFile>
#include <QSslSocket>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

namespace {

QString yesNo(bool value)
{
    return value ? u"yes"_s : u"no"_s;
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

QList<DiagnosticsFact> ledgerFacts(const QString &filePath)
{
    const auto summary = store::readLedgerSummary(filePath);
    if (!summary) {
        return {{u"ledger"_s, summary.error().detail}};
    }
    QStringList rows;
    for (const auto &[table, count] : summary->rowCounts) {
        rows.append(u"%1 %2"_s.arg(table).arg(count));
    }
    return {{u"ledger schema"_s, QString::number(summary->schemaVersion)},
            {u"ledger rows"_s, rows.join(u", "_s)}};
}

QList<DiagnosticsFact> workspaceFacts(Workspace &workspace)
{
    const auto state = static_cast<int>(workspace.secretStore().state());
    const char *keychain = QMetaEnum::fromType<secrets::SecretStore::State>().valueToKey(state);
    QList<DiagnosticsFact> facts{
        {u"practice"_s, yesNo(workspace.isPractice())},
        {u"key in use"_s, yesNo(workspace.hasKey())},
        {u"keychain"_s, QString::fromLatin1(keychain)},
        {u"requests sent"_s, QString::number(workspace.http().sentCount())},
    };
    facts.append(ledgerFacts(workspace.profile().ledgerFile()));
    facts.append(settingsFacts(workspace.settings()));
    return facts;
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

Result<void> saveDiagnostics(const QString &filePath, const QString &report)
{
    QSaveFile file(filePath);
    const QByteArray bytes = report.toUtf8();
    if (file.open(QIODevice::WriteOnly) &&
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
        file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    return failure(Error::make(Error::Kind::Storage,
                               QCoreApplication::translate("numbers::workspace::Diagnostics",
                                                           "The diagnostics could not be saved to %1: %2. "
                                                           "Choose another place.")
                                   .arg(QDir::toNativeSeparators(filePath), file.errorString()),
                               u"diagnostics: "_s + file.errorString()));
}

} // namespace numbers::workspace
