#pragma once

#include "simulator/simulator.h"
#include "simulator/world/sharedworld.h"

namespace numbers::test {

/// The number gets another one, at Twilio and at Nixflex.
inline void renumber(simulator::Simulator &simulator, const QString &from, const QString &to)
{
    simulator.world().change([&](simulator::WorldData &data) {
        auto number = *data.numberByPhone(from);
        data.removeNumber(number.sid);
        number.phoneNumber = to;
        data.addNumber(number);
        if (const auto *former = data.row(from)) {
            auto row = *former;
            data.removeRow(from);
            row.phoneNumber = to;
            data.addRow(row);
        }
    });
}

} // namespace numbers::test
