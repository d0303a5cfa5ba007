// One import with the real wizard on simulated providers: the requests it sends, and how long the window does
// not answer. What is measured and why: docs/benchmarks.md.

#include "bench/guithread.h"
#include "bench/report.h"
#include "gui/wizardfixture.h"

#include <QMap>

#include <memory>

using namespace Qt::StringLiterals;
using namespace numbers;

namespace {

/// Requests by provider and method.
using Counts = QMap<QString, int>;

Counts countRequests(const simulator::Simulator &simulator)
{
    Counts counts;
    const auto requests = simulator.requests();
    for (const auto &request : requests) {
        ++counts[request.provider + u' ' + request.method];
    }
    return counts;
}

constexpr auto longest = std::chrono::seconds(60);
/// What comes before must be over when something is measured.
constexpr auto rest = std::chrono::milliseconds(200);

struct Measured
{
    Counts preparing;
    Counts importing;
    double duration = 0;         ///< ms from the Import button to the outcome
    double longestPreparing = 0; ///< ms, one event
    double longestImporting = 0; ///< ms, one event
    double gap = 0;              ///< ms, the event loop did not turn during the import
    double idleGap = 0;          ///< ms, the same for as long, with nothing to do
};

Measured importOnce(bench::MeasuredApplication &app)
{
    Measured measured;
    test::WizardFixture fixture;
    fixture.simulator().resetRequests();
    app.reset();
    if (!fixture.goToReview() || !fixture.press("confirmCheckBox")) {
        qFatal("the review page is not reached: %s", qPrintable(fixture.message()));
    }
    measured.longestPreparing = app.longestMilliseconds();
    measured.preparing = countRequests(fixture.simulator());
    if (!test::WizardFixture::waitFor([&] { return fixture.find("importButton")->isEnabled(); })) {
        qFatal("the import is not offered");
    }
    bench::comeToRest(rest);

    fixture.simulator().resetRequests();
    app.reset();
    QElapsedTimer timer;
    {
        const bench::Heartbeat heartbeat;
        timer.start();
        fixture.click("importButton");
        const auto isOver = [&] {
            return fixture.isOn(gui::ImportWizard::ImportPageId) && fixture.find("closeButton")->isEnabled();
        };
        bench::turnUntil(isOver, longest);
        measured.duration = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        measured.gap = heartbeat.longestMilliseconds();
    }
    measured.longestImporting = app.longestMilliseconds();
    measured.importing = countRequests(fixture.simulator());
    if (fixture.posts() != 1) {
        qFatal("an import sends one POST, this one sent %d", fixture.posts());
    }
    bench::comeToRest(rest);

    const bench::Heartbeat heartbeat;
    const QDeadlineTimer idle(static_cast<qint64>(measured.duration));
    bench::turnUntil([&idle] { return idle.hasExpired(); }, longest);
    measured.idleGap = heartbeat.longestMilliseconds();
    return measured;
}

void addCounts(bench::Report &report, const QString &when, const Counts &counts)
{
    int total = 0;
    for (auto entry = counts.cbegin(); entry != counts.cend(); ++entry) {
        report.add({u"requests %1: %2"_s.arg(when, entry.key()), static_cast<double>(entry.value()), {}});
        total += entry.value();
    }
    report.add({u"requests %1: all"_s.arg(when), static_cast<double>(total), {}});
}

} // namespace

int main(int argc, char *argv[])
{
    bench::MeasuredApplication app(argc, argv);
    const auto options = bench::readOptions();
    QList<double> durations;
    QList<double> gaps;
    QList<double> idleGaps;
    QList<double> preparing;
    QList<double> importing;
    Measured last;
    // The first one loads what every later one finds loaded.
    for (int run = 0; run <= options.runs; ++run) {
        last = importOnce(app);
        if (run > 0) {
            durations.append(last.duration);
            gaps.append(last.gap);
            idleGaps.append(last.idleGap);
            preparing.append(last.longestPreparing);
            importing.append(last.longestImporting);
        }
    }
    bench::Report report(u"import"_s, u"the same window for as long with nothing to do"_s);
    addCounts(report, u"up to the review"_s, last.preparing);
    addCounts(report, u"of the import"_s, last.importing);
    report.add({u"import, from button to outcome"_s, bench::quantile(durations, 0.5), u"ms"_s});
    report.add({u"longest stall of the import, median"_s, bench::quantile(gaps, 0.5), u"ms"_s,
                bench::quantile(idleGaps, 0.5)});
    report.add({u"longest stall of the import, worst run"_s, bench::quantile(gaps, 1), u"ms"_s,
                bench::quantile(idleGaps, 1)});
    report.add({u"longest event of the import, worst run"_s, bench::quantile(importing, 1), u"ms"_s});
    report.add({u"longest event up to the review, worst run"_s, bench::quantile(preparing, 1), u"ms"_s});
    report.print(options.isJson);
    return 0;
}
