#pragma once

#include "gui/history/historywindow.h"
#include "gui/windowhelpers.h"
#include "operations/operations.h"
#include "support/runtask.h"

#include <QComboBox>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

namespace numbers::test {

/// The main window with some operations in its ledger, and the history opened by its key.
class History
{
public:
    History()
    {
        fixture.open();
        const auto rows = fixture.simulator().nixflexNumbers();
        for (int i = 0; i < 3; ++i) {
            number[i] = *PhoneNumber::fromE164(rows.at(i).phoneNumber);
        }
        change(number[0], QStringLiteral("First"));
        refuse();
        change(number[1], QStringLiteral("Second"));
        importOne();
    }

    void change(const PhoneNumber &at, const QString &text)
    {
        const operations::ProfileChange wish{at, text, {}};
        const auto outcome = runTask(fixture.workspace().operations()->changeProfile(wish, {}));
        if (outcome.operationId.isEmpty()) {
            qFatal("nothing was recorded");
        }
        last = outcome.operationId;
    }
    void refuse()
    {
        simulator::Fault fault;
        fault.method = QStringLiteral("PATCH");
        fault.status = 402;
        fixture.simulator().armFault(fault);
    }
    void importOne()
    {
        const auto account = fixture.simulator().mainAccount();
        operations::PlanInput input;
        input.credentials = {*AccountSid::parse(account.sid),
                             std::make_shared<const SecretString>(SecretString::fromText(account.authToken))};
        imported = *PhoneNumber::fromE164(fixture.simulator().freeNumber());
        input.phoneNumber = imported;
        input.agentId = *AgentId::parse(fixture.simulator().agentId());
        fixture.simulator().changeNumber(imported.e164(), [](simulator::TwilioNumber &at) {
            at.voiceUrl = QStringLiteral("https://user:open-sesame-77@former.example/voice");
        });
        auto &importer = *fixture.workspace().operations();
        const auto plan = runTask(importer.plan(input, {}));
        const auto outcome = runTask(importer.run(*plan, true, [](operations::ImportStep) {}, {}));
        if (outcome.kind != operations::OperationOutcome::Kind::Succeeded) {
            qFatal("the import fails");
        }
    }
    [[nodiscard]] bool open()
    {
        if (!QTest::qWaitFor([this] { return rowCount(fixture) > 2; })) {
            return false;
        }
        QTest::keyClick(&fixture.window(), Qt::Key_H, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return window() != nullptr && count() == 4; });
    }
    [[nodiscard]] gui::HistoryWindow *window() const { return fixture.dialog<gui::HistoryWindow>(); }
    [[nodiscard]] QTableView *view() const { return fixture.find<QTableView>("operationView"); }
    [[nodiscard]] QTreeWidget *tree() const { return fixture.find<QTreeWidget>("operationTree"); }
    [[nodiscard]] int count() const { return view()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return view()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList texts;
        for (int i = 0; tree()->topLevelItem(0) != nullptr && i < tree()->topLevelItem(0)->childCount();
             ++i) {
            texts << tree()->topLevelItem(0)->child(i)->text(0);
        }
        return texts;
    }
    /// As a person does: the list opened by a key, the entry found by typing its beginning.
    void pick(const char *combo, const QString &entry)
    {
        auto *box = fixture.find<QComboBox>(combo);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        while (box->currentText() != entry && box->currentIndex() + 1 < box->count()) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        QCOMPARE(box->currentText(), entry);
    }

    WindowFixture fixture;
    PhoneNumber number[3];
    PhoneNumber imported;
    QString last;
};

} // namespace numbers::test
