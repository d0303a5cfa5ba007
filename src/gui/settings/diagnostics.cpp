#include "gui/settings/diagnostics.h"

#include <QApplication>
#include <QScreen>
#include <QStyle>

namespace numbers::gui {

using namespace Qt::StringLiterals;

QList<workspace::DiagnosticsFact> diagnosticsFacts(workspace::Workspace *workspace)
{
    auto facts = workspace::systemFacts();
    facts.append({u"platform"_s, QGuiApplication::platformName()});
    facts.append({u"style"_s, QApplication::style()->name()});
    const auto screens = QGuiApplication::screens();
    for (const auto *screen : screens) {
        facts.append({u"screen"_s, u"%1 x %2, scale %3"_s.arg(screen->size().width())
                                       .arg(screen->size().height())
                                       .arg(screen->devicePixelRatio())});
    }
    if (workspace == nullptr) {
        facts.append({u"profile"_s, u"not open"_s});
        return facts;
    }
    facts.append(workspace::workspaceFacts(*workspace));
    return facts;
}

} // namespace numbers::gui
