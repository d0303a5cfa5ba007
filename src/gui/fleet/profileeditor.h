#pragma once

#include "operations/common/outcome.h"
#include "store/records.h"

#include <QHash>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace numbers::gui {

class ProfileController;

namespace Ui {
class ProfileEditor;
}

/// The business profile of the number that is shown: to read, and to change.
///
/// What was typed and not saved is kept for each number until it is saved or given up, whatever is chosen
/// meanwhile; it is in memory only.
class ProfileEditor : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileEditor(QWidget *parent = nullptr);
    ~ProfileEditor() override;

    /// Borrowed. Without one nothing can be changed.
    void setController(ProfileController &controller);
    void showNumber(const store::NumberRecord &number);
    void showNothing();

    /// The number that is shown has a text that is not saved.
    [[nodiscard]] bool isUnsaved() const;
    /// True when nothing would be lost. Otherwise asks, and calls `leave` when the user gives up what was
    /// typed.
    [[nodiscard]] bool askBeforeLeaving(const std::function<void()> &leave);

Q_SIGNALS:
    void unsavedChanged();
    /// It was not saved, and that is not in sight.
    void failedUnseen(const numbers::PhoneNumber &number, const numbers::Error &error);

protected:
    /// F2 begins, Ctrl+S saves, Escape ends what is unchanged.
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Draft
    {
        QString text;
        QString former; ///< as Nixflex had it when it was begun
        QString base;   ///< the same as the editor gives it back
        std::optional<Error> error;
        std::optional<QString> theirs; ///< what somebody else wrote meanwhile
        bool isSaving = false;

        [[nodiscard]] bool isChanged() const { return text != base; }
    };

    [[nodiscard]] Draft *draft();
    [[nodiscard]] const Draft *draft() const;
    void beginEditing();
    void giveUp();
    void giveUpWhenUnchanged();
    void save();
    void replaceTheirs();
    void take(const QString &keyId, const PhoneNumber &number, const operations::OperationOutcome &outcome);
    void takeSuccess(const operations::OperationOutcome &outcome);
    void textChanged();
    void fill(const QString &text);
    void updateState();
    void updateHint();
    void updateBar();
    [[nodiscard]] bool isGood() const;
    [[nodiscard]] QStringList unsavedNumbers() const;

    std::unique_ptr<Ui::ProfileEditor> m_ui;
    ProfileController *m_controller = nullptr;
    std::optional<store::NumberRecord> m_number;
    QHash<QString, Draft> m_drafts; ///< by key id and number
    bool m_isFilling = false;
};

} // namespace numbers::gui
