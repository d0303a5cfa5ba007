#include "gui/settings/savediagnostics.h"

#include "gui/common/messagebar.h"
#include "workspace/diagnostics.h"

#include <QApplication>
#include <QCoro/QCoroTask>
#include <QPushButton>
#include <QScreen>
#include <QStyle>

#include <chrono>
#include <utility>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;

/// What takes no longer needs no words that come and go.
constexpr std::chrono::milliseconds unnoticed{50};

QList<workspace::DiagnosticsFact> windowFacts()
{
    auto facts = workspace::systemFacts();
    facts.append({u"platform"_s, QGuiApplication::platformName()});
    facts.append({u"style"_s, QApplication::style()->name()});
    const auto screens = QGuiApplication::screens();
    for (const auto *screen : screens) {
        facts.append({u"screen"_s, u"%1 x %2, scale %3"_s.arg(screen->size().width())
                                       .arg(screen->size().height())
                                       .arg(screen->devicePixelRatio())});
    }
    return facts;
}

QCoro::Task<Result<void>> collectAndSave(QString filePath, workspace::Workspace *workspace,
                                         QList<workspace::DiagnosticsFact> facts, QStringList logLines,
                                         CancelToken cancel)
{
    if (workspace != nullptr) {
        const auto more = co_await workspace::workspaceFacts(workspace, cancel);
        facts.append(more);
    }
    if (cancel.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    const auto saved = co_await workspace::saveDiagnostics(filePath, facts, logLines, cancel);
    co_return saved;
}

} // namespace

DiagnosticsSaver::DiagnosticsSaver(MessageBar &messageBar, QObject *parent)
    : QObject(parent)
    , m_messageBar(messageBar)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(unnoticed);
    connect(&m_patience, &QTimer::timeout, this, &DiagnosticsSaver::showBusy);
}

DiagnosticsSaver::~DiagnosticsSaver()
{
    m_cancel.cancel();
}

void DiagnosticsSaver::save(const QString &filePath, workspace::Workspace *workspace,
                            const QStringList &logLines)
{
    if (std::exchange(m_isBusy, true)) {
        return;
    }
    m_cancel = CancelSource();
    m_patience.start();
    Q_EMIT busyChanged(true);
    auto facts = windowFacts();
    if (workspace == nullptr) {
        facts.append(workspace::closedProfileFacts(m_openError));
    }
    auto task = collectAndSave(filePath, workspace, std::move(facts), logLines, m_cancel.token());
    QCoro::connect(std::move(task), this,
                   [this, filePath](const Result<void> &result) { finish(filePath, result); });
}

void DiagnosticsSaver::showBusy()
{
    m_messageBar.showMessage(MessageKind::Info, tr("Saving the diagnostics…"));
    auto *cancelButton = m_messageBar.addButton(tr("Cancel"), u"cancelDiagnosticsButton"_s);
    connect(cancelButton, &QPushButton::clicked, this, [this] { m_cancel.cancel(); });
}

void DiagnosticsSaver::finish(const QString &filePath, const Result<void> &result)
{
    m_patience.stop();
    m_isBusy = false;
    if (result) {
        m_messageBar.showMessage(
            MessageKind::Success,
            tr("Diagnostics saved to %1. They hold no secrets; have a look before you pass them on.")
                .arg(filePath));
    } else if (result.error().kind == Error::Kind::Cancelled) {
        m_messageBar.showMessage(MessageKind::Info, tr("Cancelled. No diagnostics were saved."));
    } else {
        m_messageBar.showError(result.error());
    }
    Q_EMIT busyChanged(false);
}

} // namespace numbers::gui
