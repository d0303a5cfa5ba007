#pragma once

#include "base/error.h"

#include <QWidget>

#include <memory>

namespace numbers::gui {

namespace Ui {
class StartPage;
}

/// What the window shows before its records are open, and when they cannot be opened.
class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);
    ~StartPage() override;

    void showLoading(const QString &text);
    void showError(const Error &error);

Q_SIGNALS:
    void retryRequested();

private:
    std::unique_ptr<Ui::StartPage> m_ui;
};

} // namespace numbers::gui
