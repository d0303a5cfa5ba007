#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace numbers {

/// A token, key or password in memory: move-only, wiped when it goes, never printed.
///
/// Copies are made only by `clone()`, and the text is seen only through `reveal()`, where a header or a body
/// is built. UTF-8. Not thread-safe to mutate; share as `std::shared_ptr<const SecretString>`.
class SecretString
{
public:
    SecretString() = default;
    explicit SecretString(std::string_view utf8);
    ~SecretString();
    SecretString(SecretString &&other) noexcept;
    SecretString &operator=(SecretString &&other) noexcept;
    SecretString(const SecretString &) = delete;
    SecretString &operator=(const SecretString &) = delete;

    /// From what a person typed or pasted; the caller clears its own copy.
    [[nodiscard]] static SecretString fromText(const QString &text);

    /// All parts one after the other, in memory that is allocated once.
    [[nodiscard]] static SecretString joined(std::initializer_list<std::string_view> parts);

    [[nodiscard]] SecretString clone() const;
    /// Valid as long as this object lives and is not assigned to.
    [[nodiscard]] std::string_view reveal() const { return {m_bytes.data(), m_bytes.size()}; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_bytes.size()); }

    /// Takes the same time wherever the first difference is.
    friend bool operator==(const SecretString &left, const SecretString &right);

private:
    void wipe() noexcept;

    std::vector<char> m_bytes;
};

/// Overwrites a temporary that held a secret, so that the compiler cannot leave it out, and empties it.
void wipe(std::string &text) noexcept;
/// Wipes the bytes that this array refers to; of an array that shares them, only a copy.
void wipe(QByteArray &bytes);

} // namespace numbers
