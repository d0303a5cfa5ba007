#include "gui/settings/firstrunpage.h"

#include "gui/common/icons.h"
#include "gui/common/typography.h"
#include "gui/settings/keyentry.h"
#include "ui_firstrunpage.h"

namespace numbers::gui {

FirstRunPage::FirstRunPage(workspace::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FirstRunPage>())
{
    m_ui->setupUi(this);
    makeTitle(m_ui->titleLabel);
    showLogo(m_ui->logoLabel);
    // As wide as a comfortable line of text, so that long sentences stay readable in a large window.
    const auto lineWidth = fontMetrics().averageCharWidth() * 84;
    m_ui->column->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_ui->column->setMaximumWidth(lineWidth);
    m_ui->centringLayout->setStretch(1, 8);
    m_ui->columnLayout->setSpacing(fontMetrics().height());
    m_ui->practiceButton->setIcon(iconFor(Icon::Practice));
    m_ui->keyEntry->setWorkspace(&workspace);

    connect(m_ui->keyEntry, &KeyEntry::connected, this, &FirstRunPage::connected);
    connect(m_ui->keyEntry, &KeyEntry::notRemembered, this, &FirstRunPage::notRemembered);
    connect(m_ui->keyEntry, &KeyEntry::networkSettingsRequested, this,
            &FirstRunPage::networkSettingsRequested);
    connect(m_ui->practiceButton, &QPushButton::clicked, this, &FirstRunPage::practiceRequested);
}

FirstRunPage::~FirstRunPage() = default;

void FirstRunPage::activate()
{
    m_ui->keyEntry->focusKey();
}

} // namespace numbers::gui
