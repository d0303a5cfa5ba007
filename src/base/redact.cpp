#include "base/redact.h"

#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers {

QString redacted(const QString &text)
{
    using Rule = std::pair<QRegularExpression, QString>;
    static const auto ignoreCase = QRegularExpression::CaseInsensitiveOption;
    static const std::array rules{
        Rule{QRegularExpression(u"nxfs_[a-z0-9]+"_s, ignoreCase), u"nxfs_***"_s},
        Rule{QRegularExpression(u"\\b(basic|bearer)(\\s+)[A-Za-z0-9+/=._:~-]{8,}"_s, ignoreCase),
             u"\\1\\2***"_s},
        Rule{QRegularExpression(
                 u"(\"?(?:twilio_token|auth_?token|password|key_secret)\"?\\s*[:=]\\s*\"?)[^\\s\"&,}]+"_s,
                 ignoreCase),
             u"\\1***"_s},
        // A SID is two letters and 32 hex digits: those 32 are preceded by a letter, so they do not match
        // here.
        Rule{QRegularExpression(u"(?<![A-Za-z0-9])[0-9a-f]{32}(?![A-Za-z0-9])"_s, ignoreCase), u"***"_s},
        Rule{QRegularExpression(
                 u"(?<![A-Za-z0-9])(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[A-Za-z0-9]{32}(?![A-Za-z0-9])"_s),
             u"***"_s},
    };
    QString result = text;
    for (const auto &[expression, replacement] : rules) {
        result.replace(expression, replacement);
    }
    return result;
}

} // namespace numbers
