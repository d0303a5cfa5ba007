#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace numbers::simulator {

/// Items that do not belong into a list of objects like `sample`, whose identifying field is `key`: a SIP
/// address and a short code where that is a phone number, an object without it, null, a bare string.
[[nodiscard]] QJsonArray oddRows(const QJsonObject &sample, const QString &key);

} // namespace numbers::simulator
