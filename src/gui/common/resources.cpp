#include "gui/common/resources.h"

#include <QtGlobal>

// The macro declares a function of the global namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(gui);
}

namespace numbers::gui {

void initResources()
{
    static const bool isDone = [] {
        registerResources();
        return true;
    }();
    Q_UNUSED(isDone)
}

} // namespace numbers::gui
