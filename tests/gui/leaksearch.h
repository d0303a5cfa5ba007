#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

class QObject;
class QWidget;

namespace numbers::test {

/// Looks for secrets where none may be, in every form they take on their way: as they are, in hexadecimal,
/// percent-encoded, and in base64 wherever in a longer text they stand (as in a Basic header). Findings name
/// the place and the secret's name, never the secret.
class LeakSearch
{
public:
    /// What an open password field may do; its screen reader text may not show it in any case.
    enum class Fields { MayHold, MustBeEmpty };

    void add(const QString &name, const QString &secret);

    /// The name of the first secret that `bytes` hold; empty when they hold none.
    [[nodiscard]] QString foundIn(const QByteArray &bytes) const;
    [[nodiscard]] QString foundIn(const QString &text) const { return foundIn(text.toUtf8()); }

    /// All widgets of the program, hidden ones too: each text property, action, item and accessible text.
    [[nodiscard]] QStringList inWidgets(Fields fields) const;
    /// All files below a folder. At least one must be there.
    [[nodiscard]] QStringList inFiles(const QString &directory) const;
    /// What other users can see of this process, its environment, and the clipboard.
    [[nodiscard]] QStringList inSurroundings() const;

private:
    void searchObject(const QObject *object, bool isHolder, QStringList &findings) const;
    void searchItems(const QWidget *widget, QStringList &findings) const;
    void searchSpoken(QWidget *widget, QStringList &findings) const;
    void note(QStringList &findings, const QString &place, const QString &text) const;

    QList<std::pair<QString, QByteArray>> m_forms;
};

} // namespace numbers::test
