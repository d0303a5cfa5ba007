#pragma once

#include "cli/clirunner.h"
#include "simulator/world/sharedworld.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>

namespace numbers::test::backup {

using namespace Qt::StringLiterals;
using simulator::TwilioNumber;
using Change = std::function<void(CliRunner &cli, TwilioNumber &number)>;

/// Every field that Twilio decides by, as its API shows them.
inline QJsonObject fieldsOf(const TwilioNumber &at)
{
    return {{u"voice_url"_s, at.voiceUrl},
            {u"voice_method"_s, at.voiceMethod},
            {u"voice_fallback_url"_s, at.voiceFallbackUrl},
            {u"voice_fallback_method"_s, at.voiceFallbackMethod},
            {u"voice_application_sid"_s, at.voiceApplicationSid},
            {u"voice_caller_id_lookup"_s, at.voiceCallerIdLookup},
            {u"voice_receive_mode"_s, at.voiceReceiveMode},
            {u"trunk_sid"_s, at.trunkSid},
            {u"sms_url"_s, at.smsUrl},
            {u"sms_method"_s, at.smsMethod},
            {u"sms_fallback_url"_s, at.smsFallbackUrl},
            {u"sms_fallback_method"_s, at.smsFallbackMethod},
            {u"sms_application_sid"_s, at.smsApplicationSid},
            {u"status_callback"_s, at.statusCallback},
            {u"status_callback_method"_s, at.statusCallbackMethod}};
}

inline QString sidOfMain(CliRunner &cli, const auto &things)
{
    for (const auto &thing : things) {
        if (thing.accountSid == cli.simulator().mainAccount().sid) {
            return thing.sid;
        }
    }
    qFatal("the main account has none");
}

inline void addresses(CliRunner &, TwilioNumber &at)
{
    at.voiceUrl = u"https://user:open-sesame-77@former.example/voice?a=b&c=%20d"_s;
    at.voiceFallbackUrl = u"https://former.example/down"_s;
    at.smsUrl = u"http://former.example/texts"_s;
    at.smsFallbackUrl = u"https://former.example/texts-down"_s;
    at.statusCallback = u"https://former.example/status"_s;
    at.voiceMethod = at.voiceFallbackMethod = u"GET"_s;
    at.smsMethod = at.smsFallbackMethod = at.statusCallbackMethod = u"GET"_s;
    at.voiceCallerIdLookup = true;
}

/// Nothing answers any more; methods and switches stay.
inline void wipe(TwilioNumber &at)
{
    for (QString TwilioNumber::*member :
         {&TwilioNumber::voiceUrl, &TwilioNumber::voiceFallbackUrl, &TwilioNumber::voiceApplicationSid,
          &TwilioNumber::trunkSid, &TwilioNumber::smsUrl, &TwilioNumber::smsFallbackUrl,
          &TwilioNumber::smsApplicationSid, &TwilioNumber::statusCallback}) {
        (at.*member).clear();
    }
}

inline void must(CliRunner &cli, const QStringList &command)
{
    const CliRun run = cli.run(command);
    if (run.exitCode != 0) {
        qFatal("%s", (run.out + run.err).constData());
    }
}

inline QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s", qPrintable(file.errorString()));
    }
    return file.readAll();
}

/// What the export of a number holds that was imported and removed again.
struct Exported
{
    explicit Exported(const Change &change)
    {
        CliRunner cli;
        const QString number = cli.simulator().freeNumber();
        const auto import = cli.importCommand({u"--yes"_s}); // The example is another number afterwards.
        before = *cli.simulator().number(number);
        change(cli, before);
        cli.simulator().changeNumber(number, [&](TwilioNumber &at) { at = before; });
        must(cli, import);
        must(cli, {u"remove"_s, u"--number"_s, number, u"--yes"_s});
        after = *cli.simulator().number(number);
        const QString file = cli.profileDirectory() + u".json"_s;
        must(cli, {u"backup"_s, u"export"_s, u"--number"_s, number, u"--output"_s, file});
        bytes = contentOf(file);
    }

    [[nodiscard]] static const Exported &ofAddresses()
    {
        static const Exported exported(addresses);
        return exported;
    }

    QByteArray bytes;
    TwilioNumber before;
    TwilioNumber after;
};

/// That file on another computer, whose profile knows nothing of the number.
struct Scene
{
    explicit Scene(const Exported &exported = Exported::ofAddresses())
        : file(cli.profileDirectory() + u".json"_s)
        , number(exported.before.phoneNumber)
        , before(exported.before)
        , after(exported.after)
    {
        change([&](TwilioNumber &at) { at = after; });
        write(exported.bytes);
    }

    void write(const QByteArray &bytes) const
    {
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
            qFatal("%s", qPrintable(out.errorString()));
        }
    }
    void change(const std::function<void(TwilioNumber &)> &how) { cli.simulator().changeNumber(number, how); }
    [[nodiscard]] CliRun restore(const QStringList &more = {u"--yes"_s}) { return cli.run(command(more)); }
    [[nodiscard]] QStringList command(const QStringList &more) const
    {
        return QStringList{u"backup"_s, u"restore"_s, u"--file"_s, file} + more;
    }
    [[nodiscard]] TwilioNumber now() { return *cli.simulator().number(number); }
    [[nodiscard]] bool isAsBefore() { return fieldsOf(now()) == fieldsOf(before); }
    [[nodiscard]] bool isUntouched() { return fieldsOf(now()) == fieldsOf(after); }
    [[nodiscard]] int updates() { return cli.simulator().countRequests(u"POST"_s, {}); }

    CliRunner cli;
    QString file;
    QString number;
    TwilioNumber before;
    TwilioNumber after;
};

inline QString codeOf(const CliRun &run)
{
    return run.json().value(u"error"_s)[u"code"_s].toString();
}

} // namespace numbers::test::backup
