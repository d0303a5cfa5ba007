#pragma once

#include "simulator/simulator.h"

#include <QByteArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

class QProcess;

namespace numbers::test {

/// What one run of nixflex-numbers-cli left behind.
struct CliRun
{
    int exitCode = -1;
    bool didCrash = false;
    QByteArray out;
    QByteArray err;

    /// The one object on standard output; empty (and the test should look at `out`) when it is not exactly
    /// one.
    [[nodiscard]] QJsonObject json() const;
};

/// The real program in a process of its own, against a simulator in this one, with a profile in a temporary
/// folder.
class CliRunner
{
public:
    explicit CliRunner(const simulator::SimulatorOptions &options = {});
    ~CliRunner();

    [[nodiscard]] simulator::Simulator &simulator() { return *m_simulator; }
    [[nodiscard]] QString profileDirectory() const { return m_directory.path() + QStringLiteral("/profile"); }
    [[nodiscard]] QProcessEnvironment &environment() { return m_environment; }
    void setNixflexUrl(const QString &url) { m_nixflexUrl = url; }
    void setTwilioUrl(const QString &url) { m_twilioUrl = url; }

    /// `command` and its options; profile, URLs and --json are added.
    [[nodiscard]] CliRun run(const QStringList &command, int timeoutMs = 60'000);
    /// The words exactly as given.
    [[nodiscard]] CliRun runRaw(const QStringList &words, int timeoutMs = 60'000);
    /// Starts and leaves it running.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &command);

    /// `import` of the example number to the example agent, with `more` options.
    [[nodiscard]] QStringList importCommand(const QStringList &more = {}) const;
    /// `command` with profile, URLs and --json, for runRaw.
    [[nodiscard]] QStringList withCommon(const QStringList &command) const;

private:
    QTemporaryDir m_directory;
    std::unique_ptr<simulator::Simulator> m_simulator;
    QProcessEnvironment m_environment;
    QString m_nixflexUrl;
    QString m_twilioUrl;
};

} // namespace numbers::test
