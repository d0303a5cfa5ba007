#include "core.h"

#include <QAction>
#include <QtWidgets>
