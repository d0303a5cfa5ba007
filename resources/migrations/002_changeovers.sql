-- Schema 2. An operation that takes a number away from one agent before it is answered anew says what there was,
-- so that it can be rolled back after a crash: empty for all others.
ALTER TABLE operations ADD COLUMN former_agent_id TEXT NOT NULL DEFAULT '';
ALTER TABLE operations ADD COLUMN former_custom_prompt TEXT NOT NULL DEFAULT '';

-- Everything a health check found, a list of JSON objects; health_detail stays the first one's code.
ALTER TABLE numbers ADD COLUMN health_findings TEXT NOT NULL DEFAULT '';
