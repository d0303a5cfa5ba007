#include "base/redact.h"

#include "base/knownsecrets.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

/// How names of secrets end in what others write.
constexpr char16_t secretWords[] = uR"(token|passwd|password|passphrase|secret|api[_-]?key)";

QRegularExpression expression(const QString &pattern)
{
    QRegularExpression made(pattern);
    made.optimize();
    return made;
}

/// Replaces what `pattern` finds, except where it found something named "keep".
QString maskedUnlessKept(const QString &text, const QRegularExpression &pattern)
{
    QString result;
    qsizetype done = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        if (!match.capturedView(u"keep"_s).isEmpty()) {
            continue;
        }
        result += QStringView(text).sliced(done, match.capturedStart() - done);
        result += u"***"_s;
        done = match.capturedEnd();
    }
    result += QStringView(text).sliced(done);
    return result;
}

} // namespace

QString redacted(const QString &text)
{
    // A header runs to the end of the quotation it is in, else of its line.
    static const auto authorization =
        expression(uR"((?i)(authorization\\*["']?\s*[:=,]\s*+)(?:(\\*["']).*?(?<!\\)\2|[^\r\n]+))"_s);
    static const auto scheme = expression(uR"((?i)\b(basic|bearer)(\s+|%20|\+)[^\s"',;\\]{6,})"_s);
    // name="…", name: "…", \"name\":\"…\", name=…, name%3D…
    static const auto named =
        expression(u"(?i)((?:%1)"_s.arg(QStringView(secretWords)) + uR"(\\*["']?\s*(?:[:=]|%3A|%3D)\s*+))"_s +
                   uR"((?:(\\*["']).*?(?<!\\)\2|[^\s&,;}\])]+))"_s);
    static const auto nixflexSecret = expression(uR"((?i)(nxfs(?:_|%5F))[^\s"'&,;<>(){}\[\]\\]+)"_s);
    static const auto nixflexPair =
        expression(uR"((?i)(nxf(?:_|%5F)[a-z0-9_-]+(?::|%3A))[^\s"'&,;<>(){}\[\]\\]+)"_s);
    // Name and password: tokens stand in either place.
    static const auto userInfo = expression(uR"((://)[^\s/?#]*@)"_s);
    static const auto encodedUserInfo = expression(uR"((?i)(%3A%2F%2F)(?:(?!%2F)[^\s/?#&])+?%40)"_s);
    static const auto parameter = expression(
        uR"((?i)([?&;#](?:(?:[\w.%\[\]-]*[_.\[\]-])?(?:sig|signature|key|auth|authorization|pwd|pass|hmac|jwt)"
        uR"(|cred|credentials?|session|ticket|otp|pin|assertion)(?:%5D|\])?|(?:\w*(?:auth|access|secret|security)"
        uR"(|verification|invite|login)[_-]?)?code|session_?id|\w*(?:access|account|api|auth|shared|signing)"
        uR"(|private|encryption|secret)key|\w*signature)=)[^&;#\s"'<>]+)"_s);
    // Runs of hex digits with anything beside them, since blanks and slashes arrive encoded: "%2F0123…".
    static const auto hexRun = expression(
        uR"((?<keep>(?<![0-9A-Za-z])(?:A[CDP]|BU|CA|FW|IP|M[GM]|PN|R[EIQ]|S[KM]|TK|Z[EHS])[0-9a-f]{32}(?![0-9A-Za-z])))"
        uR"(|[0-9A-Fa-f]{32,})"_s);
    static const auto mixedRun = expression(
        uR"((?<![0-9A-Za-z])(?=[0-9A-Za-z]*[0-9])(?=[0-9A-Za-z]*[a-z])(?=[0-9A-Za-z]*[A-Z])[0-9A-Za-z]{32}(?![0-9A-Za-z]))"_s);

    QString result = withoutKnownSecrets(text);
    result.replace(authorization, u"\\1\\2***\\2"_s);
    result.replace(scheme, u"\\1\\2***"_s);
    result.replace(named, u"\\1\\2***\\2"_s);
    result.replace(nixflexSecret, u"\\1***"_s);
    result.replace(nixflexPair, u"\\1***"_s);
    result.replace(userInfo, u"\\1***@"_s);
    result.replace(encodedUserInfo, u"\\1***%40"_s);
    result.replace(parameter, u"\\1***"_s);
    result = maskedUnlessKept(result, hexRun);
    result.replace(mixedRun, u"***"_s);
    return result;
}

bool isSecretName(const QString &name)
{
    static const auto secret = expression(
        u"(?i)%1|passcode|pwd|hmac|jwt|auth|credential|bearer|signature|(?:^|[_-])(?:pass|sig|pin|otp)$|"
        "(?:access|private|encryption|signing)[_-]?key"_s.arg(QStringView(secretWords)));
    return secret.match(name).hasMatch();
}

QString quotable(const QString &text, qsizetype longest)
{
    // Far more than is shown, so that a secret across the cut is still seen, and megabytes are not read.
    QString line = text.left(longest * 16);
    // Before redacting: they may stand inside of a secret, which would be whole without them.
    line.removeIf([](QChar c) { return !c.isPrint() && !c.isSpace(); });
    line = redacted(line.simplified());
    return line.size() > longest ? line.left(longest) + u'…' : line;
}

QString redactedForSharing(const QString &text)
{
    static const auto phoneNumber =
        expression(uR"(((?:\+|%2B)[1-9][0-9]{2})[0-9]{3,10}([0-9]{2})(?![0-9]))"_s);
    QString result = redacted(text);
    result.replace(phoneNumber, u"\\1…\\2"_s);
    const QString home = QDir::homePath();
    if (home.size() > 1) {
        result.replace(home, u"~"_s);
    }
    return result;
}

} // namespace numbers
