#include "gui/fleet/healthtext.h"

#include "operations/health/healthfindingtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace numbers::gui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HealthText)
};

} // namespace

QString healthText(const store::NumberRecord &number)
{
    switch (number.health) {
    case store::Health::Unknown:
        return number.healthFindings.isEmpty() ? Text::tr("Not checked yet")
                                               : Text::tr("Nothing wrong was found, but not everything "
                                                          "could be checked");
    case store::Health::Good:
        return Text::tr("Good: Nixflex answers this number");
    case store::Health::NeedsAttention:
        return Text::tr("Needs attention");
    case store::Health::Gone:
        return Text::tr("No longer at Nixflex");
    }
    return {};
}

MessageKind healthKind(store::Health health)
{
    switch (health) {
    case store::Health::Unknown:
        return MessageKind::Info;
    case store::Health::Good:
        return MessageKind::Success;
    case store::Health::NeedsAttention:
        return MessageKind::Warning;
    case store::Health::Gone:
        return MessageKind::Error;
    }
    return MessageKind::Info;
}

QString findingsText(const store::NumberRecord &number)
{
    QStringList paragraphs;
    const auto findings = operations::findingsOf(number);
    for (const auto &finding : findings) {
        QString paragraph = operations::wordsOf(finding);
        if (const auto advice = operations::adviceOf(finding); !advice.isEmpty()) {
            paragraph += u' ' + advice;
        }
        const auto drifted = operations::driftLines(finding);
        for (const auto &line : drifted) {
            paragraph += u"\n• "_s + line;
        }
        paragraphs << paragraph;
    }
    return paragraphs.join(u'\n');
}

} // namespace numbers::gui
