-- Schema 3. What Nixflex says of a number beyond what every version of its API does: a JSON object by the API's
-- names, without what is not set; empty when there is nothing. It stands last in the row and in no index, so that
-- lists need not read it.
ALTER TABLE numbers ADD COLUMN settings TEXT NOT NULL DEFAULT '';
