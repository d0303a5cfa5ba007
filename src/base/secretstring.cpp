#include "base/secretstring.h"

#include <utility>

namespace numbers {

SecretString::SecretString(std::string_view utf8)
    : m_bytes(utf8.begin(), utf8.end())
{
}

SecretString::~SecretString()
{
    wipe();
}

SecretString::SecretString(SecretString &&other) noexcept
    : m_bytes(std::move(other.m_bytes))
{
    other.m_bytes.clear();
}

SecretString &SecretString::operator=(SecretString &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

SecretString SecretString::fromText(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    SecretString secret(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
    utf8.fill('\0');
    return secret;
}

SecretString SecretString::clone() const
{
    return SecretString(reveal());
}

void SecretString::wipe() noexcept
{
    // volatile: the compiler must not drop writes to memory that is about to be freed.
    volatile char *bytes = m_bytes.data();
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        bytes[i] = '\0';
    }
    m_bytes.clear();
}

bool operator==(const SecretString &left, const SecretString &right)
{
    const auto a = left.reveal();
    const auto b = right.reveal();
    if (a.size() != b.size()) {
        return false;
    }
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    }
    return difference == 0;
}

} // namespace numbers
