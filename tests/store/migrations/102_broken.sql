-- A step whose second statement fails: nothing of it may stay.
ALTER TABLE accounts ADD COLUMN shape TEXT NOT NULL DEFAULT 'round';
INSERT INTO no_such_table (name) VALUES ('x');
