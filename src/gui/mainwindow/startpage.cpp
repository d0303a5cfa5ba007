#include "gui/mainwindow/startpage.h"

#include "gui/common/errortext.h"
#include "gui/common/typography.h"
#include "ui_startpage.h"

#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StartPage>())
{
    m_ui->setupUi(this);
    makeHeading(m_ui->errorLabel);
    m_ui->loadingProgress->setMaximumHeight(fontMetrics().height() / 3);
    m_ui->loadingProgress->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    m_ui->startLayout->setAlignment(m_ui->loadingProgress, Qt::AlignHCenter);
    m_ui->messageBar->setDismissible(false);
}

StartPage::~StartPage() = default;

void StartPage::showLoading(const QString &text)
{
    m_ui->messageBar->clear();
    m_ui->errorLabel->hide();
    m_ui->loadingLabel->setText(text);
    m_ui->loadingLabel->show();
    m_ui->loadingProgress->show();
}

void StartPage::showError(const Error &error)
{
    m_ui->loadingProgress->hide();
    m_ui->loadingLabel->hide();
    m_ui->errorLabel->setText(errorTitle(error));
    m_ui->errorLabel->show();
    m_ui->messageBar->showError(error);
    auto *retryButton = m_ui->messageBar->addButton(tr("Try &again"), u"retryOpenButton"_s);
    connect(retryButton, &QPushButton::clicked, this, &StartPage::retryRequested);
    retryButton->setFocus();
}

} // namespace numbers::gui
