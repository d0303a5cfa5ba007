#include "support/smalldisk.h"

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace numbers::test {

namespace {

QString &reason()
{
    static QString text = u"enterOwnMounts was not called"_s;
    return text;
}

bool writeTo(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

[[noreturn]] void fail(const char *what)
{
    qFatal("%s: %s", what, qPrintable(qt_error_string(errno)));
    std::abort();
}

/// Lets this process lengthen no file, or any.
void limitFiles(bool isOn)
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    if (getrlimit(RLIMIT_FSIZE, &limit) != 0) {
        fail("no limit");
    }
    limit.rlim_cur = isOn ? 0 : limit.rlim_max;
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) {
        fail("cannot set the limit");
    }
}

} // namespace

void enterOwnMounts()
{
    const QByteArray user = QByteArray::number(getuid());
    const QByteArray group = QByteArray::number(getgid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
        reason() = u"no mounts of our own: "_s + qt_error_string(errno);
        return;
    }
    if (!writeTo("/proc/self/setgroups", "deny") || !writeTo("/proc/self/uid_map", "0 " + user + " 1") ||
        !writeTo("/proc/self/gid_map", "0 " + group + " 1")) {
        reason() = u"no root of our own"_s;
        return;
    }
    if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        reason() = u"mounts are shared: "_s + qt_error_string(errno);
        return;
    }
    reason().clear();
}

QString whyNoOwnMounts()
{
    return reason();
}

SmallDisk::SmallDisk(qint64 bytes)
{
    const QByteArray options = "mode=0700,size=" + QByteArray::number(bytes);
    if (mount("tmpfs", QFile::encodeName(path()).constData(), "tmpfs", 0, options.constData()) != 0) {
        fail("no small disk");
    }
}

SmallDisk::~SmallDisk()
{
    limitFiles(false); // A test that failed may have left it.
    while (umount2(QFile::encodeName(path()).constData(), MNT_DETACH) == 0) {
    }
}

void SmallDisk::fill(qint64 leaving) const
{
    const int file = open(QFile::encodeName(filePath(u"filler"_s)).constData(),
                          O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0 && errno != ENOSPC) {
        fail("cannot fill the disk");
    }
    for (qsizetype size = 4096; file >= 0 && size > 0;) {
        const QByteArray bytes(size, 'x');
        if (write(file, bytes.constData(), static_cast<size_t>(size)) <= 0) {
            size /= 2;
        }
    }
    if (file >= 0) {
        if (ftruncate(file, std::max<qint64>(0, lseek(file, 0, SEEK_END) - leaving)) != 0) {
            fail("cannot free a part of the disk");
        }
        close(file);
    }
}

void SmallDisk::empty() const
{
    QFile::remove(filePath(u"filler"_s));
}

void SmallDisk::setReadOnly(bool isReadOnly) const
{
    const unsigned long flags = MS_REMOUNT | MS_BIND | static_cast<unsigned long>(isReadOnly ? MS_RDONLY : 0);
    if (mount("none", QFile::encodeName(path()).constData(), nullptr, flags, nullptr) != 0) {
        fail("cannot change the disk");
    }
}

void SmallDisk::turnReadOnly(bool isReadOnly) const
{
    // The system lets nobody do that to a mount with files open for writing. So what is opened from now on is
    // opened in a read-only mount above it, and what is open already meets a limit of this process.
    const QByteArray here = QFile::encodeName(path());
    limitFiles(isReadOnly);
    if (!isReadOnly) {
        if (umount2(here.constData(), MNT_DETACH) != 0) {
            fail("cannot take the upper mount away");
        }
        return;
    }
    if (mount(here.constData(), here.constData(), nullptr, MS_BIND, nullptr) != 0) {
        fail("no upper mount");
    }
    setReadOnly(true);
}

} // namespace numbers::test
