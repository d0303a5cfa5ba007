#pragma once

#include <QDialog>

#include <memory>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

class Theme;

namespace Ui {
class PreferencesDialog;
}

/// All preferences of a profile. Choices are in force at once; the network page has a Save of its own, and
/// closing the dialog asks about what was not saved there.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Page { General, Key, Network, Accounts };

    PreferencesDialog(workspace::Workspace &workspace, Theme &theme, QWidget *parent = nullptr);
    ~PreferencesDialog() override;

    void showPage(Page page);
    void done(int result) override;

private:
    void askAboutNetwork();

    std::unique_ptr<Ui::PreferencesDialog> m_ui;
    bool m_isClosing = false; ///< as soon as the network settings are saved
};

} // namespace numbers::gui
