#include "simulator/world/numberplan.h"

#include "simulator/world/pseudorandom.h"

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

constexpr PlanEntry plan[] = {
    {"US", "local", "+1415@#0####", "415", "CA", "San Francisco", true, true, true, "none", "none", 9},
    {"US", "local", "+1212@#0####", "212", "NY", "New York", true, true, true, "none", "none", 8},
    {"US", "local", "+1312@#0####", "312", "IL", "Chicago", true, true, true, "none", "none", 7},
    {"US", "local", "+1512@#0####", "512", "TX", "Austin", true, true, true, "none", "none", 7},
    {"US", "local", "+1206@#0####", "206", "WA", "Seattle", true, true, true, "none", "none", 6},
    {"US", "local", "+1617@#0####", "617", "MA", "Boston", true, true, true, "none", "none", 6},
    {"US", "tollfree", "+1888@#0####", "888", "", "", true, true, false, "none", "none", 3},
    {"CA", "local", "+1416@#0####", "416", "ON", "Toronto", true, true, true, "none", "none", 5},
    {"CA", "local", "+1604@#0####", "604", "BC", "Vancouver", true, true, true, "none", "none", 4},
    {"GB", "local", "+44207#######", "", "London", "London", true, false, false, "any", "none", 8},
    {"GB", "mobile", "+447400######", "", "", "", true, true, false, "any", "none", 8},
    {"DE", "local", "+49302#######", "", "Berlin", "Berlin", true, false, false, "local", "bundle", 6},
    {"DE", "local", "+49892#######", "", "Bayern", "München", true, false, false, "local", "bundle", 5},
    {"FR", "local", "+3314#######", "", "Île-de-France", "Paris", true, false, false, "local", "none", 5},
    {"FR", "mobile", "+3361#######", "", "", "", true, true, false, "local", "none", 2},
    {"AU", "local", "+6128#######", "", "NSW", "Sydney", true, false, false, "any", "none", 4},
    {"AU", "mobile", "+6141#######", "", "", "", true, true, false, "any", "identity", 3},
    {"NL", "local", "+31202######", "", "Noord-Holland", "Amsterdam", true, false, false, "local", "none", 3},
    {"ES", "local", "+34912######", "", "Madrid", "Madrid", true, false, false, "local", "none", 3},
};

bool fits(QChar digit, char wanted)
{
    switch (wanted) {
    case '#':
        return digit >= u'0' && digit <= u'9';
    case '@':
        return digit >= u'2' && digit <= u'9';
    default:
        return digit == QLatin1Char(wanted);
    }
}

} // namespace

std::span<const PlanEntry> numberPlan()
{
    return plan;
}

QString drawNumber(const PlanEntry &entry, quint64 draw)
{
    QString number;
    number.reserve(16);
    quint64 digits = mix(draw);
    for (const char *c = entry.pattern; *c != '\0'; ++c) {
        if (*c == '#') {
            number += QChar(u'0' + static_cast<char16_t>(digits % 10));
            digits /= 10;
        } else if (*c == '@') {
            number += QChar(u'2' + static_cast<char16_t>(digits % 8));
            digits /= 8;
        } else {
            number += QLatin1Char(*c);
        }
    }
    return number;
}

const PlanEntry *planOf(const QString &e164)
{
    for (const PlanEntry &entry : plan) {
        const QLatin1String pattern(entry.pattern);
        if (pattern.size() != e164.size()) {
            continue;
        }
        bool same = true;
        for (qsizetype i = 0; same && i < pattern.size(); ++i) {
            same = fits(e164[i], pattern.data()[i]);
        }
        if (same) {
            return &entry;
        }
    }
    return nullptr;
}

QString defaultFriendlyName(const QString &e164)
{
    if (e164.size() == 12 && e164.startsWith("+1"_L1)) {
        return u"(%1) %2-%3"_s.arg(e164.mid(2, 3), e164.mid(5, 3), e164.mid(8));
    }
    return e164;
}

} // namespace numbers::simulator
