#pragma once

#include "gui/common/themecolors.h"
#include "gui/wizard/wizardstate.h"
#include "operations/common/outcome.h"

#include <QString>

namespace numbers::gui {

/// How an import ended, for people.
struct OutcomeText
{
    MessageKind kind = MessageKind::Info;
    QString what; ///< what happened, without the error's own words
    QString next; ///< what to do now
};

[[nodiscard]] OutcomeText describeOutcome(const operations::OperationOutcome &outcome,
                                          const operations::ImportPlan &plan);

/// For the clipboard: number, agent, account, outcome, and the error's report. No secrets.
[[nodiscard]] QString outcomeReport(const operations::OperationOutcome &outcome,
                                    const operations::ImportPlan &plan);

} // namespace numbers::gui
