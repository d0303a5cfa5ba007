#pragma once

#include "base/result.h"
#include "secrets/secretstore.h"
#include "workspace/profile.h"
#include "workspace/workspace.h"

#include <memory>

namespace numbers::simulator {
class Simulator;
}

namespace numbers::workspace {

/// Practice mode: both providers simulated on loopback, secrets that are worth nothing in memory only, a
/// profile of its own. The application's code path is the same as for the real hosts.
///
/// The simulated world is kept in the profile between runs. A second program that practises in the same
/// profile joins the simulator of the first one.
class Practice
{
public:
    /// `fleet`: numbers in a world that is made anew; an existing one is continued. Errors: Storage,
    /// Internal.
    [[nodiscard]] static Result<std::unique_ptr<Practice>> start(const Profile &profile, int fleet = 200);
    ~Practice();
    Q_DISABLE_COPY_MOVE(Practice)

    /// URLs, profile, shorter waits; everything Workspace::open wants.
    [[nodiscard]] WorkspaceOptions workspaceOptions() const;
    /// Holds the simulated key and tokens.
    [[nodiscard]] std::unique_ptr<secrets::SecretStore> makeSecretStore() const;
    /// Connects the workspace as a user would have done: key in use, Twilio accounts known.
    [[nodiscard]] QCoro::Task<Result<void>> prepare(Workspace *workspace) const;

    /// Ours, or null when another program's was joined.
    [[nodiscard]] simulator::Simulator *simulator() const;

    // A first example to import.
    [[nodiscard]] AccountSid accountSid() const;
    [[nodiscard]] PhoneNumber exampleNumber() const;
    [[nodiscard]] AgentId exampleAgent() const;

private:
    class Private;
    explicit Practice(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace numbers::workspace
