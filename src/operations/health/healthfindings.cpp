#include "operations/health/healthfindings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using AtTwilio = HealthInput::AtTwilio;

constexpr std::array<std::pair<HealthCode, QLatin1StringView>, 24> words{{
    {HealthCode::NotAtNixflex, "not_at_nixflex"_L1},
    {HealthCode::AgentGone, "agent_gone"_L1},
    {HealthCode::AgentInactive, "agent_inactive"_L1},
    {HealthCode::AccountClosed, "account_closed"_L1},
    {HealthCode::AccountSuspended, "account_suspended"_L1},
    {HealthCode::NumberGone, "number_gone"_L1},
    {HealthCode::NumberMoved, "number_moved"_L1},
    {HealthCode::TokenRefused, "token_refused"_L1},
    {HealthCode::TrunkStillSet, "trunk_still_set"_L1},
    {HealthCode::VoiceApplicationStillSet, "voice_application_still_set"_L1},
    {HealthCode::RoutingDrifted, "routing_drifted"_L1},
    {HealthCode::WebhooksNotChanged, "webhooks_not_changed"_L1},
    {HealthCode::SmsApplicationStillSet, "sms_application_still_set"_L1},
    {HealthCode::MessagingServiceKeepsTexts, "messaging_service_keeps_texts"_L1},
    {HealthCode::UnknownHere, "unknown_here"_L1},
    {HealthCode::Other, "other"_L1},
    {HealthCode::AccountUnknown, "account_unknown"_L1},
    {HealthCode::TokenUnknown, "token_unknown"_L1},
    {HealthCode::NotChecked, "not_checked"_L1},
    {HealthCode::NotATwilioNumber, "not_a_twilio_number"_L1},
    {HealthCode::BaselineUnknown, "baseline_unknown"_L1},
    {HealthCode::TextsNotChecked, "texts_not_checked"_L1},
    {HealthCode::AgentNotChecked, "agent_not_checked"_L1},
    {HealthCode::ListIncomplete, "list_incomplete"_L1},
}};

HealthCode codeOf(const QString &word)
{
    // Noted by a read-back after an import: the same as this.
    if (word == "not_read_back"_L1) {
        return HealthCode::BaselineUnknown;
    }
    const auto *const found =
        std::find_if(words.begin(), words.end(), [&word](const auto &entry) { return entry.second == word; });
    return found == words.end() ? HealthCode::Other : found->first;
}

/// What only Twilio can tell: it stays when Twilio cannot be asked.
bool isOfRouting(HealthCode code)
{
    switch (code) {
    case HealthCode::TrunkStillSet:
    case HealthCode::VoiceApplicationStillSet:
    case HealthCode::RoutingDrifted:
    case HealthCode::WebhooksNotChanged:
    case HealthCode::SmsApplicationStillSet:
    case HealthCode::MessagingServiceKeepsTexts:
        return true;
    default:
        return false;
    }
}

bool isOfAccount(HealthCode code)
{
    switch (code) {
    case HealthCode::AccountClosed:
    case HealthCode::AccountSuspended:
    case HealthCode::NumberGone:
    case HealthCode::NumberMoved:
    case HealthCode::TokenRefused:
        return true;
    default:
        return false;
    }
}

class Finder
{
public:
    explicit Finder(const HealthInput &input)
        : m_input(input)
    {
    }

    QList<HealthFinding> find()
    {
        findAtNixflex();
        if (m_isGone) {
            return m_findings; // Its webhooks were cleared; what is at Twilio now is nobody's fault.
        }
        findAtTwilio();
        std::stable_sort(m_findings.begin(), m_findings.end(),
                         [](const auto &left, const auto &right) { return left.code < right.code; });
        return m_findings;
    }

private:
    void add(HealthCode code, const QString &sid = {}, const QString &name = {})
    {
        m_findings.append({code, {}, sid, name, {}});
    }

    void keep(bool (*isKept)(HealthCode))
    {
        for (const HealthFinding &finding : m_input.former) {
            if (isKept(finding.code)) {
                m_findings.append(finding);
            }
        }
    }

    void findAtNixflex()
    {
        using AtNixflex = HealthInput::AtNixflex;
        const bool wasGone =
            std::any_of(m_input.former.cbegin(), m_input.former.cend(), [](const HealthFinding &finding) {
                return finding.code == HealthCode::NotAtNixflex;
            });
        if (m_input.atNixflex == AtNixflex::Absent || (m_input.atNixflex == AtNixflex::Unsure && wasGone)) {
            m_isGone = true;
            add(HealthCode::NotAtNixflex);
            return;
        }
        if (m_input.atNixflex == AtNixflex::Unsure) {
            add(HealthCode::ListIncomplete);
            return;
        }
        switch (m_input.agentState) {
        case HealthInput::AgentState::Active:
            break;
        case HealthInput::AgentState::Inactive:
            add(HealthCode::AgentInactive, m_input.agentId, m_input.agentName);
            break;
        case HealthInput::AgentState::Gone:
            add(HealthCode::AgentGone, m_input.agentId, m_input.agentName);
            break;
        case HealthInput::AgentState::Unsure:
            add(HealthCode::AgentNotChecked, m_input.agentId, m_input.agentName);
            break;
        }
    }

    void findAtTwilio()
    {
        const QString &account = m_input.accountSid;
        switch (m_input.atTwilio) {
        case AtTwilio::Found:
            compare();
            return;
        case AtTwilio::Moved:
            add(HealthCode::NumberMoved, account);
            compare();
            return;
        case AtTwilio::Gone:
            add(HealthCode::NumberGone, account);
            return;
        case AtTwilio::NotATwilioNumber:
            add(HealthCode::NotATwilioNumber);
            return;
        case AtTwilio::AccountClosed:
            add(HealthCode::AccountClosed, account);
            break;
        case AtTwilio::AccountSuspended:
            add(HealthCode::AccountSuspended, account);
            break;
        case AtTwilio::TokenRefused:
            add(HealthCode::TokenRefused, account);
            break;
        case AtTwilio::TokenUnknown:
            add(HealthCode::TokenUnknown, account);
            keep(isOfAccount);
            break;
        case AtTwilio::AccountUnknown:
            add(HealthCode::AccountUnknown);
            break;
        case AtTwilio::NotChecked:
            add(HealthCode::NotChecked, account);
            m_findings.last().reason = m_input.reason;
            keep(isOfAccount);
            break;
        }
        keep(isOfRouting);
    }

    /// Who answers, against what Nixflex had set up.
    void compare()
    {
        findInTheWay();
        if (!m_input.baseline) {
            add(HealthCode::BaselineUnknown);
            return;
        }
        const WebhookConfiguration &expected = *m_input.baseline;
        const WebhookConfiguration &now = m_input.number.webhooks;
        HealthFinding drift;
        drift.code = HealthCode::RoutingDrifted;
        for (const auto *field : now.differences(expected)) {
            drift.fields.append({QString(field->jsonName), expected.*field->member, now.*field->member});
        }
        if (!drift.fields.isEmpty()) {
            m_findings.append(drift);
            return;
        }
        // A baseline that was what stood there before the import proves nothing by being the same.
        keep([](HealthCode code) { return code == HealthCode::WebhooksNotChanged; });
    }

    void findInTheWay()
    {
        using routing::Answer;
        const auto routing = routing::resolve(m_input.number, m_input.resources, m_input.addresses);
        const Answer &calls = routing.of(routing::Channel::Voice);
        const auto isOthers = [](const Answer &answer) {
            return answer.owner.kind != routing::Owner::Kind::Nixflex;
        };
        if (calls.via == Answer::Via::Trunk) {
            add(HealthCode::TrunkStillSet, calls.viaSid, calls.viaName);
        } else if (calls.via == Answer::Via::Application && isOthers(calls)) {
            add(HealthCode::VoiceApplicationStillSet, calls.viaSid, calls.viaName);
        }
        const Answer &texts = routing.of(routing::Channel::Sms);
        if (texts.reason == Answer::Reason::ServicesUnread ||
            texts.reason == Answer::Reason::ServiceUnclear) {
            add(HealthCode::TextsNotChecked, texts.viaSid, texts.viaName);
        } else if (texts.via == Answer::Via::MessagingService && isOthers(texts)) {
            add(HealthCode::MessagingServiceKeepsTexts, texts.viaSid, texts.viaName);
        }
        if (texts.via == Answer::Via::Application && isOthers(texts)) {
            add(HealthCode::SmsApplicationStillSet, texts.viaSid, texts.viaName);
        }
    }

    const HealthInput &m_input;
    QList<HealthFinding> m_findings;
    bool m_isGone = false;
};

QJsonObject toJson(const HealthFinding &finding)
{
    QJsonObject object{{u"code"_s, wordOf(finding.code)}};
    for (const auto &[name, value] : {std::pair{u"sid"_s, finding.sid}, std::pair{u"name"_s, finding.name},
                                      std::pair{u"reason"_s, finding.reason}}) {
        if (!value.isEmpty()) {
            object.insert(name, value);
        }
    }
    if (!finding.fields.isEmpty()) {
        QJsonArray fields;
        for (const DriftedField &field : finding.fields) {
            fields.append(QJsonObject{
                {u"field"_s, field.field}, {u"expected"_s, field.expected}, {u"now"_s, field.now}});
        }
        object.insert(u"fields"_s, fields);
    }
    return object;
}

HealthFinding fromJson(const QJsonObject &object)
{
    HealthFinding finding;
    finding.code = codeOf(object.value(u"code"_s).toString());
    finding.sid = object.value(u"sid"_s).toString();
    finding.name = object.value(u"name"_s).toString();
    finding.reason = object.value(u"reason"_s).toString();
    const QJsonArray fields = object.value(u"fields"_s).toArray();
    for (const auto &field : fields) {
        finding.fields.append(
            {field[u"field"_s].toString(), field[u"expected"_s].toString(), field[u"now"_s].toString()});
    }
    return finding;
}

} // namespace

QList<HealthFinding> findHealth(const HealthInput &input)
{
    return Finder(input).find();
}

store::Health healthOf(const QList<HealthFinding> &findings)
{
    if (findings.isEmpty()) {
        return store::Health::Good;
    }
    // They are in the order of their seriousness.
    if (findings.first().code == HealthCode::NotAtNixflex) {
        return store::Health::Gone;
    }
    return findings.first().needsAttention() ? store::Health::NeedsAttention : store::Health::Unknown;
}

QString wordOf(HealthCode code)
{
    const auto *const found =
        std::find_if(words.begin(), words.end(), [code](const auto &entry) { return entry.first == code; });
    return found == words.end() ? QString() : QString(found->second);
}

QJsonArray findingsJson(const QList<HealthFinding> &findings)
{
    QJsonArray rows;
    for (const HealthFinding &finding : findings) {
        rows.append(toJson(finding));
    }
    return rows;
}

QString findingsText(const QList<HealthFinding> &findings)
{
    return findings.isEmpty()
               ? QString()
               : QString::fromUtf8(QJsonDocument(findingsJson(findings)).toJson(QJsonDocument::Compact));
}

QList<HealthFinding> findingsOf(const store::NumberRecord &number)
{
    QList<HealthFinding> findings;
    const QJsonArray rows = QJsonDocument::fromJson(number.healthFindings.toUtf8()).array();
    for (const auto &row : rows) {
        findings.append(fromJson(row.toObject()));
    }
    if (findings.isEmpty() && !number.healthDetail.isEmpty()) {
        HealthFinding finding;
        finding.code = codeOf(number.healthDetail);
        findings.append(finding);
    }
    return findings;
}

} // namespace numbers::operations
