#pragma once

#include <QLatin1String>
#include <QString>

#include <cstdint>

/// Cheap, portable, deterministic scattering: the same on every platform and Qt version, unlike qHash().
namespace numbers::simulator {

/// One step of SplitMix64 (Steele, Lea, Flood 2014).
constexpr quint64 mix(quint64 value)
{
    value += 0x9E37'79B9'7F4A'7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58'476D'1CE4'E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D0'49BB'1331'11EBULL;
    return value ^ (value >> 31);
}

constexpr quint64 mix(quint64 a, quint64 b)
{
    return mix(mix(a) ^ (b * 0xD6E8'FEB8'6659'FD93ULL));
}

inline quint64 mix(quint64 seed, const QString &text)
{
    quint64 value = mix(seed);
    for (const QChar c : text) {
        value = mix(value ^ c.unicode());
    }
    return value;
}

/// 32 hexadecimal digits.
inline QString hex32(quint64 seed, quint64 index)
{
    const quint64 high = mix(seed, index);
    const quint64 low = mix(high, seed);
    return QString::number(high, 16).rightJustified(16, u'0') +
           QString::number(low, 16).rightJustified(16, u'0');
}

/// A stream of numbers from one seed.
class PseudoRandom
{
public:
    explicit PseudoRandom(quint64 seed)
        : m_state(seed)
    {
    }
    quint64 next() { return mix(m_state++); }
    /// 0 .. limit-1
    int below(int limit) { return static_cast<int>(next() % static_cast<quint64>(limit)); }
    /// True in `percent` of 100 cases.
    bool chance(int percent) { return below(100) < percent; }

private:
    quint64 m_state;
};

} // namespace numbers::simulator
