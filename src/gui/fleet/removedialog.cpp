#include "gui/fleet/removedialog.h"

#include "gui/common/icons.h"
#include "gui/common/textdirection.h"
#include "gui/common/typography.h"
#include "ui_removedialog.h"

#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

/// More are not read by anybody; the question says how many there are.
constexpr qsizetype mostListed = 1'000;

} // namespace

RemoveDialog::RemoveDialog(QList<Number> numbers, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RemoveDialog>())
    , m_numbers(std::move(numbers))
{
    m_ui->setupUi(this);
    const auto count = static_cast<int>(m_numbers.size());
    const auto extent = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    m_ui->iconLabel->setPixmap(
        iconFor(MessageKind::Warning).pixmap(QSize(extent, extent), devicePixelRatioF()));
    makeHeading(m_ui->questionLabel);
    m_ui->questionLabel->setText(
        count == 1
            ? tr("Remove %1 from Nixflex?").arg(leftToRight(m_numbers.front().phoneNumber.international()))
            : tr("Remove %Ln numbers from Nixflex?", nullptr, count));

    const auto listed = m_numbers.first(std::min(m_numbers.size(), mostListed));
    for (const auto &number : listed) {
        const auto words = leftToRight(number.phoneNumber.international());
        m_ui->numberList->addItem(
            number.agentName.isEmpty() ? words : tr("%1, answered by %2").arg(words, number.agentName));
    }
    if (const auto more = m_numbers.size() - listed.size(); more > 0) {
        m_ui->numberList->addItem(tr("and %Ln more", nullptr, static_cast<int>(more)));
    }
    m_ui->numberList->setVisible(count > 1);
    m_ui->numberList->setMaximumHeight(fontMetrics().lineSpacing() * std::min(count + 1, 8));

    const auto hasBackup = std::any_of(m_numbers.cbegin(), m_numbers.cend(),
                                       [](const auto &number) { return number.hasBackup; });
    m_ui->backupLabel->setText(
        hasBackup
            ? tr("The settings from before the import stay in your records; see the number’s history.")
            : tr("These numbers were not imported on this computer, so there is no record of what answered "
                 "before."));
    m_ui->restoreCheck->setVisible(hasBackup);
    updateTexts();
    connect(m_ui->restoreCheck, &QCheckBox::toggled, this, &RemoveDialog::updateTexts);

    auto *removeButton = m_ui->buttonBox->addButton(
        count == 1 ? tr("&Remove") : tr("&Remove %Ln", nullptr, count), QDialogButtonBox::AcceptRole);
    removeButton->setObjectName(u"confirmRemoveButton"_s);
    removeButton->setIcon(iconFor(Icon::Remove));
    removeButton->setEnabled(false);
    connect(m_ui->confirmCheck, &QCheckBox::toggled, removeButton, &QPushButton::setEnabled);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->buttonBox->button(QDialogButtonBox::Cancel)->setDefault(true);
    m_ui->confirmCheck->setFocus();
    fitToTexts(this, 64);
}

RemoveDialog::~RemoveDialog() = default;

QList<PhoneNumber> RemoveDialog::numbers() const
{
    QList<PhoneNumber> numbers;
    for (const auto &number : m_numbers) {
        numbers.append(number.phoneNumber);
    }
    return numbers;
}

bool RemoveDialog::mustRestore() const
{
    return m_ui->restoreCheck->isChecked();
}

void RemoveDialog::updateTexts()
{
    const auto isOne = m_numbers.size() == 1;
    const auto isRestored = mustRestore();
    m_ui->doesLabel->setText(
        u"<ul style='margin-left:0;-qt-list-indent:1'><li>%1</li><li>%2</li><li>%3</li></ul>"_s.arg(
            isRestored ? tr("The agent stops answering at once.")
                       : tr("The agent stops answering at once: Nixflex clears the number’s webhooks at "
                            "Twilio, and calls and texts then reach nobody."),
            tr("The number is <b>not</b> released. It stays in the Twilio account and goes on being billed "
               "there."),
            isRestored ? tr("What answered before the import is set back at Twilio. What somebody changed "
                            "since stays.")
                       : tr("What answered before the import is <b>not</b> brought back by Nixflex.")));
    m_ui->confirmCheck->setText(
        isRestored ? (isOne ? tr("I &understand that the agent stops answering this number")
                            : tr("I &understand that the agents stop answering these numbers"))
                   : (isOne ? tr("I &understand that nobody will answer this number")
                            : tr("I &understand that nobody will answer these numbers")));
}

} // namespace numbers::gui
