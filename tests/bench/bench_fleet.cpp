// A fleet of 100,000 numbers in the real main window on a real ledger: opening it, sorting it, typing into
// its search field. What is measured and why: docs/benchmarks.md.

#include "bench/guithread.h"
#include "bench/report.h"
#include "gui/common/resources.h"
#include "gui/windowfixture.h"
#include "models/fleetmodel.h"
#include "support/runtask.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace numbers;
using bench::MeasuredApplication;
using models::FleetModel;

namespace {

constexpr auto aim = 16.0; ///< ms, a frame
constexpr int agentCount = 40;
constexpr int accountCount = 25;
constexpr auto longest = std::chrono::minutes(20);
/// What is typed, key by key; between two of them the field is cleared with one key more.
constexpr std::array typedWords{"Nordwind 17", "+49 30 5550", "müller", "sales berlin", "nobody at all"};

AgentId agentAt(int index)
{
    return *AgentId::parse(u"00000000-0000-4000-8000-%1"_s.arg(index, 12, 10, QChar(u'0')));
}

AccountSid accountAt(int index)
{
    return *AccountSid::parse(u"AC%1"_s.arg(index, 32, 16, QChar(u'0')));
}

store::NumberRecord numberAt(int row, const QString &keyId)
{
    static constexpr std::array areas{"+1212", "+4930", "+4420", "+8135"};
    static constexpr std::array customers{"Nordwind", "Müller & Söhne", "Acme", "Kaiser", "Ōsaka Trading"};
    store::NumberRecord record;
    record.keyId = keyId;
    // Spread, so that the order of the ids is not that of the numbers. The factor is prime to the modulus.
    const auto place = static_cast<int>(static_cast<qint64>(row) * 7'919 % 10'000'000);
    record.phoneNumber = *PhoneNumber::fromE164(QString::fromUtf8(areas.at(row % areas.size())) +
                                                u"%1"_s.arg(place, 7, 10, QChar(u'0')));
    record.agentId = agentAt(row % agentCount);
    record.accountSid = accountAt(row % accountCount);
    record.accountLabel = u"Account %1"_s.arg(row % accountCount);
    record.agentName = u"Sales %1 %2"_s.arg(row % 2 == 0 ? u"Berlin"_s : u"Tokyo"_s).arg(row % agentCount);
    record.numberSid = u"PN%1"_s.arg(row, 32, 16, QChar(u'0'));
    record.friendlyName = u"Line %1"_s.arg(row);
    record.customer =
        u"%1 %2"_s.arg(QString::fromUtf8(customers.at(row % customers.size()))).arg(row % 1'000);
    record.capabilities = twilio::Capabilities{};
    record.isInboundEnabled = true;
    record.isOutboundEnabled = row % 3 == 0;
    record.health = static_cast<store::Health>(row % 4);
    record.importedAt = QDateTime(QDate(2025, 1, 1), QTime(), Qt::UTC).addSecs(place);
    record.checkedAt = record.importedAt.addDays(row % 90);
    return record;
}

void fill(const QString &ledgerFile, const QString &keyId, int rows)
{
    SystemClock clock;
    auto opened = test::runTask(store::Ledger::open(ledgerFile, &clock));
    if (!opened) {
        qFatal("%s", qPrintable(opened.error().report()));
    }
    auto &ledger = **opened;
    // The ledger works in order: waiting for the last one of some thousand is waiting for all.
    constexpr int together = 2'000;
    for (int first = 0; first < rows; first += together) {
        std::vector<QCoro::Task<Result<void>>> tasks;
        for (int row = first; row < std::min(first + together, rows); ++row) {
            tasks.push_back(ledger.saveNumber(numberAt(row, keyId)));
        }
        for (auto &task : tasks) {
            if (const auto saved = test::runTask(std::move(task), longest); !saved) {
                qFatal("%s", qPrintable(saved.error().report()));
            }
        }
    }
}

/// The window's table and what belongs to it.
struct Fleet
{
    QTableView *view = nullptr;
    FleetModel *model = nullptr;
    QLineEdit *search = nullptr;

    explicit Fleet(const test::WindowFixture &fixture)
        : view(fixture.find<QTableView>("fleetView"))
        , model(qobject_cast<FleetModel *>(view->model()))
        , search(fixture.find<QLineEdit>("searchEdit"))
    {
    }

    /// The records of all rows in sight are here, too.
    [[nodiscard]] bool isShown() const
    {
        if (model->isLoading()) {
            return false;
        }
        const auto last = view->rowAt(view->viewport()->height() - 1);
        const int bottom = last < 0 ? model->rowCount() - 1 : last;
        for (int row = std::max(0, view->rowAt(0)); row <= bottom; ++row) {
            if (!model->number(row)) {
                return false;
            }
        }
        return true;
    }
};

/// Longer than every delay of the window between an answer and its paint.
constexpr auto rest = std::chrono::milliseconds(30);

struct Cost
{
    double busy = 0;    ///< ms of processor time of the GUI thread
    double longest = 0; ///< ms of wall time, one event
    double shown = 0;   ///< ms of wall time until the rows are there
};

/// From `act` until the rows in sight are those of a new answer.
template <typename Act>
Cost measure(MeasuredApplication &app, const Fleet &fleet, Act act)
{
    bool isLoaded = false;
    const auto connection =
        QObject::connect(fleet.model, &FleetModel::loaded, fleet.model, [&isLoaded] { isLoaded = true; });
    app.reset();
    QElapsedTimer timer;
    timer.start();
    // Keys and clicks are delivered through the application, so they are counted; what is called is not.
    QMetaObject::invokeMethod(&app, act, Qt::QueuedConnection);
    bench::turnUntil([&] { return isLoaded && fleet.isShown(); }, longest);
    Cost cost;
    cost.shown = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    bench::comeToRest(rest);
    cost.busy = app.busyMilliseconds();
    cost.longest = app.longestMilliseconds();
    QObject::disconnect(connection);
    return cost;
}

/// Opens the window; until its first rows are to be seen.
Cost open(MeasuredApplication &app, test::WindowFixture &fixture, int rows)
{
    app.reset();
    QElapsedTimer timer;
    timer.start();
    fixture.open();
    const Fleet fleet(fixture);
    bench::turnUntil([&] { return fleet.model->rowCount() >= rows && fleet.isShown(); }, longest);
    Cost cost;
    cost.shown = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    bench::comeToRest(rest);
    cost.busy = app.busyMilliseconds();
    cost.longest = app.longestMilliseconds();
    return cost;
}

/// The attempt to read the fleet, in vain as there is no provider, is over.
void waitForSync(test::WindowFixture &fixture)
{
    const auto *action = fixture.window().findChild<QAction *>(u"syncAction"_s);
    bench::turnUntil([action] { return action->isEnabled(); }, longest);
    bench::comeToRest(rest);
}

/// What the same would cost if all texts were in the GUI thread's memory.
struct Reference
{
    double sort = 0; ///< ms: std::sort of as many strings
    double scan = 0; ///< ms: looking for a word in as many strings

    explicit Reference(int rows)
    {
        QStringList texts;
        texts.reserve(rows);
        for (int row = 0; row < rows; ++row) {
            const auto record = numberAt(row, {});
            texts.append(record.phoneNumber.e164() + u'\n' + record.friendlyName + u'\n' + record.customer +
                         u'\n' + record.agentName + u'\n' + record.accountLabel);
        }
        QList<double> scans;
        QList<double> sorts;
        for (int run = 0; run < 5; ++run) {
            auto before = bench::threadMilliseconds();
            const auto found = std::count_if(texts.cbegin(), texts.cend(), [](const QString &text) {
                return text.contains(u"berlin", Qt::CaseInsensitive);
            });
            scans.append(bench::threadMilliseconds() - before);
            if (found == 0) {
                qFatal("the reference finds nothing");
            }
            auto sorted = texts;
            before = bench::threadMilliseconds();
            std::sort(sorted.begin(), sorted.end());
            sorts.append(bench::threadMilliseconds() - before);
        }
        scan = bench::quantile(scans, 0.5);
        sort = bench::quantile(sorts, 0.5);
    }
};

void addSorts(bench::Report &report, MeasuredApplication &app, const Fleet &fleet, double reference)
{
    auto *header = fleet.view->horizontalHeader();
    for (int column = 0; column < fleet.model->columnCount(); ++column) {
        const auto kind = static_cast<FleetModel::Column>(column);
        // Nothing to sort by.
        if (kind == FleetModel::Column::Capabilities || kind == FleetModel::Column::Direction) {
            continue;
        }
        header->setSectionHidden(column, false);
        // What the column was sorted by before does not count.
        const auto order =
            header->sortIndicatorSection() == column ? Qt::DescendingOrder : Qt::AscendingOrder;
        const auto cost = measure(app, fleet, [&] { fleet.view->sortByColumn(column, order); });
        const auto name = fleet.model->headerData(column, Qt::Horizontal).toString();
        report.add({u"sort by %1: GUI thread"_s.arg(name), cost.busy, u"ms"_s, reference});
        report.add({u"sort by %1: until shown"_s.arg(name), cost.shown, u"ms"_s, reference});
    }
}

void addSearches(bench::Report &report, MeasuredApplication &app, const Fleet &fleet, double reference)
{
    QList<double> busy;
    QList<double> stalls;
    QList<double> shown;
    const auto take = [&](const Cost &cost) {
        busy.append(cost.busy);
        stalls.append(cost.longest);
        shown.append(cost.shown);
    };
    for (const auto *word : typedWords) {
        const auto text = QString::fromUtf8(word);
        for (const auto letter : text) {
            take(measure(app, fleet, [&] {
                QTest::sendKeyEvent(QTest::Click, fleet.search, Qt::Key_unknown, QString(letter),
                                    Qt::NoModifier);
            }));
        }
        if (fleet.search->text() != text) {
            qFatal("the search field holds “%s”", qPrintable(fleet.search->text()));
        }
        take(measure(app, fleet, [&] {
            fleet.search->selectAll();
            QTest::keyClick(fleet.search, Qt::Key_Delete);
        }));
    }
    const auto isUnderAim = [](double value) { return value < aim; };
    const auto under = 100.0 * static_cast<double>(std::count_if(busy.cbegin(), busy.cend(), isUnderAim)) /
                       static_cast<double>(busy.size());
    report.add({u"key of a search: GUI thread, half"_s, bench::quantile(busy, 0.5), u"ms"_s, reference});
    report.add({u"key of a search: GUI thread, 95 %"_s, bench::quantile(busy, 0.95), u"ms"_s, reference,
                u"under 16 ms"_s, bench::quantile(busy, 0.95) < aim});
    report.add({u"key of a search: GUI thread, most"_s, bench::quantile(busy, 1), u"ms"_s, reference});
    report.add({u"key of a search: longest event"_s, bench::quantile(stalls, 1), u"ms"_s, reference});
    report.add({u"key of a search: until shown, half"_s, bench::quantile(shown, 0.5), u"ms"_s, reference});
    report.add({u"key of a search: until shown, 95 %"_s, bench::quantile(shown, 0.95), u"ms"_s, reference});
    report.addNote(u"%1 of %2 keys took less than 16 ms of the GUI thread (%3 %)."_s
                       .arg(std::count_if(busy.cbegin(), busy.cend(), isUnderAim))
                       .arg(busy.size())
                       .arg(under, 0, 'f', 1));
}

} // namespace

int main(int argc, char *argv[])
{
    MeasuredApplication app(argc, argv);
    const auto options = bench::readOptions();
    gui::initResources();
    const Reference reference(options.rows);

    test::WindowFixture::Options small;
    small.fleet = 12;
    test::WindowFixture fixture(small);
    fixture.open();
    waitForSync(fixture);
    const auto ledgerFile = fixture.workspace().profile().ledgerFile();
    const auto keyId = fixture.workspace().keyId();
    fixture.goOffline();
    fixture.close();
    const auto smallOpen = open(app, fixture, 0);
    waitForSync(fixture);
    fixture.close();

    QElapsedTimer filling;
    filling.start();
    fill(ledgerFile, keyId, options.rows);
    const auto filled = static_cast<double>(filling.elapsed()) / 1e3;

    const auto largeOpen = open(app, fixture, options.rows);
    waitForSync(fixture);
    const Fleet fleet(fixture);

    bench::Report report(
        u"fleet of %L1 numbers"_s.arg(options.rows),
        u"open: the same window with a small fleet; sort: std::sort of as many strings; key: "
        "a plain search through as many strings"_s);
    report.add({u"open: until shown"_s, largeOpen.shown, u"ms"_s, smallOpen.shown});
    report.add({u"open: GUI thread, events"_s, largeOpen.busy, u"ms"_s, smallOpen.busy});
    report.add({u"open: longest event"_s, largeOpen.longest, u"ms"_s, smallOpen.longest});
    addSearches(report, app, fleet, reference.scan);
    addSorts(report, app, fleet, reference.sort);
    report.addNote(u"The ledger was filled in %1 s."_s.arg(filled, 0, 'f', 1));
    report.print(options.isJson);
    return 0;
}
