#include "operations/common/sharednumberlist.h"

#include "operations/common/operationservices.h"

#include <QHash>

#include <utility>

namespace numbers::operations {

namespace {

using nixflex::NumberPresence;

/// One number alone: the reading ends where it is found.
QCoro::Task<QHash<PhoneNumber, Result<NumberPresence>>> readOne(OperationServices services,
                                                                PhoneNumber number)
{
    auto presence = co_await services.nixflex.lookUpNumber(number, services.closing);
    QHash<PhoneNumber, Result<NumberPresence>> found;
    found.insert(number, std::move(presence));
    co_return found;
}

QCoro::Task<QHash<PhoneNumber, Result<NumberPresence>>> readAll(OperationServices services,
                                                                QList<PhoneNumber> numbers)
{
    QHash<PhoneNumber, Result<NumberPresence>> found;
    const nixflex::Client::OnPage onPage;
    const auto list = co_await services.nixflex.listNumbers(onPage, services.closing);
    if (!list) {
        for (const PhoneNumber &number : std::as_const(numbers)) {
            found.insert(number, failure(list.error()));
        }
        co_return found;
    }
    NumberPresence absent;
    absent.isAbsenceProven = list->state.isComplete();
    absent.state = list->state;
    for (const PhoneNumber &number : std::as_const(numbers)) {
        found.insert(number, absent);
    }
    for (const nixflex::Number &number : list->numbers) {
        const auto place = found.find(number.phoneNumber);
        if (place != found.end()) {
            (*place)->number = number;
            (*place)->isAbsenceProven = false;
        }
    }
    co_return found;
}

} // namespace

QCoro::Task<Result<NumberPresence>> SharedNumberList::lookUp(OperationServices services, PhoneNumber number,
                                                             CancelToken cancel)
{
    const auto state = m_state;
    Waiter waiter;
    waiter.number = std::move(number);
    const auto presence = waiter.presence;
    state->waiting.append(std::move(waiter));
    if (!std::exchange(state->isServing, true)) {
        // Goes on without its task, and ends by itself when nobody waits or the services close.
        const auto serving = serve(services, state);
        static_cast<void>(serving);
    }
    QObject context;
    cancel.onCancelled(&context, [presence] { presence.complete(failure(Error::cancelled())); });
    auto result = co_await presence.awaiter();
    co_return result;
}

QCoro::Task<void> SharedNumberList::serve(OperationServices services, std::shared_ptr<State> state)
{
    while (!state->waiting.isEmpty()) {
        if (state->lastBegan) {
            const auto pause = *state->lastBegan + services.settle.listInterval - services.monotonic();
            const CancelToken never;
            if (pause.count() > 0) {
                co_await services.sleep(pause, never);
            }
        }
        QList<Waiter> served = std::exchange(state->waiting, {});
        served.removeIf([](const Waiter &waiter) { return waiter.presence.isComplete(); }); // cancelled
        if (served.isEmpty()) {
            continue;
        }
        state->lastBegan = services.monotonic();
        QList<PhoneNumber> numbers;
        for (const Waiter &waiter : std::as_const(served)) {
            if (!numbers.contains(waiter.number)) {
                numbers.append(waiter.number);
            }
        }
        QHash<PhoneNumber, Result<NumberPresence>> found;
        if (numbers.size() == 1) {
            const PhoneNumber only = numbers.constFirst();
            found = co_await readOne(services, only);
        } else {
            found = co_await readAll(services, numbers);
        }
        for (const Waiter &waiter : std::as_const(served)) {
            waiter.presence.complete(found.value(waiter.number, failure(Error::cancelled())));
        }
    }
    state->isServing = false;
}

} // namespace numbers::operations
