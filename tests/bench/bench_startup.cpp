// From the start of the process to the first painted window, and the memory used then: the program against an
// empty Qt window, in turns, so that both meet the same machine.
//
// What is measured and why: docs/benchmarks.md.

#include "bench/report.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr auto emptyWindowArgument = "--empty-window";
/// What the program logs (category numbers.app) and the empty window prints.
constexpr auto sign = "first paint";

class EmptyWindow : public QMainWindow
{
public:
    using QMainWindow::QMainWindow;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        QTimer::singleShot(0, this, [] { std::fprintf(stderr, "%s\n", sign); });
    }
};

int showEmptyWindow(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    EmptyWindow window;
    window.resize(window.fontMetrics().averageCharWidth() * 190, window.fontMetrics().lineSpacing() * 46);
    window.show();
    return QApplication::exec();
}

struct Memory
{
    double proportional = 0; ///< MiB; pages that are shared with other programs count in part
    double resident = 0;     ///< MiB
};

/// Zeros where the system does not tell.
Memory memoryOf(qint64 pid)
{
    Memory memory;
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return memory;
    }
    const auto lines = file.readAll().split('\n');
    for (const auto &line : lines) {
        const auto mebibytes =
            line.mid(line.indexOf(':') + 1).trimmed().split(' ').constFirst().toDouble() / 1024;
        if (line.startsWith("Pss:")) {
            memory.proportional = mebibytes;
        } else if (line.startsWith("Rss:")) {
            memory.resident = mebibytes;
        }
    }
    return memory;
}

struct Measurement
{
    double milliseconds = -1; ///< negative: no window was painted
    Memory atFirstPaint;
    Memory later;
};

/// `pause`: how long the program runs on before its memory is looked at a second time.
Measurement measure(const QString &program, const QStringList &arguments, int pause)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"numbers.app.debug=true"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    QByteArray output;
    while (!output.contains(sign) && process.waitForReadyRead(30'000)) {
        output += process.readAll();
    }
    Measurement result;
    if (output.contains(sign)) {
        result.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        result.atFirstPaint = memoryOf(process.processId());
        if (pause > 0 && !process.waitForFinished(pause)) {
            result.later = memoryOf(process.processId());
        }
    }
    process.kill();
    process.waitForFinished();
    return result;
}

/// The values of one of the two programs.
struct Series
{
    QList<double> milliseconds;
    QList<double> proportional;
    QList<double> resident;
    Memory later;

    void add(const Measurement &measurement)
    {
        milliseconds.append(measurement.milliseconds);
        proportional.append(measurement.atFirstPaint.proportional);
        resident.append(measurement.atFirstPaint.resident);
    }
};

double median(const QList<double> &values)
{
    return numbers::bench::quantile(values, 0.5);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && qstrcmp(argv[1], emptyWindowArgument) == 0) {
        return showEmptyWindow(argc, argv);
    }
    const QCoreApplication app(argc, argv);
    const auto options = numbers::bench::readOptions();
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QTemporaryDir profile;
    Series ours;
    Series empty;
    // The first round fills the caches and does not count; it is the one that is looked at a second time.
    for (int run = 0; run <= options.runs; ++run) {
        const auto pause = run == 0 ? 1'500 : 0;
        const auto window = measure(QCoreApplication::applicationFilePath(),
                                    {QString::fromLatin1(emptyWindowArgument)}, pause);
        // As after an orderly end: the one before was killed, and looking whether it is dead is no usual
        // start.
        QFile::remove(profile.filePath(u"window.lock"_s));
        const auto program =
            measure(QStringLiteral(NUMBERS_PROGRAM), {u"--profile"_s, profile.path()}, pause);
        if (window.milliseconds < 0 || program.milliseconds < 0) {
            std::fputs("no window was painted\n", stderr);
            return 1;
        }
        if (run == 0) {
            empty.later = window.later;
            ours.later = program.later;
        } else {
            empty.add(window);
            ours.add(program);
        }
    }
    numbers::bench::Report report(u"startup"_s, u"an empty QMainWindow of the same size, in turns"_s);
    const auto time = median(ours.milliseconds);
    const auto emptyTime = median(empty.milliseconds);
    report.add({u"first painted window, median"_s, time, u"ms"_s, emptyTime, u"ratio under 1.5"_s,
                time < 1.5 * emptyTime});
    report.add({u"first painted window, best"_s, numbers::bench::quantile(ours.milliseconds, 0), u"ms"_s,
                numbers::bench::quantile(empty.milliseconds, 0)});
    report.add({u"resident memory, first paint"_s, median(ours.resident), u"MiB"_s, median(empty.resident)});
    report.add({u"own share of memory, first paint"_s, median(ours.proportional), u"MiB"_s,
                median(empty.proportional)});
    report.add({u"resident memory, ready"_s, ours.later.resident, u"MiB"_s, empty.later.resident});
    report.add(
        {u"own share of memory, ready"_s, ours.later.proportional, u"MiB"_s, empty.later.proportional});
    report.print(options.isJson);
    return 0;
}
