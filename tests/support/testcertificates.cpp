#include "support/testcertificates.h"

#include <QHostAddress>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace numbers::test {

namespace {

template <auto Free>
struct Freer
{
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Memory = std::unique_ptr<BIO, Freer<BIO_free_all>>;

void mustBe(bool isTrue)
{
    if (!isTrue) {
        qFatal("OpenSSL refuses to make a certificate");
    }
}

QByteArray contents(const Memory &memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return {data, size};
}

QByteArray pem(X509 *certificate)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    mustBe(PEM_write_bio_X509(memory.get(), certificate) == 1);
    return contents(memory);
}

QByteArray pem(EVP_PKEY *key)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    mustBe(PEM_write_bio_PrivateKey(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return contents(memory);
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    mustBe(extension != nullptr && X509_add_ext(certificate, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

Certificate blank(EVP_PKEY *key, const QByteArray &name, const QDateTime &from, const QDateTime &until)
{
    static long serial = QDateTime::currentMSecsSinceEpoch();
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from.toSecsSinceEpoch());
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), until.toSecsSinceEpoch());
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1, 0);
    return certificate;
}

} // namespace

QSslConfiguration TestIdentity::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

struct TestAuthority::Keys
{
    Key key;
    Certificate certificate;
};

TestAuthority::TestAuthority()
    : m_keys(std::make_unique<Keys>())
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_keys->key.reset(EVP_EC_gen("P-256"));
    mustBe(m_keys->key != nullptr);
    static int number = 0;
    const QByteArray name = "Test authority " + QByteArray::number(++number);
    m_keys->certificate = blank(m_keys->key.get(), name, now.addYears(-1), now.addYears(1));
    X509 *own = m_keys->certificate.get();
    X509_set_issuer_name(own, X509_get_subject_name(own));
    addExtension(own, own, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(own, own, NID_subject_key_identifier, "hash");
    mustBe(X509_sign(own, m_keys->key.get(), EVP_sha256()) > 0);
}

TestAuthority::~TestAuthority() = default;

QSslCertificate TestAuthority::certificate() const
{
    return QSslCertificate(pem(m_keys->certificate.get()));
}

TestIdentity TestAuthority::issue(const QStringList &hosts, const QDateTime &from,
                                  const QDateTime &until) const
{
    const Key key(EVP_EC_gen("P-256"));
    mustBe(key != nullptr);
    const Certificate certificate = blank(key.get(), hosts.value(0).toUtf8(), from, until);
    X509 *issuer = m_keys->certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer));
    addExtension(certificate.get(), issuer, NID_basic_constraints, "CA:FALSE");
    addExtension(certificate.get(), issuer, NID_ext_key_usage, "serverAuth");
    QStringList names;
    for (const QString &host : hosts) {
        const bool isAddress = !QHostAddress(host).isNull();
        names << (isAddress ? QStringLiteral("IP:") : QStringLiteral("DNS:")) + host;
    }
    addExtension(certificate.get(), issuer, NID_subject_alt_name, names.join(u',').toUtf8());
    mustBe(X509_sign(certificate.get(), m_keys->key.get(), EVP_sha256()) > 0);
    return {QSslCertificate(pem(certificate.get())), QSslKey(pem(key.get()), QSsl::Ec)};
}

} // namespace numbers::test
