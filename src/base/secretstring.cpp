#include "base/secretstring.h"

#include <utility>

namespace numbers {

namespace {

void overwrite(char *first, std::size_t count) noexcept
{
    // volatile: the compiler must not drop writes to memory that is about to be freed.
    volatile char *bytes = first;
    for (std::size_t i = 0; i < count; ++i) {
        bytes[i] = '\0';
    }
}

} // namespace

void wipe(std::string &text) noexcept
{
    overwrite(text.data(), text.size());
    text.clear();
}

void wipe(QByteArray &bytes)
{
    overwrite(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

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
    numbers::wipe(utf8);
    return secret;
}

SecretString SecretString::joined(std::initializer_list<std::string_view> parts)
{
    std::size_t size = 0;
    for (const std::string_view part : parts) {
        size += part.size();
    }
    SecretString secret;
    secret.m_bytes.reserve(size);
    for (const std::string_view part : parts) {
        secret.m_bytes.insert(secret.m_bytes.end(), part.begin(), part.end());
    }
    return secret;
}

SecretString SecretString::clone() const
{
    return SecretString(reveal());
}

void SecretString::wipe() noexcept
{
    overwrite(m_bytes.data(), m_bytes.size());
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
