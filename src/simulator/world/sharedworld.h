#pragma once

#include "simulator/world/options.h"
#include "simulator/world/worlddata.h"

#include <QHash>
#include <QJsonObject>

#include <functional>
#include <mutex>
#include <type_traits>

namespace numbers::simulator {

/// A Nixflex key's use of the running window.
struct RateWindow
{
    qint64 start = 0;
    int used = 0;
};

/// The two providers' shared state behind one mutex, written to the state file after each change.
class SharedWorld
{
public:
    /// Loads the state file, or seeds a new world when there is none.
    explicit SharedWorld(const SimulatorOptions &options);

    /// Empty when the world is usable.
    [[nodiscard]] QString loadError() const { return m_loadError; }

    /// Runs `use` under the lock; for reading only.
    template <typename Use>
    [[nodiscard]] auto read(Use use) const
    {
        const std::lock_guard lock(m_mutex);
        return use(static_cast<const WorldData &>(m_data));
    }

    /// Runs `use` under the lock and writes the state file if one was asked for.
    template <typename Use>
    auto change(Use use)
    {
        const std::lock_guard lock(m_mutex);
        if constexpr (std::is_void_v<decltype(use(m_data))>) {
            use(m_data);
            save();
        } else {
            auto result = use(m_data);
            save();
            return result;
        }
    }

    /// Like change(), but the state file is only written when `use` returns true.
    void changeIf(const std::function<bool(WorldData &)> &use);

    [[nodiscard]] const SimulatorOptions &options() const { return m_options; }
    /// Milliseconds since 1970; a test may put another clock in before the first request.
    [[nodiscard]] qint64 now() const { return m_clock(); }
    void setClock(std::function<qint64()> clock) { m_clock = std::move(clock); }

    [[nodiscard]] ProviderModes modes() const;
    void setModes(const ProviderModes &modes);

    /// Accounts with their numbers counted, and how many are at Nixflex; for `/_simulator/world`.
    [[nodiscard]] QJsonObject summary() const;

    /// Why the state file could not be written the last time; empty when it could.
    [[nodiscard]] QString saveError() const;

    // Rate windows are not part of the saved state.
    std::mutex rateMutex;
    QHash<QString, RateWindow> rateWindows;

private:
    void save();

    SimulatorOptions m_options;
    mutable std::mutex m_mutex;
    WorldData m_data;
    std::function<qint64()> m_clock;
    QString m_loadError;
    QString m_saveError;
};

} // namespace numbers::simulator
