#pragma once

#include <QWidget>

#include <memory>

namespace numbers::workspace {
class Settings;
}

namespace numbers::gui {

class Theme;

namespace Ui {
class GeneralPage;
}

/// Language, theme, default country and when to check health; each choice is in force and saved at once.
class GeneralPage : public QWidget
{
    Q_OBJECT
public:
    explicit GeneralPage(QWidget *parent = nullptr);
    ~GeneralPage() override;

    void setUp(workspace::Settings &settings, Theme &theme);

private:
    std::unique_ptr<Ui::GeneralPage> m_ui;
};

} // namespace numbers::gui
