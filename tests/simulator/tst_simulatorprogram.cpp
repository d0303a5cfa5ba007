#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

/// The program nixflex-simulator: its flags, its one line, its end.
class SimulatorProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsOneLineAndStopsOnSigterm();
    void takesEveryFlag();
    void keepsTheWorldBetweenRuns();
    void refusesWrongFlags_data();
    void refusesWrongFlags();
    void saysWhatItCouldNotPrint();

private:
    static QString program() { return qEnvironmentVariable("NIXFLEX_SIMULATOR"); }

    static QJsonObject start(QProcess &process, const QStringList &arguments)
    {
        process.start(program(), arguments);
        QByteArray line;
        while (!line.contains('\n') && process.waitForReadyRead(10'000)) {
            line += process.readAllStandardOutput();
        }
        return QJsonDocument::fromJson(line).object();
    }
};

void SimulatorProgramTest::printsOneLineAndStopsOnSigterm()
{
    QProcess process;
    const QJsonObject ready = start(process, {});
    QVERIFY(ready.value(u"nixflex_url").toString().startsWith("http://127.0.0.1:"_L1));
    QCOMPARE(ready.value(u"twilio_url"), ready.value(u"nixflex_url"));
    QVERIFY(ready.value(u"nixflex_key").toString().contains(u':'));
    QCOMPARE(ready.value(u"accounts").toArray().size(), 5);
    QVERIFY(ready.value(u"free_number").toString().startsWith(u'+'));
    QVERIFY(ready.value(u"control_token").toString().size() >= 32);
    QVERIFY(ready.value(u"agent_id").toString().startsWith("agent_"_L1));
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s,
                         static_cast<quint16>(QUrl(ready.value(u"nixflex_url").toString()).port()));
    QVERIFY(socket.waitForConnected(5'000));
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(process.readAllStandardError().isEmpty());
}

void SimulatorProgramTest::takesEveryFlag()
{
    QTemporaryDir folder;
    QProcess process;
    const QStringList flags{u"--port"_s,
                            u"0"_s,
                            u"--fleet"_s,
                            u"3"_s,
                            u"--seed"_s,
                            u"7"_s,
                            u"--latency"_s,
                            u"1"_s,
                            u"--writes-per-window"_s,
                            u"5"_s,
                            u"--window"_s,
                            u"0.5"_s,
                            u"--list-mode"_s,
                            u"unpaged"_s,
                            u"--agents-shape"_s,
                            u"array"_s,
                            u"--state"_s,
                            folder.filePath(u"s.json"_s),
                            u"--number-count"_s,
                            u"total"_s,
                            u"--most-listed-numbers"_s,
                            u"2"_s,
                            u"--agents-listed"_s,
                            u"active"_s,
                            u"--usage-shape"_s,
                            u"documented"_s,
                            u"--credit"_s,
                            u"-1.5"_s,
                            u"--odd-rows"_s,
                            u"--interim-status"_s,
                            u"103"_s,
                            u"--twilio-concurrency"_s,
                            u"5"_s,
                            u"--control-token"_s,
                            u"mine"_s,
                            u"--behind-relay"_s};
    const QJsonObject ready = start(process, flags);
    QCOMPARE(ready.value(u"control_token").toString(), u"mine"_s);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s,
                         static_cast<quint16>(QUrl(ready.value(u"nixflex_url").toString()).port()));
    QVERIFY(socket.waitForConnected(5'000));
    socket.write("GET /_simulator/modes HTTP/1.1\r\nHost: 127.0.0.1:1\r\nX-Simulator-Token: mine\r\n\r\n");
    QVERIFY(socket.waitForReadyRead(5'000));
    const QByteArray answer = socket.readAll();
    const QJsonObject wanted{{u"list_mode"_s, u"unpaged"_s},
                             {u"number_count"_s, u"total"_s},
                             {u"most_listed_numbers"_s, 2},
                             {u"agents_shape"_s, u"array"_s},
                             {u"agents_listed"_s, u"active"_s},
                             {u"usage_shape"_s, u"documented"_s},
                             {u"odd_rows"_s, true},
                             {u"interim_status"_s, 103},
                             {u"credit_usd"_s, -1.5}};
    QCOMPARE(QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object(), wanted);
    QVERIFY(QFile::exists(folder.filePath(u"s.json"_s)));
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitCode(), 0);
}

void SimulatorProgramTest::keepsTheWorldBetweenRuns()
{
    QTemporaryDir folder;
    const QString state = folder.filePath(u"s.json"_s);
    QJsonObject first;
    for (int run = 0; run < 2; ++run) {
        QProcess process;
        QJsonObject ready = start(process, {u"--state"_s, state, u"--seed"_s, QString::number(run + 1)});
        process.kill(); // the file is whole at any moment
        QVERIFY(process.waitForFinished(10'000));
        for (const QString &url : {u"nixflex_url"_s, u"twilio_url"_s, u"control_token"_s}) {
            ready.remove(url);
        }
        QVERIFY(!ready.isEmpty());
        if (run == 0) {
            first = ready;
        } else {
            QCOMPARE(ready, first);
        }
    }
}

void SimulatorProgramTest::refusesWrongFlags_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("unknown") << QStringList{u"--nonsense"_s} << 2;
    QTest::newRow("word for a number") << QStringList{u"--fleet"_s, u"many"_s} << 2;
    QTest::newRow("negative") << QStringList{u"--fleet=-1"_s} << 2;
    QTest::newRow("port") << QStringList{u"--port"_s, u"70000"_s} << 2;
    QTest::newRow("list mode") << QStringList{u"--list-mode"_s, u"both"_s} << 2;
    QTest::newRow("final status") << QStringList{u"--interim-status"_s, u"200"_s} << 2;
    QTest::newRow("agents") << QStringList{u"--agents-listed"_s, u"some"_s} << 2;
    QTest::newRow("token and none") << QStringList{u"--control-token=a"_s, u"--no-control-token"_s} << 2;
    QTest::newRow("shape") << QStringList{u"--agents-shape"_s, u"round"_s} << 2;
    QTest::newRow("empty state") << QStringList{u"--state"_s, QString()} << 2;
    QTest::newRow("empty certificate") << QStringList{u"--tls-cert"_s, QString()} << 2;
    QTest::newRow("empty port") << QStringList{u"--port"_s, QString()} << 2;
    QTest::newRow("half of TLS") << QStringList{u"--tls-cert"_s, u"/nowhere.pem"_s} << 1;
    QTest::newRow("state in no folder") << QStringList{u"--state"_s, u"/nowhere/at/all.json"_s} << 1;
}

void SimulatorProgramTest::refusesWrongFlags()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    process.start(program(), arguments);
    QVERIFY(process.waitForFinished(10'000));
    QTEST(process.exitCode(), "code");
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void SimulatorProgramTest::saysWhatItCouldNotPrint()
{
    for (const QStringList &arguments :
         {QStringList{}, QStringList{u"--version"_s}, QStringList{u"--help"_s}}) {
        QProcess process;
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(program(), arguments);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 9);
    }
}

QTEST_GUILESS_MAIN(SimulatorProgramTest)
#include "tst_simulatorprogram.moc"
