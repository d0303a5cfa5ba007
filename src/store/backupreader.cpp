#include "store/backupreader.h"

#include "store/enumnames.h"
#include "store/historyjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

using W = WebhookConfiguration;

struct BackupText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::store::Backup)
};

Error refusal(const QString &code, const QString &text)
{
    Error error = Error::make(Error::Kind::Invalid, text);
    error.providerCode = code;
    return error;
}

Error otherFormat()
{
    return refusal(u"backup_other_format"_s,
                   BackupText::tr("This is not what “backup export” writes. An export of the history cannot "
                                  "be set back: passwords are masked there."));
}

bool isWebAddress(const QString &text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    const QUrl url(text); // Tolerant: Twilio has kept addresses that are not quite by the book.
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) &&
           !url.host().isEmpty() && std::none_of(text.begin(), text.end(), isControl);
}

/// "POST", "true", "voice"; what Twilio may add one day, too.
bool isWord(const QString &text)
{
    static const QRegularExpression word(u"^[A-Za-z-]{1,32}\\z"_s);
    return word.match(text).hasMatch();
}

bool isGoodValue(const W::Field &field, const QString &value)
{
    if (value.isEmpty()) {
        return true;
    }
    if (field.member == &W::trunkSid) {
        return isTwilioSid(u"TK", value);
    }
    if (field.member == &W::voiceApplicationSid || field.member == &W::smsApplicationSid) {
        return isTwilioSid(u"AP", value);
    }
    return field.isDestination ? isWebAddress(value) : isWord(value);
}

/// Reads members and keeps the first thing that is wrong.
class Reader
{
public:
    void complain(const QString &path)
    {
        keep(BackupText::tr("The backup is damaged: “%1” is missing, or not as it was written.").arg(path));
    }

    /// Nothing is left out that somebody may rely on.
    void refuseUnknown(const QJsonObject &object, const QString &path, const QSet<QString> &known)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!known.contains(it.key())) {
                keep(BackupText::tr("The backup has “%1”, which is not known here. Nothing was set back.")
                         .arg(path + it.key()));
            }
        }
    }

    QString text(const QJsonObject &object, const QString &path, const QString &name)
    {
        const QJsonValue value = object.value(name);
        if (!value.isString()) {
            complain(path + name);
        }
        return value.toString();
    }

    W form(const QJsonObject &object, const QString &path)
    {
        W webhooks;
        QSet<QString> known;
        for (const W::Field &field : W::fields()) {
            const QString name(field.formName);
            known.insert(name);
            webhooks.*field.member = text(object, path, name);
            if (!isGoodValue(field, webhooks.*field.member)) {
                keep(BackupText::tr("The backup is damaged: what “%1” says cannot be set at Twilio.")
                         .arg(path + name));
            }
        }
        refuseUnknown(object, path, known);
        if (!webhooks.trunkSid.isEmpty() && !webhooks.voiceApplicationSid.isEmpty()) {
            keep(BackupText::tr("The backup is damaged: “%1” names a SIP trunk and a TwiML app, and Twilio "
                                "has one of them at most.")
                     .arg(path.chopped(1)));
        }
        return webhooks;
    }

    /// Null where it was not known, and left out by earlier versions.
    std::optional<QString> messagingService(const QJsonObject &object, const QString &path)
    {
        const QString name = u"messaging_service_sid"_s;
        if (object.value(name).isUndefined() || object.value(name).isNull()) {
            return {};
        }
        QString sid = text(object, path, name);
        if (!sid.isEmpty() && !isTwilioSid(u"MG", sid)) {
            complain(path + name);
        }
        return sid;
    }

    /// What tells which snapshot is later; 0 where it is left out, as earlier versions did.
    qint64 sequence(const QJsonObject &object, const QString &path)
    {
        const QString name = u"sequence"_s;
        const QJsonValue value = object.value(name);
        if (value.isUndefined()) {
            return 0;
        }
        const qint64 sequence = value.toInteger();
        if (sequence <= 0) {
            complain(path + name);
        }
        return sequence;
    }

    BackupRecord snapshot(const QJsonValue &value, const QString &path)
    {
        BackupRecord backup;
        if (!value.isObject()) {
            complain(path.chopped(1));
            return backup;
        }
        const QJsonObject object = value.toObject();
        refuseUnknown(object, path,
                      {u"sequence"_s, u"reason"_s, u"taken_at"_s, u"operation_id"_s, u"twilio_account_sid"_s,
                       u"twilio_number_sid"_s, u"friendly_name"_s, u"messaging_service_sid"_s,
                       u"twilio_form"_s, u"twilio_resource"_s});
        backup.id = sequence(object, path);
        backup.reason = reasonFromString(text(object, path, u"reason"_s));
        backup.operationId = text(object, path, u"operation_id"_s);
        backup.friendlyName = text(object, path, u"friendly_name"_s);
        backup.messagingServiceSid = messagingService(object, path);
        backup.numberSid = text(object, path, u"twilio_number_sid"_s);
        if (!isTwilioSid(u"PN", backup.numberSid)) {
            complain(path + u"twilio_number_sid"_s);
        }
        backup.accountSid =
            AccountSid::parse(text(object, path, u"twilio_account_sid"_s)).value_or(AccountSid());
        if (backup.accountSid.isNull()) {
            complain(path + u"twilio_account_sid"_s);
        }
        if (text(object, path, u"twilio_resource"_s) != twilioResource(backup)) {
            complain(path + u"twilio_resource"_s);
        }
        backup.takenAt = timeFromText(text(object, path, u"taken_at"_s));
        if (!backup.takenAt.isValid()) {
            complain(path + u"taken_at"_s);
        }
        if (!object.value(u"twilio_form"_s).isObject()) {
            complain(path + u"twilio_form"_s);
            return backup;
        }
        backup.webhooks = form(object.value(u"twilio_form"_s).toObject(), path + u"twilio_form."_s);
        return backup;
    }

    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    void keep(const QString &problem)
    {
        if (m_problem.isEmpty()) {
            m_problem = problem;
        }
    }

    QString m_problem;
};

/// All of them have a sequence number of their own, or none has one.
bool isEachInOrder(const QList<BackupRecord> &snapshots)
{
    QSet<qint64> sequences;
    for (const BackupRecord &snapshot : snapshots) {
        sequences.insert(snapshot.id);
    }
    return sequences == QSet<qint64>{0} || (!sequences.contains(0) && sequences.size() == snapshots.size());
}

/// A file without sequence numbers has nothing but the clock of the computer that wrote it.
void sortNewestFirst(QList<BackupRecord> &snapshots)
{
    std::stable_sort(snapshots.begin(), snapshots.end(),
                     [](const BackupRecord &one, const BackupRecord &other) {
                         return one.id != other.id ? one.id > other.id : one.takenAt > other.takenAt;
                     });
}

/// The version that a backup says to be of; nothing for what is no backup.
std::optional<int> versionOf(const QJsonObject &object)
{
    const QJsonValue version = object.value(u"version"_s);
    if (object.value(u"format"_s).toString() != backupFormat || !version.isDouble()) {
        return {};
    }
    return version.toInt();
}

} // namespace

Result<SavedBackups> readBackups(const QByteArray &bytes)
{
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &wrong);
    if (wrong.error != QJsonParseError::NoError) {
        return failure(
            refusal(u"backup_not_json"_s,
                    BackupText::tr("This is not JSON, so no backup either: %1.").arg(wrong.errorString())));
    }
    const QJsonObject object = document.object();
    const auto version = versionOf(object);
    if (!version) {
        return failure(otherFormat());
    }
    if (*version > backupVersion) {
        return failure(refusal(
            u"backup_newer_version"_s,
            BackupText::tr("A newer version of this program wrote this backup. Set it back with that one.")));
    }
    Reader reader;
    if (*version != backupVersion) {
        reader.complain(u"version"_s);
    }
    // The latter five are what the command line adds when it prints for scripts.
    reader.refuseUnknown(object, {},
                         {u"format"_s, u"version"_s, u"phone_number"_s, u"snapshots"_s, u"outcome"_s,
                          u"count"_s, u"file"_s, u"warnings"_s, u"error"_s});
    SavedBackups saved;
    saved.phoneNumber =
        PhoneNumber::fromE164(reader.text(object, {}, u"phone_number"_s)).value_or(PhoneNumber());
    if (saved.phoneNumber.isNull()) {
        reader.complain(u"phone_number"_s);
    }
    const QJsonArray snapshots = object.value(u"snapshots"_s).toArray();
    if (snapshots.isEmpty()) {
        reader.complain(u"snapshots"_s);
    }
    for (qsizetype i = 0; i < snapshots.size(); ++i) {
        BackupRecord backup = reader.snapshot(snapshots.at(i), u"snapshots[%1]."_s.arg(i));
        backup.phoneNumber = saved.phoneNumber;
        saved.snapshots.append(backup);
    }
    if (!isEachInOrder(saved.snapshots)) {
        reader.complain(u"sequence"_s);
    }
    if (!reader.problem().isEmpty()) {
        return failure(refusal(u"backup_damaged"_s, reader.problem()));
    }
    sortNewestFirst(saved.snapshots);
    return saved;
}

} // namespace numbers::store
