#pragma once

#include <QDateTime>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QStringList>

#include <memory>

namespace numbers::test {

/// A certificate and its key, made for this run.
struct TestIdentity
{
    QSslCertificate certificate;
    QSslKey key;

    /// For a server.
    [[nodiscard]] QSslConfiguration configuration() const;
};

/// A certificate authority of a test: nobody knows it who was not given its certificate.
class TestAuthority
{
public:
    TestAuthority();
    ~TestAuthority();
    Q_DISABLE_COPY_MOVE(TestAuthority)

    [[nodiscard]] QSslCertificate certificate() const;
    /// `hosts`: names or IP addresses.
    [[nodiscard]] TestIdentity
    issue(const QStringList &hosts, const QDateTime &from = QDateTime::currentDateTimeUtc().addDays(-1),
          const QDateTime &until = QDateTime::currentDateTimeUtc().addDays(1)) const;

private:
    struct Keys;
    std::unique_ptr<Keys> m_keys;
};

} // namespace numbers::test
