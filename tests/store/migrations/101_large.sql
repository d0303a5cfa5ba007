-- A step that takes a while and more space again than the ledger has.
CREATE TABLE archive AS
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 15)
    SELECT numbers.* FROM numbers, n;
CREATE INDEX archive_by_number ON archive (phone_number);
