#include "models/timetext.h"

#include <QLocale>
#include <QRegularExpression>

namespace numbers::models {

using namespace Qt::StringLiterals;

QString shortTime(const QDateTime &utc)
{
    if (!utc.isValid()) {
        return {};
    }
    static const QRegularExpression seconds(u"[:.]s+"_s);
    const QLocale locale;
    return locale.toString(utc.toLocalTime(), locale.dateTimeFormat(QLocale::ShortFormat).remove(seconds));
}

} // namespace numbers::models
