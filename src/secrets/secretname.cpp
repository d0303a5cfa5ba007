#include "secrets/secretname.h"

#include <QCoreApplication>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace numbers::secrets {

namespace {

QString kindWord(SecretKey::Kind kind)
{
    switch (kind) {
    case SecretKey::Kind::NixflexKey:
        return u"nixflex-key"_s;
    case SecretKey::Kind::TwilioToken:
        return u"twilio-token"_s;
    case SecretKey::Kind::ProxyPassword:
        return u"proxy-password"_s;
    }
    return u"other"_s;
}

} // namespace

QString entryName(const QString &profileNamespace, const SecretKey &key)
{
    QString name = u"com.nixflex.Numbers/"_s;
    if (!profileNamespace.isEmpty()) {
        name += profileNamespace + u'/';
    }
    return name + kindWord(key.kind) + u'/' + key.name;
}

Result<void> checkStorable(const SecretString *secret)
{
    if (secret == nullptr || secret->isEmpty()) {
        return failure(
            Error::make(Error::Kind::Invalid,
                        QCoreApplication::translate("numbers::secrets",
                                                    "There is nothing to remember: the secret is empty."),
                        u"empty secret"_s));
    }
    if (secret->size() > maximumSecretSize) {
        return failure(Error::make(
            Error::Kind::Invalid,
            QCoreApplication::translate("numbers::secrets",
                                        "This is too long to be kept in a keychain (more than %1 bytes). "
                                        "Check that only the secret itself was pasted.")
                .arg(maximumSecretSize),
            u"secret of %1 bytes"_s.arg(secret->size())));
    }
    // Text is what every keychain takes alike; a zero byte would cut it short in some.
    const auto bytes = secret->reveal();
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder.decode(QByteArrayView(bytes));
    const bool isText = !decoder.hasError() && !decoded.contains(QChar(u'\0'));
    decoded.fill(u'\0');
    if (!isText) {
        return failure(
            Error::make(Error::Kind::Invalid,
                        QCoreApplication::translate("numbers::secrets",
                                                    "The secret holds characters that cannot be stored. "
                                                    "Copy it again from where it is shown."),
                        u"secret is not UTF-8 text"_s));
    }
    return {};
}

} // namespace numbers::secrets
