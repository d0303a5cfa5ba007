#include "gui/fleet/settinglines.h"

#include "base/plaintext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 120;
/// More than that no screen shows as a tool tip.
constexpr qsizetype longestWhole = 2'000;
/// Up to there every whole number is exact.
constexpr double exactIntegers = 9'007'199'254'740'992.0;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SettingLines)
};

struct Documented
{
    QLatin1StringView field;
    const char *label;
};

/// In the order in which they are shown.
constexpr Documented documented[] = {
    {"voice_id"_L1, QT_TRANSLATE_NOOP("SettingLines", "Voice")},
    {"speaking_rate"_L1, QT_TRANSLATE_NOOP("SettingLines", "Speaking rate")},
    {"dtmf_enabled"_L1, QT_TRANSLATE_NOOP("SettingLines", "Takes key presses")},
    {"record_call"_L1, QT_TRANSLATE_NOOP("SettingLines", "Records calls")},
    {"recording_source"_L1, QT_TRANSLATE_NOOP("SettingLines", "Recorded by")},
    {"voicemail_leave_enabled"_L1, QT_TRANSLATE_NOOP("SettingLines", "Leaves voicemails")},
    {"voicemail_message"_L1, QT_TRANSLATE_NOOP("SettingLines", "Voicemail text")},
    {"sms_reply_enabled"_L1, QT_TRANSLATE_NOOP("SettingLines", "Answers text messages")},
    {"sms_prompt"_L1, QT_TRANSLATE_NOOP("SettingLines", "Instructions for text messages")},
    {"web_prompt"_L1, QT_TRANSLATE_NOOP("SettingLines", "Instructions for web calls")},
    {"web_calls_enabled"_L1, QT_TRANSLATE_NOOP("SettingLines", "Takes web calls")},
    {"monitor_enabled"_L1, QT_TRANSLATE_NOOP("SettingLines", "Calls are monitored")}};

QString cut(const QString &text, qsizetype longest)
{
    return text.size() > longest ? text.left(longest) + u'…' : text;
}

QString numberText(double number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator); // It may be an id.
    const bool isWhole = std::trunc(number) == number && std::abs(number) <= exactIntegers;
    return isWhole ? locale.toString(static_cast<qlonglong>(number))
                   : locale.toString(number, 'g', QLocale::FloatingPointShortest);
}

QString valueText(const QString &path, const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? Text::tr("Yes") : Text::tr("No");
    }
    if (value.isDouble()) {
        return numberText(value.toDouble());
    }
    if (path == "recording_source"_L1 && value == "provider"_L1) {
        return Text::tr("The phone provider");
    }
    if (path == "recording_source"_L1 && value == "nixflex"_L1) {
        return u"Nixflex"_s;
    }
    return value.isString() ? value.toString() : QString();
}

void add(QList<SettingLine> &lines, const QString &name, const QString &value)
{
    lines.append({cut(lineOf(name), longestLine), cut(lineOf(value).simplified(), longestLine),
                  cut(withoutControls(value), longestWhole)});
}

void addValue(QList<SettingLine> &lines, const QString &path, const QString &label, const QJsonValue &value)
{
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            const auto inner = path + u'.' + it.key();
            addValue(lines, inner, inner, it.value());
        }
        return;
    }
    if (!value.isArray()) {
        add(lines, label, valueText(path, value));
        return;
    }
    const auto array = value.toArray();
    const bool isFlat = std::none_of(array.begin(), array.end(), [](const QJsonValue &element) {
        return element.isObject() || element.isArray();
    });
    if (isFlat) {
        QStringList words;
        for (const auto &element : array) {
            words.append(valueText(path, element));
        }
        add(lines, label, QLocale().createSeparatedList(words));
        return;
    }
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto inner = u"%1.%2"_s.arg(path).arg(i + 1);
        addValue(lines, inner, inner, array.at(i));
    }
}

} // namespace

QList<SettingLine> settingLines(const QJsonObject &settings)
{
    QList<SettingLine> lines;
    auto others = settings;
    for (const auto &[field, label] : documented) {
        if (others.contains(field)) {
            addValue(lines, field, Text::tr(label), others.take(field));
        }
    }
    for (auto it = others.constBegin(); it != others.constEnd(); ++it) {
        addValue(lines, it.key(), it.key(), it.value());
    }
    return lines;
}

} // namespace numbers::gui
