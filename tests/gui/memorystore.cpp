#include "gui/memorystore.h"

namespace numbers::test {

namespace {

QString nameOf(const secrets::SecretKey &key)
{
    return QString::number(static_cast<int>(key.kind)) + u'/' + key.name;
}

} // namespace

MemoryStore::MemoryStore(std::shared_ptr<Content> content, State state)
    : m_content(std::move(content))
    , m_state(state)
{
}

void MemoryStore::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

QCoro::Task<secrets::SecretStore::State> MemoryStore::probe()
{
    co_return m_state;
}

QCoro::Task<Result<void>> MemoryStore::unlock()
{
    setState(State::Ready);
    co_return Result<void>{};
}

QCoro::Task<Result<std::shared_ptr<const SecretString>>> MemoryStore::read(secrets::SecretKey key)
{
    if (m_state != State::Ready) {
        co_return failure(secrets::storeError(m_state));
    }
    co_return m_content->value(nameOf(key));
}

QCoro::Task<Result<void>> MemoryStore::write(secrets::SecretKey key,
                                             std::shared_ptr<const SecretString> secret)
{
    if (m_state != State::Ready) {
        co_return failure(secrets::storeError(m_state));
    }
    m_content->insert(nameOf(key), std::move(secret));
    co_return Result<void>{};
}

QCoro::Task<Result<void>> MemoryStore::remove(secrets::SecretKey key)
{
    if (m_state != State::Ready) {
        co_return failure(secrets::storeError(m_state));
    }
    m_content->remove(nameOf(key));
    co_return Result<void>{};
}

} // namespace numbers::test
