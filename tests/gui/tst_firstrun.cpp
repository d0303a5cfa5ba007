#include "gui/common/fieldhint.h"
#include "gui/common/messagebar.h"
#include "gui/windowhelpers.h"
#include "simulator/simulator.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;

/// From nothing to the fleet: the key, where it is kept, and what stands in the way.
class TestFirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsWithAKeyAndShowsTheFleet();
    void saysWhenNixflexRefusesTheKey();
    void remembersTheKeyAfterARestart();
    void asksToUnlockTheKeychain();
    void saysOnceThatTheKeychainIsLocked();
};

void TestFirstRun::connectsWithAKeyAndShowsTheFleet()
{
    WindowFixture::Options options;
    options.hasKey = false;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "firstRunPage"));
    auto *keyEdit = fixture.find<QLineEdit>("keyEdit");
    QTRY_VERIFY(keyEdit->hasFocus());
    auto *hint = fixture.find<gui::FieldHint>("keyHint");
    QTest::keyClicks(keyEdit, u"nxf_abc"_s);
    QVERIFY(!hint->isGood());
    keyEdit->clear();
    QTest::keyClicks(keyEdit, fixture.simulator().nixflexKey());
    QVERIFY(hint->isGood());
    QTest::keyClick(keyEdit, Qt::Key_Return);
    QTRY_VERIFY(isShowing(fixture, "fleetPage"));
    QTRY_COMPARE(rowCount(fixture), static_cast<int>(fixture.simulator().nixflexNumbers().size()));
    QVERIFY(rowCount(fixture) > 0);
    QVERIFY(keyEdit->text().isEmpty());
    QTRY_VERIFY(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s));
}

void TestFirstRun::saysWhenNixflexRefusesTheKey()
{
    WindowFixture::Options options;
    options.hasKey = false;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "firstRunPage"));
    auto *keyEdit = fixture.find<QLineEdit>("keyEdit");
    auto wrong = fixture.simulator().nixflexKey();
    wrong.back() = wrong.back() == u'a' ? u'b' : u'a';
    keyEdit->setText(wrong);
    QTest::mouseClick(fixture.find<QPushButton>("connectButton"), Qt::LeftButton);
    auto *hint = fixture.find<gui::FieldHint>("keyHint");
    QTRY_COMPARE(hint->verdict(), InputCheck::Verdict::Wrong);
    QVERIFY(isShowing(fixture, "firstRunPage"));
    QVERIFY(!fixture.find<QWidget>("keyEntry")->findChild<gui::MessageBar *>()->hasMessage());
    // What was typed is still there to be mended.
    QCOMPARE(keyEdit->text(), wrong);
    QTRY_VERIFY(keyEdit->hasFocus());
}

void TestFirstRun::remembersTheKeyAfterARestart()
{
    WindowFixture::Options options;
    options.hasKey = false;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "firstRunPage"));
    fixture.find<QLineEdit>("keyEdit")->setText(fixture.simulator().nixflexKey());
    fixture.find<QPushButton>("connectButton")->click();
    QTRY_VERIFY(isShowing(fixture, "fleetPage"));
    fixture.close();
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "fleetPage"));
    QTRY_VERIFY(rowCount(fixture) > 0);
}

void TestFirstRun::asksToUnlockTheKeychain()
{
    WindowFixture fixture;
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "fleetPage"));
    fixture.keychain().setState(secrets::SecretStore::State::WaitingForUnlock);
    auto *unlockButton = findVisible<QPushButton>(&fixture.window(), u"unlockKeychainButton"_s);
    QVERIFY(unlockButton != nullptr);
    QTest::mouseClick(unlockButton, Qt::LeftButton);
    QTRY_VERIFY(!fixture.find<gui::MessageBar>("keychainBar")->hasMessage());
}

void TestFirstRun::saysOnceThatTheKeychainIsLocked()
{
    WindowFixture::Options options;
    options.hasKey = false;
    options.keychain = secrets::SecretStore::State::WaitingForUnlock;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(isShowing(fixture, "firstRunPage"));
    QTRY_VERIFY(fixture.find<gui::MessageBar>("keychainBar")->hasMessage());
    const auto words = secrets::explain(options.keychain);
    QStringList places;
    const auto labels = fixture.window().findChildren<QLabel *>();
    for (const auto *label : labels) {
        if (label->isVisible() && label->text().contains(words)) {
            places.append(label->objectName());
        }
    }
    QCOMPARE(places.size(), 1);
}

QTEST_MAIN(TestFirstRun)
#include "tst_firstrun.moc"
