#include "simulator/world/oddrows.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

QJsonArray oddRows(const QJsonObject &sample, const QString &key)
{
    QJsonArray rows;
    const auto add = [&](const QJsonValue &id) {
        QJsonObject row = sample;
        // Things of their own, not second copies of the sample.
        for (const QString &sid : {u"sid"_s, u"twilio_number_sid"_s}) {
            if (row.contains(sid)) {
                row.insert(sid, row.value(sid).toString().left(2) + QString(31, u'0') +
                                    QString::number(rows.size()));
            }
        }
        row.insert(key, id);
        rows.append(row);
    };
    if (key == "phone_number"_L1) {
        add(u"sip:desk@pbx.example"_s);
        add(u"12345"_s);
    }
    add(QJsonValue());
    rows.append(QJsonValue());
    rows.append(u"not an object"_s);
    return rows;
}

} // namespace numbers::simulator
