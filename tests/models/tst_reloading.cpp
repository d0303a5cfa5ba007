#include "models/reloading.h"

#include <QTest>

using numbers::models::Reloading;

/// A model that is told of many changes reads the ledger once at a time, and once more afterwards.
class TestReloading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOnceForManyChanges();
    void readsOnceMoreForWhatChangedMeanwhile();
    void readsAtOnceWhenTheQuestionIsAnotherOne();
    void answersOnlyTheLastOfManyQuestions();
    void leavesTheLedgerTimeAfterALongReading();

private:
    int m_readings = 0;
};

void TestReloading::readsOnceForManyChanges()
{
    m_readings = 0;
    Reloading reloading([this] { ++m_readings; });
    for (int change = 0; change < 100; ++change) {
        reloading.soon();
    }
    QCOMPARE(m_readings, 0);
    QTRY_COMPARE(m_readings, 1);
    QVERIFY(reloading.isBusy());
    reloading.finished();
    QVERIFY(!reloading.isBusy());
}

void TestReloading::readsOnceMoreForWhatChangedMeanwhile()
{
    m_readings = 0;
    Reloading reloading([this] { ++m_readings; });
    reloading.now();
    QCOMPARE(m_readings, 1);
    for (int change = 0; change < 100; ++change) {
        reloading.soon();
        QCoreApplication::processEvents();
    }
    QCOMPARE(m_readings, 1);
    reloading.finished();
    QTRY_COMPARE(m_readings, 2);
    reloading.finished();
    QVERIFY(!reloading.isBusy());
}

void TestReloading::readsAtOnceWhenTheQuestionIsAnotherOne()
{
    m_readings = 0;
    Reloading reloading([this] { ++m_readings; });
    reloading.soon();
    reloading.now();
    QCOMPARE(m_readings, 1);
    reloading.finished();
    QVERIFY(!reloading.isBusy()); // What was to come soon is read already.
}

void TestReloading::answersOnlyTheLastOfManyQuestions()
{
    m_readings = 0;
    Reloading reloading([this] { ++m_readings; });
    for (int letter = 0; letter < 50; ++letter) {
        reloading.now();
        reloading.soon();
    }
    QCOMPARE(m_readings, 1);
    reloading.finished();
    QCOMPARE(m_readings, 2);
    reloading.finished();
    QCOMPARE(m_readings, 2);
}

void TestReloading::leavesTheLedgerTimeAfterALongReading()
{
    m_readings = 0;
    Reloading reloading([this] { ++m_readings; });
    reloading.now();
    QElapsedTimer reading;
    reading.start();
    QTRY_VERIFY(reading.elapsed() >= 50);
    reloading.soon();
    reloading.finished();
    QElapsedTimer pause;
    pause.start();
    QTRY_COMPARE(m_readings, 2);
    QVERIFY2(pause.elapsed() >= 150, qPrintable(QString::number(pause.elapsed())));
}

QTEST_GUILESS_MAIN(TestReloading)
#include "tst_reloading.moc"
