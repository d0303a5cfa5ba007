#pragma once

#include "gui/common/messagebar.h"
#include "gui/common/tableview.h"
#include "gui/fleet/fleetpage.h"
#include "gui/windowhelpers.h"
#include "models/fleetmodel.h"
#include "simulator/world/sharedworld.h"
#include "support/runtask.h"

#include <QAction>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTest>

namespace numbers::test {

using namespace Qt::StringLiterals;

inline const auto theirs = u"https://pbx.example/theirs"_s;

/// The window with a fleet whose accounts and baselines are known here.
class HealthWindow : public WindowFixture
{
public:
    HealthWindow()
    {
        open();
        if (!QTest::qWaitFor([this] { return find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s); })) {
            qFatal("the fleet is not read");
        }
        if (!QTest::qWaitForWindowActive(&window())) {
            qFatal("the window is not active");
        }
        QList<simulator::TwilioAccount> accounts = simulator().subaccounts();
        accounts.prepend(simulator().mainAccount());
        for (const auto &account : std::as_const(accounts)) {
            store::AccountRecord record;
            record.sid = *AccountSid::parse(account.sid);
            record.ownerSid = *AccountSid::parse(account.ownerSid);
            record.friendlyName = account.friendlyName;
            const auto token =
                std::make_shared<const SecretString>(SecretString::fromText(account.authToken));
            if (!runTask(workspace().saveAccount(record, token, true))) {
                qFatal("an account cannot be saved");
            }
        }
        const auto all = simulator().nixflexNumbers();
        for (const auto &at : all) {
            know(at.phoneNumber);
        }
        // Rows that come later would take the choice away.
        const auto *model = qobject_cast<models::FleetModel *>(find<QTableView>("fleetView")->model());
        const auto isShown = [model, &all] {
            for (int row = 0; row < model->rowCount(); ++row) {
                const auto number = model->number(row);
                if (!number || !number->baseline) {
                    return false;
                }
            }
            return model->rowCount() == all.size() && !model->isLoading();
        };
        if (!QTest::qWaitFor(isShown)) {
            qFatal("the fleet is not shown");
        }
    }

    /// What Twilio shows now is what Nixflex set up.
    void know(const QString &e164)
    {
        const auto at = *simulator().number(e164);
        auto row = rowOf(e164);
        row.accountSid = *AccountSid::parse(at.accountSid);
        row.numberSid = at.sid;
        WebhookConfiguration baseline;
        baseline.voiceUrl = at.voiceUrl;
        baseline.voiceMethod = at.voiceMethod;
        baseline.voiceFallbackUrl = at.voiceFallbackUrl;
        baseline.voiceFallbackMethod = at.voiceFallbackMethod;
        baseline.voiceReceiveMode = at.voiceReceiveMode;
        baseline.voiceCallerIdLookup = at.voiceCallerIdLookup ? u"true"_s : u"false"_s;
        baseline.voiceApplicationSid = at.voiceApplicationSid;
        baseline.trunkSid = at.trunkSid;
        baseline.smsUrl = at.smsUrl;
        baseline.smsMethod = at.smsMethod;
        baseline.smsFallbackUrl = at.smsFallbackUrl;
        baseline.smsFallbackMethod = at.smsFallbackMethod;
        baseline.smsApplicationSid = at.smsApplicationSid;
        baseline.statusCallback = at.statusCallback;
        baseline.statusCallbackMethod = at.statusCallbackMethod;
        row.baseline = baseline;
        if (!runTask(workspace().ledger().saveNumber(row))) {
            qFatal("a number cannot be saved");
        }
    }

    [[nodiscard]] store::NumberRecord rowOf(const QString &e164)
    {
        const auto row =
            runTask(workspace().ledger().number(workspace().keyId(), *PhoneNumber::fromE164(e164)));
        return row && *row ? **row : store::NumberRecord();
    }

    /// Chooses a number of the main account that nothing is to be said about, and returns it.
    QString choose()
    {
        const auto services = simulator().services();
        const auto agents = simulator().agents();
        for (int row = 0; row < rowCount(*this); ++row) {
            const auto e164 = u'+' + digitsOf(cell(*this, row));
            const auto at = simulator().number(e164);
            const auto imported = simulator().nixflexNumber(e164);
            if (!at || !imported || at->accountSid != simulator().mainAccount().sid ||
                !at->trunkSid.isEmpty() || !at->voiceApplicationSid.isEmpty() || !at->voice ||
                std::any_of(services.cbegin(), services.cend(),
                            [&at](const auto &service) { return service.numberSids.contains(at->sid); }) ||
                std::none_of(agents.cbegin(), agents.cend(), [&imported](const auto &agent) {
                    return agent.agentId == imported->agentId && agent.isActive;
                })) {
                continue;
            }
            auto *view = find<QTableView>("fleetView");
            view->setFocus();
            // Not by `selectRow`, which looks at the keys that were held last.
            gui::chooseRow(*view, row);
            return e164;
        }
        qFatal("no number is without findings");
    }

    /// That of the fleet's page: others have the same name.
    [[nodiscard]] gui::MessageBar *bar()
    {
        return window().findChild<gui::FleetPage *>()->findChild<gui::MessageBar *>(u"messageBar"_s);
    }
    void press(Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(find<QTableView>("fleetView"), Qt::Key_K, modifiers);
    }
    /// Checks the chosen number and waits for the result.
    void check()
    {
        QTRY_VERIFY(isEnabled("checkAction"));
        press(Qt::ControlModifier);
        QTRY_VERIFY(bar()->hasMessage());
    }
    void drift(const QString &e164)
    {
        QVERIFY(simulator().changeNumber(e164, [](simulator::TwilioNumber &at) { at.voiceUrl = theirs; }));
    }
    [[nodiscard]] QString findings() const
    {
        const auto *label = find<QLabel>("findingsLabel");
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] bool offers(const char *button) const
    {
        return findVisible<QPushButton>(const_cast<HealthWindow *>(this)->window().window(),
                                        QString::fromLatin1(button)) != nullptr;
    }
    [[nodiscard]] int updates()
    {
        return simulator().countRequests(u"POST"_s, u"/IncomingPhoneNumbers/PN"_s);
    }
    /// Answers the open question by keys.
    void answer(bool isYes)
    {
        QTRY_VERIFY(dialog<QMessageBox>() != nullptr);
        auto *box = dialog<QMessageBox>();
        // What is pressed by mistake changes nothing.
        QVERIFY(box->defaultButton() == box->button(QMessageBox::Cancel));
        if (isYes) {
            auto *button = box->findChild<QPushButton *>(u"confirmButton"_s);
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Space);
        } else {
            QTest::keyClick(box, Qt::Key_Escape);
        }
        QTRY_VERIFY(dialog<QMessageBox>() == nullptr);
    }
    void push(const char *name)
    {
        QTRY_VERIFY(offers(name));
        auto *button = find<QPushButton>(name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    [[nodiscard]] bool isEnabled(const char *action)
    {
        return window().findChild<QAction *>(QString::fromLatin1(action))->isEnabled();
    }
};

} // namespace numbers::test
