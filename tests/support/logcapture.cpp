#include "support/logcapture.h"

#include <QMutex>
#include <QRegularExpression>

#include <utility>

namespace numbers::test {

namespace {

QMutex captureMutex;
QStringList *captured = nullptr;
QtMessageHandler handlerBefore = nullptr;

void capture(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    {
        const QMutexLocker lock(&captureMutex);
        if (captured != nullptr) {
            captured->append(QString::fromUtf8(context.category) + QStringLiteral(": ") + text);
        }
    }
    if (handlerBefore != nullptr) {
        handlerBefore(type, context, text);
    }
}

} // namespace

LogCapture::LogCapture()
{
    const QMutexLocker lock(&captureMutex);
    Q_ASSERT(captured == nullptr);
    captured = new QStringList;
    handlerBefore = qInstallMessageHandler(capture);
}

LogCapture::~LogCapture()
{
    const QMutexLocker lock(&captureMutex);
    qInstallMessageHandler(handlerBefore);
    delete std::exchange(captured, nullptr);
}

QStringList LogCapture::lines() const
{
    const QMutexLocker lock(&captureMutex);
    return *captured;
}

QStringList LogCapture::lines(const QString &category) const
{
    return lines().filter(
        QRegularExpression(u'^' + QRegularExpression::escape(category) + QStringLiteral(": ")));
}

} // namespace numbers::test
