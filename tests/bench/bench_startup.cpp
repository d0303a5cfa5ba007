// From the start of the process to the first painted window, and the memory used then: the program against an
// empty Qt window, in turns, so that both meet the same machine.
//
//   bench_startup [RUNS]        prints one line of JSON; the aim is a ratio under 1.5

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr auto emptyWindowArgument = "--empty-window";
/// What the program logs (category numbers.app) and the empty window prints.
constexpr auto sign = "first paint";

class EmptyWindow : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QWidget::paintEvent(event);
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

/// Proportional set size: pages that are shared with other programs count in part. 0 where it cannot be read.
qint64 proportionalKilobytes(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const auto lines = file.readAll().split('\n');
    for (const auto &line : lines) {
        if (line.startsWith("Pss:")) {
            return line.mid(4).trimmed().split(' ').constFirst().toLongLong();
        }
    }
    return 0;
}

struct Measurement
{
    double milliseconds = -1;
    qint64 kilobytes = 0;
};

Measurement measure(const QString &program, const QStringList &arguments)
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
        result.kilobytes = proportionalKilobytes(process.processId());
    }
    process.kill();
    process.waitForFinished();
    return result;
}

template <typename Number>
Number median(QList<Number> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? Number() : values.at(values.size() / 2);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc > 1 && qstrcmp(argv[1], emptyWindowArgument) == 0) {
        return showEmptyWindow(argc, argv);
    }
    QCoreApplication app(argc, argv);
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const auto runs = argc > 1 ? std::max(1, atoi(argv[1])) : 11;
    const QTemporaryDir profile;
    QList<double> ours;
    QList<double> empty;
    QList<qint64> ourMemory;
    QList<qint64> emptyMemory;
    // The first round fills the caches and does not count.
    for (int run = 0; run <= runs; ++run) {
        const auto window =
            measure(QCoreApplication::applicationFilePath(), {QString::fromLatin1(emptyWindowArgument)});
        const auto program = measure(QStringLiteral(NUMBERS_PROGRAM), {u"--profile"_s, profile.path()});
        if (window.milliseconds < 0 || program.milliseconds < 0) {
            std::fputs("no window was painted\n", stderr);
            return 1;
        }
        if (run > 0) {
            empty.append(window.milliseconds);
            ours.append(program.milliseconds);
            emptyMemory.append(window.kilobytes);
            ourMemory.append(program.kilobytes);
        }
    }
    const QJsonObject result{
        {u"benchmark"_s, u"startup"_s},
        {u"runs"_s, runs},
        {u"program_ms"_s, median(ours)},
        {u"empty_window_ms"_s, median(empty)},
        {u"ratio"_s, median(ours) / median(empty)},
        {u"program_kb"_s, median(ourMemory)},
        {u"empty_window_kb"_s, median(emptyMemory)},
    };
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
