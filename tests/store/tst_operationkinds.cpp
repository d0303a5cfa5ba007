#include "store/enumnames.h"
#include "store/operationkinds.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers::store;
using Kind = OperationRecord::Kind;

/// Each kind of operation is described once, and in full.
class TestOperationKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheWordsOfTheLedger_data();
    void keepsTheWordsOfTheLedger();
    void saysOfEveryKindWhatBecomesOfIt();
    void takesAWordOfTheFutureForUnknown();
};

void TestOperationKinds::keepsTheWordsOfTheLedger_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("firstCall");
    const auto row = [](const char *word, Kind kind, const QString &firstCall) {
        QTest::newRow(word) << static_cast<int>(kind) << firstCall;
    };
    row("import", Kind::Import, u"post"_s);
    row("remove", Kind::Remove, u"delete"_s);
    row("restore", Kind::Restore, u"update"_s);
    row("undo", Kind::Undo, u"delete"_s);
    row("reassign", Kind::Reassign, u"delete"_s);
    row("profile", Kind::Profile, u"patch"_s);
    row("adopt", Kind::Adopt, {});
    row("forget", Kind::Forget, {});
}

void TestOperationKinds::keepsTheWordsOfTheLedger()
{
    QFETCH(const int, kind);
    QFETCH(const QString, firstCall);
    const QString word = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(toString(static_cast<Kind>(kind)), word);
    QVERIFY(kindFromString(word) == static_cast<Kind>(kind));
    QCOMPARE(QString(describe(static_cast<Kind>(kind)).firstCall), firstCall);
}

void TestOperationKinds::saysOfEveryKindWhatBecomesOfIt()
{
    QSet<QString> titles;
    const auto kinds = operationKinds();
    QVERIFY(kinds.size() == static_cast<int>(Kind::Unknown));
    for (const Kind kind : kinds) {
        const OperationKind &row = describe(kind);
        QVERIFY(row.kind == kind);
        titles.insert(QString::fromUtf8(row.title));
        QVERIFY(row.reversal != OperationKind::Reversal::Nothing);
        // What is sent may be lost, and has to be settled then.
        QCOMPARE(row.settling == OperationKind::Settling::Never, row.firstCall.isEmpty());
    }
    QCOMPARE(titles.size(), kinds.size());
    QVERIFY(describe(Kind::Unknown).reversal == OperationKind::Reversal::Nothing);
}

void TestOperationKinds::takesAWordOfTheFutureForUnknown()
{
    QVERIFY(kindFromString(u"swap"_s) == Kind::Unknown);
    QVERIFY(kindFromString({}) == Kind::Unknown);
}

QTEST_GUILESS_MAIN(TestOperationKinds)
#include "tst_operationkinds.moc"
