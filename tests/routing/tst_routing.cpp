#include "routing/routing.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using routing::Answer;
using routing::Certainty;
using routing::Channel;
using routing::Owner;

namespace {

const WebhookConfiguration &nixflexBaseline()
{
    static const auto baseline =
        WebhookConfiguration::fromJson({{u"voice_url"_s, u"https://api.nixflex.example/voice"_s},
                                        {u"sms_url"_s, u"https://api.nixflex.example/sms"_s},
                                        {u"status_callback"_s, u"https://api.nixflex.example/status"_s}});
    return baseline;
}

/// A list that is missing is empty; null stands for one that may not be read.
template <typename Thing, typename Read>
std::optional<QList<Thing>> listOf(const QJsonValue &rows, Read read)
{
    if (rows.isNull()) {
        return {};
    }
    QList<Thing> things;
    const auto array = rows.toArray();
    for (const auto &row : array) {
        things.append(read(row.toObject()));
    }
    return things;
}

template <typename Thing>
std::optional<QHash<QString, Thing>> bySid(const std::optional<QList<Thing>> &things)
{
    if (!things) {
        return {};
    }
    QHash<QString, Thing> hash;
    for (const auto &thing : *things) {
        hash.insert(thing.sid, thing);
    }
    return hash;
}

routing::AccountResources resourcesOf(const QJsonObject &row)
{
    const auto applications =
        listOf<twilio::Application>(row[u"applications"_s], [](const QJsonObject &object) {
            return twilio::Application{object[u"sid"_s].toString(),
                                       object[u"friendly_name"_s].toString(),
                                       object[u"voice_url"_s].toString(),
                                       object[u"voice_fallback_url"_s].toString(),
                                       object[u"status_callback"_s].toString(),
                                       object[u"sms_url"_s].toString(),
                                       object[u"sms_fallback_url"_s].toString()};
        });
    const auto trunks = listOf<twilio::Trunk>(row[u"trunks"_s], [](const QJsonObject &object) {
        return twilio::Trunk{object[u"sid"_s].toString(), object[u"friendly_name"_s].toString(),
                             object[u"domain_name"_s].toString(),
                             object[u"disaster_recovery_url"_s].toString()};
    });
    const auto services = listOf<twilio::MessagingService>(row[u"services"_s], [](const QJsonObject &object) {
        return twilio::MessagingService{
            object[u"sid"_s].toString(),
            object[u"friendly_name"_s].toString(),
            object[u"inbound_request_url"_s].toString(),
            object[u"fallback_url"_s].toString(),
            object.contains(u"use_inbound_webhook_on_number"_s) &&
                    object[u"use_inbound_webhook_on_number"_s].isNull()
                ? std::nullopt
                : std::optional(object[u"use_inbound_webhook_on_number"_s].toBool()),
            object[u"senders"_s].toVariant().toStringList()};
    });
    return {bySid(applications), bySid(trunks), services};
}

twilio::IncomingNumber numberOf(const QJsonObject &row)
{
    twilio::IncomingNumber number;
    number.sid = u"PN1"_s;
    number.webhooks = WebhookConfiguration::fromJson(row[u"number"_s].toObject());
    if (row[u"capabilities"_s].isNull()) {
        return number;
    }
    const auto words = row.contains(u"capabilities"_s) ? row[u"capabilities"_s].toVariant().toStringList()
                                                       : QStringList{u"voice"_s, u"sms"_s, u"mms"_s};
    number.capabilities = twilio::Capabilities{words.contains(u"voice"_s), words.contains(u"sms"_s),
                                               words.contains(u"mms"_s), false};
    return number;
}

QString wordsOf(const Owner &owner)
{
    const QString kind(routing::wordOf(owner.kind));
    return owner.name.isEmpty() ? kind : kind + u':' + owner.name;
}

/// "server:pbx.example fallback twiml_bin:EH1 via twiml_app Reception (assumed: fax_mode) without voice_url"
QString wordsOf(const Answer &answer)
{
    auto words = wordsOf(answer.owner);
    if (answer.fallback) {
        words += u" fallback "_s + wordsOf(*answer.fallback);
    }
    if (answer.via != Answer::Via::Number) {
        words += u" via %1 %2"_s.arg(routing::wordOf(answer.via),
                                     answer.viaName.isEmpty() ? answer.viaSid : answer.viaName);
    }
    if (answer.certainty != Certainty::Certain || answer.reason != Answer::Reason::None) {
        words += u" (%1: %2)"_s.arg(routing::wordOf(answer.certainty), routing::wordOf(answer.reason));
    }
    if (!answer.shadowed.isEmpty()) {
        words += u" without "_s + answer.shadowed.join(u',');
    }
    return words;
}

} // namespace

/// Twilio's precedence, over configurations that are data: configurations.json.
class TestRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoAnswers_data();
    void saysWhoAnswers();
    void hasARowForEveryWord();
    void learnsNoAddressThatAnybodyHas();
    void keepsTheAddressItWasRecognisedBy();
    void needsOnlyWhatTheNumberNames();

private:
    QJsonArray rows();
};

QJsonArray TestRouting::rows()
{
    QFile file(QStringLiteral(CONFIGURATIONS));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).array();
}

void TestRouting::saysWhoAnswers_data()
{
    QTest::addColumn<QJsonObject>("row");
    const auto all = rows();
    QVERIFY(all.size() >= 60);
    for (const auto &row : all) {
        QTest::newRow(qPrintable(row[u"name"_s].toString())) << row.toObject();
    }
}

void TestRouting::saysWhoAnswers()
{
    QFETCH(QJsonObject, row);
    const auto nixflex = row[u"nixflex"_s].toBool() ? routing::NixflexAddresses(nixflexBaseline())
                                                    : routing::NixflexAddresses();
    const auto routing = routing::resolve(numberOf(row), resourcesOf(row), nixflex);
    for (const auto channel : {Channel::Voice, Channel::Sms, Channel::CallStatus}) {
        const auto &answer = routing.of(channel);
        QVERIFY(answer.channel == channel);
        QCOMPARE(wordsOf(answer), row[routing::wordOf(channel)].toString());
    }
}

void TestRouting::hasARowForEveryWord()
{
    QString expected;
    const auto all = rows();
    for (const auto &row : all) {
        for (const auto *channel : {"voice", "sms", "call_status"}) {
            expected += row[QLatin1StringView(channel)].toString() + u'\n';
        }
    }
    QStringList missing;
    const auto need = [&expected, &missing](QLatin1StringView word) {
        if (!expected.contains(word)) {
            missing << QString(word);
        }
    };
    for (int kind = 0; kind <= static_cast<int>(Owner::Kind::Unknown); ++kind) {
        need(routing::wordOf(static_cast<Owner::Kind>(kind)));
    }
    for (int reason = 0; reason <= static_cast<int>(Answer::Reason::StatusUndocumented); ++reason) {
        need(routing::wordOf(static_cast<Answer::Reason>(reason)));
    }
    for (const auto via : {Answer::Via::Application, Answer::Via::Trunk, Answer::Via::MessagingService}) {
        need(routing::wordOf(via));
    }
    for (const auto certainty : {Certainty::Certain, Certainty::Assumed, Certainty::Unread}) {
        need(routing::wordOf(certainty));
    }
    QCOMPARE(missing, QStringList());
}

void TestRouting::learnsNoAddressThatAnybodyHas()
{
    WebhookConfiguration baseline;
    baseline.voiceUrl = u"https://demo.twilio.com/welcome/voice/"_s;
    baseline.trunkSid = u"TK1"_s;
    routing::NixflexAddresses nixflex(baseline);
    QVERIFY(nixflex.isEmpty());
    QVERIFY(routing::ownerOf(baseline.voiceUrl, nixflex).kind == Owner::Kind::Demonstration);
    QVERIFY(routing::ownerOf({}, nixflex).kind == Owner::Kind::Nobody);

    nixflex.learn(nixflexBaseline());
    QVERIFY(nixflex.contains(nixflexBaseline().statusCallback));
    QVERIFY(!nixflex.contains({}));
}

void TestRouting::keepsTheAddressItWasRecognisedBy()
{
    const auto url = u"https://handler.twilio.com/twiml/EH1?Name=Bob"_s;
    QCOMPARE(routing::ownerOf(url, {}).address, url);
    QVERIFY(routing::ownerOf(url, {}).isLive());
    QVERIFY(!routing::ownerOf(u"https://demo.twilio.com/welcome/voice/"_s, {}).isLive());
}

void TestRouting::needsOnlyWhatTheNumberNames()
{
    twilio::IncomingNumber number;
    QVERIFY(routing::Needs::of(number).services); // What it can do is not known.
    number.capabilities = twilio::Capabilities{};
    auto needs = routing::Needs::of(number);
    QVERIFY(!needs.applications && !needs.trunks && !needs.services);
    number.capabilities->sms = true;
    QVERIFY(routing::Needs::of(number).services);
    number.webhooks.smsApplicationSid = u"AP1"_s;
    needs = routing::Needs::of(number);
    QVERIFY(needs.applications && !needs.trunks);
    number.webhooks.trunkSid = u"TK1"_s;
    QVERIFY(routing::Needs::of(number).trunks);
}

QTEST_APPLESS_MAIN(TestRouting)
#include "tst_routing.moc"
