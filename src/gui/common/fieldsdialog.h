#pragma once

#include "base/phonenumber.h"
#include "base/webhookconfiguration.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace numbers::gui {

namespace Ui {
class FieldsDialog;
}

/// Every field that decides who answers a number, by Twilio's names, for those who know them; to be copied
/// into a ticket. Passwords in addresses are hidden.
class FieldsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// What a second column compares with.
    struct Comparison
    {
        QString heading;
        WebhookConfiguration webhooks;
    };

    FieldsDialog(const PhoneNumber &number, const QString &intro, const WebhookConfiguration &now,
                 const std::optional<Comparison> &other, QWidget *parent);
    ~FieldsDialog() override;

private:
    void fill(const WebhookConfiguration &now, const std::optional<Comparison> &other);
    void copy() const;

    PhoneNumber m_number;
    std::unique_ptr<Ui::FieldsDialog> m_ui;
};

} // namespace numbers::gui
