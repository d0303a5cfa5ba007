#include "operations/health/healthcheck.h"

#include "base/discard.h"
#include "operations/common/listnotes.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using store::NumberRecord;

/// Rows read and written at once: few transactions, and no long ones.
constexpr qsizetype rowsAtOnce = 1000;
/// Up to so many numbers are looked up one by one in the ledger.
constexpr qsizetype fewRows = 50;

/// Nixflex may leave it out.
bool isTwilioNumber(const QString &provider)
{
    return provider.isEmpty() || provider == "twilio"_L1;
}

/// What Nixflex says of a number, as far as the check asks.
struct AtNixflex
{
    AgentId agentId;
    QString provider;
};

/// One check; its steps run one after the other and share it.
class Run
{
public:
    Run(OperationServices services, AuthTokenSource tokens, HealthCheck::OnProgress onProgress,
        CancelToken cancel)
        : m_services(std::move(services))
        , m_tokens(std::move(tokens))
        , m_onProgress(std::move(onProgress))
        , m_cancel(std::move(cancel))
        , m_keyId(m_services.nixflex.key().keyId())
        , m_startedAt(m_services.utcNow())
    {
    }

    ~Run()
    {
        discardInBackground(std::move(m_rows));
        discardInBackground(std::move(m_looks));
    }
    Q_DISABLE_COPY_MOVE(Run)

    QCoro::Task<Result<HealthReport>> check(std::optional<QList<PhoneNumber>> numbers);

private:
    /// Places in m_rows.
    using Places = QList<qsizetype>;

    [[nodiscard]] bool isOver() const { return m_services.closing.isCancelled() || m_cancel.isCancelled(); }
    void tell(int more) const
    {
        if (m_onProgress && !isOver()) {
            m_onProgress(std::min(m_done + more, static_cast<int>(m_rows.size())),
                         static_cast<int>(m_rows.size()));
        }
    }

    QCoro::Task<Result<void>> loadRows(std::optional<QList<PhoneNumber>> numbers);
    QCoro::Task<Result<void>> readNixflex();
    QCoro::Task<Result<void>> readUnlistedAgents();
    QCoro::Task<Result<void>> readAccounts();
    QCoro::Task<Result<void>> checkAccount(AccountSid sid, Places rows);
    QCoro::Task<Result<void>> searchElsewhere();
    QCoro::Task<Result<void>> record(qsizetype atLeast);
    QCoro::Task<Result<void>> findUnknown();

    [[nodiscard]] HealthInput inputOf(const NumberRecord &row) const;
    /// Nixflex has it, or may have it, and does not say that it is somebody else's than Twilio's.
    [[nodiscard]] bool isToBeReadAtTwilio(const PhoneNumber &number) const;
    void note(const NumberRecord &row, const HealthInput &input);
    [[nodiscard]] AccountReading &lookOf(const AccountSid &sid);
    [[nodiscard]] const AccountReading *placeOf(const PhoneNumber &number) const;

    OperationServices m_services;
    AuthTokenSource m_tokens;
    HealthCheck::OnProgress m_onProgress;
    CancelToken m_cancel;
    QString m_keyId;
    QDateTime m_startedAt;
    qint64 m_since = 0; ///< the ledger's order when the check began

    QList<NumberRecord> m_rows;
    QHash<PhoneNumber, AtNixflex> m_atNixflex;
    QHash<AgentId, nixflex::Agent> m_agents;
    QSet<AgentId> m_goneAgents; ///< asked for one by one: Nixflex has none with this id
    QList<store::AccountRecord> m_accounts;
    routing::NixflexAddresses m_addresses;
    std::map<QString, AccountReading> m_looks; ///< by SID; they stay where they are while being read
    Places m_missing;                          ///< not where they belong, or nobody knows where that is
    HealthReport m_report;
    QList<store::HealthRecord> m_unsaved;
    QSet<qint64> m_leftOut;
    QHash<qint64, PhoneNumber> m_numberOf;
    int m_done = 0;
};

QCoro::Task<Result<HealthReport>> Run::check(std::optional<QList<PhoneNumber>> numbers)
{
    const bool isAll = !numbers.has_value();
    if (const auto loaded = co_await loadRows(std::move(numbers)); !loaded) {
        co_return failure(loaded.error());
    }
    if (const auto read = co_await readNixflex(); !read) {
        co_return failure(read.error());
    }
    if (const auto read = co_await readAccounts(); !read) {
        co_return failure(read.error());
    }
    if (const auto found = co_await searchElsewhere(); !found) {
        co_return failure(found.error());
    }
    const qsizetype everything = 1;
    if (const auto recorded = co_await record(everything); !recorded) {
        co_return failure(recorded.error());
    }
    if (isAll) {
        if (const auto found = co_await findUnknown(); !found) {
            co_return failure(found.error());
        }
    }
    // What an operation changed meanwhile is not known any more.
    QSet<PhoneNumber> leftOut;
    for (const qint64 id : std::as_const(m_leftOut)) {
        leftOut.insert(m_numberOf.value(id));
    }
    m_report.numbers.removeIf(
        [&leftOut](const HealthReport::Number &number) { return leftOut.contains(number.phoneNumber); });
    co_return std::move(m_report);
}

QCoro::Task<Result<void>> Run::loadRows(std::optional<QList<PhoneNumber>> numbers)
{
    const auto since = co_await m_services.ledger.latestSequence();
    if (isOver()) {
        co_return failure(Error::cancelled());
    }
    if (!since) {
        co_return failure(since.error());
    }
    m_since = *since;
    if (numbers && numbers->size() <= fewRows) {
        for (const PhoneNumber &number : std::as_const(*numbers)) {
            const auto row = co_await m_services.ledger.number(m_keyId, number);
            if (isOver()) {
                co_return failure(Error::cancelled());
            }
            if (!row) {
                co_return failure(row.error());
            }
            if (row->has_value()) {
                m_rows.append(**row);
            }
        }
    } else {
        store::FleetQuery query;
        query.keyId = m_keyId;
        const auto ids = co_await m_services.ledger.numberIds(query);
        if (isOver()) {
            co_return failure(Error::cancelled());
        }
        if (!ids) {
            co_return failure(ids.error());
        }
        QSet<PhoneNumber> wanted;
        if (numbers) {
            wanted = QSet<PhoneNumber>(numbers->cbegin(), numbers->cend());
        }
        for (qsizetype first = 0; first < ids->size(); first += rowsAtOnce) {
            const QList<qint64> part = ids->mid(first, rowsAtOnce);
            const auto rows = co_await m_services.ledger.numbersById(part);
            if (isOver()) {
                co_return failure(Error::cancelled());
            }
            if (!rows) {
                co_return failure(rows.error());
            }
            for (const NumberRecord &row : *rows) {
                if (!numbers || wanted.contains(row.phoneNumber)) {
                    m_rows.append(row);
                }
            }
        }
    }
    for (const NumberRecord &row : std::as_const(m_rows)) {
        m_numberOf.insert(row.id, row.phoneNumber);
        if (row.baseline) {
            m_addresses.learn(*row.baseline);
        }
    }
    co_return Result<void>{};
}

QCoro::Task<Result<void>> Run::readNixflex()
{
    const nixflex::Client::OnPage onPage;
    auto list = co_await m_services.nixflex.listNumbers(onPage, m_cancel);
    if (isOver()) {
        co_return failure(Error::cancelled());
    }
    if (!list) {
        co_return failure(list.error());
    }
    for (const nixflex::Number &number : std::as_const(list->numbers)) {
        m_atNixflex.insert(number.phoneNumber, {number.agentId, number.provider});
    }
    m_report.isPossiblyIncomplete = !list->state.isComplete();
    m_report.warnings = numberListNotes(list->state, list->numbers.size());
    discardInBackground(*std::move(list));
    const auto agents = co_await m_services.nixflex.listAgents(m_cancel);
    if (isOver()) {
        co_return failure(Error::cancelled());
    }
    if (!agents) {
        co_return failure(agents.error());
    }
    for (const nixflex::Agent &agent : agents->agents) {
        m_agents.insert(agent.id, agent);
    }
    m_report.warnings.append(agentListNotes(agents->state));
    if (const auto read = co_await readUnlistedAgents(); !read) {
        co_return failure(read.error());
    }
    const auto accounts = co_await m_services.ledger.accounts();
    if (isOver()) {
        co_return failure(Error::cancelled());
    }
    if (!accounts) {
        co_return failure(accounts.error());
    }
    m_accounts = *accounts;
    co_return Result<void>{};
}

/// The list may hold active agents only: those of the numbers to be checked that it does not have are asked
/// for by their id. What is not answered is not known.
QCoro::Task<Result<void>> Run::readUnlistedAgents()
{
    QSet<AgentId> asked;
    for (const NumberRecord &row : std::as_const(m_rows)) {
        const AgentId id = m_atNixflex.value(row.phoneNumber).agentId;
        if (id.isNull() || m_agents.contains(id) || asked.contains(id)) {
            continue;
        }
        asked.insert(id);
        const auto agent = co_await m_services.nixflex.fetchAgent(id, m_cancel);
        if (isOver()) {
            co_return failure(Error::cancelled());
        }
        if (agent && agent->has_value()) {
            m_agents.insert(id, **agent);
        } else if (agent) {
            m_goneAgents.insert(id);
        }
    }
    co_return Result<void>{};
}

/// Account by account, those of the numbers that Nixflex has.
QCoro::Task<Result<void>> Run::readAccounts()
{
    QHash<AccountSid, Places> byAccount;
    for (qsizetype place = 0; place < m_rows.size(); ++place) {
        const NumberRecord &row = m_rows.at(place);
        if (!isToBeReadAtTwilio(row.phoneNumber)) {
            note(row, inputOf(row));
        } else if (row.accountSid.isNull()) {
            m_missing.append(place);
        } else {
            byAccount[row.accountSid].append(place);
        }
    }
    tell(0);
    const auto sids = byAccount.keys();
    for (const AccountSid &sid : sids) {
        const Places rows = byAccount.value(sid);
        if (const auto checked = co_await checkAccount(sid, rows); !checked) {
            co_return checked;
        }
    }
    co_return Result<void>{};
}

QCoro::Task<Result<void>> Run::checkAccount(AccountSid sid, Places rows)
{
    using AtTwilio = HealthInput::AtTwilio;
    QList<PhoneNumber> wanted;
    for (const auto place : std::as_const(rows)) {
        wanted.append(m_rows.at(place).phoneNumber);
    }
    AccountReading &look = lookOf(sid);
    const std::function<void(int)> onProgress = [this](int read) { tell(read); };
    const auto read = co_await readAccount(m_services, m_tokens, look, wanted, onProgress, m_cancel);
    if (!read || isOver()) {
        co_return failure(Error::cancelled());
    }
    for (const auto place : std::as_const(rows)) {
        const NumberRecord &row = m_rows.at(place);
        HealthInput input = inputOf(row);
        input.accountSid = sid.toString();
        const auto found = look.numbers.constFind(row.phoneNumber);
        if (found != look.numbers.constEnd()) {
            input.atTwilio = AtTwilio::Found;
            input.number = *found;
            input.resources = look.resources;
        } else if (look.hasLookedFor(row.phoneNumber)) {
            m_missing.append(place);
            continue;
        } else {
            switch (look.state) {
            case AccountReading::State::TokenUnknown:
                input.atTwilio = AtTwilio::TokenUnknown;
                break;
            case AccountReading::State::TokenRefused:
                input.atTwilio = AtTwilio::TokenRefused;
                break;
            case AccountReading::State::Suspended:
                input.atTwilio = AtTwilio::AccountSuspended;
                break;
            case AccountReading::State::Closed:
                input.atTwilio = AtTwilio::AccountClosed;
                break;
            case AccountReading::State::Unread:
            case AccountReading::State::Readable:
                input.atTwilio = AtTwilio::NotChecked;
                input.reason = look.error ? look.error->userText : QString();
                break;
            }
        }
        note(row, input);
        if (m_unsaved.size() >= rowsAtOnce) {
            if (const auto recorded = co_await record(rowsAtOnce); !recorded) {
                co_return recorded;
            }
        }
    }
    if (look.state == AccountReading::State::Unread && look.error) {
        m_report.unread.append({sid, *look.error});
    }
    co_return Result<void>{};
}

/// Numbers that are not where they belong: another account that is known here may have them.
QCoro::Task<Result<void>> Run::searchElsewhere()
{
    using AtTwilio = HealthInput::AtTwilio;
    QList<PhoneNumber> wanted;
    for (const auto place : std::as_const(m_missing)) {
        wanted.append(m_rows.at(place).phoneNumber);
    }
    for (const store::AccountRecord &account : std::as_const(m_accounts)) {
        if (wanted.isEmpty()) {
            break;
        }
        AccountReading &look = lookOf(account.sid);
        const std::function<void(int)> quiet;
        const auto read = co_await readAccount(m_services, m_tokens, look, wanted, quiet, m_cancel);
        if (!read || isOver()) {
            co_return failure(Error::cancelled());
        }
        wanted.removeIf([&look](const PhoneNumber &number) { return look.numbers.contains(number); });
    }
    for (const auto place : std::as_const(m_missing)) {
        const NumberRecord &row = m_rows.at(place);
        HealthInput input = inputOf(row);
        input.accountSid = row.accountSid.toString();
        input.atTwilio = row.accountSid.isNull() ? AtTwilio::AccountUnknown : AtTwilio::Gone;
        if (const AccountReading *look = placeOf(row.phoneNumber)) {
            input.atTwilio = row.accountSid.isNull() ? AtTwilio::Found : AtTwilio::Moved;
            input.accountSid = look->sid.toString();
            input.number = look->numbers.value(row.phoneNumber);
            input.resources = look->resources;
        }
        note(row, input);
    }
    co_return Result<void>{};
}

/// Writes what is known by now, when it is so much or more.
QCoro::Task<Result<void>> Run::record(qsizetype atLeast)
{
    if (m_services.ledger.whyReadOnly()) {
        m_unsaved.clear(); // What was found is reported all the same.
        co_return Result<void>{};
    }
    while (m_unsaved.size() >= atLeast && !m_unsaved.isEmpty()) {
        const QList<store::HealthRecord> part = m_unsaved.mid(0, rowsAtOnce);
        m_unsaved.remove(0, part.size());
        const auto leftOut = co_await m_services.ledger.saveHealth(m_keyId, part, m_since);
        if (isOver()) {
            co_return failure(Error::cancelled());
        }
        if (!leftOut) {
            co_return failure(leftOut.error());
        }
        m_leftOut.unite(*leftOut);
    }
    co_return Result<void>{};
}

QCoro::Task<Result<void>> Run::findUnknown()
{
    // Asked last: what was imported while Nixflex's list was read is known by now.
    const auto known = co_await m_services.ledger.importedNumbers(m_keyId);
    if (isOver()) {
        co_return failure(Error::cancelled());
    }
    if (!known) {
        co_return failure(known.error());
    }
    const QSet<PhoneNumber> checked(m_numberOf.cbegin(), m_numberOf.cend());
    for (auto number = m_atNixflex.keyBegin(); number != m_atNixflex.keyEnd(); ++number) {
        if (!known->contains(*number) && !checked.contains(*number)) {
            m_report.unknownHere.append(*number);
        }
    }
    std::sort(m_report.unknownHere.begin(), m_report.unknownHere.end(),
              [](const PhoneNumber &left, const PhoneNumber &right) { return left.e164() < right.e164(); });
    co_return Result<void>{};
}

bool Run::isToBeReadAtTwilio(const PhoneNumber &number) const
{
    const auto at = m_atNixflex.constFind(number);
    return at == m_atNixflex.constEnd() ? m_report.isPossiblyIncomplete : isTwilioNumber(at->provider);
}

/// What Nixflex and the ledger say of it.
HealthInput Run::inputOf(const NumberRecord &row) const
{
    using AgentState = HealthInput::AgentState;
    HealthInput input;
    input.baseline = row.baseline;
    input.former = findingsOf(row);
    input.addresses = m_addresses;
    const auto at = m_atNixflex.constFind(row.phoneNumber);
    if (at == m_atNixflex.constEnd()) {
        input.atNixflex =
            m_report.isPossiblyIncomplete ? HealthInput::AtNixflex::Unsure : HealthInput::AtNixflex::Absent;
        return input;
    }
    if (!isTwilioNumber(at->provider)) {
        input.atTwilio = HealthInput::AtTwilio::NotATwilioNumber;
    }
    input.agentId = at->agentId.toString();
    const auto agent = m_agents.constFind(at->agentId);
    if (at->agentId.isNull()) {
        input.agentState = AgentState::Gone;
        input.agentId = row.agentId.toString();
        input.agentName = row.agentName;
    } else if (agent == m_agents.constEnd()) {
        input.agentName = row.agentName;
        input.agentState = m_goneAgents.contains(at->agentId) ? AgentState::Gone : AgentState::Unsure;
    } else {
        input.agentName = agent->name;
        input.agentState = !agent->isActive   ? AgentState::Unsure
                           : *agent->isActive ? AgentState::Active
                                              : AgentState::Inactive;
    }
    return input;
}

void Run::note(const NumberRecord &row, const HealthInput &input)
{
    using AtTwilio = HealthInput::AtTwilio;
    const auto findings = findHealth(input);
    store::HealthRecord record;
    record.id = row.id;
    record.phoneNumber = row.phoneNumber;
    record.health = healthOf(findings);
    record.detail = findings.isEmpty() ? QString() : wordOf(findings.first().code);
    record.findings = findingsText(findings);
    if (!input.number.sid.isEmpty()) {
        record.lastSeen = input.number.webhooks;
        if (row.accountSid.isNull()) {
            record.accountSid = input.number.accountSid;
            record.numberSid = input.number.sid;
        }
    }
    const bool isUnread = input.atTwilio == AtTwilio::TokenUnknown ||
                          input.atTwilio == AtTwilio::AccountUnknown ||
                          input.atTwilio == AtTwilio::NotChecked;
    if (!isUnread) {
        record.checkedAt = m_startedAt;
    }
    m_unsaved.append(record);
    m_report.numbers.append({row.phoneNumber, record.health, findings});
    ++m_done;
}

AccountReading &Run::lookOf(const AccountSid &sid)
{
    const auto [entry, isNew] = m_looks.try_emplace(sid.toString());
    if (isNew) {
        entry->second.sid = sid;
        for (const store::AccountRecord &account : std::as_const(m_accounts)) {
            if (account.sid == sid) {
                entry->second.ownerSid = account.ownerSid;
            }
        }
    }
    return entry->second;
}

const AccountReading *Run::placeOf(const PhoneNumber &number) const
{
    for (const auto &[sid, look] : m_looks) {
        if (look.numbers.contains(number)) {
            return &look;
        }
    }
    return nullptr;
}

} // namespace

int HealthReport::count(store::Health health) const
{
    return static_cast<int>(std::count_if(numbers.cbegin(), numbers.cend(), [health](const Number &number) {
        return number.health == health;
    }));
}

bool HealthReport::isAllGood() const
{
    return unknownHere.isEmpty() && count(store::Health::Good) == numbers.size();
}

HealthCheck::HealthCheck(OperationServices services)
    : m_services(std::move(services))
{
}

QCoro::Task<Result<HealthReport>> HealthCheck::run(std::optional<QList<PhoneNumber>> numbers,
                                                   AuthTokenSource tokens, OnProgress onProgress,
                                                   CancelToken cancel)
{
    const auto run =
        std::make_shared<Run>(m_services, std::move(tokens), std::move(onProgress), std::move(cancel));
    auto report = co_await run->check(std::move(numbers));
    co_return report;
}

} // namespace numbers::operations
