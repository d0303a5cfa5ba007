#pragma once

#include "gui/windowfixture.h"

#include <QPushButton>
#include <QTableView>

namespace numbers::test {

[[nodiscard]] inline int rowCount(const WindowFixture &fixture)
{
    return fixture.find<QTableView>("fleetView")->model()->rowCount();
}

[[nodiscard]] inline bool isShowing(const WindowFixture &fixture, const char *page)
{
    const auto *widget = fixture.find<QWidget>(page);
    return widget != nullptr && widget->isVisible();
}

[[nodiscard]] inline QString cell(const WindowFixture &fixture, int row)
{
    const auto *model = fixture.find<QTableView>("fleetView")->model();
    return model->index(row, 0).data().toString();
}

} // namespace numbers::test
