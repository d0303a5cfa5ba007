#pragma once

#include "base/error.h"
#include "net/networksettings.h"
#include "support/scriptedserver.h"
#include "support/testcertificates.h"

#include <QTest>

namespace numbers::test {

/// What is wrong with a server's certificate, and which words have to say so.
struct TlsFault
{
    const char *name;
    QString words;
    std::function<TestIdentity(const TestAuthority &company, const TestAuthority &stranger)> identity;
};

[[nodiscard]] inline const QList<TlsFault> &tlsFaults()
{
    static const QString here = QStringLiteral("127.0.0.1");
    static const auto day = [](int days) { return QDateTime::currentDateTimeUtc().addDays(days); };
    static const QList<TlsFault> faults{
        {"expired", QStringLiteral("expired"),
         [](const TestAuthority &company, const TestAuthority &) {
             return company.issue({here}, day(-9), day(-1));
         }},
        {"not valid yet", QStringLiteral("not valid yet"),
         [](const TestAuthority &company, const TestAuthority &) {
             return company.issue({here}, day(1), day(9));
         }},
        {"another host's", QStringLiteral("another host"),
         [](const TestAuthority &company, const TestAuthority &) {
             return company.issue({QStringLiteral("api.twilio.com"), QStringLiteral("api.nixflex.com")});
         }},
        {"unknown authority", QStringLiteral("Preferences > Network"),
         [](const TestAuthority &, const TestAuthority &stranger) { return stranger.issue({here}); }},
    };
    return faults;
}

/// A column "fault" of indexes into `tlsFaults`, a row for each.
inline void addTlsFaults()
{
    QTest::addColumn<qsizetype>("fault");
    for (qsizetype i = 0; i < tlsFaults().size(); ++i) {
        QTest::newRow(tlsFaults().at(i).name) << i;
    }
}

/// As if the user had added the authority's certificate in the preferences.
[[nodiscard]] inline net::NetworkSettings trusting(const TestAuthority &company)
{
    net::NetworkSettings settings;
    settings.extraCertificates = {company.certificate()};
    return settings;
}

/// A call that fails, with a secret that must not get anywhere.
struct TlsCall
{
    const char *name;
    std::function<std::optional<Error>()> run;
};

/// For each call: the error says what is wrong, and the server got not one byte of a request.
inline void refusesTls(const TlsFault &fault, const ScriptedServer &server, Error::Provider provider,
                       const QList<TlsCall> &calls, const QString &secret)
{
    for (const TlsCall &call : calls) {
        const std::optional<Error> error = call.run();
        QVERIFY2(error, call.name);
        const QByteArray report =
            call.name + QByteArray(": ") + error->report().toUtf8() + "\n" + error->userText.toUtf8();
        QVERIFY2(error->kind == Error::Kind::Tls, report.constData());
        QVERIFY2(error->effect == Error::Effect::NothingSent, report.constData());
        QVERIFY2(error->provider == provider, report.constData());
        QVERIFY2(error->userText.contains(fault.words), report.constData());
        QVERIFY2(error->userText.contains(QStringLiteral("127.0.0.1")), report.constData());
        QVERIFY2(!report.contains(secret.toUtf8()), report.constData());
    }
    QVERIFY(server.connectionCount() >= calls.size()); // It was asked, and hung up on.
    QCOMPARE(server.byteCount(), qint64(0));
}

template <typename T>
[[nodiscard]] std::optional<Error> errorOf(const T &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace numbers::test
