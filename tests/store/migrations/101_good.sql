-- A step that works.
ALTER TABLE accounts ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue';
