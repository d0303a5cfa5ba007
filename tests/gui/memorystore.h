#pragma once

#include "secrets/secretstore.h"

#include <QHash>

#include <memory>

namespace numbers::test {

/// A keychain in memory whose state a test decides; its content outlives it, as a real one's does.
class MemoryStore final : public secrets::SecretStore
{
    Q_OBJECT
public:
    using Content = QHash<QString, std::shared_ptr<const SecretString>>;

    explicit MemoryStore(std::shared_ptr<Content> content, State state = State::Ready);

    void setState(State state);

    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] bool isSessionOnly() const override { return false; }
    [[nodiscard]] QCoro::Task<State> probe() override;
    [[nodiscard]] QCoro::Task<Result<void>> unlock() override;
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<const SecretString>>>
    read(secrets::SecretKey key) override;
    [[nodiscard]] QCoro::Task<Result<void>> write(secrets::SecretKey key,
                                                  std::shared_ptr<const SecretString> secret) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(secrets::SecretKey key) override;

private:
    std::shared_ptr<Content> m_content;
    State m_state;
};

} // namespace numbers::test
