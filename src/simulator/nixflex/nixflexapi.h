#pragma once

#include "simulator/server/http.h"
#include "simulator/world/sharedworld.h"

#include <QJsonArray>
#include <QLatin1String>

#include <optional>
#include <span>

namespace numbers::simulator {

/// One Nixflex request on its way through; lives under the world's lock.
struct NixflexCall
{
    WorldData &data;
    const HttpRequest &request;
    const SimulatorOptions &options;
    const ProviderModes &modes;
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

/// 404, for an address and for a number of another customer.
[[nodiscard]] HttpAnswer nothingHere();
[[nodiscard]] HttpAnswer numberNotFound();

/// "No value" as null.
template <typename T>
QJsonValue nullable(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

/// A field of a write and what it may hold besides nothing.
struct FieldType
{
    QLatin1String name;
    QJsonValue::Type type;
    bool isNullable = false;
};
/// The refusal when a field that was sent is of another type; fields that are not listed are not looked at.
[[nodiscard]] std::optional<HttpAnswer> checkTypes(const QJsonObject &body,
                                                   std::span<const FieldType> fields);

/// The part of a list that `limit` and `offset` ask for.
class ListPart
{
public:
    /// `mostRows`: where the list ends, whatever there is.
    ListPart(int limit, int offset, int mostRows);

    /// Takes the next item; `toJson` is called only when it belongs to the part.
    template <typename ToJson>
    void add(ToJson toJson)
    {
        const int index = m_total++;
        if (index >= m_offset && index < m_mostRows && m_rows.size() < m_limit) {
            m_rows.append(toJson());
        }
    }
    void addOdd(const QJsonArray &items);
    [[nodiscard]] const QJsonArray &rows() const { return m_rows; }
    /// All items, also those that were not asked for.
    [[nodiscard]] int total() const { return m_total; }

private:
    int m_limit;
    int m_offset;
    int m_mostRows;
    int m_total = 0;
    QJsonArray m_rows;
};

/// X-RateLimit-Limit, -Remaining and -Reset of the key and window that this request belongs to, unless the
/// answer has them.
void addRateLimitHeaders(SharedWorld &world, const HttpRequest &request, HttpAnswer &answer);

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
