#pragma once

#include <QDialog>

#include <memory>

namespace numbers::gui {

namespace Ui {
class AboutDialog;
}

/// Version, Qt, and the licences of what the program is built with.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);
    ~AboutDialog() override;

private:
    std::unique_ptr<Ui::AboutDialog> m_ui;
};

} // namespace numbers::gui
