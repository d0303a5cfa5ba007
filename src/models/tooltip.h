#pragma once

#include <QString>

namespace numbers::models {

/// Words of unknown origin as a tool tip. Qt takes what looks like HTML for HTML; a name that somebody gave
/// at a provider must neither load pictures nor hide what it says.
[[nodiscard]] inline QString plainToolTip(const QString &text)
{
    return text.contains(u'<') ? QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped()) : text;
}

} // namespace numbers::models
