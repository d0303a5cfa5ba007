#include "workspace/diagnostics.h"

#include "base/redact.h"
#include "workspace/settings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QSaveFile>
#include <QSslSocket>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

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
    const auto yesNo = [](bool value) { return value ? u"yes"_s : u"no"_s; };
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
