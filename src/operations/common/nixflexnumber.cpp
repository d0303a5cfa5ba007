#include "operations/common/nixflexnumber.h"

#include <utility>

namespace numbers::operations {

QCoro::Task<Result<NumberAtNixflex>> readNumberUntil(OperationServices services, PhoneNumber number,
                                                     StopPredicate isEnough, std::optional<Error> cause,
                                                     CancelToken cancel)
{
    // A cancel that came before ends the waiting, not the first reading.
    const CancelToken ending = cancel.isCancelled() ? services.closing : cancel;
    const std::function<QCoro::Task<Result<NumberAtNixflex>>()> read = [services, number, ending] {
        return services.nixflex.findNumber(number, ending);
    };
    return readUntil<NumberAtNixflex>(services, read, std::move(isEnough), isAccessRefused, std::move(cause),
                                      std::move(cancel));
}

} // namespace numbers::operations
