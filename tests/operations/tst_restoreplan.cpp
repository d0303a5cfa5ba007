#include "operations/planning/restoreplan.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace numbers;
using operations::planRestore;
using operations::RestoreInput;
using operations::RestorePlan;
using W = WebhookConfiguration;

namespace {

W configuration(std::initializer_list<std::pair<QString W::*, QString>> members)
{
    W webhooks;
    for (const auto &[member, value] : members) {
        webhooks.*member = value;
    }
    return webhooks;
}

W nixflex()
{
    return configuration({{&W::voiceUrl, u"https://api.nixflex.example/voice"_s},
                          {&W::voiceMethod, u"POST"_s},
                          {&W::smsUrl, u"https://api.nixflex.example/sms"_s},
                          {&W::smsMethod, u"POST"_s},
                          {&W::statusCallback, u"https://api.nixflex.example/status"_s},
                          {&W::statusCallbackMethod, u"POST"_s}});
}

/// As Nixflex's delete leaves it.
W cleared()
{
    return configuration(
        {{&W::voiceMethod, u"POST"_s}, {&W::smsMethod, u"POST"_s}, {&W::statusCallbackMethod, u"POST"_s}});
}

QStringList namesOf(const QList<RestorePlan::Entry> &entries)
{
    QStringList names;
    for (const auto &entry : entries) {
        names << QString(entry.field->jsonName);
    }
    names.sort();
    return names;
}

/// What Twilio makes of an update: a trunk deletes the voice application, and the reverse.
W updated(W number, const QList<std::pair<QString, QString>> &form)
{
    for (const auto &[name, value] : form) {
        for (const auto &field : W::fields()) {
            if (field.formName == name) {
                number.*field.member = value;
            }
        }
        if (name == "TrunkSid"_L1 && !value.isEmpty()) {
            number.voiceApplicationSid.clear();
        }
        if (name == "VoiceApplicationSid"_L1 && !value.isEmpty()) {
            number.trunkSid.clear();
        }
    }
    return number;
}

rc::Gen<QString> oneOf(const QStringList &values)
{
    return rc::gen::elementOf(std::vector<QString>(values.begin(), values.end()));
}

/// A number as it can be at Twilio: a method for every URL, no trunk beside an application, no lonely
/// fallback.
W anyConfiguration(const QString &host)
{
    const auto url = [&host](const QString &path) {
        return *oneOf({QString(), u"https://%1/%2"_s.arg(host, path), u"https://%1/%2/b"_s.arg(host, path)});
    };
    const auto method = [] { return *oneOf({u"GET"_s, u"POST"_s}); };
    W webhooks;
    webhooks.voiceUrl = url(u"voice"_s);
    webhooks.smsUrl = url(u"sms"_s);
    webhooks.statusCallback = url(u"status"_s);
    webhooks.voiceMethod = method();
    webhooks.smsMethod = method();
    webhooks.statusCallbackMethod = method();
    webhooks.voiceFallbackMethod = method();
    webhooks.smsFallbackMethod = method();
    switch (*rc::gen::inRange(0, 3)) {
    case 1:
        webhooks.trunkSid = u"TK-"_s + host;
        break;
    case 2:
        webhooks.voiceApplicationSid = u"AP-"_s + host;
        break;
    default:
        break;
    }
    webhooks.smsApplicationSid = *oneOf({QString(), u"AP-"_s + host});
    if (!webhooks.voiceUrl.isEmpty() || !webhooks.voiceApplicationSid.isEmpty()) {
        webhooks.voiceFallbackUrl = url(u"voice-fallback"_s);
    }
    if (!webhooks.smsUrl.isEmpty() || !webhooks.smsApplicationSid.isEmpty()) {
        webhooks.smsFallbackUrl = url(u"sms-fallback"_s);
    }
    webhooks.voiceCallerIdLookup = *oneOf({u"true"_s, u"false"_s});
    return webhooks;
}

} // namespace

/// Which fields come back after an import was undone, and which stay as somebody else left them.
class TestRestorePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsBackWhatNixflexCleared();
    void setsBackWhatIsStillNixflexs();
    void keepsWhatSomebodyChanged();
    void overwritesWhatIsAsked();
    void letsMethodsFollowTheirUrl();
    void keepsFallbacksAwayFromOthersAddresses();
    void protectsATrunkOrApplicationOfOthers();
    void leavesOutWhatIsGone();
    void sendsNothingWhenAllIsThere();
    void undoesEveryConfiguration();
    void neverTouchesWhatOthersSet();
};

void TestRestorePlan::setsBackWhatNixflexCleared()
{
    RestoreInput input;
    input.saved = configuration({{&W::voiceUrl, u"https://pbx.example/in"_s},
                                 {&W::voiceMethod, u"GET"_s},
                                 {&W::voiceFallbackUrl, u"https://pbx.example/backup"_s},
                                 {&W::smsUrl, u"https://pbx.example/sms"_s},
                                 {&W::smsMethod, u"POST"_s}});
    input.baseline = nixflex();
    input.now = cleared();
    const auto plan = planRestore(input);
    QCOMPARE(namesOf(plan.restored),
             QStringList({u"sms_url"_s, u"voice_fallback_url"_s, u"voice_method"_s, u"voice_url"_s}));
    QVERIFY(plan.kept.isEmpty() && plan.unavailable.isEmpty());
    QVERIFY(updated(input.now, plan.form()).differences(input.saved).isEmpty());
}

void TestRestorePlan::setsBackWhatIsStillNixflexs()
{
    RestoreInput input;
    input.saved = configuration({{&W::voiceUrl, u"https://pbx.example/in"_s}});
    input.baseline = nixflex();
    input.now = nixflex();
    auto plan = planRestore(input);
    // What was empty before is emptied again.
    QCOMPARE(namesOf(plan.restored), QStringList({u"sms_url"_s, u"status_callback"_s, u"voice_url"_s}));

    // Without a baseline nobody can say whose they are.
    input.baseline.reset();
    plan = planRestore(input);
    QVERIFY(plan.isEmpty());
    QCOMPARE(namesOf(plan.kept), QStringList({u"sms_url"_s, u"status_callback"_s, u"voice_url"_s}));
}

void TestRestorePlan::keepsWhatSomebodyChanged()
{
    RestoreInput input;
    input.saved = configuration(
        {{&W::voiceUrl, u"https://pbx.example/in"_s}, {&W::smsUrl, u"https://pbx.example/sms"_s}});
    input.baseline = nixflex();
    input.now = cleared();
    input.now.voiceUrl = u"https://new.example/in"_s;
    const auto plan = planRestore(input);
    QCOMPARE(namesOf(plan.restored), QStringList({u"sms_url"_s}));
    QCOMPARE(namesOf(plan.kept), QStringList({u"voice_url"_s}));
    QCOMPARE(plan.kept.first().now, u"https://new.example/in"_s);
    QCOMPARE(plan.kept.first().saved, u"https://pbx.example/in"_s);
    QCOMPARE(updated(input.now, plan.form()).voiceUrl, u"https://new.example/in"_s);
}

void TestRestorePlan::overwritesWhatIsAsked()
{
    RestoreInput input;
    input.saved = configuration({{&W::voiceUrl, u"https://pbx.example/in"_s}, {&W::voiceMethod, u"GET"_s}});
    input.baseline = nixflex();
    input.now = cleared();
    input.now.voiceUrl = u"https://new.example/in"_s;
    input.overwritten = {u"voice_url"_s};
    const auto plan = planRestore(input);
    QCOMPARE(namesOf(plan.restored), QStringList({u"voice_method"_s, u"voice_url"_s}));
    QVERIFY(plan.kept.isEmpty());
}

void TestRestorePlan::letsMethodsFollowTheirUrl()
{
    RestoreInput input;
    input.saved = configuration({{&W::voiceUrl, u"https://pbx.example/in"_s}, {&W::voiceMethod, u"GET"_s}});
    input.baseline = nixflex();
    input.now = cleared();
    input.now.voiceUrl = u"https://new.example/in"_s;
    const auto plan = planRestore(input);
    QVERIFY(plan.isEmpty());
    QCOMPARE(namesOf(plan.kept), QStringList({u"voice_method"_s, u"voice_url"_s}));
}

void TestRestorePlan::keepsFallbacksAwayFromOthersAddresses()
{
    RestoreInput input;
    input.saved = configuration({{&W::voiceUrl, u"https://pbx.example/in"_s},
                                 {&W::voiceFallbackUrl, u"https://pbx.example/backup"_s}});
    input.baseline = nixflex();
    input.now = cleared();
    input.now.voiceUrl = u"https://new.example/in"_s;
    const auto plan = planRestore(input);
    QVERIFY(plan.isEmpty());
    QCOMPARE(namesOf(plan.kept), QStringList({u"voice_fallback_url"_s, u"voice_url"_s}));
}

void TestRestorePlan::protectsATrunkOrApplicationOfOthers()
{
    RestoreInput input;
    input.saved = configuration({{&W::voiceApplicationSid, u"AP1"_s}});
    input.baseline = nixflex();
    input.now = cleared();
    input.now.trunkSid = u"TK-theirs"_s;
    auto plan = planRestore(input);
    QCOMPARE(namesOf(plan.kept), QStringList({u"trunk_sid"_s, u"voice_application_sid"_s}));
    QCOMPARE(updated(input.now, plan.form()).trunkSid, u"TK-theirs"_s);

    input.overwritten = {u"trunk_sid"_s};
    plan = planRestore(input);
    QCOMPARE(plan.form(), (QList<std::pair<QString, QString>>{{u"VoiceApplicationSid"_s, u"AP1"_s}}));

    input.saved = configuration({{&W::trunkSid, u"TK1"_s}});
    input.now = cleared();
    input.now.voiceApplicationSid = u"AP-theirs"_s;
    input.overwritten.clear();
    plan = planRestore(input);
    QVERIFY(plan.isEmpty());
    QCOMPARE(namesOf(plan.kept), QStringList({u"trunk_sid"_s, u"voice_application_sid"_s}));
}

void TestRestorePlan::leavesOutWhatIsGone()
{
    RestoreInput input;
    input.saved = configuration({{&W::trunkSid, u"TK1"_s},
                                 {&W::smsApplicationSid, u"AP1"_s},
                                 {&W::smsFallbackUrl, u"https://pbx.example/backup"_s},
                                 {&W::voiceUrl, u"https://pbx.example/in"_s}});
    input.baseline = nixflex();
    input.now = cleared();
    input.trunks = QSet<QString>{};
    input.applications = QSet<QString>{u"AP2"_s};
    auto plan = planRestore(input);
    QCOMPARE(namesOf(plan.unavailable),
             QStringList({u"sms_application_sid"_s, u"sms_fallback_url"_s, u"trunk_sid"_s}));
    QCOMPARE(namesOf(plan.restored), QStringList({u"voice_url"_s}));

    // What could not be read is tried: Twilio knows.
    input.trunks.reset();
    input.applications.reset();
    plan = planRestore(input);
    QVERIFY(plan.unavailable.isEmpty());
    QCOMPARE(plan.restored.size(), 4);
}

void TestRestorePlan::sendsNothingWhenAllIsThere()
{
    RestoreInput input;
    input.saved = nixflex();
    input.now = nixflex();
    const auto plan = planRestore(input);
    QVERIFY(plan.isEmpty() && plan.kept.isEmpty() && plan.unavailable.isEmpty());
    QVERIFY(plan.form().isEmpty());
}

void TestRestorePlan::undoesEveryConfiguration()
{
    const bool holds = rc::check("import, delete at Nixflex, restore: as before", [] {
        RestoreInput input;
        input.saved = anyConfiguration(u"before.example"_s);
        // An import sets its three addresses; whether it takes trunk and applications off is not documented.
        W imported = input.saved;
        for (const auto &field : W::fields()) {
            if (!(nixflex().*field.member).isEmpty()) {
                imported.*field.member = nixflex().*field.member;
            }
        }
        if (*rc::gen::arbitrary<bool>()) {
            imported.trunkSid.clear();
            imported.voiceApplicationSid.clear();
            imported.smsApplicationSid.clear();
        }
        input.baseline = imported;
        input.now = imported;
        if (*rc::gen::arbitrary<bool>()) { // and whether the delete clears more than those three
            input.now.voiceFallbackUrl.clear();
            input.now.smsFallbackUrl.clear();
        }
        input.now.voiceUrl.clear();
        input.now.smsUrl.clear();
        input.now.statusCallback.clear();
        const auto plan = planRestore(input);
        RC_ASSERT(plan.kept.isEmpty());
        RC_ASSERT(plan.unavailable.isEmpty());
        const auto after = updated(input.now, plan.form());
        RC_ASSERT(after == input.saved);
        RC_ASSERT(after == plan.applied(input.now));
    });
    QVERIFY(holds);
}

void TestRestorePlan::neverTouchesWhatOthersSet()
{
    const bool holds = rc::check("what somebody set after the import stays", [] {
        RestoreInput input;
        input.saved = anyConfiguration(u"before.example"_s);
        input.baseline = nixflex();
        input.now = anyConfiguration(u"theirs.example"_s);
        const auto plan = planRestore(input);
        const auto after = updated(input.now, plan.form());
        for (const auto &field : W::fields()) {
            if (field.isDestination && !(input.now.*field.member).isEmpty()) {
                RC_ASSERT((after.*field.member) == (input.now.*field.member));
            }
        }
        const auto form = plan.form();
        const auto sets = [&form](QLatin1StringView name) {
            return std::any_of(form.begin(), form.end(), [name](const auto &parameter) {
                return parameter.first == name && !parameter.second.isEmpty();
            });
        };
        RC_ASSERT(!(sets("TrunkSid"_L1) && sets("VoiceApplicationSid"_L1)));
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(TestRestorePlan)
#include "tst_restoreplan.moc"
