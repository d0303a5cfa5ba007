// Headers that nearly every file with widgets needs. Not <QtWidgets>: a precompiled header is read whole for
// each file, and that one has 300 MB.
#include "core.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QDialog>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QStyle>
#include <QTableView>
#include <QWidget>
