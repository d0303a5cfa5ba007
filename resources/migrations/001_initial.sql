-- Schema 1. Times are ISO 8601 in UTC with milliseconds, so that they sort as text; flags are 0 or 1.

CREATE TABLE accounts (
    account_sid         TEXT PRIMARY KEY,
    owner_sid           TEXT NOT NULL DEFAULT '',
    friendly_name       TEXT NOT NULL DEFAULT '',
    label               TEXT NOT NULL DEFAULT '',
    customer            TEXT NOT NULL DEFAULT '',
    status              TEXT NOT NULL DEFAULT '',
    type                TEXT NOT NULL DEFAULT '',
    is_token_remembered INTEGER NOT NULL DEFAULT 0,
    region              TEXT NOT NULL DEFAULT '',
    edge                TEXT NOT NULL DEFAULT '',
    verified_at         TEXT NOT NULL DEFAULT ''
);

CREATE TABLE agents (
    key_id     TEXT NOT NULL,
    agent_id   TEXT NOT NULL,
    name       TEXT NOT NULL DEFAULT '',
    language   TEXT NOT NULL DEFAULT '',
    voice_id   TEXT NOT NULL DEFAULT '',
    is_active  INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL DEFAULT '',
    seen_at    TEXT NOT NULL,
    PRIMARY KEY (key_id, agent_id)
);

CREATE TABLE operations (
    operation_id    TEXT PRIMARY KEY,
    kind            TEXT NOT NULL,
    phase           TEXT NOT NULL,
    outcome         TEXT NOT NULL,
    key_id          TEXT NOT NULL,
    phone_number    TEXT NOT NULL,
    agent_id        TEXT NOT NULL DEFAULT '',
    account_sid     TEXT NOT NULL DEFAULT '',
    number_sid      TEXT NOT NULL DEFAULT '',
    custom_prompt   TEXT NOT NULL DEFAULT '',
    idempotency_key TEXT NOT NULL DEFAULT '',
    error           TEXT NOT NULL DEFAULT '',
    request_id      TEXT NOT NULL DEFAULT '',
    note            TEXT NOT NULL DEFAULT '',
    instance_id     TEXT NOT NULL DEFAULT '',
    started_at      TEXT NOT NULL,
    sent_at         TEXT NOT NULL DEFAULT '',
    finished_at     TEXT NOT NULL DEFAULT ''
);

-- Two programs, or two clicks, can never work on the same number at once.
CREATE UNIQUE INDEX one_unfinished_operation ON operations (key_id, phone_number) WHERE phase <> 'finished';
CREATE INDEX operations_by_start ON operations (started_at);
CREATE INDEX operations_by_number ON operations (phone_number, started_at);

CREATE TABLE operation_steps (
    operation_id TEXT NOT NULL REFERENCES operations (operation_id),
    position     INTEGER NOT NULL,
    name         TEXT NOT NULL,
    detail       TEXT NOT NULL DEFAULT '',
    happened_at  TEXT NOT NULL,
    PRIMARY KEY (operation_id, position)
);

CREATE TABLE webhook_backups (
    backup_id     INTEGER PRIMARY KEY,
    operation_id  TEXT NOT NULL REFERENCES operations (operation_id),
    reason        TEXT NOT NULL,
    phone_number  TEXT NOT NULL,
    account_sid   TEXT NOT NULL DEFAULT '',
    number_sid    TEXT NOT NULL DEFAULT '',
    friendly_name TEXT NOT NULL DEFAULT '',
    webhooks      TEXT NOT NULL,
    taken_at      TEXT NOT NULL
);
CREATE INDEX webhook_backups_by_operation ON webhook_backups (operation_id);
CREATE INDEX webhook_backups_by_number ON webhook_backups (phone_number, taken_at);

-- The fleet. Names of agents and accounts stand here, too, so that sorting and searching need no join. Columns
-- that end in _key are what sorting compares: without case and accents, the same in every database and locale.
CREATE TABLE numbers (
    number_id           INTEGER PRIMARY KEY,
    key_id              TEXT NOT NULL,
    phone_number        TEXT NOT NULL,
    country             TEXT NOT NULL DEFAULT '',
    agent_id            TEXT NOT NULL DEFAULT '',
    agent_name          TEXT NOT NULL DEFAULT '',
    account_sid         TEXT NOT NULL DEFAULT '',
    account_label       TEXT NOT NULL DEFAULT '',
    number_sid          TEXT NOT NULL DEFAULT '',
    friendly_name       TEXT NOT NULL DEFAULT '',
    customer            TEXT NOT NULL DEFAULT '',
    capabilities        TEXT NOT NULL DEFAULT '',
    is_inbound_enabled  INTEGER,
    is_outbound_enabled INTEGER,
    custom_prompt       TEXT NOT NULL DEFAULT '',
    provider            TEXT NOT NULL DEFAULT '',
    health              INTEGER NOT NULL DEFAULT 0,
    health_detail       TEXT NOT NULL DEFAULT '',
    imported_at         TEXT NOT NULL DEFAULT '',
    checked_at          TEXT NOT NULL DEFAULT '',
    baseline            TEXT NOT NULL DEFAULT '',
    last_seen           TEXT NOT NULL DEFAULT '',
    sync_id             TEXT NOT NULL DEFAULT '',
    changed_at          TEXT NOT NULL DEFAULT '',
    country_key         TEXT NOT NULL DEFAULT '',
    agent_key           TEXT NOT NULL DEFAULT '',
    account_key         TEXT NOT NULL DEFAULT '',
    customer_key        TEXT NOT NULL DEFAULT '',
    name_key            TEXT NOT NULL DEFAULT '',
    search_text         TEXT NOT NULL DEFAULT '',
    search_digits       TEXT NOT NULL DEFAULT '',
    UNIQUE (key_id, phone_number)
);
CREATE INDEX numbers_by_agent ON numbers (agent_id);
CREATE INDEX numbers_by_account ON numbers (account_sid);

-- Everything the fleet's list is filtered and sorted by, so that it need not read the wide rows.
CREATE INDEX numbers_for_lists ON numbers (
    key_id, phone_number, health, agent_id, account_sid, customer, imported_at, checked_at,
    country_key, agent_key, account_key, customer_key, name_key, search_digits, search_text
);
