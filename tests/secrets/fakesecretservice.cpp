#include "fakesecretservice.h"

#include <QDBusError>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

const QString busName = u"numbers-fake-secret-service"_s;
const QString collectionPath = u"/org/freedesktop/secrets/collection/fake"_s;
const QString promptPath = u"/org/freedesktop/secrets/prompt/fake"_s;
const QString serviceName = u"org.freedesktop.secrets"_s;

} // namespace

FakeSecretService::FakeSecretService()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName))
{
    m_bus.registerObject(u"/org/freedesktop/secrets"_s, this, QDBusConnection::ExportAllSlots);
    m_bus.registerObject(collectionPath, new FakeCollection(this), QDBusConnection::ExportAllProperties);
    m_bus.registerObject(promptPath, new FakePrompt(this),
                         QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    m_bus.registerService(serviceName);
}

FakeSecretService::~FakeSecretService()
{
    QDBusConnection::disconnectFromBus(busName);
}

void FakeSecretService::answerWith(Answer answer)
{
    if (answer == Answer::Refuse) {
        sendErrorReply(QDBusError::AccessDenied, u"not for you"_s);
    } else if (answer == Answer::Never) {
        setDelayedReply(true);
    }
}

QDBusVariant FakeSecretService::OpenSession(const QString &, const QDBusVariant &, QDBusObjectPath &session)
{
    answerWith(sessionAnswer);
    session = QDBusObjectPath(u"/"_s);
    return QDBusVariant(QString());
}

QDBusObjectPath FakeSecretService::ReadAlias(const QString &)
{
    answerWith(aliasAnswer);
    return QDBusObjectPath(hasCollection ? collectionPath : u"/"_s);
}

QList<QDBusObjectPath> FakeSecretService::Unlock(const QList<QDBusObjectPath> &, QDBusObjectPath &prompt)
{
    prompt = QDBusObjectPath(promptPath);
    return {};
}

QDBusObjectPath FakeSecretService::CreateCollection(const QVariantMap &, const QString &,
                                                    QDBusObjectPath &prompt)
{
    prompt = QDBusObjectPath(promptPath);
    return QDBusObjectPath(u"/"_s);
}

void FakeSecretService::answerPrompt()
{
    ++prompts;
    if (user == User::Agrees) {
        hasCollection = true;
        isLocked = false;
    } else if (user == User::ServiceEnds) {
        m_bus.unregisterService(serviceName);
    }
}

void FakePrompt::Prompt(const QString &)
{
    // A person takes longer than the call.
    QTimer::singleShot(50, this, [this] {
        m_service->answerPrompt();
        if (m_service->user != FakeSecretService::User::ServiceEnds) {
            Q_EMIT Completed(m_service->user == FakeSecretService::User::Dismisses, QDBusVariant(QString()));
        }
    });
}
