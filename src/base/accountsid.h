#pragma once

#include "base/result.h"

#include <QString>

namespace numbers {

/// A Twilio SID: two upper-case letters that tell the kind, then 32 lower-case hex digits.
[[nodiscard]] bool isTwilioSid(QStringView prefix, QStringView text);

/// Twilio's Account SID (`AC` + 32 lower-case hex digits), of a main account or a subaccount. Not a secret.
class AccountSid
{
public:
    AccountSid() = default; ///< `isNull()`

    [[nodiscard]] static Result<AccountSid> parse(const QString &text); ///< corrected as checkAccountSid does

    [[nodiscard]] bool isNull() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString &toString() const { return m_text; }
    /// "AC12…cdef", for places where the whole would not fit.
    [[nodiscard]] QString shortened() const;

    friend bool operator==(const AccountSid &, const AccountSid &) = default;
    friend size_t qHash(const AccountSid &sid, size_t seed = 0) { return qHash(sid.m_text, seed); }

private:
    explicit AccountSid(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

/// What a person typed so far, judged before any call. `suggestion` is the corrected text where that is safe
/// (blanks and quotes removed, a SID in lower case), else empty.
struct InputCheck
{
    enum class Verdict {
        Empty,
        Incomplete, ///< a good start; no reason to complain while typing
        Fixable,    ///< wrong as it stands, `suggestion` is right
        Wrong,
        Good,
    };
    Verdict verdict = Verdict::Empty;
    QString message; ///< translated; with Good only where it is unusual
    QString suggestion;
};

/// Recognises API keys (`SK…`), other SIDs, upper case, stray blanks, wrong length.
[[nodiscard]] InputCheck checkAccountSid(const QString &text);

/// Twilio documents no form of Auth Tokens: what is not 32 lower-case hex digits is Good with a message, and
/// Twilio decides. Wrong: SIDs of accounts and API keys, Nixflex keys, whole documents. Fixable: blanks, line
/// ends or quotes came along. The token never appears in the message; `suggestion` contains it.
[[nodiscard]] InputCheck checkAuthToken(const QString &text);

} // namespace numbers
