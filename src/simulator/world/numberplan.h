#pragma once

#include <QString>

#include <cstdint>
#include <span>

namespace numbers::simulator {

/// Which numbers a country of the simulated Twilio has, and what they can do.
struct PlanEntry // NOLINT(clang-analyzer-optin.performance.Padding): in the order of the table
{
    /// ISO 3166, e.g. "GB".
    const char *country;
    /// "local", "mobile" or "tollfree"
    const char *type;
    /// E.164 with `#` for any digit and `@` for 2..9; only numbers that libphonenumber takes for valid ones.
    const char *pattern;
    /// US and CA only: what AreaCode finds.
    const char *areaCode;
    const char *region;
    const char *locality;
    bool voice;
    bool sms;
    bool mms;
    /// "none", "any", "local"
    const char *addressRequirements;
    /// "none", "bundle" or "identity": what else a buyer must name.
    const char *documents;
    /// How often it is drawn for a seeded fleet.
    int weight;
};

std::span<const PlanEntry> numberPlan();

/// A number of this plan; the same draw gives the same number.
QString drawNumber(const PlanEntry &entry, quint64 draw);

/// The entry this number belongs to, or null.
const PlanEntry *planOf(const QString &e164);

/// Like Twilio: "(415) 222-3344" for US and Canada, E.164 elsewhere.
QString defaultFriendlyName(const QString &e164);

} // namespace numbers::simulator
