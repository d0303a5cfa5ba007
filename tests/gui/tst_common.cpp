#include "gui/common/busybar.h"
#include "gui/common/fieldhint.h"
#include "gui/common/icons.h"
#include "gui/common/messagebar.h"
#include "gui/common/routinglines.h"
#include "gui/common/screenreader.h"
#include "gui/common/tableview.h"
#include "gui/common/textdirection.h"
#include "gui/common/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::gui;

namespace {

double luminance(const QColor &color)
{
    const auto channel = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

/// WCAG 2.1, 1.4.3.
double contrast(const QColor &one, const QColor &other)
{
    const auto light = std::max(luminance(one), luminance(other));
    const auto dark = std::min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

class TestCommon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesTheErrorsReportWithoutSecrets();
    void forgetsButtonsWithTheMessage();
    void cancelsOnce();
    void pressesTheFocusedButtonByEnter_data();
    void pressesTheFocusedButtonByEnter();
    void announcesWithoutRenamingTheInput();
    void saysWhatIsWrongWhileTyping();
    void correctsWhatWasPasted();
    void complainsAboutUnfinishedInputOnlyAfterIt();
    void neutralisesFormulas_data();
    void neutralisesFormulas();
    void neutralisesFormulasOnTheClipboardToo();
    void takesColumnsAsTheyAreSeen();
    void choosesARowInEitherDirection_data();
    void choosesARowInEitherDirection();
    void keepsNumbersInTheirOwnOrder();
    void readsEveryColourOfEveryTheme_data() { themes(); }
    void readsEveryColourOfEveryTheme();
    void isReadableInEveryTheme_data() { themes(); }
    void isReadableInEveryTheme();
    void outlinesInputsOnDarkWindows_data();
    void outlinesInputsOnDarkWindows();
    void tintsIconsWithTheTheme();
    void showsALineForEachChannelAndFallback();
    void namesNixflexByItsBaseline();

private:
    static void themes();
};

void TestCommon::themes()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << u"light"_s << 4.5;
    QTest::newRow("dark") << u"dark"_s << 4.5;
    QTest::newRow("high contrast") << u"high-contrast"_s << 7.0;
}

void TestCommon::copiesTheErrorsReportWithoutSecrets()
{
    MessageBar bar;
    auto error = Error::make(Error::Kind::Server, u"Nixflex has trouble."_s, u"status 502"_s);
    error.requestId = u"req-17"_s;
    bar.showError(error);
    QVERIFY(bar.isVisibleTo(nullptr));
    QCOMPARE(bar.text(), u"Nixflex has trouble."_s);
    auto *copyButton = bar.findChild<QPushButton *>(u"copyDetailsButton"_s);
    QVERIFY(copyButton != nullptr);
    copyButton->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), error.report());
}

void TestCommon::forgetsButtonsWithTheMessage()
{
    MessageBar bar;
    bar.showMessage(MessageKind::Info, u"One"_s);
    bar.addButton(u"Do it"_s, u"doItButton"_s);
    bar.showMessage(MessageKind::Info, u"Two"_s);
    QTRY_VERIFY(bar.findChild<QPushButton *>(u"doItButton"_s) == nullptr);
    bar.clear();
    QVERIFY(bar.isHidden());
    QVERIFY(!bar.hasMessage());
}

void TestCommon::pressesTheFocusedButtonByEnter_data()
{
    QTest::addColumn<bool>("isDialog");
    QTest::addColumn<bool>("isTool");
    QTest::newRow("button in a window") << false << false;
    QTest::newRow("button in a dialog with another default") << true << false;
    QTest::newRow("tool button in a window") << false << true;
    QTest::newRow("tool button in a dialog") << true << true;
}

void TestCommon::pressesTheFocusedButtonByEnter()
{
    QFETCH(bool, isDialog);
    QFETCH(bool, isTool);
    Theme theme;
    theme.apply(Theme::Choice::Light);
    const std::unique_ptr<QWidget> window(isDialog ? new QDialog : new QWidget);
    auto *layout = new QVBoxLayout(window.get());
    auto *other = new QPushButton(u"Default"_s);
    auto *push = new QPushButton(u"Focused"_s);
    push->setAutoDefault(false);
    QAbstractButton *button = push;
    if (isTool) {
        delete push;
        button = new QToolButton;
    }
    layout->addWidget(other);
    layout->addWidget(button);
    other->setDefault(true);
    other->setEnabled(!isDialog || isTool); // as "Next" beside "Fix it"
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    button->setFocus();
    QSignalSpy pressed(button, &QAbstractButton::clicked);
    QSignalSpy otherPressed(other, &QAbstractButton::clicked);
    QTest::keyClick(button, Qt::Key_Return);
    QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(pressed.size(), 2);
    QCOMPARE(otherPressed.size(), 0);
    // Held down it has been pressed once.
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
    QCoreApplication::sendEvent(button, &repeated);
    QCOMPARE(pressed.size(), 2);
    QCOMPARE(otherPressed.size(), 0);
}

void TestCommon::announcesWithoutRenamingTheInput()
{
    QWidget window;
    auto *edit = new QLineEdit(&window);
    edit->setAccessibleName(u"Auth Token"_s);
    window.show();
    announce(edit, u"Twilio refused the pair."_s);
    announce(edit, u"Twilio refused it again."_s);
    QCOMPARE(edit->accessibleName(), u"Auth Token"_s);
    QCOMPARE(window.accessibleName(), QString());
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    // What a reader finds: one alert, named after what was said last.
    QStringList alerts;
    const auto children = window.findChildren<QWidget *>();
    for (auto *child : children) {
        auto *interface = QAccessible::queryAccessibleInterface(child);
        if (interface->role() == QAccessible::AlertMessage && child->isVisible()) {
            alerts << interface->text(QAccessible::Name);
        }
    }
    QCOMPARE(alerts, QStringList{u"Twilio refused it again."_s});
#endif
}

void TestCommon::cancelsOnce()
{
    BusyBar bar;
    QSignalSpy cancelled(&bar, &BusyBar::cancelRequested);
    bar.start(u"Working…"_s);
    auto *cancelButton = bar.findChild<QPushButton *>(u"cancelButton"_s);
    QTest::mouseClick(cancelButton, Qt::LeftButton);
    QTest::mouseClick(cancelButton, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    bar.finish();
    QVERIFY(bar.isHidden());
}

void TestCommon::saysWhatIsWrongWhileTyping()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *edit = new QLineEdit(&window);
    auto *hint = new FieldHint(&window);
    layout->addWidget(edit);
    layout->addWidget(hint);
    hint->watch(edit, &checkAccountSid);
    window.show();
    QTest::keyClicks(edit, u"SK0123456789abcdef0123456789abcdef"_s);
    QCOMPARE(hint->verdict(), InputCheck::Verdict::Wrong);
    QVERIFY(!hint->text().isEmpty());
    QCOMPARE(edit->accessibleDescription(), hint->text());
}

void TestCommon::correctsWhatWasPasted()
{
    QLineEdit edit;
    FieldHint hint;
    hint.watch(&edit, &checkAccountSid);
    edit.setText(u" AC0123456789ABCDEF0123456789ABCDEF "_s);
    QCOMPARE(edit.text(), u"AC0123456789abcdef0123456789abcdef"_s);
    QCOMPARE(hint.verdict(), InputCheck::Verdict::Good);
    QVERIFY2(hint.text().startsWith(u"Corrected"_s), qPrintable(hint.text()));
    QVERIFY(hint.findChild<QPushButton *>(u"fixButton"_s)->isHidden());
}

void TestCommon::complainsAboutUnfinishedInputOnlyAfterIt()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *edit = new QLineEdit(&window);
    auto *other = new QLineEdit(&window);
    auto *hint = new FieldHint(&window);
    for (auto *widget : std::initializer_list<QWidget *>{edit, hint, other}) {
        layout->addWidget(widget);
    }
    hint->watch(edit, &checkAccountSid);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    edit->setFocus();
    QTest::keyClicks(edit, u"AC0123"_s);
    QCOMPARE(hint->verdict(), InputCheck::Verdict::Incomplete);
    const auto isIconShown = [hint] { return hint->findChildren<QLabel *>().front()->isVisible(); };
    QVERIFY(!isIconShown());
    other->setFocus();
    QTRY_VERIFY(isIconShown());
}

void TestCommon::neutralisesFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("plain") << u"Acme"_s << u"Acme"_s;
    QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("plus formula") << u"+1+cmd|' /C calc'!A0"_s << u"'+1+cmd|' /C calc'!A0"_s;
    QTest::newRow("minus formula") << u"-2+3"_s << u"'-2+3"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("tab first") << u"\t=1"_s << u"\"'\t=1\""_s;
    QTest::newRow("telephone number") << u"+44 7700 900123"_s << u"+44 7700 900123"_s;
    QTest::newRow("American number") << u"+1 206-220-5266"_s << u"+1 206-220-5266"_s;
    QTest::newRow("number with brackets") << u"+1 (206) 220-5266"_s << u"'+1 (206) 220-5266"_s;
    QTest::newRow("sum of digits") << u"+1206-220-5266"_s << u"'+1206-220-5266"_s;
    QTest::newRow("negative number") << u"-17.5"_s << u"-17.5"_s;
    QTest::newRow("comma and quotes") << u"Smith, \"Bob\""_s << u"\"Smith, \"\"Bob\"\"\""_s;
    QTest::newRow("line break") << u"a\nb"_s << u"\"a\nb\""_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestCommon::neutralisesFormulas()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    QCOMPARE(csvField(text), field);
}

void TestCommon::neutralisesFormulasOnTheClipboardToo()
{
    QCOMPARE(tabLine({u"Acme"_s, u"=HYPERLINK(1)"_s, u"+1 206-220-5266"_s}),
             u"Acme\t'=HYPERLINK(1)\t+1 206-220-5266"_s);
    // Neither hidden behind what is taken away, nor in the next cell or line.
    QCOMPARE(tabLine({u"a\tb"_s, u"a\r\n=1"_s}), u"a b\ta =1"_s);
}

void TestCommon::takesColumnsAsTheyAreSeen()
{
    QStandardItemModel model(2, 3);
    QTableView view;
    view.setModel(&model);
    view.hideColumn(1);
    view.horizontalHeader()->moveSection(2, 0);
    QCOMPARE(visibleColumns(view), QList({2, 0}));
}

void TestCommon::choosesARowInEitherDirection_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

void TestCommon::choosesARowInEitherDirection()
{
    QFETCH(Qt::LayoutDirection, direction);
    QStandardItemModel model(3, 2);
    QTableView view;
    view.setLayoutDirection(direction);
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.setModel(&model);
    view.show();
    chooseRow(view, 2);
    QCOMPARE(view.selectionModel()->selectedRows().size(), 1);
    QCOMPARE(view.selectionModel()->selectedRows().constFirst().row(), 2);
    QCOMPARE(view.currentIndex().row(), 2);
}

void TestCommon::keepsNumbersInTheirOwnOrder()
{
    const auto number = u"+44 20 7123 4696"_s;
    QCOMPARE(leftToRight(number), number);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto restore = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    QCOMPARE(leftToRight(QString()), QString());
    QCOMPARE(leftToRight(number), QChar(0x2066) + number + QChar(0x2069));
    // In a cell: drawn as itself, at the side where the line begins.
    QStandardItemModel model(1, 1);
    model.setItem(0, 0, new QStandardItem(number));
    QTableView view;
    view.setModel(&model);
    view.setItemDelegate(new LeftToRightDelegate(&view));
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.resize(view.sizeHint());
    chooseRow(view, 0);
    view.clearSelection();
    const auto drawn = [&view] {
        view.setCurrentIndex({});
        return view.grab().toImage();
    };
    const auto right = drawn();
    auto *plain = new QStyledItemDelegate(&view);
    view.setItemDelegate(plain);
    QVERIFY(drawn() != right);
    // What Unicode's isolates make of it is the same picture.
    model.item(0, 0)->setText(leftToRight(number));
    QVERIFY(drawn() == right);
}

void TestCommon::readsEveryColourOfEveryTheme()
{
    QFETCH(QString, name);
    Theme theme;
    theme.apply(Theme::fromWord(name));
    QSettings file(":/themes/%1.ini"_L1.arg(name), QSettings::IniFormat);
    file.beginGroup(u"All"_s);
    QVERIFY(file.childKeys().size() >= 20);
    const auto palette = QGuiApplication::palette();
    QCOMPARE(palette.color(QPalette::Active, QPalette::Window), QColor(file.value("Window"_L1).toString()));
    QCOMPARE(palette.color(QPalette::Active, QPalette::Highlight),
             QColor(file.value("Highlight"_L1).toString()));
    QCOMPARE(theme.isDark(), name != "light"_L1);
}

void TestCommon::isReadableInEveryTheme()
{
    QFETCH(QString, name);
    QFETCH(double, least);
    Theme theme;
    theme.apply(Theme::fromWord(name));
    const auto palette = QGuiApplication::palette();
    using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
    for (const auto &[text, background] :
         {Pair{QPalette::WindowText, QPalette::Window}, Pair{QPalette::Text, QPalette::Base},
          Pair{QPalette::Text, QPalette::AlternateBase}, Pair{QPalette::ButtonText, QPalette::Button},
          Pair{QPalette::HighlightedText, QPalette::Highlight},
          Pair{QPalette::ToolTipText, QPalette::ToolTipBase},
          Pair{QPalette::PlaceholderText, QPalette::Window}, Pair{QPalette::PlaceholderText, QPalette::Base},
          Pair{QPalette::Link, QPalette::Base}}) {
        for (const auto group : {QPalette::Active, QPalette::Inactive}) {
            const auto ratio = contrast(palette.color(group, text), palette.color(group, background));
            QVERIFY2(ratio >= least, qPrintable(u"%1 on %2: %3"_s.arg(text).arg(background).arg(ratio)));
        }
    }
    for (const auto kind :
         {MessageKind::Info, MessageKind::Success, MessageKind::Warning, MessageKind::Error}) {
        const auto colors = themeColors(kind);
        // Field hints are written on the window itself.
        QVERIFY2(contrast(colors.foreground, palette.color(QPalette::Window)) >= least, qPrintable(name));
        QVERIFY2(contrast(palette.color(QPalette::WindowText), colors.background) >= least, qPrintable(name));
    }
    QVERIFY(contrast(practiceColors().foreground, practiceColors().background) >= least);
}

void TestCommon::outlinesInputsOnDarkWindows_data()
{
    QTest::addColumn<bool>("isFocused");
    QTest::newRow("without the focus") << false;
    QTest::newRow("with the focus by mouse") << true;
}

/// WCAG 2.1, 1.4.11: what is needed to see where an input is.
void TestCommon::outlinesInputsOnDarkWindows()
{
    QFETCH(bool, isFocused);
    Theme theme;
    theme.apply(Theme::Choice::Dark);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    const QList<QWidget *> inputs{new QPushButton(u"Do it"_s), new QTableView, new QLineEdit};
    for (auto *input : inputs) {
        layout->addWidget(input);
    }
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (auto *input : inputs) {
        (isFocused ? input : inputs.at(input == inputs.constFirst() ? 1 : 0))->setFocus(Qt::MouseFocusReason);
        const auto image = window.grab().toImage();
        double best = 0.0;
        // The outline is somewhere in the first pixels of its side.
        for (int x = 0; x < 4; ++x) {
            const auto place = input->geometry().topLeft() + QPoint(x, input->height() / 2);
            best =
                std::max(best, contrast(image.pixelColor(place), window.palette().color(QPalette::Window)));
        }
        QVERIFY2(
            best >= 3.0,
            qPrintable(u"%1: %2"_s.arg(QString::fromLatin1(input->metaObject()->className())).arg(best)));
    }
    theme.apply(Theme::Choice::Light);
}

void TestCommon::tintsIconsWithTheTheme()
{
    const auto icon = iconFor(Icon::Sync);
    const auto darkest = [&icon] {
        const auto image = icon.pixmap(32, 32).toImage();
        int lightness = 255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > 200) {
                    lightness = std::min(lightness, image.pixelColor(x, y).lightness());
                }
            }
        }
        return lightness;
    };
    Theme theme;
    theme.apply(Theme::Choice::Light);
    QVERIFY(darkest() < 100);
    theme.apply(Theme::Choice::Dark);
    QVERIFY(darkest() > 150);
    theme.apply(Theme::Choice::Light);
    QVERIFY(darkest() < 100);
}

void TestCommon::showsALineForEachChannelAndFallback()
{
    WebhookConfiguration webhooks;
    webhooks.voiceUrl = u"https://example.com/voice"_s;
    webhooks.voiceFallbackUrl = u"https://handler.twilio.com/twiml/EH1"_s;
    webhooks.smsUrl = u"https://example.com/sms"_s;
    webhooks.smsFallbackUrl = u"https://example.com/fallback"_s;
    auto lines = routingLines(webhooks);
    QStringList titles;
    for (const auto &line : std::as_const(lines)) {
        titles << line.title;
    }
    QCOMPARE(titles, QStringList({u"Voice calls"_s, u"If voice fails"_s, u"Text messages"_s,
                                  u"If texting fails"_s, u"Call status reports"_s}));
    QCOMPARE(lines.at(1).who, u"TwiML Bin EH1"_s);
    QVERIFY(lines.at(1).isFallback && lines.at(1).isLive);
    QVERIFY(!lines.at(4).isLive);
    // Only the number's record was looked at.
    QVERIFY(lines.at(0).doubt.isEmpty() && !lines.at(2).doubt.isEmpty());
    QCOMPARE(toolTipOf(lines.at(2).address, lines.at(2).doubt), webhooks.smsUrl + u'\n' + lines.at(2).doubt);

    webhooks.trunkSid = u"TK0123456789abcdef0123456789abcdef"_s;
    lines = routingLines(webhooks);
    QCOMPARE(lines.front().who, u"SIP trunk TK01…cdef"_s);
    QCOMPARE(lines.at(1).title, u"Text messages"_s); // A fallback that is never reached has no line.
}

void TestCommon::namesNixflexByItsBaseline()
{
    WebhookConfiguration baseline;
    baseline.voiceUrl = u"https://engine.example.net/voice"_s;
    baseline.smsUrl = u"https://engine.example.net/sms"_s;
    auto now = baseline;
    now.smsUrl = u"https://other.example.com/sms"_s;
    const auto lines = routingLines(now, baseline);
    QVERIFY(lines.at(0).isNixflex && lines.at(0).isLive);
    QVERIFY(!lines.at(1).isNixflex && lines.at(1).isLive);
    QVERIFY(!lines.at(2).isNixflex && !lines.at(2).isLive);
}

QTEST_MAIN(TestCommon)
#include "tst_common.moc"
