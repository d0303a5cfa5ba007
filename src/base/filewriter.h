#pragma once

#include <QByteArray>
#include <QFile>
#include <QSaveFile>
#include <QString>

#include <memory>

namespace numbers {

/// Writes a file that is either the former one or the new one in full, also on a full disk or when the power
/// goes: the new content is on the disk before it takes the former one's name. Through a symbolic link its
/// target is written. What is no regular file (a device, a FIFO) is written into and never replaced.
class FileWriter
{
public:
    enum class Access {
        OwnerOnly, ///< for what may hold secrets; also when the former file was open to others
        AsUsual,   ///< as the former file, or as the system's mask says
    };

    explicit FileWriter(const QString &filePath, Access access);
    Q_DISABLE_COPY_MOVE(FileWriter)
    /// Without `commit` nothing is left of what was written, unless it went into a device or a FIFO.
    ~FileWriter();

    [[nodiscard]] bool open();
    /// All of it, or false.
    [[nodiscard]] bool write(const QByteArray &bytes);
    /// False: the former file is there as it was.
    [[nodiscard]] bool commit();
    /// Of the call that failed; in the system's words.
    [[nodiscard]] const QString &errorString() const { return m_errorString; }

private:
    [[nodiscard]] bool openSpecial();
    [[nodiscard]] bool failed(const QFileDevice &file);
    [[nodiscard]] bool failed(int systemError);

    QString m_filePath;
    Access m_access;
    std::unique_ptr<QSaveFile> m_replacement;
    std::unique_ptr<QFile> m_special; ///< a device or a FIFO
    QString m_errorString;
};

/// `bytes` as the whole content. False: the former file is there as it was, and `errorString` says why.
[[nodiscard]] bool writeFile(const QString &filePath, const QByteArray &bytes, FileWriter::Access access,
                             QString *errorString);

} // namespace numbers
