#include "simulator/world/providermodes.h"

#include <QHash>
#include <QStringList>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

/// One field in both directions.
struct Field
{
    std::function<bool(ProviderModes &, const QJsonValue &)> read;
    std::function<QJsonValue(const ProviderModes &)> write;
};

/// `words` in the order of the enumeration's values.
template <typename T>
Field words(T ProviderModes::*member, const QStringList &words)
{
    return {[member, words](ProviderModes &modes, const QJsonValue &value) {
                const qsizetype at = words.indexOf(value.toString());
                if (at >= 0) {
                    modes.*member = static_cast<T>(at);
                }
                return at >= 0;
            },
            [member, words](const ProviderModes &modes) {
                return QJsonValue(words.at(static_cast<qsizetype>(modes.*member)));
            }};
}

Field integer(int ProviderModes::*member, const std::function<bool(double)> &isAllowed)
{
    return {[member, isAllowed](ProviderModes &modes, const QJsonValue &value) {
                const double number = value.toDouble();
                const bool isGood = value.isDouble() && std::floor(number) == number && isAllowed(number);
                if (isGood) {
                    modes.*member = static_cast<int>(number);
                }
                return isGood;
            },
            [member](const ProviderModes &modes) { return QJsonValue(modes.*member); }};
}

const QHash<QString, Field> &fields()
{
    static const QHash<QString, Field> all{
        {u"list_mode"_s, words(&ProviderModes::listMode, {u"paged"_s, u"unpaged"_s})},
        {u"number_count"_s, words(&ProviderModes::numberCount, {u"usual"_s, u"total"_s, u"rows"_s})},
        {u"most_listed_numbers"_s,
         integer(&ProviderModes::mostListedNumbers, [](double n) { return n >= 0 && n <= 1'000'000; })},
        {u"agents_shape"_s, words(&ProviderModes::agentsShape, {u"object"_s, u"array"_s})},
        {u"agents_listed"_s, words(&ProviderModes::agentsListed, {u"all"_s, u"active"_s})},
        {u"usage_shape"_s, words(&ProviderModes::usageShape, {u"flat"_s, u"documented"_s})},
        {u"odd_rows"_s,
         {[](ProviderModes &modes, const QJsonValue &value) {
              modes.hasOddRows = value.toBool();
              return value.isBool();
          },
          [](const ProviderModes &modes) { return QJsonValue(modes.hasOddRows); }}},
        {u"interim_status"_s,
         integer(&ProviderModes::interimStatus, [](double n) { return n == 0 || (n >= 102 && n <= 199); })},
        {u"credit_usd"_s,
         {[](ProviderModes &modes, const QJsonValue &value) {
              modes.creditUsd = value.toDouble();
              return value.isDouble() && std::abs(modes.creditUsd) <= 1e9;
          },
          [](const ProviderModes &modes) { return QJsonValue(modes.creditUsd); }}},
    };
    return all;
}

} // namespace

bool ProviderModes::apply(const QJsonObject &object, QString *error)
{
    ProviderModes changed = *this;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const auto field = fields().constFind(it.key());
        if (field == fields().constEnd()) {
            *error = u"“%1” is not a mode"_s.arg(it.key());
            return false;
        }
        if (!field->read(changed, *it)) {
            *error = u"“%1” has a wrong value"_s.arg(it.key());
            return false;
        }
    }
    *this = changed;
    return true;
}

QJsonObject ProviderModes::toJson() const
{
    QJsonObject object;
    for (auto it = fields().constBegin(); it != fields().constEnd(); ++it) {
        object.insert(it.key(), it->write(*this));
    }
    return object;
}

} // namespace numbers::simulator
