#include "storetest.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;

/// What a person types, against a real ledger.
class TestFleetSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void sortsWithoutCaseAndAccentsAndNothingLast_data();
    void sortsWithoutCaseAndAccentsAndNothingLast();
    void findsCountriesAsTheyAreCalled_data();
    void findsCountriesAsTheyAreCalled();
    void sortsCountriesAsTheyAreCalled();

private:
    QStringList found(const FleetQuery &query);

    QTemporaryDir m_directory;
    SystemClock m_clock;
    std::unique_ptr<Ledger> m_ledger;
};

namespace {

const QString london = u"+442079460018"_s;
const QString mobile = u"+447700900123"_s;
const QString york = u"+12125550123"_s;
const QString berlin = u"+493023125000"_s;

} // namespace

void TestFleetSearch::initTestCase()
{
    m_ledger = test::openLedger(m_directory.filePath(u"ledger.sqlite"_s), m_clock);
    for (const auto &[number, customer] : {std::pair{london, u"Äpfel & Söhne"_s},
                                           {mobile, u"zebra 100%"_s},
                                           {york, QString()},
                                           {berlin, u"Banana_1"_s}}) {
        QVERIFY(test::runTask(m_ledger->saveNumber(test::numberRecord(number, customer))));
    }
}

QStringList TestFleetSearch::found(const FleetQuery &query)
{
    const auto ids = test::runTask(m_ledger->numberIds(query));
    const auto rows = test::runTask(m_ledger->numbersById(ids.value()));
    QStringList numbers;
    for (const auto &row : rows.value()) {
        numbers << row.phoneNumber.e164();
    }
    return numbers;
}

void TestFleetSearch::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("numbers");
    QTest::newRow("nothing typed") << u"  "_s << QStringList{york, london, mobile, berlin};
    QTest::newRow("e164") << london << QStringList{london};
    QTest::newRow("national") << u"020 7946 0018"_s << QStringList{london};
    QTest::newRow("trunk zero in brackets") << u"(0)20 7946 0018"_s << QStringList{london};
    QTest::newRow("country and trunk zero") << u"+44 (0)20 7946"_s << QStringList{london};
    QTest::newRow("international prefix") << u"0044 20"_s << QStringList{london};
    QTest::newRow("mobile") << u"07700 900 123"_s << QStringList{mobile};
    QTest::newRow("brackets and dashes") << u"(212) 555-01"_s << QStringList{york};
    QTest::newRow("a country's code is at the beginning") << u"+1"_s << QStringList{york};
    QTest::newRow("digits anywhere") << u"0123"_s << QStringList{york, mobile};
    QTest::newRow("a link") << u"tel:+44-20-7946-0018;isub=1"_s << QStringList{london};
    QTest::newRow("Excel's apostrophe") << u"'+442079460018"_s << QStringList{london};
    QTest::newRow("invisible characters")
        << u"\u202a+44\u200e20\u20117946\ufeff0018\u202c"_s << QStringList{london};
    QTest::newRow("full-width") << u"＋４４２０７９４６"_s << QStringList{london};
    QTest::newRow("Arabic digits") << u"٢٠٧٩٤٦"_s << QStringList{london};
    QTest::newRow("word") << u"zebra"_s << QStringList{mobile};
    QTest::newRow("upper case umlaut") << u"ÄPFEL"_s << QStringList{london};
    QTest::newRow("without umlaut") << u"sohne"_s << QStringList{london};
    QTest::newRow("words in any order") << u"söhne äpfel"_s << QStringList{london};
    QTest::newRow("word and digits") << u"zebra 7700"_s << QStringList{mobile};
    QTest::newRow("country") << u"germany"_s << QStringList{berlin};
    QTest::newRow("percent is a percent") << u"100%"_s << QStringList{mobile};
    QTest::newRow("percent alone") << u"%"_s << QStringList{mobile};
    QTest::newRow("underscore is an underscore") << u"a_1"_s << QStringList{berlin};
    QTest::newRow("quote") << u"' OR 1=1 --"_s << QStringList{};
    QTest::newRow("backslash") << u"\\"_s << QStringList{};
    QTest::newRow("control characters") << u"zebra\u0007100%\u001b"_s << QStringList{mobile};
    QTest::newRow("NUL between words") << u"zebra%1nobody"_s.arg(QChar()) << QStringList{};
    QTest::newRow("nobody") << u"nobody"_s << QStringList{};
}

void TestFleetSearch::finds()
{
    QFETCH(QString, text);
    QFETCH(QStringList, numbers);
    FleetQuery query;
    query.keyId = test::keyId;
    query.text = text;
    QCOMPARE(found(query), numbers);
}

void TestFleetSearch::sortsWithoutCaseAndAccentsAndNothingLast_data()
{
    QTest::addColumn<FleetQuery::Sort>("sort");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("numbers");
    using Sort = FleetQuery::Sort;
    QTest::newRow("customer") << Sort::Customer << Qt::AscendingOrder
                              << QStringList{london, berlin, mobile, york};
    QTest::newRow("customer, down") << Sort::Customer << Qt::DescendingOrder
                                    << QStringList{mobile, berlin, london, york};
    QTest::newRow("country by its name")
        << Sort::Country << Qt::AscendingOrder << QStringList{berlin, london, mobile, york};
    QTest::newRow("number, down") << Sort::PhoneNumber << Qt::DescendingOrder
                                  << QStringList{berlin, mobile, london, york};
    QTest::newRow("all the same") << Sort::Agent << Qt::DescendingOrder
                                  << QStringList{york, london, mobile, berlin};
}

void TestFleetSearch::sortsWithoutCaseAndAccentsAndNothingLast()
{
    QFETCH(FleetQuery::Sort, sort);
    QFETCH(Qt::SortOrder, order);
    QFETCH(QStringList, numbers);
    FleetQuery query;
    query.keyId = test::keyId;
    query.sort = sort;
    query.order = order;
    QCOMPARE(found(query), numbers);
}

namespace {

/// As in a German window.
const QHash<QString, QString> german{
    {u"DE"_s, u"Deutschland"_s}, {u"GB"_s, u"Vereinigtes Königreich"_s}, {u"US"_s, u"Vereinigte Staaten"_s}};

} // namespace

void TestFleetSearch::findsCountriesAsTheyAreCalled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("numbers");
    QTest::newRow("all of it") << u"Deutschland"_s << QStringList{berlin};
    QTest::newRow("without case and umlaut") << u"KONIGREICH"_s << QStringList{london, mobile};
    QTest::newRow("of two countries") << u"vereinigt"_s << QStringList{york, london, mobile};
    QTest::newRow("with another word") << u"vereinigte zebra"_s << QStringList{mobile};
    QTest::newRow("with digits") << u"deutsch 3023"_s << QStringList{berlin};
    QTest::newRow("in English") << u"germany"_s << QStringList{};
    QTest::newRow("in English and elsewhere") << u"a"_s << QStringList{york, london, mobile, berlin};
    QTest::newRow("half of it in English") << u"united"_s << QStringList{};
    QTest::newRow("nothing of it") << u"banana"_s << QStringList{berlin};
}

void TestFleetSearch::findsCountriesAsTheyAreCalled()
{
    QFETCH(QString, text);
    QFETCH(QStringList, numbers);
    FleetQuery query;
    query.keyId = test::keyId;
    query.text = text;
    query.countryNames = german;
    QCOMPARE(found(query), numbers);
}

void TestFleetSearch::sortsCountriesAsTheyAreCalled()
{
    FleetQuery query;
    query.keyId = test::keyId;
    query.sort = FleetQuery::Sort::Country;
    query.countryNames = german;
    QCOMPARE(found(query), QStringList({berlin, york, london, mobile}));
    query.order = Qt::DescendingOrder;
    QCOMPARE(found(query), QStringList({london, mobile, york, berlin}));
    // In no country: last in both directions.
    const auto nowhere = u"+80012345678"_s;
    QVERIFY(test::runTask(m_ledger->saveNumber(test::numberRecord(nowhere, {}))));
    QCOMPARE(found(query), QStringList({london, mobile, york, berlin, nowhere}));
    query.order = Qt::AscendingOrder;
    QCOMPARE(found(query), QStringList({berlin, york, london, mobile, nowhere}));
}

QTEST_GUILESS_MAIN(TestFleetSearch)
#include "tst_fleetsearch.moc"
