#include "operations/planning/importplan.h"

#include <algorithm>

namespace numbers::operations {

using namespace Qt::StringLiterals;

bool ImportPlan::needsConfirmation() const
{
    return std::any_of(replaced.begin(), replaced.end(),
                       [](const ReplacedField &field) { return field.isLive; });
}

bool ImportPlan::isAgentInactive() const
{
    return std::any_of(warnings.begin(), warnings.end(),
                       [](const Note &warning) { return warning.code == "agent_inactive"_L1; });
}

QList<ReplacedField> replacedFields(const WebhookConfiguration &before)
{
    QList<ReplacedField> replaced;
    for (const auto &field : WebhookConfiguration::fields()) {
        const QString &value = before.*field.member;
        if (field.isDestination && !value.isEmpty()) {
            replaced.append({QString(field.jsonName), value, !isTwilioDemoUrl(value)});
        }
    }
    return replaced;
}

} // namespace numbers::operations
