#include "operations/common/listnotes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

struct ListText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::ListNotes)
};

QString gapText(nixflex::ListGap gap, qsizetype listed)
{
    switch (gap) {
    case nixflex::ListGap::None:
        break;
    case nixflex::ListGap::MayBeCutOff:
        return ListText::tr("Nixflex listed exactly %L1 numbers. There may be more that it did not list.")
            .arg(listed);
    case nixflex::ListGap::FewerThanCounted:
        return ListText::tr("Nixflex has more numbers than the %L1 that it listed.").arg(listed);
    case nixflex::ListGap::RowsMoved:
        return ListText::tr("Nixflex's list of numbers changed while it was read. Some may be missing.");
    case nixflex::ListGap::TooLong:
        return ListText::tr("Nixflex's list of numbers did not end. Reading stopped after %L1 numbers.")
            .arg(listed);
    }
    return {};
}

} // namespace

QList<Note> numberListNotes(const nixflex::ListState &state, qsizetype listed)
{
    QList<Note> notes;
    if (state.gap != nixflex::ListGap::None) {
        notes.append({u"list_possibly_incomplete"_s, gapText(state.gap, listed)});
    }
    if (!state.skipped.isEmpty()) {
        notes.append({u"rows_skipped"_s,
                      ListText::tr("%n row(s) of Nixflex's list of numbers could not be read and were left "
                                   "out: %1.",
                                   nullptr, static_cast<int>(state.skipped.size()))
                          .arg(labelsOf(state.skipped))});
    }
    return notes;
}

QList<Note> agentListNotes(const nixflex::ListState &state)
{
    QList<Note> notes;
    if (state.gap != nixflex::ListGap::None) {
        notes.append(
            {u"agents_possibly_incomplete"_s, ListText::tr("Nixflex's list of agents may not be complete.")});
    }
    if (!state.skipped.isEmpty()) {
        notes.append({u"agent_rows_skipped"_s,
                      ListText::tr("%n row(s) of Nixflex's list of agents could not be read and were left "
                                   "out: %1.",
                                   nullptr, static_cast<int>(state.skipped.size()))
                          .arg(labelsOf(state.skipped))});
    }
    return notes;
}

QList<Note> resourceNotes(const routing::AccountResources &resources)
{
    const auto skipped = resources.unreadServices + resources.unreadApplications + resources.unreadTrunks;
    if (skipped.isEmpty()) {
        return {};
    }
    return {
        {u"twilio_rows_skipped"_s,
         ListText::tr("%n row(s) of Twilio's lists of Messaging Services, TwiML apps and trunks could not "
                      "be read and were left out: %1.",
                      nullptr, static_cast<int>(skipped.size()))
             .arg(labelsOf(skipped))}};
}

} // namespace numbers::operations
