#include "gui/history/operationtext.h"

#include "models/timetext.h"
#include "operations/health/healthrepair.h"
#include "store/operationkinds.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;
using Outcome = store::OperationRecord::Outcome;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OperationText)
};

} // namespace

QString operationTitle(const store::OperationRecord &operation)
{
    const store::OperationKind &kind = store::describe(operation.kind);
    const bool isVariant = operations::isTakingBack(operation) || operations::isSetBack(operation);
    return Text::tr(isVariant && kind.variantTitle != nullptr ? kind.variantTitle : kind.title);
}

QString outcomeText(const store::OperationRecord &operation)
{
    switch (operation.outcome) {
    case Outcome::None:
        return operation.phase == store::OperationRecord::Phase::Finished ? Text::tr("No outcome recorded")
                                                                          : Text::tr("Under way");
    case Outcome::Succeeded:
        return operation.note.isEmpty() || operations::isTakingBack(operation)
                   ? Text::tr("Done")
                   : Text::tr("Done, settled afterwards");
    case Outcome::Refused:
        return operation.note == "rolled_back"_L1 ? Text::tr("Refused and taken back, all as before")
                                                  : Text::tr("Refused, nothing changed");
    case Outcome::NotSent:
        return Text::tr("Not sent, nothing changed");
    case Outcome::NotExecuted:
        return Text::tr("Not carried out, nothing changed");
    case Outcome::Unknown:
        return Text::tr("Not known yet");
    }
    return {};
}

MessageKind outcomeKind(const store::OperationRecord &operation)
{
    switch (operation.outcome) {
    case Outcome::Succeeded:
        return MessageKind::Success;
    case Outcome::Refused:
        return MessageKind::Error;
    case Outcome::Unknown:
        return MessageKind::Warning;
    case Outcome::None:
    case Outcome::NotSent:
    case Outcome::NotExecuted:
        break;
    }
    return MessageKind::Info;
}

QString stepTitle(const store::StepRecord &step)
{
    static const QHash<QString, const char *> titles{
        {u"plan"_s, QT_TRANSLATE_NOOP("OperationText", "Looked at the number and its routing")},
        {u"backup"_s, QT_TRANSLATE_NOOP("OperationText", "Saved the webhooks")},
        {u"post"_s, QT_TRANSLATE_NOOP("OperationText", "Asked Nixflex to import")},
        {u"update"_s, QT_TRANSLATE_NOOP("OperationText", "Asked Twilio to set the former settings back")},
        {u"patch"_s, QT_TRANSLATE_NOOP("OperationText", "Asked Nixflex to change the business profile")},
        {u"delete"_s, QT_TRANSLATE_NOOP("OperationText", "Asked Nixflex to remove")},
        {u"answered"_s, QT_TRANSLATE_NOOP("OperationText", "Nixflex answered")},
        {u"read_back"_s, QT_TRANSLATE_NOOP("OperationText", "Read back from Twilio")},
        {u"settle"_s, QT_TRANSLATE_NOOP("OperationText", "Found out what happened")},
        {u"record"_s, QT_TRANSLATE_NOOP("OperationText", "Recorded")},
    };
    const auto *title = titles.value(step.name, nullptr);
    return title != nullptr ? Text::tr(title) : step.name;
}

QString stepDetail(const store::StepRecord &step)
{
    return step.name == "settle"_L1 || step.name == "record"_L1 ? QString() : step.detail;
}

QString backupTitle(const store::BackupRecord &backup)
{
    switch (backup.reason) {
    case store::BackupRecord::Reason::BeforeImport:
        return Text::tr("Routing before the import");
    case store::BackupRecord::Reason::AfterImport:
        return Text::tr("Routing after the import");
    case store::BackupRecord::Reason::BeforeRemove:
        return Text::tr("Routing before the removal");
    case store::BackupRecord::Reason::AfterRemove:
        return Text::tr("Routing after the removal");
    case store::BackupRecord::Reason::BeforeRestore:
        return Text::tr("Routing before it was set back");
    case store::BackupRecord::Reason::Planned:
        return Text::tr("As it was to become");
    case store::BackupRecord::Reason::FormerBaseline:
        return Text::tr("What checks compared with before");
    case store::BackupRecord::Reason::Adopted:
        return Text::tr("What checks compare with since");
    case store::BackupRecord::Reason::AfterRestore:
        return Text::tr("Routing after it was set back");
    case store::BackupRecord::Reason::Unknown:
        break;
    }
    return Text::tr("Routing");
}

QString timeText(const QDateTime &utc)
{
    return utc.isValid() ? models::shortTime(utc) : u"–"_s;
}

QString timeOfDayText(const QDateTime &utc, const QDateTime &day)
{
    const auto local = utc.toLocalTime();
    return utc.isValid() && local.date() == day.toLocalTime().date()
               ? QLocale().toString(local.time(), u"HH:mm:ss"_s)
               : timeText(utc);
}

} // namespace numbers::gui
