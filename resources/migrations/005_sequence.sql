-- Schema 5. What came later is told by a number that the ledger gives out in the transaction that writes, since a wall
-- clock may be set back: `latest` is the last one given. Operations that are there get theirs in the order in which
-- they were inserted; rows are never deleted, so that is the order of their rowids, whatever their times say.
CREATE TABLE ledger_sequence (latest INTEGER NOT NULL);
INSERT INTO ledger_sequence (latest) SELECT COALESCE(MAX(rowid), 0) FROM operations;

ALTER TABLE operations ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
UPDATE operations SET sequence = rowid;

-- 0: not finished, or finished before this schema, and so before any reading that is compared with it.
ALTER TABLE operations ADD COLUMN finished_sequence INTEGER NOT NULL DEFAULT 0;

-- Raised whenever another program takes an operation over; what the former one still writes is refused.
ALTER TABLE operations ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;

-- When the row was last written, in the same order. It replaces changed_at, which is no longer read or written.
ALTER TABLE numbers ADD COLUMN changed_sequence INTEGER NOT NULL DEFAULT 0;

-- A program of an earlier version that still has the ledger open gives none.
CREATE TRIGGER operations_get_a_sequence AFTER INSERT ON operations WHEN NEW.sequence = 0 BEGIN UPDATE ledger_sequence SET latest = latest + 1; UPDATE operations SET sequence = (SELECT latest FROM ledger_sequence) WHERE operation_id = NEW.operation_id; END;

DROP INDEX operations_by_number;
CREATE INDEX operations_by_number ON operations (phone_number, sequence);
CREATE INDEX operations_by_sequence ON operations (sequence);
CREATE INDEX operations_by_end ON operations (key_id, finished_sequence);
