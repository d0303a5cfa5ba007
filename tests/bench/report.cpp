#include "bench/report.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace numbers::bench {

namespace {

QString shown(double value)
{
    return QString::number(value, 'f', value == std::floor(value) ? 0 : 2);
}

QString machine()
{
#ifdef QT_NO_DEBUG
    const auto build = "release"_L1;
#else
    const auto build = "debug"_L1;
#endif
    return u"%1, %2, %3 cores, Qt %4, %5 build"_s.arg(
        QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
        QString::number(QThread::idealThreadCount()), QLatin1StringView(qVersion()), build);
}

} // namespace

Options readOptions()
{
    QCommandLineParser parser;
    const QCommandLineOption json(u"json"_s, u"One object of JSON instead of a table."_s);
    const QCommandLineOption runs(u"runs"_s, u"How often start-up and import are repeated."_s, u"N"_s,
                                  u"11"_s);
    const QCommandLineOption rows(u"rows"_s, u"How many numbers the large fleet has."_s, u"N"_s, u"100000"_s);
    parser.addOptions({json, runs, rows});
    parser.addHelpOption();
    parser.process(*QCoreApplication::instance());
    Options options;
    options.isJson = parser.isSet(json);
    options.runs = std::max(1, parser.value(runs).toInt());
    options.rows = std::max(100, parser.value(rows).toInt());
    return options;
}

double quantile(QList<double> values, double part)
{
    if (values.isEmpty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<qsizetype>(std::ceil(part * static_cast<double>(values.size())));
    return values.at(std::clamp<qsizetype>(rank - 1, 0, values.size() - 1));
}

Report::Report(QString name, QString reference)
    : m_name(std::move(name))
    , m_reference(std::move(reference))
{
}

void Report::add(Row row)
{
    m_rows.append(std::move(row));
}

void Report::addNote(const QString &note)
{
    m_notes.append(note);
}

QJsonObject Report::toJson() const
{
    QJsonArray rows;
    for (const auto &row : m_rows) {
        QJsonObject object{{u"name"_s, row.what}, {u"value"_s, row.value}, {u"unit"_s, row.unit}};
        if (row.reference) {
            object.insert(u"reference"_s, *row.reference);
            if (*row.reference > 0) {
                object.insert(u"ratio"_s, row.value / *row.reference);
            }
        }
        if (row.isMet) {
            object.insert(u"aim"_s, row.aim);
            object.insert(u"met"_s, *row.isMet);
        }
        rows.append(object);
    }
    return {{u"benchmark"_s, m_name},
            {u"machine"_s, machine()},
            {u"reference"_s, m_reference},
            {u"rows"_s, rows},
            {u"notes"_s, QJsonArray::fromStringList(m_notes)}};
}

void Report::print(bool isJson) const
{
    if (isJson) {
        std::puts(QJsonDocument(toJson()).toJson(QJsonDocument::Compact).constData());
        return;
    }
    std::printf("%s (%s)\nreference: %s\n\n", qPrintable(m_name), qPrintable(machine()),
                qPrintable(m_reference));
    qsizetype width = 0;
    for (const auto &row : m_rows) {
        width = std::max(width, row.what.size());
    }
    const auto names = static_cast<int>(width);
    std::printf("  %-*s %14s %12s %8s  %s\n", names, "", "measured", "reference", "ratio", "aim");
    for (const auto &row : m_rows) {
        const auto value = shown(row.value) + u' ' + row.unit;
        const auto reference = row.reference ? shown(*row.reference) : QString();
        const auto ratio = row.reference && *row.reference > 0
                               ? QString::number(row.value / *row.reference, 'f', 2)
                               : QString();
        const auto aim = row.isMet ? row.aim + (*row.isMet ? ": met"_L1 : ": missed"_L1) : QString();
        std::printf("  %-*s %14s %12s %8s  %s\n", names, qPrintable(row.what), qPrintable(value),
                    qPrintable(reference), qPrintable(ratio), qPrintable(aim));
    }
    for (const auto &note : m_notes) {
        std::printf("  %s\n", qPrintable(note));
    }
}

} // namespace numbers::bench
