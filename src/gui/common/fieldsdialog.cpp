#include "gui/common/fieldsdialog.h"

#include "base/plaintext.h"
#include "base/redact.h"
#include "gui/common/icons.h"
#include "gui/common/tableview.h"
#include "gui/common/textdirection.h"
#include "gui/common/typography.h"
#include "models/tooltip.h"
#include "ui_fieldsdialog.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidgetItem>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;

FieldsDialog::FieldsDialog(const PhoneNumber &number, const QString &intro, const WebhookConfiguration &now,
                           const std::optional<Comparison> &other, QWidget *parent)
    : QDialog(parent)
    , m_number(number)
    , m_ui(std::make_unique<Ui::FieldsDialog>())
{
    m_ui->setupUi(this);
    makeHeading(m_ui->headingLabel);
    m_ui->headingLabel->setText(leftToRight(number.international()));
    m_ui->introLabel->setText(intro);
    m_ui->introLabel->setVisible(!intro.isEmpty());
    QStringList headings{tr("Field"), tr("At Twilio")};
    if (other) {
        headings << other->heading;
    }
    m_ui->fieldTree->setHeaderLabels(headings);
    fill(now, other);
    auto *copyButton = m_ui->buttonBox->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setObjectName(u"copyFieldsButton"_s);
    copyButton->setIcon(iconFor(Icon::Copy));
    connect(copyButton, &QPushButton::clicked, this, &FieldsDialog::copy);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_ui->fieldTree->setFocus();

    // All fields without scrolling, where the screen has room for them.
    const auto character = fontMetrics().averageCharWidth();
    const auto rows = m_ui->fieldTree->topLevelItemCount() + 8;
    resize(character * (other ? 110 : 84), fontMetrics().lineSpacing() * 5 / 4 * rows);
}

FieldsDialog::~FieldsDialog() = default;

void FieldsDialog::fill(const WebhookConfiguration &now, const std::optional<Comparison> &other)
{
    auto *tree = m_ui->fieldTree;
    const auto differing =
        other ? now.differences(other->webhooks) : QList<const WebhookConfiguration::Field *>();
    for (const auto &field : WebhookConfiguration::fields()) {
        QStringList texts{QString(field.jsonName), escapedLine(redacted(now.*field.member))};
        if (other) {
            texts << escapedLine(redacted(other->webhooks.*field.member));
        }
        auto *item = new QTreeWidgetItem(tree, texts);
        for (int column = 1; column < texts.size(); ++column) {
            item->setToolTip(column, models::plainToolTip(texts.at(column)));
        }
        if (differing.contains(&field)) {
            item->setIcon(1, iconFor(MessageKind::Warning));
            item->setData(1, Qt::AccessibleDescriptionRole, tr("Differs"));
        }
    }
    tree->header()->setStretchLastSection(true);
    tree->resizeColumnToContents(0);
    if (other) {
        tree->setColumnWidth(1, fontMetrics().averageCharWidth() * 42);
    }
}

void FieldsDialog::copy() const
{
    const auto *tree = m_ui->fieldTree;
    QStringList lines{m_number.e164()};
    for (int row = 0; row < tree->topLevelItemCount(); ++row) {
        QStringList texts;
        for (int column = 0; column < tree->columnCount(); ++column) {
            texts << tree->topLevelItem(row)->text(column);
        }
        lines << texts.join(u'\t');
    }
    copyToClipboard(lines.join(u'\n'));
}

} // namespace numbers::gui
