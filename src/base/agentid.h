#pragma once

#include "base/result.h"

#include <QString>

namespace numbers {

/// Nixflex's identifier of a voice agent. Opaque: only emptiness, blanks, control characters and a length
/// over 128 are refused, since the API documents no pattern.
class AgentId
{
public:
    AgentId() = default; ///< `isNull()`

    [[nodiscard]] static Result<AgentId> parse(const QString &text);

    [[nodiscard]] bool isNull() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString &toString() const { return m_text; }

    friend bool operator==(const AgentId &, const AgentId &) = default;
    friend size_t qHash(const AgentId &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    explicit AgentId(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace numbers
