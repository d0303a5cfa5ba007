#include "simulator/wire.h"
#include "support/tempprofile.h"
#include "workspace/practice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using simulator::test::hostLine;
using simulator::test::importBody;
using simulator::test::nixflexHeaders;
using simulator::test::Wire;
using simulator::test::WireAnswer;
using workspace::Practice;
using workspace::Profile;

/// Practice mode's port: every page in the user's browser can reach it, and none may do anything there.
class TestPractice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aPageCannotMakeItSpendMemory_data();
    void aPageCannotMakeItSpendMemory();
    void aPageCannotChangeNumbersWithTheKey();
    void keepsTheControlTokenToItself();

private:
    WireAnswer post(const QByteArray &target, const QByteArray &head, const QByteArray &body)
    {
        return Wire(port()).sendRaw("POST " + target + " HTTP/1.1\r\n" + head +
                                    "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    [[nodiscard]] Profile profile() const { return Profile::open(m_folder->path(), true).value(); }
    [[nodiscard]] quint16 port() const { return m_practice->simulator()->port(); }

    std::unique_ptr<test::TempProfile> m_folder;
    std::unique_ptr<Practice> m_practice;
};

void TestPractice::init()
{
    m_folder = std::make_unique<test::TempProfile>();
    auto started = Practice::start(profile(), 5);
    QVERIFY(started.has_value());
    m_practice = std::move(*started);
}

void TestPractice::cleanup()
{
    m_practice.reset();
    m_folder.reset();
}

void TestPractice::aPageCannotMakeItSpendMemory_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    QTest::newRow("another program, without the token") << hostLine(0) << 401;
    QTest::newRow("a page of another site") << hostLine(0) + "Origin: https://evil.example\r\n" << 403;
    QTest::newRow("a page with a rebound name") << QByteArray("Host: evil.example:PORT\r\n") << 403;
    QTest::newRow("a form without CORS") << hostLine(0) + "Origin: null\r\nContent-Type: text/plain\r\n"
                                         << 403;
}

void TestPractice::aPageCannotMakeItSpendMemory()
{
    QFETCH(QByteArray, head);
    QFETCH(int, status);
    head.replace(":PORT", ":" + QByteArray::number(port())).replace(hostLine(0), hostLine(port()));
    QCOMPARE(post("/_simulator/faults", head, R"({"huge_body":999999999999,"times":0})").status, status);
    // Not even who has the token.
    const auto withToken =
        hostLine(port()) + "X-Simulator-Token: " + m_practice->simulator()->controlToken().toUtf8() + "\r\n";
    QCOMPARE(post("/_simulator/faults", withToken, R"({"huge_body":999999999999,"times":0})").status, 400);
    QCOMPARE(Wire(port()).send("GET", "/v1/usage", nixflexHeaders(*m_practice->simulator())).status, 200);
}

void TestPractice::aPageCannotChangeNumbersWithTheKey()
{
    const QString phone = m_practice->simulator()->freeNumber();
    const QByteArray signedHead = hostLine(port()) + nixflexHeaders(*m_practice->simulator());
    const QByteArray body = importBody(*m_practice->simulator());
    QCOMPARE(post("/v1/phone-numbers", signedHead + "Origin: https://evil.example\r\n", body).status, 403);
    QVERIFY(!m_practice->simulator()->nixflexNumber(phone));
    QCOMPARE(post("/v1/phone-numbers", signedHead, body).status, 201);
}

void TestPractice::keepsTheControlTokenToItself()
{
    const QByteArray token = m_practice->simulator()->controlToken().toUtf8();
    QVERIFY(token.size() >= 32);
    QVERIFY(!m_folder->allBytes().contains(token)); // a second program that joins needs none
    auto second = Practice::start(profile(), 5);
    QVERIFY(second.has_value());
    QVERIFY((*second)->simulator() == nullptr);
    QCOMPARE((*second)->workspaceOptions().nixflexUrl.port(), static_cast<int>(port()));
}

QTEST_GUILESS_MAIN(TestPractice)
#include "tst_practice.moc"
