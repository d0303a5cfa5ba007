#include "gui/fleet/healthmessages.h"

#include "gui/common/busybar.h"
#include "gui/common/confirmation.h"
#include "gui/common/messagebar.h"
#include "gui/common/textdirection.h"
#include "gui/fleet/fleetpage.h"
#include "gui/fleet/healthcontroller.h"
#include "gui/fleet/healthpanel.h"
#include "operations/health/healthfindingtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>
#include <QPushButton>
#include <QSet>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HealthMessages)
};

/// The most frequent reasons, with how many numbers each is about: nobody looks through the details of many.
QStringList whyNotChecked(const operations::HealthReport &report)
{
    constexpr qsizetype mostReasons = 3;
    QMap<QString, int> counts;
    for (const auto &number : report.numbers) {
        if (number.health != store::Health::Unknown) {
            continue;
        }
        QSet<QString> reasons;
        for (const auto &finding : number.findings) {
            reasons.insert(operations::wordsOf(finding));
        }
        for (const auto &reason : std::as_const(reasons)) {
            ++counts[reason];
        }
    }
    auto reasons = counts.keys();
    std::stable_sort(reasons.begin(), reasons.end(), [&counts](const QString &left, const QString &right) {
        return counts.value(left) > counts.value(right);
    });
    QStringList lines;
    reasons = reasons.mid(0, mostReasons);
    for (const auto &reason : std::as_const(reasons)) {
        lines << Text::tr("%Ln number(s): %1", "how many, then why", counts.value(reason)).arg(reason);
    }
    return lines;
}

void showReport(FleetPage &page, MessageBar &bar, const operations::HealthReport &report)
{
    const auto total = static_cast<int>(report.numbers.size());
    const auto attention = report.count(store::Health::NeedsAttention);
    const auto gone = report.count(store::Health::Gone);
    const auto unknown = report.count(store::Health::Unknown);
    if (report.isAllGood()) {
        bar.showMessage(MessageKind::Success, Text::tr("%Ln number(s) checked: all good.", nullptr, total));
        return;
    }
    QStringList lines{Text::tr("%Ln number(s) checked.", nullptr, total)};
    if (attention > 0) {
        lines << Text::tr("%Ln need(s) attention.", nullptr, attention);
    }
    if (gone > 0) {
        lines << Text::tr("%Ln number(s) are no longer at Nixflex.", nullptr, gone);
    }
    if (unknown > 0) {
        lines << Text::tr("%Ln could not be checked completely.", nullptr, unknown);
    }
    if (!report.unknownHere.isEmpty()) {
        lines << Text::tr("%Ln number(s) at Nixflex were not in this list; it is read again.", nullptr,
                          static_cast<int>(report.unknownHere.size()));
    }
    auto text = lines.join(u' ');
    const auto reasons = whyNotChecked(report);
    for (const auto &line : reasons) {
        text += u'\n' + line;
    }
    for (const auto &account : report.unread) {
        text += u'\n' + Text::tr("The Twilio account %1 could not be read: %2")
                            .arg(leftToRight(account.sid.toString()), account.error.userText);
    }
    bar.showMessage(attention > 0 || gone > 0 ? MessageKind::Warning : MessageKind::Info, text);
    if (attention > 0) {
        auto *button = bar.addButton(Text::tr("Sh&ow them"), u"showAttentionButton"_s);
        QObject::connect(button, &QPushButton::clicked, &page, &FleetPage::showNeedsAttention);
    }
}

void askToSetBack(HealthController &health, FleetPage &page, MessageBar &bar,
                  const operations::RestoreOffer &offer)
{
    const auto number = leftToRight(offer.phoneNumber.international());
    if (offer.plan.isEmpty()) {
        bar.showMessage(MessageKind::Info, Text::tr("%1 is as Nixflex had set it up.").arg(number));
        health.setBack(offer); // Sends nothing, and looks at the number again.
        return;
    }
    operations::HealthFinding drift;
    for (const auto &entry : offer.plan.restored) {
        drift.fields.append({QString(entry.field->jsonName), entry.saved, entry.now});
    }
    ask({u"setBackDialog"_s,
         {},
         Text::tr("Set back at Twilio what Nixflex had set up at %1?").arg(number),
         operations::driftLines(drift).join(u'\n'),
         Text::tr("&Set back")},
        &page, [&health, offer] { health.setBack(offer); });
}

void connectPanel(HealthController &health, FleetPage &page, HealthPanel &panel)
{
    QObject::connect(&panel, &HealthPanel::setBackRequested, &health, &HealthController::offerSetBack);
    QObject::connect(&panel, &HealthPanel::adoptRequested, &page, [&](const store::NumberRecord &number) {
        ask({u"adoptDialog"_s,
             {},
             Text::tr("Keep what Twilio shows for %1 now?")
                 .arg(leftToRight(number.phoneNumber.international())),
             Text::tr(
                 "It is then taken for what Nixflex set up, and later checks compare with it. Nothing is "
                 "changed at Twilio. Make a test call if you are not sure that the agent answers."),
             Text::tr("&Keep")},
            &page, [&health, number] { health.adopt(number); });
    });
    QObject::connect(&panel, &HealthPanel::forgetRequested, &page, [&](const store::NumberRecord &number) {
        ask({u"forgetDialog"_s,
             {},
             Text::tr("Take %1 out of the list?").arg(leftToRight(number.phoneNumber.international())),
             Text::tr("It is no longer at Nixflex. Nothing is changed there or at Twilio, and its history "
                      "stays in your records."),
             Text::tr("&Take out")},
            &page, [&health, number] { health.forget(number); });
    });
    QObject::connect(&panel, &HealthPanel::importAgainRequested, &page, &FleetPage::importAgainRequested);
    QObject::connect(&panel, &HealthPanel::restoreFormerRequested, &page, &FleetPage::restoreFormerRequested);
    QObject::connect(&panel, &HealthPanel::tokenRequested, &page, &FleetPage::accountSettingsRequested);
}

} // namespace

void connectHealth(HealthController &health, FleetPage &page, BusyBar &busyBar, MessageBar &messageBar,
                   HealthPanel &panel)
{
    QObject::connect(&health, &HealthController::busyChanged, &page, [&] {
        if (health.isChecking()) {
            messageBar.clear();
            busyBar.start(Text::tr("Checking…"));
        } else {
            busyBar.finish();
        }
    });
    QObject::connect(&health, &HealthController::progress, &page, [&](int done, int total) {
        busyBar.setText(
            Text::tr("Checking number %1 of %2…").arg(QLocale().toString(done), QLocale().toString(total)));
        busyBar.setProgress(done, total);
    });
    QObject::connect(&busyBar, &BusyBar::cancelRequested, &health, &HealthController::cancel);
    QObject::connect(&health, &HealthController::checked, &page,
                     [&](const operations::HealthReport &report, bool isQuiet) {
                         if (!isQuiet) {
                             showReport(page, messageBar, report);
                         }
                     });
    QObject::connect(&health, &HealthController::checkFailed, &page, [&](const Error &error) {
        messageBar.showError(Text::tr("The health of the numbers could not be checked."), error);
    });
    QObject::connect(&health, &HealthController::repaired, &page,
                     [&](const QString &text) { messageBar.showMessage(MessageKind::Success, text); });
    QObject::connect(
        &health, &HealthController::repairFailed, &page, [&](const PhoneNumber &number, const Error &error) {
            messageBar.showError(
                Text::tr("Nothing was changed for %1.").arg(leftToRight(number.international())), error);
        });
    QObject::connect(
        &health, &HealthController::setBackOffered, &page,
        [&](const operations::RestoreOffer &offer) { askToSetBack(health, page, messageBar, offer); });
    connectPanel(health, page, panel);
}

} // namespace numbers::gui
