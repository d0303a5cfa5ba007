#include "gui/leaksearch.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QMetaProperty>
#include <QMimeData>
#include <QStatusBar>
#include <QTabBar>

namespace numbers::test {

using namespace Qt::StringLiterals;

namespace {

/// The characters of base64 that depend on `secret` alone when `before` other bytes stand before it.
QByteArray base64Core(const QByteArray &secret, int before)
{
    const QByteArray code = (QByteArray(before, 'x') + secret)
                                .toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals);
    const auto first = (before * 8 + 5) / 6;
    const auto last = (before + secret.size()) * 8 / 6;
    return code.mid(first, last - first);
}

QByteArray everyBytePercentEncoded(const QByteArray &secret)
{
    QByteArray encoded;
    for (const char c : secret) {
        encoded += '%' + QByteArray(1, c).toHex();
    }
    return encoded;
}

QByteArray wide(const QByteArray &secret)
{
    const auto text = QString::fromUtf8(secret);
    return {reinterpret_cast<const char *>(text.utf16()), text.size() * 2};
}

QString placeOf(const QObject *object, const QString &what)
{
    return u"%1 “%2” %3"_s.arg(QString::fromLatin1(object->metaObject()->className()), object->objectName(),
                               what);
}

bool isPasswordField(const QObject *object)
{
    const auto *edit = qobject_cast<const QLineEdit *>(object);
    return edit != nullptr && edit->echoMode() == QLineEdit::Password;
}

} // namespace

void LeakSearch::add(const QString &name, const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    // Short ones would be found anywhere.
    Q_ASSERT(bytes.size() >= 16);
    const QList<QByteArray> forms{bytes,
                                  wide(bytes),
                                  bytes.toHex(),
                                  everyBytePercentEncoded(bytes),
                                  QByteArray(bytes).replace("_", "%5F"),
                                  base64Core(bytes, 0),
                                  base64Core(bytes, 1),
                                  base64Core(bytes, 2)};
    for (const auto &form : forms) {
        m_forms.append({name, form});
    }
}

QString LeakSearch::foundIn(const QByteArray &bytes) const
{
    for (const auto &[name, form] : m_forms) {
        if (bytes.contains(form)) {
            return name;
        }
    }
    return {};
}

void LeakSearch::note(QStringList &findings, const QString &place, const QString &text) const
{
    if (const auto name = foundIn(text); !name.isEmpty()) {
        findings.append(place + u" holds the "_s + name);
    }
}

QStringList LeakSearch::inWidgets(Fields fields) const
{
    QStringList findings;
    const auto widgets = QApplication::allWidgets();
    for (auto *widget : widgets) {
        searchObject(widget, fields == Fields::MayHold && isPasswordField(widget), findings);
        const auto actions = widget->actions();
        for (const auto *action : actions) {
            searchObject(action, false, findings);
        }
        searchItems(widget, findings);
        searchSpoken(widget, findings);
    }
    return findings;
}

void LeakSearch::searchObject(const QObject *object, bool isHolder, QStringList &findings) const
{
    const auto *type = object->metaObject();
    for (int i = 0; i < type->propertyCount(); ++i) {
        const auto name = QString::fromLatin1(type->property(i).name());
        const auto value = type->property(i).read(object);
        const auto isText = value.typeId() == QMetaType::QString ||
                            value.typeId() == QMetaType::QStringList ||
                            value.typeId() == QMetaType::QByteArray || value.typeId() == QMetaType::QUrl;
        if (isText && !(isHolder && (name == "text"_L1 || name == "selectedText"_L1))) {
            const auto text = value.typeId() == QMetaType::QStringList ? value.toStringList().join(u'\n')
                                                                       : value.toString();
            note(findings, placeOf(object, name), text);
        }
    }
    const auto dynamic = object->dynamicPropertyNames();
    for (const auto &name : dynamic) {
        note(findings, placeOf(object, QString::fromLatin1(name)),
             object->property(name.constData()).toString());
    }
}

void LeakSearch::searchItems(const QWidget *widget, QStringList &findings) const
{
    const QAbstractItemModel *model = nullptr;
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
        model = view->model();
    } else if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        model = combo->model();
    } else if (const auto *bar = qobject_cast<const QStatusBar *>(widget)) {
        note(findings, placeOf(bar, u"message"_s), bar->currentMessage());
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            note(findings, placeOf(tabs, u"tab"_s),
                 tabs->tabText(i) + tabs->tabToolTip(i) + tabs->tabWhatsThis(i));
        }
    }
    if (model == nullptr) {
        return;
    }
    QList<QModelIndex> parents{{}};
    while (!parents.isEmpty()) {
        const auto parent = parents.takeLast();
        for (int row = 0; row < model->rowCount(parent); ++row) {
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const auto index = model->index(row, column, parent);
                for (int role = 0; role < 16; ++role) {
                    note(findings, placeOf(widget, u"item"_s),
                         index.data(role).toString() + u'\n' + index.data(Qt::UserRole + role).toString());
                }
                if (column == 0 && model->hasChildren(index)) {
                    parents.append(index);
                }
            }
        }
    }
}

void LeakSearch::searchSpoken(QWidget *widget, QStringList &findings) const
{
    auto *spoken = QAccessible::queryAccessibleInterface(widget);
    if (spoken == nullptr) {
        return;
    }
    for (const auto kind :
         {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
        note(findings, placeOf(widget, u"to a screen reader"_s), spoken->text(kind));
    }
    if (auto *text = spoken->textInterface()) {
        note(findings, placeOf(widget, u"to a screen reader"_s), text->text(0, text->characterCount()));
    }
}

QStringList LeakSearch::inFiles(const QString &directory) const
{
    QStringList findings;
    int files = 0;
    QDirIterator all(directory, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        ++files;
        if (!file.open(QIODevice::ReadOnly)) {
            findings.append(file.fileName() + u" cannot be read"_s);
        } else if (const auto name = foundIn(file.readAll()); !name.isEmpty()) {
            findings.append(file.fileName() + u" holds the "_s + name);
        }
        note(findings, u"a file's name"_s, file.fileName());
    }
    if (files == 0) {
        findings.append(directory + u" holds no file at all"_s);
    }
    return findings;
}

QStringList LeakSearch::inSurroundings() const
{
    QStringList findings;
    for (const auto &place : {u"/proc/self/cmdline"_s, u"/proc/self/environ"_s}) {
        QFile file(place);
        if (file.open(QIODevice::ReadOnly)) {
            note(findings, place, QString::fromLocal8Bit(file.readAll()));
        }
    }
    const auto environment = qgetenv("QT_LOGGING_RULES") + QCoreApplication::arguments().join(u' ').toUtf8();
    note(findings, u"the command line"_s, QString::fromUtf8(environment));
    const auto *copied = QGuiApplication::clipboard()->mimeData();
    if (copied == nullptr) {
        return findings;
    }
    const auto formats = copied->formats();
    for (const auto &format : formats) {
        if (const auto name = foundIn(copied->data(format)); !name.isEmpty()) {
            findings.append(u"the clipboard holds the "_s + name);
        }
    }
    return findings;
}

} // namespace numbers::test
