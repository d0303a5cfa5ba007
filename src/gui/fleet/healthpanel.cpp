#include "gui/fleet/healthpanel.h"

#include "gui/fleet/healthtext.h"
#include "operations/health/healthfindings.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using operations::HealthCode;

HealthPanel::HealthPanel(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_buttons(new QGridLayout)
{
    m_text->setObjectName(u"findingsLabel"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_setBackButton =
        addButton(tr("Set back…"), tr("Set at Twilio what Nixflex had set up"), u"setBackButton"_s);
    m_adoptButton = addButton(tr("Keep what is there…"),
                              tr("Later checks compare with what Twilio shows now"), u"adoptButton"_s);
    m_importButton =
        addButton(tr("Import again…"), tr("Bring the number to an agent once more"), u"importAgainButton"_s);
    m_restoreButton = addButton(tr("Set back…"), tr("Set at Twilio what answered before the import"),
                                u"restoreFormerButton"_s);
    m_forgetButton = addButton(tr("Take out of the list…"), tr("Its history stays"), u"forgetButton"_s);
    m_tokenButton = addButton(tr("Enter the token…"), tr("Open the Twilio accounts in the preferences"),
                              u"enterTokenButton"_s);
    connect(m_setBackButton, &QPushButton::clicked, this, [this] { Q_EMIT setBackRequested(m_number); });
    connect(m_adoptButton, &QPushButton::clicked, this, [this] { Q_EMIT adoptRequested(m_number); });
    connect(m_forgetButton, &QPushButton::clicked, this, [this] { Q_EMIT forgetRequested(m_number); });
    connect(m_importButton, &QPushButton::clicked, this, [this] { Q_EMIT importAgainRequested(m_number); });
    connect(m_restoreButton, &QPushButton::clicked, this,
            [this] { Q_EMIT restoreFormerRequested(m_number); });
    connect(m_tokenButton, &QPushButton::clicked, this, &HealthPanel::tokenRequested);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    layout->addLayout(m_buttons);
    m_buttons->setColumnStretch(2, 1);
    hide();
}

QPushButton *HealthPanel::addButton(const QString &text, const QString &toolTip, const QString &objectName)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    button->setToolTip(toolTip);
    button->setAutoDefault(false);
    return button;
}

void HealthPanel::showNumber(const store::NumberRecord &number)
{
    m_number = number;
    const auto findings = operations::findingsOf(number);
    const auto has = [&findings](std::initializer_list<HealthCode> codes) {
        return std::any_of(findings.cbegin(), findings.cend(), [&codes](const auto &finding) {
            return std::find(codes.begin(), codes.end(), finding.code) != codes.end();
        });
    };
    const auto text = findingsText(number);
    m_text->setText(text);
    const auto isGone = number.health == store::Health::Gone;
    const auto isMoved = has({HealthCode::NumberMoved, HealthCode::NumberGone});
    const auto isDrifted = has({HealthCode::RoutingDrifted}) && !isGone && !isMoved;
    m_setBackButton->setVisible(isDrifted && number.baseline.has_value());
    m_adoptButton->setVisible(
        !isGone && !isMoved && number.lastSeen.has_value() &&
        has({HealthCode::RoutingDrifted, HealthCode::BaselineUnknown, HealthCode::WebhooksNotChanged}));
    m_importButton->setVisible(isGone);
    m_restoreButton->setVisible(isGone && !number.accountSid.isNull());
    m_forgetButton->setVisible(isGone);
    m_tokenButton->setVisible(
        has({HealthCode::TokenRefused, HealthCode::TokenUnknown, HealthCode::AccountUnknown}));
    placeButtons();
    setVisible(!text.isEmpty());
}

/// Two in a row, so that a narrow pane has room for them.
void HealthPanel::placeButtons()
{
    int place = 0;
    for (auto *button :
         {m_setBackButton, m_adoptButton, m_importButton, m_restoreButton, m_forgetButton, m_tokenButton}) {
        m_buttons->removeWidget(button);
        if (!button->isHidden()) {
            m_buttons->addWidget(button, place / 2, place % 2);
            ++place;
        }
    }
}

} // namespace numbers::gui
