#include "secrets/keychainjob.h"

#include "base/completion.h"
#include "secrets/platformkeychain.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace numbers::secrets {

namespace {

constexpr auto serviceName = "com.nixflex.Numbers"_L1;

JobOutcome outcomeOf(QKeychain::Job *job)
{
    JobOutcome outcome{.error = job->error(), .errorText = job->errorString(), .text = {}};
    const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
    if (read != nullptr && outcome.error == QKeychain::NoError) {
        QString text = read->textData();
        outcome.text = std::make_shared<const SecretString>(SecretString::fromText(text));
        text.fill(u'\0');
    }
    return outcome;
}

QCoro::Task<JobOutcome> run(QKeychain::Job *job, std::chrono::milliseconds limit)
{
    const Completion<JobOutcome> completion;
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [completion](QKeychain::Job *finished) { completion.complete(outcomeOf(finished)); });
    // A child of the job, gone with it: QTimer::singleShot's timer would stay until the limit is reached.
    auto *limitTimer = new QTimer(job);
    limitTimer->setSingleShot(true);
    QObject::connect(limitTimer, &QTimer::timeout, job, [completion] {
        JobOutcome late{.error = QKeychain::OtherError,
                        .errorText = u"no answer in time"_s,
                        .text = {},
                        .isTimedOut = true};
        completion.complete(std::move(late));
    });
    limitTimer->start(limit);
    keepKeychainGoing(job);
    job->start();
    co_return co_await completion.awaiter();
}

} // namespace

QCoro::Task<JobOutcome> readEntry(QString name, std::chrono::milliseconds limit)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    job->setKey(name);
    return run(job, limit);
}

QCoro::Task<JobOutcome> writeEntry(QString name, std::shared_ptr<const SecretString> secret,
                                   std::chrono::milliseconds limit)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setKey(name);
    const auto utf8 = secret->reveal();
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    job->setTextData(text);
    text.fill(u'\0');
    return run(job, limit);
}

QCoro::Task<JobOutcome> deleteEntry(QString name, std::chrono::milliseconds limit)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName);
    job->setKey(name);
    return run(job, limit);
}

} // namespace numbers::secrets
