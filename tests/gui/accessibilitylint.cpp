#include "gui/accessibilitylint.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QWizard>
#include <QWizardPage>

namespace numbers::test {

namespace {

using namespace Qt::StringLiterals;

QString nameOf(const QWidget *widget)
{
    return u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
}

/// Parts that Qt's own widgets are made of; their owner speaks for them.
bool isPartOfAnother(const QWidget *widget)
{
    if (widget->objectName().startsWith("qt_"_L1)) {
        return true;
    }
    const auto *parent = widget->parentWidget();
    return qobject_cast<const QAbstractSpinBox *>(parent) != nullptr ||
           qobject_cast<const QComboBox *>(parent) != nullptr ||
           qobject_cast<const QLineEdit *>(parent) != nullptr ||
           qobject_cast<const QTabBar *>(parent) != nullptr ||
           qobject_cast<const QHeaderView *>(widget) != nullptr;
}

bool isInput(const QWidget *widget)
{
    if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 ||
        widget->focusProxy() != nullptr || isPartOfAnother(widget)) {
        return false;
    }
    // Containers that only scroll, and labels that can be selected, are no inputs.
    return qobject_cast<const QLabel *>(widget) == nullptr &&
           qobject_cast<const QScrollArea *>(widget) == nullptr;
}

QString spokenName(QWidget *widget)
{
    auto *interface = QAccessible::queryAccessibleInterface(widget);
    auto name = interface != nullptr ? interface->text(QAccessible::Name) : QString();
    if (name.isEmpty() && interface != nullptr) {
        const auto labels = interface->relations(QAccessible::Label);
        for (const auto &[label, relation] : labels) {
            name += label->text(QAccessible::Name);
        }
    }
    return name;
}

bool isOnAnotherPage(const QWidget *widget)
{
    for (auto *page = widget; page->parentWidget() != nullptr; page = page->parentWidget()) {
        const auto *stack = qobject_cast<const QStackedWidget *>(page->parentWidget());
        if (stack != nullptr && stack->currentWidget() != page) {
            return true;
        }
        if (const auto *step = qobject_cast<const QWizardPage *>(page); step != nullptr && step->isHidden()) {
            return true;
        }
    }
    return false;
}

/// Of Next, Import and Close a page has one.
bool isOtherWizardButton(const QWidget *widget)
{
    const auto *wizard = qobject_cast<const QWizard *>(widget->window());
    return wizard != nullptr && widget->isHidden() && !wizard->currentPage()->isAncestorOf(widget);
}

/// Texts by the letter they take with Alt.
class MnemonicTable
{
public:
    void add(const QString &text)
    {
        const auto letter = QKeySequence::mnemonic(text).toString();
        if (!letter.isEmpty()) {
            m_texts[letter].append(text);
        }
    }

    void addAll(const QList<QAction *> &actions)
    {
        for (const auto *action : actions) {
            if (action->isVisible()) {
                add(action->text());
            }
        }
    }

    [[nodiscard]] QStringList findings() const
    {
        QStringList findings;
        for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
            if (it->size() > 1) {
                findings.append(u"%1: %2"_s.arg(it.key(), it->join(u", "_s)));
            }
        }
        return findings;
    }

private:
    QMap<QString, QStringList> m_texts;
};

bool isInButtonBox(const QWidget *widget)
{
    return qobject_cast<const QDialogButtonBox *>(widget->parentWidget()) != nullptr;
}

bool isScrolled(const QWidget *widget)
{
    for (const auto *parent = widget->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (qobject_cast<const QScrollArea *>(parent) != nullptr) {
            return true;
        }
    }
    return false;
}

} // namespace

QStringList accessibilityFindings(QWidget *root)
{
    QStringList findings;
    const auto widgets = root->findChildren<QWidget *>();
    for (auto *widget : widgets) {
        if (!isInput(widget)) {
            continue;
        }
        // A combo box's name is its value, so only a label says what it is for.
        if (const auto *combo = qobject_cast<QComboBox *>(widget)) {
            auto *interface = QAccessible::queryAccessibleInterface(widget);
            if (combo->accessibleName().isEmpty() && interface->relations(QAccessible::Label).isEmpty()) {
                findings.append(nameOf(widget) + u": no label"_s);
            }
        } else if (spokenName(widget).isEmpty()) {
            findings.append(nameOf(widget) + u": nothing to read aloud"_s);
        }
        if (widget->objectName().isEmpty() && !isInButtonBox(widget)) {
            findings.append(nameOf(widget) + u": no objectName (\"%1\")"_s.arg(spokenName(widget)));
        }
    }
    return findings;
}

QStringList tabOrder(QWidget *first)
{
    QStringList names;
    QSet<QWidget *> seen;
    for (auto *widget = first; widget != nullptr && !seen.contains(widget);
         widget = widget->nextInFocusChain()) {
        seen.insert(widget);
        if (isInput(widget) && widget->isEnabled() && widget->window() == first->window()) {
            names.append(widget->objectName());
        }
    }
    return names;
}

QStringList tabOrderFindings(QWidget *root)
{
    QStringList findings;
    const auto isLeftToRight = root->layoutDirection() == Qt::LeftToRight;
    QHash<QWidget *, QWidget *> previousIn;
    QSet<QWidget *> seen;
    for (auto *widget = root->nextInFocusChain(); widget != nullptr && !seen.contains(widget);
         widget = widget->nextInFocusChain()) {
        seen.insert(widget);
        if (!isInput(widget) || !root->isAncestorOf(widget) || isInButtonBox(widget)) {
            continue;
        }
        auto *container = widget->parentWidget();
        auto *previous = previousIn.value(container);
        previousIn.insert(container, widget);
        if (previous == nullptr) {
            continue;
        }
        const auto before = previous->geometry();
        const auto now = widget->geometry();
        const auto isSameRow = now.top() < before.bottom() && before.top() < now.bottom();
        const auto isBackwards =
            isSameRow ? (isLeftToRight ? now.left() < before.left() : now.left() > before.left())
                      : now.bottom() < before.top();
        if (isBackwards) {
            findings.append(nameOf(previous) + u" -> "_s + nameOf(widget));
        }
    }
    return findings;
}

QStringList mnemonicFindings(QWidget *root)
{
    MnemonicTable window;
    const auto widgets = root->findChildren<QWidget *>();
    for (const auto *widget : widgets) {
        if (widget->window() != root->window() || isOnAnotherPage(widget) || isOtherWizardButton(widget)) {
            continue;
        }
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            window.add(button->text());
        } else if (const auto *label = qobject_cast<const QLabel *>(widget);
                   label != nullptr && label->buddy() != nullptr) {
            window.add(label->text());
        } else if (const auto *group = qobject_cast<const QGroupBox *>(widget)) {
            window.add(group->title());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                window.add(tabs->tabText(tab));
            }
        } else if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            window.addAll(bar->actions());
        }
    }
    auto findings = window.findings();
    const auto menus = root->findChildren<QMenu *>();
    for (const auto *menu : menus) {
        MnemonicTable entries;
        entries.addAll(menu->actions());
        findings += entries.findings();
    }
    return findings;
}

QStringList overflowFindings(QWidget *root)
{
    QStringList findings;
    const auto labels = root->findChildren<QLabel *>();
    for (const auto *label : labels) {
        if (!label->isVisible() || label->text().isEmpty() || isPartOfAnother(label)) {
            continue;
        }
        const auto needed =
            label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const auto isTooNarrow = !label->wordWrap() && label->sizeHint().width() > label->width();
        if (isTooNarrow || needed > label->height()) {
            findings.append(u"%1: \"%2\" needs %3x%4, has %5x%6"_s.arg(nameOf(label), label->text())
                                .arg(label->sizeHint().width())
                                .arg(needed)
                                .arg(label->width())
                                .arg(label->height()));
        }
    }
    const auto buttons = root->findChildren<QAbstractButton *>();
    for (const auto *button : buttons) {
        if (button->isVisible() && !button->text().isEmpty() && !isPartOfAnother(button) &&
            button->sizeHint().width() > button->width()) {
            findings.append(u"%1: \"%2\" needs %3, has %4"_s.arg(nameOf(button), button->text())
                                .arg(button->sizeHint().width())
                                .arg(button->width()));
        }
    }
    const auto window = root->window()->rect();
    for (const auto *button : buttons) {
        // Where one can scroll to it, it is not lost.
        if (button->isVisible() && !isScrolled(button)) {
            const QRect place(button->mapTo(root->window(), QPoint()), button->size());
            if (!window.intersects(place)) {
                findings.append(nameOf(button) + u": outside its window"_s);
            }
        }
    }
    return findings;
}

} // namespace numbers::test
