#include "base/jsonreader.h"

#include "base/plaintext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVariant>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

/// From here on a double no longer tells one whole number from the next.
constexpr double largestExactDouble = 9'007'199'254'740'992.0;

} // namespace

Error badReply(const QString &detail)
{
    return Error::make(
        Error::Kind::BadReply,
        QCoreApplication::translate("numbers::JsonReader",
                                    "The answer could not be understood. The service may have changed, "
                                    "or something in the network replaced its answer. Try again later; "
                                    "if this goes on, update this program."),
        detail);
}

JsonReader::JsonReader(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path))
{
}

QString JsonReader::requiredText(QLatin1StringView name)
{
    const qsizetype problemsBefore = m_problems.size();
    const QString value = text(name);
    if (value.isEmpty() && m_problems.size() == problemsBefore) {
        addProblem(name, u"is missing"_s);
    }
    return value;
}

QString JsonReader::text(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isNull() || value.isUndefined()) {
        return {};
    }
    // An identifier that was written as a number: all its digits, or it would be another one.
    if (value.isDouble()) {
        const double number = value.toDouble();
        const bool isInteger = value.toVariant().typeId() == QMetaType::LongLong;
        const bool isWhole = isInteger || std::floor(number) == number;
        const bool isExact = isInteger || std::abs(number) < largestExactDouble;
        if (isWhole && !isExact) {
            addProblem(name, u"has more digits than a number keeps"_s);
            return {};
        }
        return isWhole ? QString::number(value.toInteger())
                       : QString::number(number, 'g', QLocale::FloatingPointShortest);
    }
    if (!value.isString()) {
        addProblem(name, u"is no text"_s);
        return {};
    }
    return value.toString();
}

std::optional<bool> JsonReader::flag(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isBool()) {
        return value.toBool();
    }
    if (value.isNull() || value.isUndefined()) {
        return std::nullopt;
    }
    const QString word = value.toVariant().toString().trimmed().toLower();
    if (word.isEmpty() && value.isString()) {
        return std::nullopt;
    }
    if (word == "true"_L1 || word == "1"_L1) {
        return true;
    }
    if (word == "false"_L1 || word == "0"_L1) {
        return false;
    }
    addProblem(name, u"is no flag"_s);
    return std::nullopt;
}

QString JsonReader::name(QLatin1StringView name)
{
    return lineOf(text(name));
}

QString JsonReader::word(QLatin1StringView name) const
{
    return lineOf(JsonReader(m_object, m_path).text(name));
}

std::optional<bool> JsonReader::knownFlag(QLatin1StringView name) const
{
    return JsonReader(m_object, m_path).flag(name);
}

std::optional<int> JsonReader::integer(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isNull() || value.isUndefined()) {
        return std::nullopt;
    }
    if (value.isString() && value.toString().isEmpty()) {
        return std::nullopt;
    }
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || std::floor(number) != number || std::abs(number) > std::numeric_limits<int>::max()) {
        addProblem(name, u"is no whole number"_s);
        return std::nullopt;
    }
    return static_cast<int>(number);
}

QDateTime JsonReader::time(QLatin1StringView name) const
{
    const QString value = m_object.value(name).toString();
    QDateTime time = QDateTime::fromString(value, Qt::ISODateWithMs);
    if (!time.isValid()) {
        time = QDateTime::fromString(value, Qt::RFC2822Date);
    }
    return time.toUTC();
}

Error JsonReader::error() const
{
    return badReply(m_problems.join(u"; "_s));
}

void JsonReader::addProblem(QLatin1StringView name, const QString &problem)
{
    m_problems << u"%1.%2 %3"_s.arg(m_path, QString(name), problem);
}

} // namespace numbers
