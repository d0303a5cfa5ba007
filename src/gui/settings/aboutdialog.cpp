#include "gui/settings/aboutdialog.h"

#include "gui/common/resources.h"
#include "gui/common/typography.h"
#include "ui_aboutdialog.h"

#include <QFile>
#include <QSysInfo>

namespace numbers::gui {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AboutDialog>())
{
    initResources();
    m_ui->setupUi(this);
    makeHeading(m_ui->nameLabel);
    showLogo(m_ui->logoLabel);
    m_ui->versionLabel->setText(tr("Version %1, with Qt %2 on %3")
                                    .arg(QStringLiteral(NUMBERS_VERSION), QString::fromLatin1(qVersion()),
                                         QSysInfo::prettyProductName()));
    QFile licences(u":/licences.txt"_s);
    if (licences.open(QIODevice::ReadOnly)) {
        m_ui->licencesText->setPlainText(QString::fromUtf8(licences.readAll()));
    }
    m_ui->licencesText->setMinimumHeight(fontMetrics().lineSpacing() * 12);
    fitToTexts(this, 70);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

AboutDialog::~AboutDialog() = default;

} // namespace numbers::gui
