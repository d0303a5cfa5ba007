#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "base/result.h"
#include "net/httpclient.h"
#include "nixflex/client.h"
#include "operations/health/healthcheck.h"
#include "operations/operations.h"
#include "operations/reading/accountverifier.h"
#include "operations/reading/fleetsync.h"
#include "secrets/secretstore.h"
#include "store/ledger.h"
#include "twilio/client.h"
#include "workspace/profile.h"
#include "workspace/settings.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace numbers::workspace {

struct WorkspaceOptions
{
    QString profileDirectory; ///< empty: the user's own (see Profile)
    QUrl nixflexUrl{QStringLiteral("https://api.nixflex.com")};
    QUrl twilioUrl; ///< empty: Twilio's own hosts
    bool isPractice = false;
    std::chrono::milliseconds requestTimeout{0}; ///< 0: the defaults of net::Deadlines
    operations::SettlePolicy settle;
};

/// The services of one profile, put together: what a window or a command line works with. One thread.
///
/// Use cases run inside it, so a closed window ends nothing. When it goes, its HTTP client and ledger are
/// closed; what is in the air then ends by itself (see OperationServices).
class Workspace : public QObject
{
    Q_OBJECT
public:
    /// Makes the profile's folder, opens its settings and ledger. Storage errors as in Ledger::open.
    [[nodiscard]] static QCoro::Task<Result<std::unique_ptr<Workspace>>>
    open(WorkspaceOptions options, std::unique_ptr<secrets::SecretStore> secrets, Clock *clock);
    ~Workspace() override;

    [[nodiscard]] bool isPractice() const;
    [[nodiscard]] const WorkspaceOptions &options() const;
    [[nodiscard]] const Profile &profile() const;
    [[nodiscard]] Clock &clock();
    [[nodiscard]] Settings &settings();
    [[nodiscard]] secrets::SecretStore &secretStore();
    [[nodiscard]] store::Ledger &ledger();
    [[nodiscard]] net::HttpClient &http();
    [[nodiscard]] twilio::Client &twilio();
    [[nodiscard]] operations::AccountVerifier &accountVerifier();

    // --- the Nixflex key; without one the next four are null
    [[nodiscard]] bool hasKey() const;
    [[nodiscard]] QString keyId() const; ///< empty without a key
    [[nodiscard]] nixflex::Client *nixflex();
    [[nodiscard]] operations::Operations *operations();
    [[nodiscard]] operations::FleetSync *fleetSync();
    [[nodiscard]] operations::HealthCheck *healthCheck();
    /// What the repairs of operations/health/healthrepair.h work with; only with a key.
    [[nodiscard]] operations::OperationServices operationServices();

    /// Loads the remembered key from the secret store; true when there is one now. Error: SecretStore.
    [[nodiscard]] QCoro::Task<Result<bool>> loadKey();
    /// Checks the key with Nixflex, then uses it; with `remember` stores it. When only storing fails the key
    /// is used all the same and the error says so (kind SecretStore). Otherwise nothing changed on error.
    [[nodiscard]] QCoro::Task<Result<void>> useKey(NixflexKey key, bool remember, CancelToken cancel);
    /// Uses the key for this run without asking Nixflex first and without storing it.
    void adoptKey(NixflexKey key);
    [[nodiscard]] QCoro::Task<Result<void>> forgetKey();

    // --- Twilio accounts
    /// The remembered token, or one used in this session; null when there is none.
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<const SecretString>>> tokenOf(AccountSid sid);
    /// `tokenOf` for operations, which may go on after this workspace: then it gives Cancelled.
    [[nodiscard]] operations::AuthTokenSource tokenSource();
    /// Knows the token for the rest of this session, and tells nobody.
    void useToken(AccountSid sid, std::shared_ptr<const SecretString> token);
    /// Records the account; with `remember` its token goes into the secret store, else it is kept for this
    /// session.
    [[nodiscard]] QCoro::Task<Result<void>>
    saveAccount(store::AccountRecord account, std::shared_ptr<const SecretString> token, bool remember);
    /// Removes the token from the secret store and the account from the list.
    [[nodiscard]] QCoro::Task<Result<void>> forgetAccount(AccountSid sid);

    /// Settles what a crash left open; to be called once after start. `patience`: zero for one look at each.
    [[nodiscard]] QCoro::Task<Result<QList<store::OperationRecord>>>
    settleUnfinished(CancelToken cancel, std::optional<std::chrono::milliseconds> patience = std::nullopt);

    /// Reads proxy and CA from the settings again, with the proxy password from the secret store.
    [[nodiscard]] QCoro::Task<Result<void>> applyNetworkSettings();

    /// Cancelled when the workspace is about to go.
    [[nodiscard]] CancelToken lifetime() const;

Q_SIGNALS:
    void keyChanged();
    /// An account was saved with a token, which is in use from now on; also when it could only be kept for
    /// this session. Not for another label or customer.
    void tokenSaved(const numbers::AccountSid &sid);

private:
    class Private;
    explicit Workspace(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace numbers::workspace
