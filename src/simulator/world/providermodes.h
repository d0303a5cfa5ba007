#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace numbers::simulator {

/// Whether `GET /v1/phone-numbers` honours limit and offset (docs) or returns up to 1,000 rows at once (SDK).
enum class ListMode { Paged, Unpaged };

/// What `count` of the number list means: all matching rows, or the rows in this answer. The usual one is the
/// total when paged and the rows when unpaged.
enum class NumberCount { Usual, Total, Rows };

/// Whether `GET /v1/agents` answers `{agents,count,limit,offset}` with six fields an agent (docs) or a bare
/// array of whole agents (SDK).
enum class AgentsShape { Object, Array };

/// Whether `GET /v1/agents` lists every agent (docs) or only the active ones (SDK).
enum class AgentsListed { All, ActiveOnly };

/// Whether `GET /v1/usage` answers one flat object (SDK) or groups with the balance (docs).
enum class UsageShape { Flat, Documented };

/// How the simulated providers behave where the documents contradict each other, and how badly their lists
/// may look. Can be changed while the simulator runs.
struct ProviderModes
{
    ListMode listMode = ListMode::Paged;
    NumberCount numberCount = NumberCount::Usual;
    /// The number list never gives more rows than this, whatever is asked: 0 = 1,000 when unpaged, all when
    /// paged.
    int mostListedNumbers = 0;
    AgentsShape agentsShape = AgentsShape::Object;
    AgentsListed agentsListed = AgentsListed::All;
    UsageShape usageShape = UsageShape::Flat;
    /// Every list of both providers has some items that are not what it lists: a SIP address, a short code,
    /// null, a bare string.
    bool hasOddRows = false;
    /// An interim answer with this status (102 to 199) before every answer; 0 = none.
    int interimStatus = 0;
    /// The customer's credit: shown by the documented usage; at 0 and below an import is refused with 402.
    double creditUsd = 25.0;

    /// Changes the fields that `object` has. False, and `error` says why, when one is unknown or wrong; then
    /// nothing is changed.
    [[nodiscard]] bool apply(const QJsonObject &object, QString *error);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace numbers::simulator
