#pragma once

#include <QString>
#include <QTemporaryDir>

namespace numbers::test {

/// Gives this process mounts of its own, as `unshare -rm` does, so that SmallDisk works without being root.
/// Before the first thread, so first thing in main(). Where the system forbids it, `whyNoOwnMounts` says so.
void enterOwnMounts();
[[nodiscard]] QString whyNoOwnMounts();

/// A real disk of a given size that can really be full or read-only. Linux.
class SmallDisk
{
public:
    explicit SmallDisk(qint64 bytes);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    /// Leaves that many bytes, in steps of 4,096.
    void fill(qint64 leaving = 0) const;
    void empty() const;
    /// Nothing may be open for writing. On and off as often as wanted.
    void setReadOnly(bool isReadOnly) const;
    /// The same with files open, as the system does to a disk that fails: whoever opens one for writing is
    /// told that the disk is read-only, and writing to those that are open fails. While it is on, this
    /// process can lengthen no file anywhere.
    void turnReadOnly(bool isReadOnly) const;

private:
    QTemporaryDir m_folder;
};

} // namespace numbers::test
