#include "base/processprotection.h"

#include <QtGlobal>

#if defined(Q_OS_WIN)
#include <qt_windows.h>
#else
#include <sys/resource.h>
#endif
#if defined(Q_OS_LINUX)
#include <sys/prctl.h>
#endif

namespace numbers {

void protectMemory()
{
#if defined(Q_OS_WIN)
    // Without the dialog, Windows Error Reporting is not started, which would write the memory to a file.
    SetErrorMode(GetErrorMode() | SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#else
    rlimit limit{};
    if (getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = 0;
        setrlimit(RLIMIT_CORE, &limit);
    }
#endif
#if defined(Q_OS_LINUX)
    // The limit does not count where the system hands core dumps to a program, such as systemd-coredump.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace numbers
