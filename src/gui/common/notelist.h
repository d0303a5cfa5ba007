#pragma once

#include "gui/common/themecolors.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace numbers::gui {

/// Short paragraphs, each with the icon of its kind. Hidden while there are none.
class NoteList : public QWidget
{
    Q_OBJECT
public:
    explicit NoteList(QWidget *parent = nullptr);

    void clear();
    void add(MessageKind kind, const QString &text);
    [[nodiscard]] QStringList texts() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        MessageKind kind;
        QLabel *icon;
        QLabel *text;
    };
    void updateIcon(const Row &row);

    QGridLayout *m_layout;
    QList<Row> m_rows;
};

} // namespace numbers::gui
