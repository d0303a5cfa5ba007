#pragma once

#include <QString>

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

} // namespace numbers
