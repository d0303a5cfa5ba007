#include "app/selfcheck.h"

#include "base/clock.h"
#include "base/phonenumber.h"
#include "base/standardstreams.h"
#include "gui/common/icons.h"
#include "gui/common/resources.h"
#include "store/ledger.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSslSocket>
#include <QTemporaryDir>

namespace numbers::app {

namespace {

using namespace Qt::StringLiterals;

class Findings
{
public:
    void add(bool isGood, const QString &name, const QString &detail = {})
    {
        const auto line = u"%1  %2%3"_s.arg(isGood ? u"ok    "_s : u"FAILED"_s, name,
                                            detail.isEmpty() ? QString() : " ("_L1 + detail + ')'_L1);
        // What nobody could read was not checked.
        const bool isWritten = writeLine(stdout, line) == 0;
        m_failures += isGood && isWritten ? 0 : 1;
    }
    [[nodiscard]] int exitCode() const { return m_failures == 0 ? 0 : 1; }

private:
    int m_failures = 0;
};

bool canDrawIcons()
{
    const auto image = gui::iconFor(gui::Icon::Sync).pixmap(32, 32).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > 0) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

QCoro::Task<int> runSelfCheck()
{
    gui::initResources();
    Findings findings;
    findings.add(true, u"Qt"_s, QString::fromLatin1(qVersion()));
    findings.add(QSslSocket::supportsSsl(), u"TLS"_s,
                 QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : u"no backend"_s);
    findings.add(QSqlDatabase::isDriverAvailable(u"QSQLITE"_s), u"SQLite driver"_s);
    findings.add(canDrawIcons(), u"icons"_s);
    findings.add(QFile::exists(u":/themes/light.ini"_s) && QFile::exists(u":/themes/dark.ini"_s),
                 u"themes"_s);
    const auto number = PhoneNumber::parse(u"07700 900123"_s, u"GB"_s);
    findings.add(number && number->e164() == "+447700900123"_L1, u"telephone numbers"_s);

    const QTemporaryDir folder;
    SystemClock clock;
    const QString file = folder.filePath(u"ledger.sqlite"_s);
    auto ledger = co_await store::Ledger::open(file, &clock);
    findings.add(ledger.has_value(), u"records"_s, ledger ? QString() : ledger.error().userText);
    co_return findings.exitCode();
}

} // namespace numbers::app
