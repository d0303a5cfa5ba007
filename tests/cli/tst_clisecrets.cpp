#include "cli/clirunner.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;

Q_DECLARE_METATYPE(numbers::simulator::Fault)

/// Known secrets go through every command, good and bad; then everything the program left behind is searched
/// for them.
class TestCliSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNoSecretAnywhere_data();
    void leavesNoSecretAnywhere();
};

namespace {

QList<QByteArray> secretsOf(simulator::Simulator &simulator)
{
    const QByteArray key = simulator.nixflexKey().toUtf8();
    const QByteArray keySecret = key.mid(key.indexOf(':') + 1);
    const auto account = simulator.mainAccount();
    const QByteArray token = account.authToken.toUtf8();
    // Without its prefix, halves of it, and encodings, of which twelve characters are enough.
    const QByteArray bareSecret = keySecret.mid(keySecret.indexOf('_') + 1);
    QList<QByteArray> secrets{keySecret,       bareSecret,      bareSecret.left(12), token,
                              token.left(16),  token.right(16), token.toHex(),       bareSecret.toHex(),
                              token.toUpper(), token.toHex(' ')};
    for (const QByteArray &secret : {token, bareSecret}) {
        for (int before = 0; before < 3; ++before) {
            secrets << (QByteArray(before, 'x') + secret).toBase64().mid(4, 12);
        }
    }
    const auto subaccounts = simulator.subaccounts();
    for (const auto &subaccount : subaccounts) {
        secrets << subaccount.authToken.toUtf8();
    }
    return secrets;
}

/// What a provider could quote of a request, one form of it for each run.
QString repeated(simulator::Simulator &simulator)
{
    static int run = 0;
    const auto account = simulator.mainAccount();
    const QByteArray token = account.authToken.toUtf8();
    const QByteArray key = simulator.nixflexKey().toUtf8();
    QString wide;
    for (const char c : token) {
        wide += QChar(char16_t(c));
        wide += QChar(u'\0');
    }
    const QStringList forms{
        account.authToken,
        QString::fromLatin1((account.sid.toUtf8() + ':' + token).toBase64()),
        QString::fromLatin1(("{\"twilio_token\":\"" + token + "\",\"key\":\"" + key + "\"}").toBase64()),
        QString::fromLatin1(key.mid(key.lastIndexOf('_') + 1)),
        QString::fromLatin1(token.left(16)),
        wide,
    };
    return u"rejected "_s + forms.at(run++ % forms.size());
}

QString foundIn(const QByteArray &bytes, const QList<QByteArray> &secrets)
{
    for (const QByteArray &secret : secrets) {
        if (bytes.contains(secret)) {
            return QString::fromUtf8(secret);
        }
        const QString utf16 = QString::fromUtf8(secret);
        const QByteArray wide(reinterpret_cast<const char *>(utf16.utf16()), utf16.size() * 2);
        if (bytes.contains(wide)) {
            return QString::fromUtf8(secret) + u" (UTF-16)"_s;
        }
    }
    return {};
}

} // namespace

void TestCliSecrets::leavesNoSecretAnywhere_data()
{
    QTest::addColumn<simulator::Fault>("fault");
    const auto faulty = [](const char *name, const std::function<void(simulator::Fault &)> &change) {
        simulator::Fault fault;
        fault.path = u"nothing matches this"_s;
        change(fault);
        QTest::newRow(name) << fault;
    };
    const auto post = [](simulator::Fault &fault) {
        fault.method = u"POST"_s;
        fault.path.clear();
    };
    faulty("everything works", [](simulator::Fault &) {});
    faulty("refused key", [&post](simulator::Fault &fault) {
        post(fault);
        fault.status = 401;
        fault.code = u"invalid_api_key"_s;
    });
    faulty("server error", [&post](simulator::Fault &fault) {
        post(fault);
        fault.status = 500;
    });
    faulty("HTML", [&post](simulator::Fault &fault) {
        post(fault);
        fault.html = true;
    });
    faulty("lost answer", [&post](simulator::Fault &fault) {
        post(fault);
        fault.drop = simulator::Drop::AfterExecuting;
    });
    faulty("Twilio refuses", [](simulator::Fault &fault) {
        fault.path = u"IncomingPhoneNumbers"_s;
        fault.status = 401;
        fault.code = u"20003"_s;
    });
}

void TestCliSecrets::leavesNoSecretAnywhere()
{
    QFETCH(simulator::Fault, fault);
    CliRunner cli;
    // A provider that repeats a secret in its message must not lead it into our records either.
    fault.message = repeated(cli.simulator());
    cli.simulator().armFault(fault);
    const QList<QByteArray> secrets = secretsOf(cli.simulator());
    QByteArray printed;
    for (const QStringList &command :
         {cli.importCommand({u"--yes"_s, u"--verbose"_s, u"--execution-window"_s, u"0.5"_s}),
          QStringList{u"numbers"_s, u"--verbose"_s}, QStringList{u"agents"_s, u"--verbose"_s},
          QStringList{u"remove"_s, u"--number"_s, cli.simulator().freeNumber(), u"--yes"_s},
          QStringList{u"operations"_s, u"--verbose"_s}}) {
        const CliRun run = cli.run(command);
        QVERIFY(!run.didCrash);
        printed += run.out + run.err;
    }
    QVERIFY2(foundIn(printed, secrets).isEmpty(), printed);

    int files = 0;
    QDirIterator all(cli.profileDirectory(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString found = foundIn(file.readAll(), secrets);
        QVERIFY2(found.isEmpty(), qPrintable(u"%1 holds %2"_s.arg(file.fileName(), found)));
        ++files;
    }
    QVERIFY(files >= 1);

#ifdef Q_OS_LINUX
    // What other users of the computer could see of a running program.
    simulator::Fault slow;
    slow.delay = std::chrono::milliseconds(1500);
    cli.simulator().clearFaults();
    cli.simulator().resetRequests();
    cli.simulator().armFault(slow);
    // It inherits what it has to take back.
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    limit.rlim_cur = limit.rlim_max;
    QCOMPARE(setrlimit(RLIMIT_CORE, &limit), 0);
    const auto process = cli.start({u"numbers"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!cli.simulator().requests().isEmpty(), 20'000);
    QFile commandLine(u"/proc/%1/cmdline"_s.arg(process->processId()));
    QVERIFY(commandLine.open(QIODevice::ReadOnly));
    const QByteArray words = commandLine.readAll();
    QVERIFY(words.contains("numbers"));
    QVERIFY(foundIn(words, secrets).isEmpty());
    // What a crash would leave behind.
    QFile limits(u"/proc/%1/limits"_s.arg(process->processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(limits.readAll()).simplified().contains(u"Max core file size 0 "_s));
    process->kill();
    process->waitForFinished();
#endif
}

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_clisecrets.moc"
