#include "simulator/testcertificate.h"

#include <QFile>

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace numbers::simulator::test {

namespace {

template <typename Write>
bool writePem(const QString &file, Write write)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_file(QFile::encodeName(file).constData(), "w"), BIO_free);
    return bio != nullptr && write(bio.get()) == 1;
}

} // namespace

bool writeCertificate(const QString &certificateFile, const QString &keyFile)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    if (key == nullptr || certificate == nullptr) {
        return false;
    }
    X509 *x509 = certificate.get();
    X509_set_version(x509, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
    X509_gmtime_adj(X509_getm_notBefore(x509), -60);
    X509_gmtime_adj(X509_getm_notAfter(x509), 3600);
    X509_set_pubkey(x509, key.get());
    X509_NAME *name = X509_get_subject_name(x509);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("127.0.0.1"),
                               -1, -1, 0);
    X509_set_issuer_name(x509, name);
    X509_EXTENSION *names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(x509, names, -1);
    X509_EXTENSION_free(names);
    if (X509_sign(x509, key.get(), EVP_sha256()) == 0) {
        return false;
    }
    return writePem(certificateFile, [&](BIO *bio) { return PEM_write_bio_X509(bio, x509); }) &&
           writePem(keyFile, [&](BIO *bio) {
               return PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
           });
}

} // namespace numbers::simulator::test
