#include "base/agentid.h"

#include "base/pastedtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace numbers {

Result<AgentId> AgentId::parse(const QString &text)
{
    constexpr qsizetype longest = 128;
    const QString trimmed = withoutPasteMarksAround(text);
    if (trimmed.isEmpty()) {
        return failure(
            Error::make(Error::Kind::Invalid,
                        QCoreApplication::translate("numbers::AgentId", "Enter or choose an agent.")));
    }
    const bool isClean =
        std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
    if (!isClean || trimmed.size() > longest) {
        return failure(Error::make(
            Error::Kind::Invalid,
            QCoreApplication::translate("numbers::AgentId",
                                        "An agent id is one word without blanks. Copy it from the "
                                        "agent's page in the Nixflex dashboard.")));
    }
    return AgentId(trimmed);
}

} // namespace numbers
