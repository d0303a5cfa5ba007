#include "base/plaintext.h"
#include "base/redact.h"
#include "cli/commandsession.h"
#include "cli/numberargument.h"
#include "operations/common/listnotes.h"
#include "routing/routingtext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

using routing::Answer;
using routing::Owner;

QJsonObject ownerJson(const Owner &owner)
{
    return {{u"kind"_s, QString(routing::wordOf(owner.kind))},
            {u"name"_s, owner.name},
            {u"address"_s, owner.address}};
}

QJsonObject answerJson(const Answer &answer)
{
    return {{u"channel"_s, QString(routing::wordOf(answer.channel))},
            {u"owner"_s, ownerJson(answer.owner)},
            {u"via"_s, QString(routing::wordOf(answer.via))},
            {u"via_sid"_s, answer.viaSid},
            {u"via_name"_s, answer.viaName},
            {u"fallback"_s, answer.fallback ? QJsonValue(ownerJson(*answer.fallback)) : QJsonValue()},
            {u"shadowed"_s, QJsonArray::fromStringList(answer.shadowed)},
            {u"certainty"_s, QString(routing::wordOf(answer.certainty))},
            {u"reason"_s, QString(routing::wordOf(answer.reason))},
            {u"text"_s, routing::wordsOf(answer)}};
}

QString answerText(const Answer &answer)
{
    QStringList lines{u"%1: %2"_s.arg(routing::titleOf(answer.channel), routing::wordsOf(answer))};
    if (!answer.owner.address.isEmpty() && answer.owner.address != answer.owner.name) {
        lines << u"    "_s + escapedLine(redacted(answer.owner.address));
    }
    if (answer.fallback) {
        lines << u"    "_s + CommandText::tr("If that fails: %1").arg(routing::wordsOf(*answer.fallback));
    }
    if (!answer.shadowed.isEmpty()) {
        lines << u"    "_s + CommandText::tr("Set, but never reached: %1")
                                 .arg(redacted(answer.shadowed.join(u", "_s)));
    }
    if (const auto doubt = routing::doubtOf(answer); !doubt.isEmpty()) {
        lines << u"    "_s + doubt;
    }
    return lines.join(u'\n');
}

/// The account given, or the one the number was imported from.
QCoro::Task<Result<AccountSid>> accountOf(const CommandContext &context, PhoneNumber number)
{
    if (context.arguments.twilioSid.isEmpty()) {
        const QString keyId = context.workspace.keyId();
        const auto known = co_await context.workspace.ledger().number(keyId, number);
        if (known && known->has_value() && !known->value().accountSid.isNull()) {
            co_return known->value().accountSid;
        }
    }
    if (context.arguments.twilioSid.isEmpty() && context.practice == nullptr) {
        co_return failure(ownRefusal(
            u"unknown_twilio_account"_s,
            CommandText::tr("Which Twilio account %1 belongs to is not known here. Add --twilio-sid.")
                .arg(number.international())));
    }
    co_return readAccountSid(context);
}

Report routingReport(const QJsonObject &members, const QString &text, ExitCode exitCode)
{
    Report report;
    report.json = {{u"outcome"_s, u"failed"_s},         {u"phone_number"_s, QString()},
                   {u"twilio_number_sid"_s, QString()}, {u"routing"_s, QJsonArray()},
                   {u"is_at_nixflex"_s, QJsonValue()},  {u"warnings"_s, QJsonArray()},
                   {u"error"_s, QJsonValue()}};
    for (auto it = members.begin(); it != members.end(); ++it) {
        report.json.insert(it.key(), it.value());
    }
    report.text = text;
    report.exitCode = exitCode;
    return report;
}

Report failed(const QString &number, const Error &error)
{
    return routingReport({{u"phone_number"_s, number}, {u"error"_s, errorJson(error)}}, error.userText,
                         exitCodeOfRead(error));
}

} // namespace

QCoro::Task<Report> runRouting(const CommandContext &context)
{
    const auto number = co_await readNumber(context);
    if (!number) {
        co_return failed(context.arguments.number, number.error());
    }
    const PhoneNumber &phoneNumber = *number;
    const auto credentials = co_await takeAccess(context, phoneNumber, accountOf);
    if (!credentials) {
        co_return failed(phoneNumber.e164(), credentials.error());
    }
    const twilio::Credentials &pair = *credentials;
    const CancelToken cancel = context.cancel;
    const auto look = co_await context.workspace.operations()->look(pair, phoneNumber, cancel);
    if (!look) {
        co_return failed(phoneNumber.e164(), look.error());
    }
    QJsonArray rows;
    QStringList texts{phoneNumber.international()};
    for (const Answer &answer : look->routing.answers) {
        rows.append(answerJson(answer));
        texts << answerText(answer);
    }
    const auto isAnsweredByNixflex =
        look->routing.of(routing::Channel::Voice).owner.kind == Owner::Kind::Nixflex;
    // Only where it is known what Nixflex set up can anybody say that it is no longer so.
    const auto isDrifted = look->isInFleet && look->baseline && !isAnsweredByNixflex;
    if (isDrifted) {
        texts << CommandText::tr("This number is connected to an agent, but its calls do not reach Nixflex.");
    }
    QJsonArray warnings;
    const auto notes = operations::resourceNotes(look->resources);
    for (const operations::Note &note : notes) {
        warnings.append(QJsonObject{{u"code"_s, note.code}, {u"message"_s, note.text}});
        texts << note.text;
    }
    co_return routingReport({{u"outcome"_s, u"read"_s},
                             {u"warnings"_s, warnings},
                             {u"phone_number"_s, phoneNumber.e164()},
                             {u"twilio_number_sid"_s, look->number.sid},
                             {u"routing"_s, rows},
                             {u"is_at_nixflex"_s, look->isInFleet}},
                            texts.join(u'\n'), isDrifted ? ExitCode::NeedsAttention : ExitCode::Done);
}

} // namespace numbers::cli
