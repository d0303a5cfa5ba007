#include "workspace/profile.h"

#include "store/readonlycopy.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

namespace {

constexpr auto settingsName = "settings.ini"_L1;
constexpr auto ledgerName = "ledger.sqlite"_L1;
constexpr auto practiceMarker = "practice-profile"_L1;
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

Error unusable(const QString &directory, const QString &reason)
{
    return Error::make(Error::Kind::Storage,
                       QCoreApplication::translate("numbers::workspace::Profile",
                                                   "The profile folder %1 cannot be used: %2 "
                                                   "Choose another folder, or change its permissions.")
                           .arg(QDir::toNativeSeparators(directory), reason),
                       u"profile folder unusable"_s);
}

Error wrongMode(const QString &directory, bool isPractice)
{
    const QString text =
        isPractice
            ? QCoreApplication::translate("numbers::workspace::Profile",
                                          "The folder %1 holds real work, so practice mode does not use it. "
                                          "Choose another folder for practising.")
            : QCoreApplication::translate("numbers::workspace::Profile",
                                          "The folder %1 holds a practice profile. Choose another folder for "
                                          "real work, or start in practice mode.");
    return Error::make(Error::Kind::Storage, text.arg(QDir::toNativeSeparators(directory)),
                       u"real and practice profiles mixed"_s);
}

Result<void> create(const QString &directory)
{
    const QFileInfo info(directory);
    if (info.exists() && !info.isDir()) {
        return failure(unusable(directory, QCoreApplication::translate("numbers::workspace::Profile",
                                                                       "there is a file of that name.")));
    }
    if (info.isDir()) {
        return {};
    }
    // Only the last part is made private: its parents may be shared folders.
    QDir parent(info.path());
    if (!parent.mkpath(u"."_s) ||
        !(parent.mkdir(info.fileName(), ownerOnly) || QFileInfo(directory).isDir())) {
        return failure(unusable(
            directory, QCoreApplication::translate("numbers::workspace::Profile", "it cannot be created.")));
    }
    return {};
}

bool holdsProfile(const QDir &directory)
{
    return directory.exists(settingsName) || directory.exists(ledgerName);
}

Result<void> tryToWrite(const QString &directory)
{
    QTemporaryFile probe(directory + u"/.write-test-XXXXXX"_s);
    if (!probe.open() || probe.write("x") != 1 || !probe.flush()) {
        return failure(unusable(directory, QCoreApplication::translate("numbers::workspace::Profile",
                                                                       "it cannot be written (%1).")
                                               .arg(probe.errorString())));
    }
    return {};
}

Result<void> markPractice(const QString &directory)
{
    QFile marker(directory + u'/' + practiceMarker);
    if (marker.exists()) {
        return {};
    }
    if (!marker.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner) ||
        marker.write(
            "Nothing in this folder is real: it belongs to the practice mode of Nixflex Numbers.\n") < 0) {
        return failure(unusable(directory, QCoreApplication::translate("numbers::workspace::Profile",
                                                                       "it cannot be written (%1).")
                                               .arg(marker.errorString())));
    }
    return {};
}

QString namespaceFor(const QString &directory)
{
    const auto canonical = [](const QString &path) {
        const QString resolved = QFileInfo(path).canonicalFilePath();
        return resolved.isEmpty() ? QDir::cleanPath(path) : resolved;
    };
    const QString place = canonical(directory);
    if (place == canonical(Profile::defaultDirectory(false))) {
        return {};
    }
    return QString::fromLatin1(
        QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().first(16));
}

} // namespace

QString Profile::defaultDirectory(bool isPractice)
{
    // Not AppDataLocation: that depends on the program's name, and window and command line share a profile.
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return base + (isPractice ? u"/nixflex-numbers-practice"_s : u"/nixflex-numbers"_s);
}

Result<Profile> Profile::open(const QString &directory, bool isPractice)
{
    Profile profile;
    profile.m_directory = QDir::cleanPath(
        QFileInfo(directory.isEmpty() ? defaultDirectory(isPractice) : directory).absoluteFilePath());
    const QString &path = profile.m_directory;

    if (auto created = create(path); !created) {
        return failure(created.error());
    }
    const QDir folder(path);
    const bool isMarked = folder.exists(practiceMarker);
    if (isPractice ? (!isMarked && holdsProfile(folder)) : isMarked) {
        return failure(wrongMode(path, isPractice));
    }
    // What was recorded can be read, even where nothing can be written.
    if (!store::isReadOnlyFile(profile.ledgerFile())) {
        if (auto written = tryToWrite(path); !written) {
            return failure(written.error());
        }
    }
    if (isPractice) {
        if (auto marked = markPractice(path); !marked) {
            return failure(marked.error());
        }
    }
    profile.m_secretNamespace = namespaceFor(path);
    return profile;
}

QString Profile::settingsFile() const
{
    return m_directory + u'/' + settingsName;
}

QString Profile::ledgerFile() const
{
    return m_directory + u'/' + ledgerName;
}

QString Profile::logDirectory() const
{
    return m_directory + u"/logs"_s;
}

QString Profile::simulatorStateFile() const
{
    return m_directory + u"/simulator.json"_s;
}

} // namespace numbers::workspace
