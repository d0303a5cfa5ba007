#pragma once

#include "base/secretstring.h"

#include <QCoro/QCoroTask>
#include <QString>
#include <qt6keychain/keychain.h>

#include <chrono>
#include <memory>

namespace numbers::secrets {

/// How one job of QtKeychain ended.
struct JobOutcome
{
    QKeychain::Error error = QKeychain::NoError;
    QString errorText;                        ///< QtKeychain's, for the log
    std::shared_ptr<const SecretString> text; ///< of a read; may be null
    bool isTimedOut = false;
};

// Each runs one job and ends with it, at the latest after `limit`. A job that is late is left to itself: the
// libraries below hold pointers to it.
[[nodiscard]] QCoro::Task<JobOutcome> readEntry(QString name, std::chrono::milliseconds limit);
[[nodiscard]] QCoro::Task<JobOutcome> writeEntry(QString name, std::shared_ptr<const SecretString> secret,
                                                 std::chrono::milliseconds limit);
[[nodiscard]] QCoro::Task<JobOutcome> deleteEntry(QString name, std::chrono::milliseconds limit);

} // namespace numbers::secrets
