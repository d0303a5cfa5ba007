#include "gui/settings/generalpage.h"

#include "base/countryname.h"
#include "gui/common/theme.h"
#include "gui/common/typography.h"
#include "ui_generalpage.h"
#include "workspace/settings.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;
using Key = workspace::Settings::Key;

/// BCP 47 tags of the translations that were built in: files are `:/i18n/numbers_<language>.qm`.
QStringList builtInLanguages()
{
    QStringList languages;
    const auto files = QDir(u":/i18n"_s).entryList({u"numbers_*.qm"_s});
    for (const auto &file : files) {
        languages.append(file.section(u'_', 1).chopped(3).replace(u'_', u'-'));
    }
    return languages;
}

void choose(QComboBox *combo, const QString &value)
{
    combo->setCurrentIndex(std::max(0, combo->findData(value)));
}

/// Offers every country by its name, with its own code as the value.
void fillRegions(QComboBox *combo)
{
    QMap<QString, QString> codeByName;
    for (int number = QLocale::AnyTerritory + 1; number <= QLocale::LastTerritory; ++number) {
        const auto territory = static_cast<QLocale::Territory>(number);
        const auto code = QLocale::territoryToCode(territory);
        if (code.size() == 2) {
            codeByName.insert(countryNameOf(code), code);
        }
    }
    for (auto it = codeByName.cbegin(); it != codeByName.cend(); ++it) {
        combo->addItem(u"%1 (%2)"_s.arg(it.key(), it.value()), it.value());
    }
}

void bind(QComboBox *combo, workspace::Settings &settings, Key key)
{
    choose(combo, settings.text(key));
    combo->setEnabled(!settings.isLocked(key));
    if (settings.isLocked(key)) {
        combo->setToolTip(GeneralPage::tr("Set by your administrator."));
    }
    QObject::connect(combo, &QComboBox::activated, combo,
                     [combo, &settings, key] { settings.setValue(key, combo->currentData().toString()); });
}

} // namespace

GeneralPage::GeneralPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::GeneralPage>())
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->languageNote);
    makeQuiet(m_ui->regionNote);
    makeQuiet(m_ui->healthCheckNote);
}

GeneralPage::~GeneralPage() = default;

void GeneralPage::setUp(workspace::Settings &settings, Theme &theme)
{
    m_ui->languageCombo->addItem(tr("As in the system"), QString());
    m_ui->languageCombo->addItem(u"English"_s, u"en"_s);
    for (const auto &language : builtInLanguages()) {
        if (language != "en"_L1) {
            m_ui->languageCombo->addItem(QLocale(language).nativeLanguageName(), language);
        }
    }
    bind(m_ui->languageCombo, settings, Key::Language);

    m_ui->themeCombo->addItem(tr("As in the system"), Theme::toWord(Theme::Choice::System));
    m_ui->themeCombo->addItem(tr("Light"), Theme::toWord(Theme::Choice::Light));
    m_ui->themeCombo->addItem(tr("Dark"), Theme::toWord(Theme::Choice::Dark));
    m_ui->themeCombo->addItem(tr("High contrast"), Theme::toWord(Theme::Choice::HighContrast));
    bind(m_ui->themeCombo, settings, Key::Theme);
    connect(m_ui->themeCombo, &QComboBox::activated, &theme,
            [this, &theme] { theme.apply(Theme::fromWord(m_ui->themeCombo->currentData().toString())); });

    const auto systemRegion = QLocale::system().territory();
    m_ui->regionCombo->addItem(
        systemRegion == QLocale::AnyTerritory
            ? tr("As in the system")
            : tr("As in the system (%1)").arg(countryNameOf(QLocale::territoryToCode(systemRegion))),
        QString());
    fillRegions(m_ui->regionCombo);
    bind(m_ui->regionCombo, settings, Key::DefaultRegion);

    m_ui->healthCheckCombo->addItem(tr("Never by itself"), u"0"_s);
    for (const int hours : {1, 4, 12, 24}) {
        m_ui->healthCheckCombo->addItem(tr("Every %n hour(s)", nullptr, hours), QString::number(hours));
    }
    bind(m_ui->healthCheckCombo, settings, Key::HealthCheckHours);
}

} // namespace numbers::gui
