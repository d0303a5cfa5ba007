#include "goldenledger.h"
#include "store/enumnames.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace numbers::test {

namespace {

using store::toString;

QString textOf(const QString &text)
{
    return u"“%1”"_s.arg(text);
}

QString textOf(const QDateTime &time)
{
    return store::toText(time);
}

QString textOf(const PhoneNumber &number)
{
    return number.e164();
}

template <typename Id>
requires requires(const Id &id)
{
    id.toString();
}
QString textOf(const Id &id)
{
    return id.toString();
}

template <typename Word>
requires std::is_enum_v<Word> QString textOf(Word word)
{
    return toString(word);
}

QString textOf(bool flag)
{
    return flag ? u"yes"_s : u"no"_s;
}

QString textOf(qint64 id)
{
    return QString::number(id);
}

QString textOf(const twilio::Capabilities &capabilities)
{
    const auto &[voice, sms, mms, fax] = capabilities;
    return u"voice %1 sms %2 mms %3 fax %4"_s.arg(textOf(voice), textOf(sms), textOf(mms), textOf(fax));
}

QString textOf(const WebhookConfiguration &webhooks)
{
    QStringList lines;
    for (const auto &field : WebhookConfiguration::fields()) {
        lines << field.jsonName + u'=' + webhooks.*field.member;
    }
    return lines.join(u' ');
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString textOf(const Error &error)
{
    const auto &[kind, effect, provider, httpStatus, code, userText, detail, requestId, retryAfter] = error;
    return QStringList{toString(kind),
                       toString(effect),
                       toString(provider),
                       QString::number(httpStatus),
                       code,
                       userText,
                       detail,
                       requestId,
                       retryAfter ? QString::number(retryAfter->count()) : u"none"_s}
        .join(u'|');
}

template <typename T>
QString textOf(const std::optional<T> &value)
{
    return value ? textOf(*value) : u"none"_s;
}

template <typename... Values>
QStringList lines(const QString &names, const Values &...values)
{
    const QStringList words = names.split(u' ');
    const QStringList texts{textOf(values)...};
    QStringList result;
    for (qsizetype i = 0; i < std::max(words.size(), texts.size()); ++i) {
        result << words.value(i) + u": "_s + texts.value(i);
    }
    return result;
}

} // namespace

QStringList fieldsOf(const store::AccountRecord &account)
{
    const auto &[sid, owner, name, label, customer, status, type, isRemembered, region, edge, verified] =
        account;
    return lines(u"sid owner name label customer status type isRemembered region edge verified"_s, sid, owner,
                 name, label, customer, status, type, isRemembered, region, edge, verified);
}

QStringList fieldsOf(const nixflex::Agent &agent)
{
    const auto &[id, name, language, voice, isActive, created] = agent;
    return lines(u"id name language voice isActive created"_s, id, name, language, voice, isActive, created);
}

QStringList fieldsOf(const store::NumberRecord &number)
{
    const auto &[id, key, phone, agent, agentName, account, label, sid, name, customer, capabilities, inbound,
                 outbound, prompt, provider, settings, health, detail, findings, imported, checked, baseline,
                 seen] = number;
    Q_UNUSED(id) // The order of writing, which means nothing.
    return lines(u"key phone agent agentName account label sid name customer capabilities inbound outbound "
                 "prompt provider settings health detail findings imported checked baseline seen"_s,
                 key, phone, agent, agentName, account, label, sid, name, customer, capabilities, inbound,
                 outbound, prompt, provider, settings, health, detail, findings, imported, checked, baseline,
                 seen);
}

QStringList fieldsOf(const store::OperationRecord &operation)
{
    const auto &[id, sequence, kind, phase, outcome, key, phone, agent, account, sid, prompt, formerAgent,
                 formerPrompt, idempotencyKey, error, request, note, instance, epoch, started, sent,
                 finished] = operation;
    return lines(
        u"id sequence kind phase outcome key phone agent account sid prompt formerAgent formerPrompt "
        "idempotencyKey error request note instance epoch started sent finished"_s,
        id, QString::number(sequence), kind, phase, outcome, key, phone, agent, account, sid, prompt,
        formerAgent, formerPrompt, QString::fromLatin1(idempotencyKey), error, request, note, instance,
        QString::number(epoch), started, sent, finished);
}

QStringList fieldsOf(const store::StepRecord &step)
{
    const auto &[name, detail, at] = step;
    return lines(u"name detail at"_s, name, detail, at);
}

QStringList fieldsOf(const store::BackupRecord &backup)
{
    const auto &[id, operation, reason, phone, account, sid, name, webhooks, taken, service] = backup;
    return lines(u"id operation reason phone account sid name webhooks taken service"_s, id, operation,
                 reason, phone, account, sid, name, webhooks, taken, service);
}

} // namespace numbers::test
