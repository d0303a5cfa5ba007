#pragma once

#include "base/completion.h"
#include "nixflex/client.h"

#include <QCoro/QCoroTask>
#include <QList>

#include <chrono>
#include <memory>
#include <optional>

namespace numbers::operations {

struct OperationServices;

/// Readings of Nixflex's list that all open operations share: however many wait for the truth, the list is
/// read for all of them, and at most once every SettlePolicy::listInterval. One for each key. One thread.
class SharedNumberList
{
public:
    /// What a reading says of the number that begins after this call, so that it shows whatever was executed
    /// before. Waits for its turn. `services` own this object. Errors: Cancelled, and what the client
    /// returns.
    [[nodiscard]] QCoro::Task<Result<nixflex::NumberPresence>> lookUp(OperationServices services,
                                                                      PhoneNumber number, CancelToken cancel);

private:
    struct Waiter
    {
        PhoneNumber number;
        Completion<Result<nixflex::NumberPresence>> presence;
    };
    struct State
    {
        QList<Waiter> waiting; ///< for the reading that begins next
        bool isServing = false;
        std::optional<std::chrono::milliseconds> lastBegan; ///< by the monotonic clock
    };

    /// Reads until nobody waits.
    static QCoro::Task<void> serve(OperationServices services, std::shared_ptr<State> state);

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace numbers::operations
