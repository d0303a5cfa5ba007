#include "operations/planning/restoreplan.h"

#include <algorithm>

namespace numbers::operations {

namespace {

using W = WebhookConfiguration;
using Field = W::Field;
using Entry = RestorePlan::Entry;

/// The field that decides for this one: a method follows its URL, a fallback its main address.
QString W::*leaderOf(QString W::*member)
{
    if (member == &W::voiceFallbackUrl || member == &W::voiceFallbackMethod) {
        return &W::voiceUrl;
    }
    if (member == &W::smsFallbackUrl || member == &W::smsFallbackMethod) {
        return &W::smsUrl;
    }
    return W::urlOfMethod(member);
}

class Planner
{
public:
    explicit Planner(const RestoreInput &input)
        : m_input(input)
    {
    }

    RestorePlan plan()
    {
        const auto differing = m_input.saved.differences(m_input.now);
        for (const Field *field : differing) {
            sort(*field);
        }
        separateOwners();
        dropLonelyFallbacks();
        addMethodsWithoutUrl();
        return m_plan;
    }

private:
    /// Empty, or still as Nixflex set it: nobody else has put something there since.
    [[nodiscard]] bool isOurs(QString W::*member) const
    {
        const QString &now = m_input.now.*member;
        return now.isEmpty() || (m_input.baseline && now == (*m_input.baseline).*member);
    }

    [[nodiscard]] bool isAsSaved(QString W::*member) const
    {
        return m_input.now.*member == m_input.saved.*member;
    }

    [[nodiscard]] bool mayBeSet(const Field &field) const
    {
        if (m_input.overwritten.contains(QString(field.jsonName))) {
            return true;
        }
        QString W::*const leader = leaderOf(field.member);
        const bool isLed = leader != nullptr && !isAsSaved(leader) && !isOurs(leader) && !isAsked(leader);
        return !isLed && (isOurs(field.member) || isAsked(leader));
    }

    [[nodiscard]] bool isAsked(QString W::*member) const
    {
        return std::any_of(W::fields().begin(), W::fields().end(), [this, member](const Field &field) {
            return field.member == member && m_input.overwritten.contains(QString(field.jsonName));
        });
    }

    [[nodiscard]] bool isAvailable(const Field &field, const QString &sid) const
    {
        if (sid.isEmpty()) {
            return true;
        }
        if (field.member == &W::trunkSid) {
            return !m_input.trunks || m_input.trunks->contains(sid);
        }
        if (field.member == &W::voiceApplicationSid || field.member == &W::smsApplicationSid) {
            return !m_input.applications || m_input.applications->contains(sid);
        }
        return true;
    }

    void sort(const Field &field)
    {
        const Entry entry{&field, m_input.now.*field.member, m_input.saved.*field.member};
        // Twilio fills methods in by itself, and does not take empty ones.
        if (!field.isDestination && entry.saved.isEmpty()) {
            return;
        }
        if (!mayBeSet(field)) {
            m_plan.kept.append(entry);
        } else if (!isAvailable(field, entry.saved)) {
            m_plan.unavailable.append(entry);
        } else {
            m_plan.restored.append(entry);
        }
    }

    /// Setting a trunk deletes the voice application, and the reverse: somebody else's must survive.
    void separateOwners()
    {
        const auto protects = [this](QString W::*theirs, QString W::*ours) {
            const bool isKept =
                std::any_of(m_plan.kept.cbegin(), m_plan.kept.cend(), [theirs](const Entry &entry) {
                    return entry.field->member == theirs && !entry.now.isEmpty();
                });
            if (!isKept) {
                return;
            }
            for (qsizetype i = 0; i < m_plan.restored.size(); ++i) {
                const Entry entry = m_plan.restored.at(i);
                if (entry.field->member == ours && !entry.saved.isEmpty()) {
                    m_plan.restored.removeAt(i);
                    m_plan.kept.append(entry);
                    return;
                }
            }
        };
        protects(&W::trunkSid, &W::voiceApplicationSid);
        protects(&W::voiceApplicationSid, &W::trunkSid);
    }

    /// Twilio refuses a fallback without a main address (21405).
    void dropLonelyFallbacks()
    {
        const W after = m_plan.applied(m_input.now);
        const auto isLonely = [&after](const Entry &entry) {
            if (entry.saved.isEmpty()) {
                return false;
            }
            return (entry.field->member == &W::voiceFallbackUrl && after.voiceUrl.isEmpty() &&
                    after.voiceApplicationSid.isEmpty()) ||
                   (entry.field->member == &W::smsFallbackUrl && after.smsUrl.isEmpty() &&
                    after.smsApplicationSid.isEmpty());
        };
        for (qsizetype i = m_plan.restored.size() - 1; i >= 0; --i) {
            if (isLonely(m_plan.restored.at(i))) {
                m_plan.unavailable.append(m_plan.restored.takeAt(i));
            }
        }
    }

    void addMethodsWithoutUrl()
    {
        const W after = m_plan.applied(m_input.now);
        for (const Field &field : W::fields()) {
            QString W::*const url = W::urlOfMethod(field.member);
            const Entry entry{&field, m_input.now.*field.member, m_input.saved.*field.member};
            if (url != nullptr && (after.*url).isEmpty() && !entry.saved.isEmpty() &&
                (after.*field.member) != entry.saved && isOurs(field.member)) {
                m_plan.methods.append(entry);
            }
        }
    }

    const RestoreInput &m_input;
    RestorePlan m_plan;
};

} // namespace

QList<std::pair<QString, QString>> RestorePlan::form() const
{
    const auto sets = [this](QString W::*member) {
        return std::any_of(restored.cbegin(), restored.cend(), [member](const Entry &entry) {
            return entry.field->member == member && !entry.saved.isEmpty();
        });
    };
    QList<std::pair<QString, QString>> form;
    for (const Entry &entry : restored) {
        // Clearing the one beside setting the other says it twice.
        if ((entry.field->member == &W::voiceApplicationSid && sets(&W::trunkSid)) ||
            (entry.field->member == &W::trunkSid && sets(&W::voiceApplicationSid))) {
            continue;
        }
        form.emplaceBack(QString(entry.field->formName), entry.saved);
    }
    for (const Entry &entry : methods) {
        form.emplaceBack(QString(entry.field->formName), entry.saved);
    }
    return form;
}

WebhookConfiguration RestorePlan::applied(WebhookConfiguration now) const
{
    for (const auto *entries : {&restored, &methods}) {
        for (const Entry &entry : *entries) {
            now.*entry.field->member = entry.saved;
        }
    }
    return now;
}

RestorePlan planRestore(const RestoreInput &input)
{
    return Planner(input).plan();
}

} // namespace numbers::operations
