#include "gui/settings/diagnostics.h"

#include "workspace/workspace.h"

#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QMetaEnum>
#include <QRegularExpression>
#include <QSaveFile>
#include <QScreen>
#include <QSslSocket>
#include <QSysInfo>

#include <algorithm>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;
using Key = workspace::Settings::Key;

/// Bytes of the newest log file that are added.
constexpr qint64 longestLogTail = 200 * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Diagnostics)
};

/// Second line of defence: the log is redacted when it is written.
QString withoutNumbersAndSecrets(QString text)
{
    static const QRegularExpression number(u"\\+[0-9]{6,15}"_s);
    static const QRegularExpression secret(u"\\b(nxfs_[A-Za-z0-9]+|[0-9a-f]{32})\\b"_s);
    return text.replace(number, u"+…"_s).replace(secret, u"…"_s);
}

QString logTail(const QString &directory)
{
    auto files = QDir(directory).entryInfoList(QDir::Files, QDir::Time);
    if (files.isEmpty()) {
        return u"(no log file)"_s;
    }
    QFile file(files.front().filePath());
    if (!file.open(QIODevice::ReadOnly)) {
        return u"(log not readable: %1)"_s.arg(file.errorString());
    }
    if (file.size() > longestLogTail) {
        file.seek(file.size() - longestLogTail);
    }
    return withoutNumbersAndSecrets(QString::fromUtf8(file.readAll()));
}

QString settingsLines(const workspace::Settings &settings)
{
    // An allow-list: what is not named here stays out.
    constexpr Key allowed[] = {Key::ProxyMode, Key::ProxyKind, Key::Language, Key::Theme, Key::DefaultRegion};
    QString lines;
    const auto names = QMetaEnum::fromType<Key>();
    for (const auto key : allowed) {
        lines += u"%1=%2\n"_s.arg(QString::fromLatin1(names.valueToKey(static_cast<int>(key))),
                                  settings.text(key));
    }
    lines += u"ExtraCaFile=%1\n"_s.arg(settings.text(Key::ExtraCaFile).isEmpty() ? u"no"_s : u"yes"_s);
    return lines;
}

} // namespace

QString diagnosticsReport(workspace::Workspace *workspace)
{
    QString text;
    text += u"Nixflex Numbers %1\nQt %2 (%3)\nSystem %4, %5\nTLS %6\nLocale %7\n"_s.arg(
        QStringLiteral(NUMBERS_VERSION), QString::fromLatin1(qVersion()), QGuiApplication::platformName(),
        QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
        QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : u"not available"_s,
        QLocale::system().bcp47Name());
    const auto screens = QGuiApplication::screens();
    for (const auto *screen : screens) {
        text += u"Screen %1x%2, scale %3\n"_s.arg(screen->size().width())
                    .arg(screen->size().height())
                    .arg(screen->devicePixelRatio());
    }
    if (workspace == nullptr) {
        return text + u"\nThe profile is not open.\n"_s;
    }
    text += u"\nPractice=%1\nKey=%2\nKeychain=%3\n"_s.arg(
        workspace->isPractice() ? u"yes"_s : u"no"_s, workspace->hasKey() ? u"in use"_s : u"none"_s,
        QString::fromLatin1(QMetaEnum::fromType<secrets::SecretStore::State>().valueToKey(
            static_cast<int>(workspace->secretStore().state()))));
    text += u"Requests=%1\n"_s.arg(workspace->http().sentCount());
    text += settingsLines(workspace->settings());
    text += "\n--- log ---\n"_L1 + logTail(workspace->profile().logDirectory());
    return text;
}

Result<void> saveDiagnostics(workspace::Workspace *workspace, const QString &filePath)
{
    QSaveFile file(filePath);
    const auto report = diagnosticsReport(workspace).toUtf8();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Text) || file.write(report) != report.size() ||
        !file.commit()) {
        return failure(
            Error::make(Error::Kind::Storage,
                        Text::tr("“%1” could not be written: %2").arg(filePath, file.errorString())));
    }
    return {};
}

} // namespace numbers::gui
