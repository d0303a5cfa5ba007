#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace numbers::test {

/// An empty profile directory that is removed afterwards. Umlauts and a blank in its name, since people have
/// those.
class TempProfile
{
public:
    TempProfile()
    {
        if (!m_parent.isValid() || !QDir(m_parent.path()).mkdir(name())) {
            qFatal("no temporary directory");
        }
    }

    [[nodiscard]] QString path() const { return m_parent.filePath(name()); }
    [[nodiscard]] QString filePath(const QString &fileName) const { return QDir(path()).filePath(fileName); }
    /// Everything in all its files, to look for what must not be there.
    [[nodiscard]] QByteArray allBytes() const
    {
        QByteArray bytes;
        QStringList folders{path()};
        while (!folders.isEmpty()) {
            const QDir folder(folders.takeLast());
            const auto entries = folder.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
            for (const QFileInfo &entry : entries) {
                if (entry.isDir()) {
                    folders.append(entry.filePath());
                    continue;
                }
                QFile file(entry.filePath());
                if (file.open(QIODevice::ReadOnly)) {
                    bytes += file.readAll();
                }
            }
        }
        return bytes;
    }

private:
    [[nodiscard]] static QString name() { return QStringLiteral("Größe 1"); }

    QTemporaryDir m_parent;
};

} // namespace numbers::test
