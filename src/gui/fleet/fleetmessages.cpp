#include "gui/fleet/fleetmessages.h"

#include "gui/common/errortext.h"
#include "gui/common/messagebar.h"
#include "gui/common/textdirection.h"
#include "gui/fleet/fleetpage.h"

#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

/// Property of the bar: what it says of the last sync, until the next one.
constexpr auto syncMessage = "syncMessage";

void rememberSyncMessage(MessageBar &bar)
{
    bar.setProperty(syncMessage, bar.text());
}

} // namespace

void showSyncError(MessageBar &bar, const Error &error, FleetController &controller, FleetPage &page)
{
    bar.showError(
        FleetPage::tr("The fleet could not be read from Nixflex; what you see is the last record of it."),
        error);
    rememberSyncMessage(bar);
    auto *retryButton = bar.addButton(FleetPage::tr("Try &again"), u"retrySyncButton"_s);
    QObject::connect(retryButton, &QPushButton::clicked, &controller, &FleetController::sync);
    if (isNetworkSettingsMatter(error)) {
        auto *button = bar.addButton(FleetPage::tr("Networ&k settings…"), u"networkSettingsButton"_s);
        QObject::connect(button, &QPushButton::clicked, &page, &FleetPage::networkSettingsRequested);
    }
    if (error.kind == Error::Kind::Unauthorized) {
        auto *button = bar.addButton(FleetPage::tr("Re&place the key…"), u"replaceKeyButton"_s);
        QObject::connect(button, &QPushButton::clicked, &page, &FleetPage::keySettingsRequested);
    }
}

void showSyncResult(MessageBar &bar, const operations::SyncResult &result)
{
    if (!result.warnings.isEmpty()) {
        QStringList lines;
        for (const auto &warning : result.warnings) {
            lines.append(warning.text);
        }
        if (result.isPossiblyIncomplete) {
            lines.append(FleetPage::tr("No number was marked as gone."));
        }
        bar.showMessage(MessageKind::Warning, lines.join(u'\n'));
        rememberSyncMessage(bar);
    } else if (result.gone > 0) {
        bar.showMessage(
            MessageKind::Info,
            FleetPage::tr("%Ln number(s) are no longer at Nixflex and are marked so.", nullptr, result.gone));
    } else if (bar.hasMessage() && bar.text() == bar.property(syncMessage).toString()) {
        bar.clear(); // What the last one said is no longer so.
    }
}

void showRemovalReport(MessageBar &bar, const operations::BulkRemovalReport &report)
{
    if (report.failures.isEmpty()) {
        QStringList lines{
            report.isStopped ? FleetPage::tr("Stopped: %L1 of %L2 numbers were removed.")
                                   .arg(report.removed)
                                   .arg(report.total)
                             : FleetPage::tr("%Ln number(s) removed from Nixflex.", nullptr, report.removed)};
        if (report.restored > 0) {
            lines.append(FleetPage::tr("%Ln of them is answered as before its import again.", nullptr,
                                       report.restored));
        }
        for (const auto &warning : report.warnings) {
            lines.append(warning.text);
        }
        bar.showMessage(report.warnings.isEmpty() ? MessageKind::Success : MessageKind::Warning,
                        lines.join(u'\n'));
        return;
    }
    const auto &first = report.failures.front();
    const auto number = leftToRight(first.phoneNumber.international());
    QString context =
        first.isUnknown
            ? FleetPage::tr("It is not known whether %1 was removed; this is settled at the next start.")
                  .arg(number)
            : FleetPage::tr("%1 was not removed.").arg(number);
    if (report.total > 1) {
        context.prepend(
            FleetPage::tr("%L1 of %L2 numbers were removed.").arg(report.removed).arg(report.total) + u' ');
    }
    bar.showError(context, first.error);
}

} // namespace numbers::gui
