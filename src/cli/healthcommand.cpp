#include "cli/commandsession.h"
#include "cli/numberargument.h"
#include "operations/health/healthfindingtext.h"
#include "store/enumnames.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

using operations::HealthFinding;
using operations::HealthReport;

QJsonObject numberJson(const HealthReport::Number &number)
{
    QJsonArray findings = operations::findingsJson(number.findings);
    for (qsizetype index = 0; index < findings.size(); ++index) {
        QJsonObject finding = findings.at(index).toObject();
        finding.insert(u"text"_s, operations::wordsOf(number.findings.at(index)));
        findings.replace(index, finding);
    }
    return {{u"phone_number"_s, number.phoneNumber.e164()},
            {u"health"_s, store::toString(number.health)},
            {u"findings"_s, findings}};
}

QString numberText(const HealthReport::Number &number)
{
    QStringList lines{number.phoneNumber.international()};
    for (const HealthFinding &finding : number.findings) {
        lines << u"    "_s + operations::wordsOf(finding);
        const auto drifted = operations::driftLines(finding);
        for (const QString &line : drifted) {
            lines << u"        "_s + line;
        }
        if (const QString advice = operations::adviceOf(finding); !advice.isEmpty()) {
            lines << u"        "_s + advice;
        }
    }
    return lines.join(u'\n');
}

Report healthReport(const QJsonObject &members, const QString &text, ExitCode exitCode)
{
    Report report;
    report.json = {
        {u"outcome"_s, u"failed"_s},       {u"numbers"_s, QJsonArray()},  {u"count"_s, 0},
        {u"unknown_here"_s, QJsonArray()}, {u"warnings"_s, QJsonArray()}, {u"error"_s, QJsonValue()}};
    for (auto it = members.begin(); it != members.end(); ++it) {
        report.json.insert(it.key(), it.value());
    }
    report.text = text;
    report.exitCode = exitCode;
    return report;
}

Report failed(const Error &error)
{
    return healthReport({{u"error"_s, errorJson(error)}}, error.userText, exitCodeOfRead(error));
}

/// Only what every number would say: an account that could not be read is the reason, not its numbers.
bool isOnlyUnread(const HealthReport &report)
{
    return std::all_of(report.numbers.cbegin(), report.numbers.cend(), [](const auto &number) {
        return number.health == store::Health::Good ||
               std::all_of(number.findings.cbegin(), number.findings.cend(),
                           [](const HealthFinding &finding) {
                               return finding.code == operations::HealthCode::NotChecked;
                           });
    });
}

Report reportOf(const HealthReport &health)
{
    QJsonArray rows;
    QStringList texts;
    for (const HealthReport::Number &number : health.numbers) {
        rows.append(numberJson(number));
        if (!number.findings.isEmpty()) {
            texts << numberText(number);
        }
    }
    QJsonArray unknown;
    for (const PhoneNumber &number : health.unknownHere) {
        unknown.append(number.e164());
        texts << CommandText::tr("%1 is at Nixflex, but not known here yet. \"numbers\" reads it.")
                     .arg(number.international());
    }
    QJsonArray warnings;
    for (const HealthReport::UnreadAccount &account : health.unread) {
        warnings.append(QJsonObject{{u"code"_s, u"account_not_read"_s},
                                    {u"account_sid"_s, account.sid.toString()},
                                    {u"message"_s, account.error.userText}});
    }
    for (const operations::Note &note : health.warnings) {
        warnings.append(QJsonObject{{u"code"_s, note.code}, {u"message"_s, note.text}});
        texts << note.text;
    }
    texts << CommandText::tr("%1 checked: %2 good, %3 to be looked at, %4 gone, %5 not known.")
                 .arg(health.numbers.size())
                 .arg(health.count(store::Health::Good))
                 .arg(health.count(store::Health::NeedsAttention))
                 .arg(health.count(store::Health::Gone))
                 .arg(health.count(store::Health::Unknown));
    ExitCode exitCode = health.isAllGood() ? ExitCode::Done : ExitCode::NeedsAttention;
    QJsonValue error;
    if (!health.unread.isEmpty() && health.unknownHere.isEmpty() && isOnlyUnread(health)) {
        exitCode = exitCodeOfRead(health.unread.first().error);
        error = errorJson(health.unread.first().error);
    }
    return healthReport({{u"outcome"_s, u"checked"_s},
                         {u"numbers"_s, rows},
                         {u"count"_s, rows.size()},
                         {u"unknown_here"_s, unknown},
                         {u"warnings"_s, warnings},
                         {u"error"_s, error}},
                        texts.join(u'\n'), exitCode);
}

/// The account that the token in the environment belongs to: the one given, or the number's.
QCoro::Task<Result<AccountSid>> accountOfToken(const CommandContext &context,
                                               std::optional<PhoneNumber> number)
{
    if (!context.arguments.twilioSid.isEmpty()) {
        co_return readAccountSid(context);
    }
    if (number) {
        const QString keyId = context.workspace.keyId();
        const PhoneNumber &phoneNumber = *number;
        const auto row = co_await context.workspace.ledger().number(keyId, phoneNumber);
        if (row && row->has_value()) {
            co_return (*row)->accountSid;
        }
    }
    co_return AccountSid();
}

} // namespace

QCoro::Task<Report> runHealth(const CommandContext &context)
{
    std::optional<QList<PhoneNumber>> scope;
    std::optional<PhoneNumber> one;
    if (!context.arguments.isAll) {
        const auto number = co_await readNumber(context);
        if (!number) {
            co_return failed(number.error());
        }
        one = *number;
        scope = QList{*number};
    }
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return failed(hasKey.error());
    }
    co_await settleLeftovers(context);
    const auto sid = co_await accountOfToken(context, one);
    if (!sid) {
        co_return failed(sid.error());
    }
    operations::AuthTokenSource tokens = context.workspace.tokenSource();
    if (!sid->isNull() && qEnvironmentVariableIsSet("TWILIO_AUTH_TOKEN")) {
        const AccountSid &account = *sid;
        const auto given = co_await readCredentials(context, account);
        if (!given) {
            co_return failed(given.error());
        }
        context.workspace.useToken(given->accountSid, given->authToken);
    }
    context.say(CommandText::tr("Looking at Twilio and Nixflex…"));
    const operations::HealthCheck::OnProgress onProgress;
    const CancelToken cancel = context.cancel;
    const auto health = co_await context.workspace.healthCheck()->run(scope, tokens, onProgress, cancel);
    if (!health) {
        co_return failed(health.error());
    }
    if (one && health->numbers.isEmpty()) {
        co_return failed(ownRefusal(
            u"not_in_fleet"_s,
            CommandText::tr("%1 is not in the fleet as it is known here. \"numbers\" reads it from Nixflex.")
                .arg(one->international())));
    }
    co_return reportOf(*health);
}

} // namespace numbers::cli
