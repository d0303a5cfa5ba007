#pragma once

#include "operations/planning/importplan.h"

#include <QList>
#include <QString>

namespace numbers::gui {

/// One line of "who answers now, who will answer".
struct RoutingChange
{
    QString title; ///< "Voice calls"
    QString now;
    QString address; ///< the URL or SID behind `now`; empty when there is none
    QString doubt;   ///< why `now` is not certain, as a sentence; empty when it is
    QString after;
    bool isLive = false; ///< somebody answers there now
};

/// As far as it can be said before an import: Nixflex does not document whether it touches trunks,
/// applications and fallbacks.
[[nodiscard]] QList<RoutingChange> routingChanges(const operations::ImportPlan &plan);

/// What will stop working, in plain sentences, one a line.
[[nodiscard]] QString consequencesOf(const operations::ImportPlan &plan);

/// "+44 7700 900123 (Front desk)", "Agent name" or the id where there is no name.
[[nodiscard]] QString numberWords(const PhoneNumber &number, const QString &friendlyName);
[[nodiscard]] QString agentWords(const QString &name, const AgentId &id);

} // namespace numbers::gui
