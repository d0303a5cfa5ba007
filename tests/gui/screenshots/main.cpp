// Renders the windows of practice mode into a folder, for the documentation and for looking at them.
//
//   nixflex-numbers-screenshots FOLDER [WORD]     only scenes whose name contains WORD
//
// A scale cannot be changed while running, so that the program starts itself once more for 200 %. What does
// not fit its place is written to stderr. Without WORD, pictures of scenes that are gone are deleted. Clocks
// stand still: where nothing changed, the same bytes come again.

#include "app/translators.h"
#include "gui/accessibilitylint.h"
#include "gui/common/theme.h"
#include "gui/screenshots/pictures.h"
#include "gui/screenshots/stage.h"
#include "gui/screenshots/windowscenes.h"
#include "gui/screenshots/wizardscenes.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QProcess>
#include <QTemporaryFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;

namespace {

constexpr auto scaleVariable = "QT_SCALE_FACTOR";

/// A usual notebook's screen; at 200 %, that of somebody who needs large letters on a usual monitor.
constexpr auto screenOfUsualSize =
    R"({"screens": [{"name": "usual", "x": 0, "y": 0, "width": 1440, "height": 900, "logicalDpi": 96,
        "logicalBaseDpi": 96, "dpr": 1}]})";
constexpr auto screenOfLargeLetters =
    R"({"screens": [{"name": "large", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96,
        "logicalBaseDpi": 96, "dpr": 1}]})";

/// The files that come of a scene.
QStringList namesOf(const Scene &scene)
{
    QStringList names;
    for (const auto &scale : scene.isInLarge ? QStringList{{}, u"-200"_s} : QStringList{QString()}) {
        names << scene.name + scale + ".png"_L1;
        if (scene.isInDark) {
            names << scene.name + scale + "-dark.png"_L1;
        }
    }
    return names;
}

bool play(const Scene &scene, gui::Theme &theme, gui::Theme::Choice choice, const QString &file)
{
    QElapsedTimer timer;
    timer.start();
    theme.apply(choice);
    // Words and direction go with the end of the scene.
    QObject words;
    app::installTranslators(scene.language.isEmpty() ? u"en-GB"_s : scene.language, &words);
    if (scene.isRightToLeft) {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    }
    Stage stage(theme);
    auto *widget = scene.prepare(stage);
    if (widget == nullptr) {
        std::fprintf(stderr, "%s: could not be prepared\n", qPrintable(scene.name));
        return false;
    }
    // Once more through the event loop: layouts, delayed repaints, and buttons that fade in or out.
    QCoreApplication::sendPostedEvents();
    if (!Stage::waitFor([widget] { return widget->isVisible() && Stage::isStill(*widget); })) {
        return false;
    }
    if (auto *focused = QApplication::focusWidget()) {
        focused->repaint();
    }
    const auto isSaved = savePicture(widget->grab().toImage(), file);
    const auto findings = overflowFindings(widget);
    for (const auto &finding : findings) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(file), qPrintable(finding));
    }
    std::printf("%s (%lld ms)\n", qPrintable(file), static_cast<long long>(timer.elapsed()));
    return isSaved;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("TZ", "UTC"); // Times are local ones.
    QTemporaryFile screen;
    if (!screen.open()) {
        std::fputs("no file for the screen can be made\n", stderr);
        return 1;
    }
    screen.write(qEnvironmentVariableIsSet(scaleVariable) ? screenOfLargeLetters : screenOfUsualSize);
    screen.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screen.fileName().toLocal8Bit());
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"Nixflex"_s);
    QCoreApplication::setApplicationName(u"Numbers"_s);
    QApplication::setCursorFlashTime(0);
    QLoggingCategory::setFilterRules(u"numbers.*=false\n"_s);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: nixflex-numbers-screenshots FOLDER [WORD]\n", stderr);
        return 2;
    }
    const QDir folder(arguments.at(1));
    const auto word = arguments.value(2);
    if (!folder.mkpath(u"."_s)) {
        std::fprintf(stderr, "%s cannot be made\n", qPrintable(folder.path()));
        return 1;
    }
    const auto isLarge = qEnvironmentVariableIsSet(scaleVariable);
    const auto suffix = isLarge ? u"-200"_s : QString();
    gui::Theme theme;
    int failures = 0;
    QStringList names;
    const auto scenes = windowScenes() + wizardScenes();
    for (const auto &scene : scenes) {
        names << namesOf(scene);
        if (!scene.name.contains(word) || (isLarge && !scene.isInLarge)) {
            continue;
        }
        const auto name = folder.filePath(scene.name + suffix);
        failures += play(scene, theme, gui::Theme::Choice::Light, name + ".png"_L1) ? 0 : 1;
        if (scene.isInDark) {
            failures += play(scene, theme, gui::Theme::Choice::Dark, name + "-dark.png"_L1) ? 0 : 1;
        }
    }
    if (!isLarge) {
        QProcess large;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(scaleVariable), u"2"_s);
        large.setProcessEnvironment(environment);
        large.setProcessChannelMode(QProcess::ForwardedChannels);
        large.start(QCoreApplication::applicationFilePath(), arguments.mid(1));
        const auto isFinished = large.waitForFinished(-1);
        failures += isFinished && large.exitCode() == 0 ? 0 : 1;
    }
    if (!isLarge && word.isEmpty() && failures == 0) {
        const auto removed = removeStalePictures(folder, names);
        for (const auto &name : removed) {
            std::printf("%s removed: no scene makes it any more\n", qPrintable(folder.filePath(name)));
        }
    }
    return failures == 0 ? 0 : 1;
}
