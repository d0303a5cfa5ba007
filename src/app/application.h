#pragma once

#include "app/commandline.h"
#include "base/clock.h"
#include "base/result.h"
#include "gui/common/theme.h"
#include "workspace/logfile.h"
#include "workspace/profile.h"
#include "workspace/settings.h"

#include <QMap>
#include <QObject>
#include <QVariant>

#include <memory>

namespace numbers::app {

/// The composition root: makes a profile's services and its window, and takes them apart in order.
///
/// The window comes first and is painted before anything is opened; see docs/architecture.md.
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(CommandLine commandLine, QObject *parent = nullptr);
    ~Application() override;

    /// False when another process has this profile's window; it was brought to the front.
    [[nodiscard]] bool start();
    /// For a request that nobody can be asked about (a signal): begins nothing new, waits for what was sent
    /// to a provider, then `readyToLeave`.
    void leave();

Q_SIGNALS:
    void readyToLeave();

private:
    struct Session;

    bool open(const CommandLine &commandLine);
    void readPreferences(const workspace::Profile &profile, QByteArray *geometry);
    void makeWindow(const QByteArray &geometry);
    void startLog();
    /// A second start may ask for the window from now on.
    void listenToOthers();
    void openWorkspaceSoon();
    void openWorkspace();
    void openPractice();
    void prepared(const Result<void> &result);
    void replaceSession(bool isPractice);
    void leaveWhenDone();

    CommandLine m_commandLine;
    SystemClock m_clock;
    gui::Theme m_theme;
    bool m_hasTranslators = false;
    bool m_isLeaving = false;
    QMap<workspace::Settings::Key, QVariant> m_appearance; ///< of the window practice mode was begun in
    std::unique_ptr<workspace::LogFile> m_logFile;
    std::unique_ptr<Session> m_session;
};

} // namespace numbers::app
