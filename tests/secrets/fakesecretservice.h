#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QObject>
#include <QVariantMap>

/// As much of org.freedesktop.secrets as is asked before a secret is touched, with the answers a test wants.
class FakeSecretService : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Service")
public:
    FakeSecretService();
    ~FakeSecretService() override;

    enum class Answer { Normal, Refuse, Never };
    Answer aliasAnswer = Answer::Normal;
    Answer sessionAnswer = Answer::Refuse; ///< never Normal: there are no items here
    bool hasCollection = true;
    bool isLocked = true;
    /// What the user does at the prompt: agree, dismiss, or the service ends meanwhile.
    enum class User { Agrees, Dismisses, ServiceEnds };
    User user = User::Agrees;
    int prompts = 0;

    void answerPrompt();

public Q_SLOTS:
    QDBusVariant OpenSession(const QString &algorithm, const QDBusVariant &input, // NOLINT
                             QDBusObjectPath &session);
    QDBusObjectPath ReadAlias(const QString &name);                                                // NOLINT
    QList<QDBusObjectPath> Unlock(const QList<QDBusObjectPath> &objects, QDBusObjectPath &prompt); // NOLINT
    QDBusObjectPath CreateCollection(const QVariantMap &properties, const QString &alias,          // NOLINT
                                     QDBusObjectPath &prompt);

private:
    void answerWith(Answer answer);

    QDBusConnection m_bus;
};

class FakeCollection : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Collection")
    Q_PROPERTY(bool Locked READ isLocked)
public:
    explicit FakeCollection(FakeSecretService *service)
        : QObject(service)
        , m_service(service)
    {
    }
    [[nodiscard]] bool isLocked() const { return m_service->isLocked; }

private:
    FakeSecretService *m_service;
};

class FakePrompt : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Prompt")
public:
    explicit FakePrompt(FakeSecretService *service)
        : QObject(service)
        , m_service(service)
    {
    }

public Q_SLOTS:
    void Prompt(const QString &window); // NOLINT

Q_SIGNALS:
    void Completed(bool isDismissed, const QDBusVariant &result); // NOLINT

private:
    FakeSecretService *m_service;
};
