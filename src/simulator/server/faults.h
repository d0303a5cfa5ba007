#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QRegularExpression>
#include <QString>

#include <chrono>
#include <mutex>
#include <optional>

namespace numbers::simulator {

/// Where a connection is cut instead of being answered.
enum class Drop { No, BeforeExecuting, AfterExecuting };

/// One armed fault: which requests it hits and what happens to them.
///
/// Unless `status` is set, or the request is dropped before executing, the request is carried out as usual
/// and only its answer is spoiled. With `status` it is not carried out, unless `executeFirst` says so. The
/// members are grouped by meaning rather than by size.
struct Fault // NOLINT(clang-analyzer-optin.performance.Padding)
{
    // Which requests.
    /// Empty = every method.
    QString method;
    /// Searched in the path as it was sent, query included; empty = every path of the two APIs.
    QString path;
    /// The first matching request that is hit, counted from 1.
    int nth = 1;
    /// How many matching requests are hit from there on; 0 = all of them.
    int times = 1;

    // What happens.
    /// HTTP status of an error answer in the provider's own envelope; 0 = the real answer.
    int status = 0;
    /// Nixflex's error code, or Twilio's number. Empty = the provider's usual one for this status.
    QString code;
    QString message;
    /// "nixflex" or "twilio"; empty = whose path it is.
    QString provider;
    QJsonObject details;
    /// Seconds, sent as Retry-After and, by Nixflex, as details.retry_after; negative = not sent.
    int retryAfter = -1;
    /// Carry the request out before answering with `status`.
    bool executeFirst = false;
    Drop drop = Drop::No;
    /// Drop with RST instead of FIN.
    bool reset = false;
    /// Send the headers and this many bytes of the body, then close; negative = everything.
    qint64 cutBodyAfter = -1;
    /// Before carrying the request out.
    std::chrono::milliseconds delay{0};
    /// Between carrying it out and answering.
    std::chrono::milliseconds delayAnswer{0};
    /// A gateway's HTML page instead of JSON (status 502 unless `status` is set to another).
    bool html = false;
    /// These bytes as the body, whatever they are.
    std::optional<QByteArray> rawBody;
    /// The real answer without its end, with a matching Content-Length.
    bool malformedJson = false;
    /// A syntactically right JSON body of at least this many bytes; 0 = off.
    qint64 hugeBody = 0;
    bool omitContentType = false;
    /// Send the answer this slowly; 0 = at once.
    int bytesPerSecond = 0;
    /// Close after the answer without having announced it.
    bool closeAfter = false;
    /// An interim answer with this status (102 to 199) before the answer, and before `delayAnswer`; 0 = none.
    int interimStatus = 0;
    /// What a colleague does between this answer and the next request, to a number in E.164 or to "newest",
    /// the first row of the number list. Removed: its row at Nixflex is gone. Renewed: removed and imported
    /// again, which makes it the newest row.
    QString removeRow;
    QString renewRow;
    /// Added to, or replacing, the answer's headers.
    QList<QPair<QByteArray, QByteArray>> headers;

    /// Reads the form that `POST /_simulator/faults` takes; nothing and `error` set when it has unknown keys
    /// or types.
    static std::optional<Fault> fromJson(const QJsonObject &object, QString *error);
    [[nodiscard]] QJsonObject toJson() const;
};

/// The armed faults, in the order of arming. Thread-safe.
class FaultBox
{
public:
    /// More than this is refused to whoever arms faults over HTTP.
    static constexpr qsizetype mostArmed = 1'000;

    void arm(const Fault &fault);
    void clear();
    [[nodiscard]] QList<Fault> armed() const;

    /// The fault for this request, if one hits it; counts the request against every fault that matches it.
    std::optional<Fault> take(const QString &method, const QString &target);

private:
    struct Armed
    {
        Fault fault;
        QRegularExpression path;
        int seen = 0;
        int hit = 0;

        [[nodiscard]] bool isSpent() const { return fault.times != 0 && hit >= fault.times; }
    };
    mutable std::mutex m_mutex;
    QList<Armed> m_armed;
};

} // namespace numbers::simulator
