#include "gui/accessibilitylint.h"
#include "gui/common/tableview.h"
#include "gui/windowhelpers.h"
#include "simulator/simulator.h"
#include "support/runtask.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLocale>
#include <QScopeGuard>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;

namespace {

using Lines = QList<QStringList>; ///< name, value

/// The window with the details of its first number in sight.
class Details
{
public:
    explicit Details(const std::function<void(simulator::NixflexNumber &)> &everywhere = {})
    {
        for (const auto &row : fixture.simulator().nixflexNumbers()) {
            fixture.simulator().changeNixflexNumber(row.phoneNumber,
                                                    [&everywhere](simulator::NixflexNumber &at) {
                                                        // As without the seeded ones.
                                                        at.voiceId.reset();
                                                        at.speakingRate.reset();
                                                        at.isVoicemailLeaveEnabled.reset();
                                                        at.voicemailMessage.reset();
                                                        at.isSmsReplyEnabled = false;
                                                        at.smsPrompt.reset();
                                                        at.isCallRecorded.reset();
                                                        at.recordingSource.reset();
                                                        at.isDtmfEnabled.reset();
                                                        if (everywhere) {
                                                            everywhere(at);
                                                        }
                                                    });
        }
        fixture.open();
    }

    /// Chooses the row and the tab by the keyboard.
    [[nodiscard]] bool show()
    {
        if (!QTest::qWaitFor([this] { return rowCount(fixture) > 2 && !cell(fixture, 0).isEmpty(); })) {
            return false;
        }
        auto *view = fixture.find<QTableView>("fleetView");
        view->setFocus();
        gui::chooseRow(*view, 0);
        auto *bar = fixture.find<QTabWidget>("tabs")->tabBar();
        bar->setFocus();
        QTest::keyClick(bar, Qt::Key_Right);
        return QTest::qWaitFor([this] { return tree()->isVisible() && tree()->topLevelItemCount() > 3; });
    }

    /// Reads the fleet again; every number with what Nixflex answers now, or with these members.
    void sync(const QJsonObject &members = {})
    {
        if (!members.isEmpty()) {
            QJsonArray rows;
            for (const auto &row : fixture.simulator().nixflexNumbers()) {
                auto object = members;
                object.insert(u"phone_number"_s, row.phoneNumber);
                object.insert(u"agent_id"_s, row.agentId);
                rows.append(object);
            }
            simulator::Fault fault;
            fault.method = u"GET"_s;
            fault.path = u"/v1/phone-numbers"_s;
            fault.rawBody =
                QJsonDocument(QJsonObject{{u"phone_numbers"_s, rows}}).toJson(QJsonDocument::Compact);
            fixture.simulator().armFault(fault);
        }
        QTest::keyClick(&fixture.window(), Qt::Key_F5);
    }

    [[nodiscard]] QTreeWidget *tree() const { return fixture.find<QTreeWidget>("factsTree"); }
    /// The last row of the table, when there is something below it.
    [[nodiscard]] QTreeWidgetItem *heading() const
    {
        auto *last = tree()->topLevelItem(tree()->topLevelItemCount() - 1);
        return last != nullptr && last->childCount() > 0 ? last : nullptr;
    }
    [[nodiscard]] Lines lines() const
    {
        Lines lines;
        for (int i = 0; heading() != nullptr && i < heading()->childCount(); ++i) {
            lines.append({heading()->child(i)->text(0), heading()->child(i)->text(1)});
        }
        return lines;
    }

    WindowFixture fixture;
};

void chooseMuch(simulator::NixflexNumber &at)
{
    at.voiceId = u"Hannah"_s;
    at.speakingRate = 1.25;
    at.isCallRecorded = true;
    at.recordingSource = u"provider"_s;
    at.isVoicemailLeaveEnabled = false;
}

} // namespace

/// What the newer API returns of a number beyond the business profile is to be read in its details.
class TestWindowNumberSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatNixflexSays_data();
    void showsWhatNixflexSays();
    void cannotBeChangedThere();
    void showsWhatNoVersionKnowsYet();
    void shortensLongTexts();
    void followsNixflex();
    void keepsNoSecrets();
    void isForEverybody();
};

void TestWindowNumberSettings::showsWhatNixflexSays_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<Lines>("lines");
    QTest::newRow("English") << u"en"_s << u"Other settings at Nixflex"_s
                             << Lines{{u"Voice"_s, u"Hannah"_s},
                                      {u"Speaking rate"_s, u"1.25"_s},
                                      {u"Records calls"_s, u"Yes"_s},
                                      {u"Recorded by"_s, u"The phone provider"_s},
                                      {u"Leaves voicemails"_s, u"No"_s},
                                      {u"Answers text messages"_s, u"No"_s}};
    QTest::newRow("German") << u"de"_s << u"Weitere Einstellungen bei Nixflex"_s
                            << Lines{{u"Stimme"_s, u"Hannah"_s},
                                     {u"Sprechtempo"_s, u"1,25"_s},
                                     {u"Zeichnet Anrufe auf"_s, u"Ja"_s},
                                     {u"Aufgezeichnet durch"_s, u"Den Telefonanbieter"_s},
                                     {u"Spricht auf Anrufbeantworter"_s, u"Nein"_s},
                                     {u"Beantwortet Textnachrichten"_s, u"Nein"_s}};
}

void TestWindowNumberSettings::showsWhatNixflexSays()
{
    QFETCH(QString, language);
    QFETCH(QString, heading);
    QFETCH(Lines, lines);
    const QLocale before;
    QLocale::setDefault(QLocale(language));
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    QTranslator translator;
    if (language == "de"_L1) {
        QVERIFY(translator.load(u":/i18n/numbers_de.qm"_s));
        QCoreApplication::installTranslator(&translator);
    }
    Details details(chooseMuch);
    QVERIFY(details.show());
    QTRY_COMPARE(details.lines(), lines);
    QCOMPARE(details.heading()->text(0), heading);
    QVERIFY(details.heading()->isExpanded());
    // Down to the last one by the keyboard, which is in sight then.
    details.tree()->setFocus();
    QTest::keyClick(details.tree(), Qt::Key_End);
    const auto *last = details.tree()->currentItem();
    QCOMPARE(last->text(0), lines.last().first());
    QVERIFY(details.tree()->viewport()->rect().intersects(details.tree()->visualItemRect(last)));
}

void TestWindowNumberSettings::cannotBeChangedThere()
{
    Details details(chooseMuch);
    QVERIFY(details.show());
    QTRY_VERIFY(details.heading() != nullptr);
    auto *voice = details.heading()->child(0);
    details.tree()->setFocus();
    details.tree()->setCurrentItem(voice, 1);
    QTest::keyClick(details.tree(), Qt::Key_F2);
    QTest::keyClicks(details.tree(), u"Otto"_s);
    QTest::keyClick(details.tree(), Qt::Key_Return);
    QVERIFY(details.tree()->findChildren<QLineEdit *>().isEmpty());
    QCOMPARE(voice->text(1), u"Hannah"_s);
    // What is not there has no heading.
    details.sync({{u"custom_prompt"_s, u"x"_s}});
    QTRY_VERIFY(details.heading() == nullptr);
}

void TestWindowNumberSettings::showsWhatNoVersionKnowsYet()
{
    Details details;
    QVERIFY(details.show());
    details.sync({{u"zeta"_s, u"<b>bold</b>\nand \u202Eback"_s},
                  {u"alpha"_s, QJsonObject{{u"deep"_s, QJsonObject{{u"er"_s, 12'345'678}}}, {u"none"_s, {}}}},
                  {u"days"_s, QJsonArray{u"Mon"_s, u"Tue"_s, true}},
                  {u"rules"_s, QJsonArray{QJsonObject{{u"if"_s, 0.5}}, u"else"_s}},
                  {u"nobody"_s, QJsonValue()},
                  {u"voice_id"_s, QJsonObject{{u"id"_s, 7}}}});
    const Lines expected{{u"voice_id.id"_s, u"7"_s},
                         {u"alpha.deep.er"_s, u"12345678"_s},
                         {u"alpha.none"_s, u"–"_s},
                         {u"days"_s, QLocale().createSeparatedList({u"Mon"_s, u"Tue"_s, u"Yes"_s})},
                         {u"rules.1.if"_s, u"0.5"_s},
                         {u"rules.2"_s, u"else"_s},
                         {u"zeta"_s, u"<b>bold</b> and back"_s}};
    QTRY_COMPARE(details.lines(), expected);
    QVERIFY(details.heading()->child(6)->toolTip(1).contains(u"&lt;b&gt;"_s));
}

void TestWindowNumberSettings::shortensLongTexts()
{
    const auto text = u"Be brief.\n"_s.repeated(60) + u"The end."_s;
    Details details([&text](simulator::NixflexNumber &at) { at.smsPrompt = text; });
    QVERIFY(details.show());
    QTRY_VERIFY(details.heading() != nullptr);
    const auto *item = details.heading()->child(1);
    QCOMPARE(item->text(0), u"Instructions for text messages"_s);
    QVERIFY2(item->text(1).startsWith(u"Be brief. Be brief."_s) && item->text(1).endsWith(u'…') &&
                 item->text(1).size() < 150,
             qPrintable(item->text(1)));
    QCOMPARE(item->toolTip(1), text);
    QCOMPARE(item->data(1, Qt::AccessibleDescriptionRole).toString(), text);
}

void TestWindowNumberSettings::followsNixflex()
{
    Details details(chooseMuch);
    QVERIFY(details.show());
    QTRY_COMPARE(details.lines().size(), 6);
    for (const auto &row : details.fixture.simulator().nixflexNumbers()) {
        details.fixture.simulator().changeNixflexNumber(row.phoneNumber, [](simulator::NixflexNumber &at) {
            at.voiceId = u"Oliver"_s;
            at.speakingRate.reset();
        });
    }
    details.sync();
    QTRY_COMPARE(details.lines().value(0), (QStringList{u"Voice"_s, u"Oliver"_s}));
    QCOMPARE(details.lines().size(), 5);
    // From the ledger, also when Nixflex cannot be asked.
    details.fixture.close();
    details.fixture.goOffline();
    details.fixture.open();
    QVERIFY(details.show());
    QTRY_COMPARE(details.lines().value(0), (QStringList{u"Voice"_s, u"Oliver"_s}));
}

void TestWindowNumberSettings::keepsNoSecrets()
{
    Details details;
    QVERIFY(details.show());
    details.sync({{u"voice_id"_s, u"Hannah"_s},
                  {u"twilio_auth_token"_s, u"open-sesame-1"_s},
                  {u"sip"_s, QJsonObject{{u"password"_s, u"open-sesame-2"_s}, {u"realm"_s, u"there"_s}}},
                  {u"note"_s, u"nxfs_open-sesame-3"_s}});
    const Lines expected{{u"Voice"_s, u"Hannah"_s}, {u"sip.realm"_s, u"there"_s}};
    QTRY_COMPARE(details.lines(), expected);
    const QDir folder(details.fixture.profileDirectory());
    auto found = 0;
    details.fixture.close();
    const auto files = folder.entryInfoList(QDir::Files | QDir::Hidden);
    for (const auto &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        found += static_cast<int>(bytes.contains("sip"));
        QVERIFY2(!bytes.contains("open-sesame"), qPrintable(info.fileName()));
    }
    QVERIFY(found > 0);
}

void TestWindowNumberSettings::isForEverybody()
{
    Details details(chooseMuch);
    QVERIFY(details.show());
    QTRY_VERIFY(details.heading() != nullptr);
    QCOMPARE(accessibilityFindings(&details.fixture.window()), QStringList());
}

QTEST_MAIN(TestWindowNumberSettings)
#include "tst_windownumbersettings.moc"
