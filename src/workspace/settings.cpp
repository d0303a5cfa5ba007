#include "workspace/settings.h"

#include "base/filewriter.h"
#include "workspace/inifile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

namespace {

Q_LOGGING_CATEGORY(log, "numbers.settings")

/// Far more than all entries need: something else is not read into memory.
constexpr qint64 maximumFileSize = 1024 * 1024;

enum class Type { Text, Choice, Port, Bool, Bytes };

struct Entry
{
    Settings::Key key;
    Type type;
    QLatin1StringView path;
    QLatin1StringView defaultText;
    QLatin1StringView choices; ///< separated by '|'
};

// The one place that knows names, types and defaults. Names are part of the file format: never renamed.
constexpr std::array entries{
    Entry{Settings::Key::NixflexKeyId, Type::Text, "nixflex/key_id"_L1, {}, {}},
    Entry{Settings::Key::ProxyMode, Type::Choice, "proxy/mode"_L1, "system"_L1, "system|none|manual"_L1},
    Entry{Settings::Key::ProxyHost, Type::Text, "proxy/host"_L1, {}, {}},
    Entry{Settings::Key::ProxyPort, Type::Port, "proxy/port"_L1, "0"_L1, {}},
    Entry{Settings::Key::ProxyKind, Type::Choice, "proxy/kind"_L1, "http"_L1, "http|socks5"_L1},
    Entry{Settings::Key::ProxyUser, Type::Text, "proxy/user"_L1, {}, {}},
    Entry{Settings::Key::ExtraCaFile, Type::Text, "network/extra_ca_file"_L1, {}, {}},
    Entry{Settings::Key::Language, Type::Text, "interface/language"_L1, {}, {}},
    Entry{Settings::Key::Theme, Type::Choice, "interface/theme"_L1, "system"_L1,
          "system|light|dark|high-contrast"_L1},
    Entry{Settings::Key::DefaultRegion, Type::Text, "numbers/default_region"_L1, {}, {}},
    Entry{Settings::Key::RememberAccounts, Type::Bool, "accounts/remember"_L1, "false"_L1, {}},
    Entry{Settings::Key::WindowGeometry, Type::Bytes, "window/geometry"_L1, {}, {}},
    Entry{Settings::Key::WindowState, Type::Bytes, "window/state"_L1, {}, {}},
    Entry{Settings::Key::FleetColumns, Type::Bytes, "window/fleet_columns"_L1, {}, {}},
    Entry{Settings::Key::DetailSplitter, Type::Bytes, "window/detail_splitter"_L1, {}, {}},
    Entry{Settings::Key::LastAccountSid, Type::Text, "last/account_sid"_L1, {}, {}},
    Entry{Settings::Key::LastAgentId, Type::Text, "last/agent_id"_L1, {}, {}},
    Entry{Settings::Key::DidShowWelcome, Type::Bool, "interface/did_show_welcome"_L1, "false"_L1, {}},
    Entry{Settings::Key::HealthCheckHours, Type::Choice, "health/check_hours"_L1, "0"_L1, "0|1|4|12|24"_L1},
};

const Entry &entryFor(Settings::Key key)
{
    // Every key is in the table (tested), so this always finds one.
    return *std::find_if(entries.begin(), entries.end(), [key](const Entry &e) { return e.key == key; });
}

std::optional<QVariant> decode(const Entry &entry, const QString &text)
{
    switch (entry.type) {
    case Type::Text:
        return text;
    case Type::Choice:
        return QString(entry.choices).split(u'|').contains(text) ? std::optional(QVariant(text))
                                                                 : std::nullopt;
    case Type::Port: {
        bool isNumber = false;
        const ushort port = text.toUShort(&isNumber);
        return isNumber ? std::optional(QVariant(static_cast<int>(port))) : std::nullopt;
    }
    case Type::Bool:
        if (text == "true"_L1 || text == "false"_L1) {
            return text == "true"_L1;
        }
        return std::nullopt;
    case Type::Bytes: {
        auto bytes = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        return bytes ? std::optional(QVariant(*bytes)) : std::nullopt;
    }
    }
    return std::nullopt;
}

/// Nothing when the value is not allowed for this entry.
std::optional<QString> encode(const Entry &entry, const QVariant &value)
{
    QString text;
    switch (entry.type) {
    case Type::Text:
    case Type::Choice:
        text = value.toString();
        break;
    case Type::Port: {
        bool isNumber = false;
        text = QString::number(value.toInt(&isNumber));
        if (!isNumber) {
            return std::nullopt;
        }
        break;
    }
    case Type::Bool:
        text = value.toBool() ? u"true"_s : u"false"_s;
        break;
    case Type::Bytes:
        text = QString::fromLatin1(value.toByteArray().toBase64());
        break;
    }
    return decode(entry, text) ? std::optional(text) : std::nullopt;
}

Error storageError(const QString &filePath, const QString &text, const QString &reason)
{
    return Error::make(Error::Kind::Storage, text.arg(QDir::toNativeSeparators(filePath), reason),
                       u"settings file: "_s + reason);
}

struct Loaded
{
    IniFile file;
    bool isDamaged = false; ///< what is there are no settings
};

/// An absent file is an empty one.
Result<Loaded> load(const QString &filePath)
{
    QFile file(filePath);
    if (!file.exists()) {
        return Loaded{};
    }
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly)) {
        bytes = file.read(maximumFileSize + 1);
    }
    if (file.error() != QFileDevice::NoError) {
        return failure(
            storageError(filePath,
                         Settings::tr("The settings in %1 cannot be read: %2. Defaults are used, and "
                                      "changes are not saved until the file can be read."),
                         file.errorString()));
    }
    auto parsed = bytes.size() > maximumFileSize ? std::nullopt : IniFile::parse(bytes);
    if (!parsed) {
        return Loaded{.file = {}, .isDamaged = true};
    }
    return Loaded{.file = std::move(*parsed), .isDamaged = false};
}

/// Everything in `bytes`, however much that is.
Result<void> save(const QString &filePath, QIODevice &bytes)
{
    FileWriter file(filePath, FileWriter::Access::OwnerOnly);
    bool isGood = bytes.open(QIODevice::ReadOnly) && file.open();
    for (qint64 left = bytes.size(); isGood && left > 0;) {
        const QByteArray part = bytes.read(std::min(left, maximumFileSize));
        isGood = !part.isEmpty() && file.write(part);
        left -= part.size();
    }
    if (isGood && file.commit()) {
        return {};
    }
    return failure(storageError(
        filePath,
        Settings::tr(
            "The settings could not be saved to %1: %2. The old ones are still there. Make room on the "
            "disk or mend the folder's permissions; the next change saves again."),
        file.errorString().isEmpty() ? bytes.errorString() : file.errorString()));
}

} // namespace

class Settings::Private
{
public:
    Result<void> keepDamaged();
    Result<void> reload();

    QString filePath;
    IniFile file;
    IniFile administrator;
    QSet<QString> locked;
    QMap<QString, QString> unsaved; ///< by path; sorted, so that the file comes out alike
    QString brokenCopy;
    std::optional<Error> loadError;
    bool isSaveScheduled = false;
};

/// The whole file: it may be large because something else was written there by mistake.
Result<void> Settings::Private::keepDamaged()
{
    const QString copy = filePath + u".broken"_s;
    QFile damaged(filePath);
    if (auto kept = save(copy, damaged); !kept) {
        return kept;
    }
    brokenCopy = copy;
    qCWarning(log).noquote() << "settings file damaged, defaults are used; kept as" << copy;
    return {};
}

/// What is in the file now, with what was set here and is not saved yet.
Result<void> Settings::Private::reload()
{
    auto loaded = load(filePath);
    if (!loaded) {
        return failure(loaded.error());
    }
    if (loaded->isDamaged) {
        if (auto kept = keepDamaged(); !kept) {
            return kept;
        }
        // Damaged while we ran: what we read when it was good is better than defaults.
        loaded->file = file;
    }
    file = std::move(loaded->file);
    for (auto change = unsaved.cbegin(); change != unsaved.cend(); ++change) {
        file.setValue(change.key(), change.value());
    }
    return {};
}

Settings::Settings(QString filePath, QString administratorFile, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->filePath = std::move(filePath);
    if (auto loaded = d->reload(); !loaded) {
        d->loadError = loaded.error();
        qCWarning(log).noquote() << loaded.error().detail;
    }
    if (administratorFile.isEmpty()) {
        return;
    }
    const auto loaded = load(administratorFile);
    if (!loaded || loaded->isDamaged) {
        qCWarning(log).noquote() << "administrator's settings cannot be used:" << administratorFile;
        return;
    }
    d->administrator = loaded->file;
    for (const QString &path : d->administrator.names(u"Locked"_s)) {
        if (d->administrator.value(u"Locked/"_s + path) == u"true"_s) {
            d->locked.insert(path);
        }
    }
}

Settings::~Settings()
{
    if (auto saved = flush(); !saved) {
        qCWarning(log).noquote() << saved.error().detail;
    }
}

QString Settings::defaultAdministratorFile()
{
#if defined(Q_OS_WIN)
    return qEnvironmentVariable("ProgramData", u"C:/ProgramData"_s) + u"/Nixflex/Numbers.ini"_s;
#elif defined(Q_OS_MACOS)
    return u"/Library/Preferences/Nixflex/Numbers.ini"_s;
#else
    // Not XDG_CONFIG_DIRS: whoever starts the program must not choose the policy.
    return u"/etc/xdg/Nixflex/Numbers.ini"_s;
#endif
}

QVariant Settings::value(Key key) const
{
    const Entry &entry = entryFor(key);
    const auto in = [&entry](const IniFile &file) -> std::optional<QVariant> {
        const auto text = file.value(entry.path);
        return text ? decode(entry, *text) : std::nullopt;
    };
    if (!isLocked(key)) {
        if (const auto own = in(d->file)) {
            return *own;
        }
    }
    if (const auto given = in(d->administrator)) {
        return *given;
    }
    return decode(entry, entry.defaultText).value_or(QVariant());
}

QString Settings::text(Key key) const
{
    return value(key).toString();
}

void Settings::setValue(Key key, const QVariant &value)
{
    const Entry &entry = entryFor(key);
    const auto text = encode(entry, value);
    if (isLocked(key) || !text) {
        qCWarning(log).noquote() << entry.path
                                 << (text ? "is locked by the administrator" : "refused: not allowed");
        return;
    }
    const QVariant before = this->value(key);
    if (d->file.value(entry.path) == text) {
        return;
    }
    d->file.setValue(entry.path, *text);
    d->unsaved.insert(entry.path, *text);
    if (!d->isSaveScheduled) {
        d->isSaveScheduled = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (auto saved = flush(); !saved) {
                    qCWarning(log).noquote() << saved.error().detail;
                    Q_EMIT saveFailed(saved.error());
                }
            },
            Qt::QueuedConnection);
    }
    if (before != this->value(key)) {
        Q_EMIT changed(key);
    }
}

bool Settings::isLocked(Key key) const
{
    return d->locked.contains(entryFor(key).path);
}

Result<void> Settings::flush()
{
    d->isSaveScheduled = false;
    if (d->unsaved.isEmpty()) {
        return {};
    }
    if (auto merged = d->reload(); !merged) {
        return merged;
    }
    d->loadError.reset();
    QBuffer text;
    text.setData(d->file.toBytes());
    if (auto saved = save(d->filePath, text); !saved) {
        return saved;
    }
    d->unsaved.clear();
    return {};
}

QString Settings::brokenCopy() const
{
    return d->brokenCopy;
}

std::optional<Error> Settings::loadError() const
{
    return d->loadError;
}

} // namespace numbers::workspace
