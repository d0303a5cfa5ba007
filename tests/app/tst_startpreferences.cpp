#include "app/startpreferences.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace numbers::app {

using Choice = gui::Theme::Choice;

/// Theme and language of the first paint.
class TestStartPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheUsersChoice();
    void obeysWhatTheAdministratorLocked();

private:
    QString write(const QString &name, const QByteArray &text) const;

    QTemporaryDir m_folder;
};

QString TestStartPreferences::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

void TestStartPreferences::readsTheUsersChoice()
{
    const auto user = write(u"user.ini"_s, "[interface]\ntheme=dark\nlanguage=de\n");
    const auto read = StartPreferences::read(user, m_folder.filePath(u"none.ini"_s));
    QVERIFY(read.theme == Choice::Dark);
    QCOMPARE(read.language, u"de"_s);
}

void TestStartPreferences::obeysWhatTheAdministratorLocked()
{
    const auto user = write(u"user.ini"_s, "[interface]\ntheme=dark\nlanguage=de\n");
    const auto administrator =
        write(u"administrator.ini"_s, "[interface]\ntheme=high-contrast\nlanguage=en\n"
                                      "[Locked]\ninterface/theme=true\ninterface/language=true\n");
    const auto read = StartPreferences::read(user, administrator);
    QVERIFY(read.theme == Choice::HighContrast);
    QCOMPARE(read.language, u"en"_s);
}

} // namespace numbers::app

QTEST_GUILESS_MAIN(numbers::app::TestStartPreferences)
#include "tst_startpreferences.moc"
