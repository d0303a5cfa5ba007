#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>

namespace numbers::app {

namespace {

using namespace Qt::StringLiterals;

constexpr int usageError = 2;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// https anywhere; http to this computer only, since credentials travel in every request.
bool isAcceptable(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || url.hasQuery() || url.hasFragment() ||
        !url.userInfo().isEmpty()) {
        return false;
    }
    if (url.scheme() == "https"_L1) {
        return true;
    }
    const auto isLoopback = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    return url.scheme() == "http"_L1 && isLoopback;
}

/// Qt's own options, which the application object takes out of the arguments when it is made
/// (QGuiApplication, QApplication and the xcb platform document them): with one dash or two, the value behind
/// "=" or as the next word.
QStringList withoutOptionsOfQt(const QStringList &arguments)
{
    static const QStringList flags{u"reverse"_s, u"widgetcount"_s, u"nograb"_s, u"dograb"_s, u"sync"_s};
    static const QStringList withValue{
        u"platform"_s,   u"platformpluginpath"_s, u"platformtheme"_s, u"plugin"_s,       u"qwindowgeometry"_s,
        u"geometry"_s,   u"qwindowicon"_s,        u"icon"_s,          u"qwindowtitle"_s, u"title"_s,
        u"style"_s,      u"stylesheet"_s,         u"session"_s,       u"display"_s,      u"name"_s,
        u"fontengine"_s, u"qmljsdebugger"_s};
    QStringList others;
    for (qsizetype index = 0; index < arguments.size(); ++index) {
        const QString &word = arguments.at(index);
        if (word == "--"_L1) {
            return others + arguments.mid(index);
        }
        const QString name = word.startsWith("--"_L1) ? word.mid(2)
                             : word.startsWith(u'-')  ? word.mid(1)
                                                      : u""_s;
        if (flags.contains(name) || withValue.contains(name.section(u'=', 0, 0))) {
            index += withValue.contains(name) ? 1 : 0;
        } else {
            others << word;
        }
    }
    return others;
}

} // namespace

std::variant<CommandLine, Message> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Text::tr("Brings Twilio numbers to Nixflex voice agents, safely and reversibly."));
    const QCommandLineOption practice(
        u"practice"_s,
        Text::tr("Work against the built-in simulator of both providers; nothing real is touched."));
    const QCommandLineOption profile(u"profile"_s, Text::tr("Folder of settings, records and logs."),
                                     u"DIR"_s);
    const QCommandLineOption nixflexUrl(
        u"nixflex-url"_s, Text::tr("In place of https://api.nixflex.com; http to this computer only."),
        u"URL"_s);
    const QCommandLineOption twilioUrl(
        u"twilio-url"_s, Text::tr("In place of Twilio’s hosts; http to this computer only."), u"URL"_s);
    const QCommandLineOption selfCheck(
        u"self-check"_s, Text::tr("Check that this installation is complete, print the findings, and end."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, Text::tr("Print the version and end."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, Text::tr("Print this help and end."));
    parser.addOptions({practice, profile, nixflexUrl, twilioUrl, selfCheck, version, help});

    const auto usage = [](const QString &problem) {
        return Message{Text::tr("%1\nTry “nixflex-numbers --help”.").arg(problem), usageError};
    };
    if (!parser.parse(withoutOptionsOfQt(arguments))) {
        return usage(parser.errorText());
    }
    if (parser.isSet(help)) {
        // Qt knows no name before there is an application, and says so.
        auto text = parser.helpText().trimmed();
        text.replace("<executable_name>"_L1, "nixflex-numbers"_L1);
        return Message{text, 0};
    }
    if (parser.isSet(version)) {
        return Message{"nixflex-numbers "_L1 + QStringLiteral(NUMBERS_VERSION), 0};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return usage(Text::tr("“%1” is not understood.").arg(parser.positionalArguments().constFirst()));
    }

    // Nothing would count as not given, and so as the user's own records or the real provider.
    for (const auto *option : {&profile, &nixflexUrl, &twilioUrl}) {
        if (parser.isSet(*option) && parser.value(*option).isEmpty()) {
            return usage(Text::tr("--%1 must not be empty.").arg(option->names().constFirst()));
        }
    }

    CommandLine commandLine;
    commandLine.isPractice = parser.isSet(practice);
    commandLine.isSelfCheck = parser.isSet(selfCheck);
    commandLine.profileDirectory = parser.value(profile);
    for (const auto &[option, target] :
         {std::pair{&nixflexUrl, &CommandLine::nixflexUrl}, std::pair{&twilioUrl, &CommandLine::twilioUrl}}) {
        if (!parser.isSet(*option)) {
            continue;
        }
        const QUrl url(parser.value(*option), QUrl::StrictMode);
        if (!isAcceptable(url)) {
            return usage(
                Text::tr("--%1 wants an https address, or http to this computer (http://127.0.0.1:PORT).")
                    .arg(option->names().constFirst()));
        }
        commandLine.*target = url;
    }
    if (commandLine.isPractice && (!commandLine.nixflexUrl.isEmpty() || !commandLine.twilioUrl.isEmpty())) {
        return usage(Text::tr("--practice brings its own providers: leave the addresses out."));
    }
    return commandLine;
}

} // namespace numbers::app
