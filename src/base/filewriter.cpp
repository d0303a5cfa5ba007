#include "base/filewriter.h"

#include <QFileInfo>

#include <algorithm>
#include <cerrno>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace numbers {

namespace {

#ifdef Q_OS_UNIX

/// There, and neither a regular file nor a folder, whatever links lead to it.
bool isSpecial(const QString &filePath)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(filePath).constData(), &status) == 0 && !S_ISREG(status.st_mode) &&
           !S_ISDIR(status.st_mode);
}

/// Zero, or errno. Some file systems have no such thing; then what was written is as safe as it gets there.
int syncDescriptor(int descriptor)
{
    int outcome = 0;
    do {
        outcome = ::fsync(descriptor);
    } while (outcome != 0 && errno == EINTR);
    return outcome == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS ? 0 : errno;
}

/// The new name, too, is to outlive a power cut. It is there already, so no failure counts.
void syncFolderOf(const QString &filePath)
{
    const QString folder = QFileInfo(filePath).absolutePath();
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        static_cast<void>(syncDescriptor(descriptor));
        ::close(descriptor);
    }
}

#endif

} // namespace

FileWriter::FileWriter(const QString &filePath, Access access)
    : m_filePath(filePath)
    , m_access(access)
{
}

FileWriter::~FileWriter() = default;

bool FileWriter::failed(const QFileDevice &file)
{
    m_errorString = file.errorString();
    return false;
}

bool FileWriter::failed(int systemError)
{
    m_errorString = qt_error_string(systemError);
    return false;
}

bool FileWriter::open()
{
#ifdef Q_OS_UNIX
    if (isSpecial(m_filePath)) {
        return openSpecial();
    }
#endif
    m_replacement = std::make_unique<QSaveFile>(m_filePath);
    const bool isOpen = m_replacement->open(QIODevice::WriteOnly) &&
                        (m_access == Access::AsUsual ||
                         m_replacement->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    return isOpen || failed(*m_replacement);
}

bool FileWriter::openSpecial()
{
#ifdef Q_OS_UNIX
    // A FIFO that nobody reads would be waited for without end; this says so at once.
    const int descriptor =
        ::open(QFile::encodeName(m_filePath).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        return failed(errno);
    }
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    m_special = std::make_unique<QFile>();
    return m_special->open(descriptor, QIODevice::WriteOnly | QIODevice::Unbuffered,
                           QFileDevice::AutoCloseHandle) ||
           failed(*m_special);
#else
    return false;
#endif
}

bool FileWriter::write(const QByteArray &bytes)
{
    QFileDevice &file = m_special ? static_cast<QFileDevice &>(*m_special) : *m_replacement;
#ifdef Q_OS_UNIX
    // Past Qt's buffer, whose failures QSaveFile ignores (Qt 6.4) and of whose reasons a part is lost.
    for (qint64 done = 0; done < bytes.size();) {
        const ssize_t written =
            ::write(file.handle(), bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written < 0 && errno != EINTR) {
            return failed(errno);
        }
        done += std::max<ssize_t>(0, written);
    }
    return true;
#else
    return (file.write(bytes) == bytes.size() && file.flush()) || failed(file);
#endif
}

bool FileWriter::commit()
{
    if (m_special) {
        m_special->close();
        return m_special->error() == QFileDevice::NoError || failed(*m_special);
    }
#ifdef Q_OS_UNIX
    if (const int error = syncDescriptor(m_replacement->handle()); error != 0) {
        return failed(error);
    }
#endif
    if (!m_replacement->commit()) {
        return failed(*m_replacement);
    }
#ifdef Q_OS_UNIX
    syncFolderOf(m_filePath);
#endif
    return true;
}

bool writeFile(const QString &filePath, const QByteArray &bytes, FileWriter::Access access,
               QString *errorString)
{
    FileWriter writer(filePath, access);
    const bool isWritten = writer.open() && writer.write(bytes) && writer.commit();
    *errorString = writer.errorString();
    return isWritten;
}

} // namespace numbers
