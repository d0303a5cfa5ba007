#include "gui/settings/diagnostics.h"

#include "workspace/workspace.h"

#include <QApplication>
#include <QMetaEnum>
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
    const auto yesNo = [](bool value) { return value ? u"yes"_s : u"no"_s; };
    facts.append({u"practice"_s, yesNo(workspace->isPractice())});
    facts.append({u"key in use"_s, yesNo(workspace->hasKey())});
    facts.append(
        {u"keychain"_s, QString::fromLatin1(QMetaEnum::fromType<secrets::SecretStore::State>().valueToKey(
                            static_cast<int>(workspace->secretStore().state())))});
    facts.append({u"requests sent"_s, QString::number(workspace->http().sentCount())});
    facts.append(workspace::settingsFacts(workspace->settings()));
    return facts;
}

} // namespace numbers::gui
