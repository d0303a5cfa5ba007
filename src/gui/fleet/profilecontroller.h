#pragma once

#include "operations/changes/profilechange.h"
#include "operations/common/outcome.h"

#include <QObject>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Starts changes of business profiles and tells how they end. What was sent goes on in the workspace when
/// this object is gone.
class ProfileController : public QObject
{
    Q_OBJECT
public:
    /// Borrowed; has to outlive this.
    explicit ProfileController(workspace::Workspace &workspace, QObject *parent = nullptr);

    /// Of the key that is in use now. Several numbers may be changed at once.
    void change(const operations::ProfileChange &change);

Q_SIGNALS:
    /// `keyId`: whose fleet the number is in.
    void ended(const QString &keyId, const numbers::PhoneNumber &number,
               const numbers::operations::OperationOutcome &outcome);

private:
    workspace::Workspace &m_workspace;
};

} // namespace numbers::gui
