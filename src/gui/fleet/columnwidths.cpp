#include "gui/fleet/columnwidths.h"

namespace numbers::gui {

int usualWidth(models::FleetModel::Column column)
{
    switch (column) {
    case models::FleetModel::Column::Number:
        return 19;
    case models::FleetModel::Column::Agent:
        return 22;
    case models::FleetModel::Column::Account:
    case models::FleetModel::Column::FriendlyName:
        return 19;
    case models::FleetModel::Column::ImportedAt:
    case models::FleetModel::Column::CheckedAt:
        return 17;
    case models::FleetModel::Column::Country:
        return 15;
    case models::FleetModel::Column::Health:
        return 16;
    default:
        return 12;
    }
}

} // namespace numbers::gui
