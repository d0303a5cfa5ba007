#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace numbers::workspace {

/// Writes Qt's messages to stderr redacted, one line each, in the usual pattern: for a program without a log
/// file, and until there is one.
void redactStandardError();

/// Receives every Qt message of the program, redacts it and appends it to a file of the profile: 1 MiB each,
/// five kept. One line per message: `2026-01-02T03:04:05.678Z warning 4711 [numbers.net] text`.
///
/// Messages may come from any thread. One at a time per process; the previous handler comes back when it
/// goes. A disk that is full costs lines, never the program. QT_LOGGING_RULES wins over the levels chosen
/// here.
class LogFile
{
public:
    struct Options
    {
        QString directory;      ///< Profile::logDirectory(); made when needed, readable by its owner only
        QString programName;    ///< names the file, so that window and command line do not share one
        bool isVerbose = false; ///< details (debug) of our own parts, too
        /// The lowest level that also goes to stderr, as the bare text; nothing for none.
        std::optional<QtMsgType> standardError = QtWarningMsg;
    };

    /// Error: Storage when the file cannot be opened; messages then go where they went before.
    [[nodiscard]] static Result<std::unique_ptr<LogFile>> install(Options options);
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    [[nodiscard]] QString filePath() const;
    /// The newest lines, oldest first, as far back as one older file.
    [[nodiscard]] QStringList lastLines(qsizetype count) const;

private:
    class Sink;
    explicit LogFile(std::shared_ptr<Sink> sink);

    std::shared_ptr<Sink> m_sink;
};

} // namespace numbers::workspace
