#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace numbers::bench {

/// What every benchmark understands, so that `./dev bench ARGUMENT...` may hand the same to all of them.
struct Options
{
    bool isJson = false;
    int runs = 11;      ///< --runs, at least 1
    int rows = 100'000; ///< --rows, at least 100
};

/// From the program's arguments; ends the program on --help and on what it does not know.
[[nodiscard]] Options readOptions();

/// The value below which this part (0 to 1) of the values lies; 0 without values.
[[nodiscard]] double quantile(QList<double> values, double part);

/// One line of the result.
struct Row
{
    QString what; ///< stable: also the name in the JSON
    double value = 0;
    QString unit;
    /// What it is held against, measured in the same run and in the same unit.
    std::optional<double> reference = std::nullopt;
    /// Text of the aim and whether it was met.
    QString aim = {};
    std::optional<bool> isMet = std::nullopt;
};

/// The result of one benchmark, as a table for people or as JSON for programs.
class Report
{
public:
    /// `reference` says in a few words what the column of that name is.
    Report(QString name, QString reference);

    void add(Row row);
    void addNote(const QString &note);
    void print(bool isJson) const;

private:
    [[nodiscard]] QJsonObject toJson() const;

    QString m_name;
    QString m_reference;
    QList<Row> m_rows;
    QStringList m_notes;
};

} // namespace numbers::bench
