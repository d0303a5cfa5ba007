#include "app/application.h"

#include "app/singleinstance.h"
#include "app/startpreferences.h"
#include "app/translators.h"
#include "app/underway.h"
#include "gui/mainwindow/mainwindow.h"
#include "secrets/keychainstore.h"
#include "workspace/practice.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QSessionManager>
#include <QTimer>

#include <chrono>
#include <optional>

namespace numbers::app {

namespace {

Q_LOGGING_CATEGORY(log, "numbers.app", QtInfoMsg)

/// Shorter than a second start waits for the first one.
constexpr auto longestUnpainted = std::chrono::seconds(1);
/// As many as help and still can be looked through before they are sent.
constexpr qsizetype loggedLines = 500;

/// Calls back once, after the first paint of a window reached the screen.
class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget *window, std::function<void()> callback)
        : QObject(window)
        , m_callback(std::move(callback))
    {
        window->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_callback) {
            watched->removeEventFilter(this);
            // Not before the paint is over: the rest of start-up waits for the next turn of the loop.
            QTimer::singleShot(0, this, [this, callback = std::exchange(m_callback, {})] {
                callback();
                deleteLater();
            });
        }
        return false;
    }

private:
    std::function<void()> m_callback;
};

} // namespace

/// Everything of one window, in the order of its making; taken apart the other way round.
struct Application::Session
{
    CommandLine commandLine;
    std::optional<workspace::Profile> profile;
    std::optional<Error> profileError;
    std::unique_ptr<SingleInstance> instance;
    std::unique_ptr<workspace::Practice> practice;
    std::unique_ptr<workspace::Workspace> workspace;
    std::unique_ptr<UnderWay> underWay;
    std::unique_ptr<gui::MainWindow> window;
};

Application::Application(CommandLine commandLine, QObject *parent)
    : QObject(parent)
    , m_commandLine(std::move(commandLine))
{
    connect(qApp, &QGuiApplication::commitDataRequest, this, [this](QSessionManager &manager) {
        // The session would end the program before the answer is there.
        if (m_session && m_session->underWay && m_session->underWay->isAny()) {
            manager.cancel();
        }
    });
}

Application::~Application() = default;

bool Application::start()
{
    return open(m_commandLine);
}

bool Application::open(const CommandLine &commandLine)
{
    auto session = std::make_unique<Session>();
    session->commandLine = commandLine;
    QByteArray geometry;
    auto profile = workspace::Profile::open(commandLine.profileDirectory, commandLine.isPractice);
    if (profile) {
        session->profile = std::move(*profile);
        session->instance = std::make_unique<SingleInstance>(session->profile->directory());
        if (!session->instance->isFirst() && session->instance->activateFirst()) {
            return false;
        }
        readPreferences(*session->profile, &geometry);
    } else {
        session->profileError = profile.error();
        m_theme.apply(gui::Theme::Choice::System);
    }
    if (geometry.isEmpty() && m_session && m_session->window) {
        geometry = m_session->window->saveGeometry(); // Another mode for the first time: not another size.
    }
    const auto previous = std::exchange(m_session, std::move(session));
    makeWindow(geometry);
    // The earlier window goes after the new one is there, so that "last window closed" does not end us.
    return true;
}

void Application::readPreferences(const workspace::Profile &profile, QByteArray *geometry)
{
    const auto preferences =
        StartPreferences::read(profile.settingsFile(), workspace::Settings::defaultAdministratorFile());
    m_theme.apply(preferences.theme);
    if (!std::exchange(m_hasTranslators, true)) {
        installTranslators(preferences.language, this);
    }
    *geometry = preferences.geometry;
}

void Application::makeWindow(const QByteArray &geometry)
{
    m_session->window =
        std::make_unique<gui::MainWindow>(m_theme, m_session->commandLine.isPractice, geometry);
    auto *window = m_session->window.get();
    window->setLogSource([this] { return m_logFile ? m_logFile->lastLines(loggedLines) : QStringList(); });
    connect(window, &gui::MainWindow::retryOpenRequested, this, &Application::openWorkspace);
    connect(
        window, &gui::MainWindow::practiceRequested, this, [this] { replaceSession(true); },
        Qt::QueuedConnection);
    connect(
        window, &gui::MainWindow::leavePracticeRequested, this, [this] { replaceSession(false); },
        Qt::QueuedConnection);
    if (m_session->instance) {
        connect(m_session->instance.get(), &SingleInstance::activationRequested, window,
                &gui::MainWindow::raiseToFront);
    }
    new FirstPaint(window, [this] {
        qCDebug(log) << "first paint";
        openWorkspaceSoon();
    });
    window->show();
    // A window that starts as an icon is not painted.
    QTimer::singleShot(longestUnpainted, window, [this] { listenToOthers(); });
}

void Application::listenToOthers()
{
    if (m_session->instance && m_session->instance->isFirst()) {
        m_session->instance->listen();
    }
}

void Application::startLog()
{
    // One at a time: that of the former window's profile first goes.
    m_logFile.reset();
    if (!m_session->profile) {
        return;
    }
    workspace::LogFile::Options options;
    options.directory = m_session->profile->logDirectory();
    options.programName = QStringLiteral("nixflex-numbers");
    auto logFile = workspace::LogFile::install(std::move(options));
    if (logFile) {
        m_logFile = std::move(*logFile);
    } else {
        qCWarning(log) << logFile.error().detail;
    }
}

void Application::openWorkspaceSoon()
{
    startLog();
    listenToOthers();
    if (m_session->profileError) {
        m_session->window->showOpenError(*m_session->profileError);
        return;
    }
    if (m_session->instance && !m_session->instance->isFirst()) {
        qCWarning(log) << "another process holds this profile's window, but does not answer";
        m_session->window->reportOtherWindow();
    }
    openWorkspace();
}

void Application::openWorkspace()
{
    auto &session = *m_session;
    session.window->showLoading(gui::MainWindow::tr("Opening your records…"));
    if (!session.profile) {
        auto profile =
            workspace::Profile::open(session.commandLine.profileDirectory, session.commandLine.isPractice);
        if (!profile) {
            session.window->showOpenError(profile.error());
            return;
        }
        session.profile = std::move(*profile);
        session.profileError.reset();
    }
    workspace::WorkspaceOptions options;
    std::unique_ptr<secrets::SecretStore> secretStore;
    if (session.commandLine.isPractice) {
        if (!session.practice) {
            auto practice = workspace::Practice::start(*session.profile);
            if (!practice) {
                session.window->showOpenError(practice.error());
                return;
            }
            session.practice = std::move(*practice);
        }
        options = session.practice->workspaceOptions();
        secretStore = session.practice->makeSecretStore();
    } else {
        if (!session.commandLine.nixflexUrl.isEmpty()) {
            options.nixflexUrl = session.commandLine.nixflexUrl;
        }
        options.twilioUrl = session.commandLine.twilioUrl;
        secretStore = std::make_unique<secrets::KeychainStore>(session.profile->secretNamespace());
    }
    options.profileDirectory = session.commandLine.profileDirectory;
    auto task = workspace::Workspace::open(std::move(options), std::move(secretStore), &m_clock);
    // In the window's care: when it is gone, nobody needs the workspace any more.
    QCoro::connect(
        std::move(task), session.window.get(), [this](Result<std::unique_ptr<workspace::Workspace>> result) {
            if (!result) {
                m_session->window->showOpenError(result.error());
                return;
            }
            m_session->workspace = std::move(*result);
            m_session->underWay = std::make_unique<UnderWay>(m_session->workspace->ledger());
            connect(m_session->underWay.get(), &UnderWay::updated, this, &Application::leaveWhenDone);
            openPractice();
        });
}

void Application::openPractice()
{
    auto &session = *m_session;
    if (!session.practice) {
        session.window->setWorkspace(*session.workspace);
        return;
    }
    // Practice looks as the window did that it was begun in.
    for (auto it = m_appearance.cbegin(); it != m_appearance.cend(); ++it) {
        session.workspace->settings().setValue(it.key(), it.value());
    }
    if (!m_appearance.isEmpty()) {
        m_theme.apply(
            gui::Theme::fromWord(session.workspace->settings().text(workspace::Settings::Key::Theme)));
    }
    auto task = session.practice->prepare(session.workspace.get());
    QCoro::connect(std::move(task), session.window.get(),
                   [this](const Result<void> &result) { prepared(result); });
}

void Application::prepared(const Result<void> &result)
{
    if (result) {
        m_session->window->setWorkspace(*m_session->workspace);
    } else {
        m_session->window->showOpenError(result.error());
    }
}

void Application::replaceSession(bool isPractice)
{
    if (isPractice == m_session->commandLine.isPractice) {
        return; // Asked for twice by two quick clicks; the first one did it.
    }
    // What was given for the other mode does not fit this one: practice and real work never share a folder.
    CommandLine commandLine;
    if (isPractice == m_commandLine.isPractice) {
        commandLine = m_commandLine;
    }
    commandLine.isPractice = isPractice;
    if (isPractice && m_session->workspace) {
        m_appearance.clear();
        for (const auto key : {workspace::Settings::Key::Theme, workspace::Settings::Key::Language}) {
            m_appearance.insert(key, m_session->workspace->settings().value(key));
        }
    }
    if (!open(commandLine)) {
        // That profile's window is open elsewhere and in front now; this one has nothing left to say.
        m_session->window->close();
    }
}

void Application::leave()
{
    m_isLeaving = true;
    const auto windows = QApplication::topLevelWidgets();
    for (auto *window : windows) {
        window->setEnabled(false);
    }
    m_session->window->prepareToLeave();
    if (m_session->underWay) {
        m_session->underWay->update();
    } else {
        leaveWhenDone();
    }
}

void Application::leaveWhenDone()
{
    if (m_isLeaving && !(m_session->underWay && m_session->underWay->isAny())) {
        Q_EMIT readyToLeave();
    }
}

} // namespace numbers::app
