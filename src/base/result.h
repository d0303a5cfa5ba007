#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace numbers {

/// A value, or the Error that explains why there is none. Callers must look: mark functions [[nodiscard]].
template <typename T>
using Result = tl::expected<T, Error>;

/// The failure half of a Result: `return failure(Error::invalid(...))`.
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace numbers
