#include "base/knownsecrets.h"

#include "base/secretstring.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QSet>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <mutex>
#include <shared_mutex>
#include <vector>

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

constexpr qsizetype shortestSecret = 8;
/// As many characters in a row give a secret away.
constexpr qsizetype windowSize = 12;
/// Fewer different characters in a window are not a secret: "000000000000".
constexpr int fewestDifferent = 4;

char16_t folded(char16_t c)
{
    return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + (u'a' - u'A')) : c;
}

bool isSkipped(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

/// The hashes of all windows of known secrets, and of those secrets that are shorter than a window.
class Registry
{
public:
    static Registry &instance()
    {
        static Registry &registry = *new Registry; // Texts are still made while the program ends.
        return registry;
    }

    void add(QStringView secret)
    {
        QVarLengthArray<char16_t, 256> text;
        for (const QChar c : secret) {
            if (!isSkipped(c)) {
                text.append(folded(c.unicode()));
            }
        }
        const qsizetype size = std::min(windowSize, text.size());
        if (size >= shortestSecret) {
            const std::scoped_lock lock(m_mutex);
            QSet<quint64> &hashes = m_hashes.at(static_cast<std::size_t>(size));
            for (qsizetype at = 0; at + size <= text.size(); ++at) {
                if (isTelling(text.constData() + at, size)) {
                    hashes.insert(hashOf(text.constData() + at, size));
                }
            }
        }
        std::fill(text.begin(), text.end(), u'\0');
    }

    /// False when it was there already.
    bool addWhole(std::string_view secret)
    {
        QVarLengthArray<char16_t, 256> text;
        for (const char c : secret) {
            text.append(static_cast<unsigned char>(c));
        }
        const quint64 hash = hashOf(text.constData(), text.size());
        std::fill(text.begin(), text.end(), u'\0');
        const std::scoped_lock lock(m_mutex);
        const auto count = m_whole.size();
        m_whole.insert(hash);
        return m_whole.size() > count;
    }

    /// Marks what belongs to a known secret.
    [[nodiscard]] bool mark(const QVarLengthArray<char16_t, 1024> &text, std::vector<bool> &isSecret) const
    {
        bool isAny = false;
        const std::shared_lock lock(m_mutex);
        for (qsizetype size = shortestSecret; size <= windowSize; ++size) {
            const QSet<quint64> &hashes = m_hashes.at(static_cast<std::size_t>(size));
            if (hashes.isEmpty()) {
                continue;
            }
            for (qsizetype at = 0; at + size <= text.size(); ++at) {
                if (hashes.contains(hashOf(text.constData() + at, size))) {
                    std::fill_n(isSecret.begin() + at, size, true);
                    isAny = true;
                }
            }
        }
        return isAny;
    }

private:
    [[nodiscard]] quint64 hashOf(const char16_t *text, qsizetype size) const
    {
        quint64 hash = m_seed;
        for (qsizetype i = 0; i < size; ++i) {
            hash = (hash ^ text[i]) * m_factor;
            hash ^= hash >> 29;
        }
        return hash;
    }

    static bool isTelling(const char16_t *text, qsizetype size)
    {
        QVarLengthArray<char16_t, windowSize> different;
        for (qsizetype i = 0; i < size; ++i) {
            if (!different.contains(text[i])) {
                different.append(text[i]);
            }
        }
        return different.size() >= fewestDifferent;
    }

    const quint64 m_seed = QRandomGenerator::system()->generate64();
    const quint64 m_factor = QRandomGenerator::system()->generate64() | 1;
    mutable std::shared_mutex m_mutex;
    std::array<QSet<quint64>, windowSize + 1> m_hashes; ///< by the size of the window
    QSet<quint64> m_whole;
};

void addBytes(Registry &registry, const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    registry.add(text);
    text.fill(QChar());
}

/// Base64 of `bytes` as part of something longer: only the characters that hold nothing else, for each of the
/// three ways in which they can lie.
void addBase64(Registry &registry, const QByteArray &bytes)
{
    for (int before = 0; before < 3; ++before) {
        QByteArray padded = QByteArray(before, '\0') + bytes;
        QByteArray encoded = padded.toBase64(QByteArray::OmitTrailingEquals);
        constexpr std::array foreignCharacters{0, 2, 3}; // that hold bits of the bytes before
        QByteArray own = encoded.mid(foreignCharacters.at(static_cast<std::size_t>(before)));
        if (padded.size() % 3 != 0) {
            own.chop(1); // holds bits of the byte that follows
        }
        addBytes(registry, own);
        own.replace('+', '-').replace('/', '_');
        addBytes(registry, own);
        wipe(padded);
        wipe(encoded);
        wipe(own);
    }
}

QByteArray utf16(const QByteArray &utf8, bool isBigEndian)
{
    QString text = QString::fromUtf8(utf8);
    QByteArray bytes;
    for (const QChar c : std::as_const(text)) {
        bytes += static_cast<char>(isBigEndian ? c.row() : c.cell());
        bytes += static_cast<char>(isBigEndian ? c.cell() : c.row());
    }
    text.fill(QChar());
    return bytes;
}

} // namespace

void keepOutOfTexts(const SecretString &secret)
{
    Registry &registry = Registry::instance();
    const std::string_view value = secret.reveal();
    if (secret.size() < shortestSecret || !registry.addWhole(value)) {
        return;
    }
    QByteArray utf8(value.data(), static_cast<qsizetype>(value.size()));
    QByteArray little = utf16(utf8, false);
    QByteArray big = utf16(utf8, true);
    for (const QByteArray &bytes : {utf8, little, big}) {
        QByteArray hex = bytes.toHex();
        addBytes(registry, hex);
        wipe(hex);
        addBase64(registry, bytes);
    }
    // Texts are compared without control characters, which is all that UTF-16 adds to most of them.
    QString text = QString::fromUtf8(utf8);
    registry.add(text);
    QString escaped = text;
    escaped.replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s);
    registry.add(escaped);
    escaped.fill(QChar());
    QByteArray percent = utf8.toPercentEncoding();
    QByteArray everyPercent = utf8.toHex('%').prepend('%');
    for (QByteArray *encoded : {&utf8, &percent, &everyPercent}) {
        addBytes(registry, *encoded);
        wipe(*encoded);
    }
    text.fill(QChar());
    wipe(little);
    wipe(big);
}

QString withoutKnownSecrets(const QString &text)
{
    QVarLengthArray<char16_t, 1024> compact;
    QVarLengthArray<qsizetype, 1024> places;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isSkipped(text.at(at))) {
            compact.append(folded(text.at(at).unicode()));
            places.append(at);
        }
    }
    std::vector<bool> isSecret(static_cast<std::size_t>(compact.size()));
    if (!Registry::instance().mark(compact, isSecret)) {
        return text;
    }
    QString result;
    qsizetype done = 0;
    for (qsizetype at = 0; at < compact.size(); ++at) {
        if (!isSecret[static_cast<std::size_t>(at)]) {
            continue;
        }
        result += QStringView(text).sliced(done, places.at(at) - done);
        while (at + 1 < compact.size() && isSecret[static_cast<std::size_t>(at + 1)]) {
            ++at;
        }
        result += u"***"_s;
        done = places.at(at) + 1;
    }
    result += QStringView(text).sliced(done);
    return result;
}

} // namespace numbers
