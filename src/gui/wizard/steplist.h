#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace numbers::gui {

/// Steps one below the other, each with an icon and, for screen readers, a word for its state.
class StepList : public QWidget
{
    Q_OBJECT
public:
    enum class State { Waiting, Running, Done, Failed, Unclear };

    explicit StepList(QWidget *parent = nullptr);

    /// Each in one line, however wide; they wrap at first. For short texts in a column of their own.
    void setOneLineEach();
    /// Replaces all steps; they wait.
    void setSteps(const QStringList &texts);
    void setState(int step, State state);
    [[nodiscard]] State state(int step) const { return m_rows.at(step).state; }
    void setStepVisible(int step, bool isVisible);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        State state = State::Waiting;
        QString title;
        QLabel *icon = nullptr;
        QLabel *text = nullptr;
    };
    void fit(const Row &row);
    void update(Row &row);
    void updateAll();

    QGridLayout *m_layout;
    bool m_isOneLineEach = false;
    QList<Row> m_rows;
};

} // namespace numbers::gui
