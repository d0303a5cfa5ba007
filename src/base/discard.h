#pragma once

#include <QThreadPool>

#include <memory>
#include <utility>

namespace numbers {

/// Destroys a large container of values in another thread: taking ten thousand records with their texts apart
/// takes tens of milliseconds, which the window's thread does not have. For values only, never for objects
/// that belong to a thread.
template <typename Values>
void discardInBackground(Values values)
{
    auto kept = std::make_shared<Values>(std::move(values));
    QThreadPool::globalInstance()->start([kept = std::move(kept)] {});
}

} // namespace numbers
