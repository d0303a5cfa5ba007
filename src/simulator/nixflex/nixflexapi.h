#pragma once

#include "simulator/server/http.h"
#include "simulator/world/sharedworld.h"

namespace numbers::simulator {

/// One Nixflex request on its way through; lives under the world's lock.
struct NixflexCall
{
    WorldData &data;
    const HttpRequest &request;
    const SimulatorOptions &options;
    qint64 now = 0;
    /// Whose key signed the request.
    QString customer;
    QString keyId;
    /// The path after /v1, decoded; a raw + has become a blank.
    QStringList rest;
    /// The body of a write.
    QJsonObject body;
    bool isChanged = false;

    [[nodiscard]] QDateTime time() const { return QDateTime::fromMSecsSinceEpoch(now, Qt::UTC); }
};

/// The error envelope; the type follows from the status, see docs.nixflex.com/reference/errors.
HttpAnswer nixflexError(int status, const QString &code, const QString &message,
                        const QJsonObject &details = {});

/// One Nixflex request carried out on the world: key, rate window, idempotency, then the resource.
/// Thread-safe.
HttpAnswer answerNixflex(SharedWorld &world, const HttpRequest &request);

// The resources. `call.rest` starts with the resource's name.
HttpAnswer phoneNumbers(NixflexCall &call);
HttpAnswer integrations(NixflexCall &call);
HttpAnswer agents(NixflexCall &call);

/// "2025-01-01T09:00:00.000Z"
QString nixflexTime(const QDateTime &time);

} // namespace numbers::simulator
