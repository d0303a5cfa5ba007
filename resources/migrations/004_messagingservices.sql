-- Schema 4. Which Messaging Service has the number in its pool, and so answers its texts whatever the number's own
-- address says: its SID, empty when none has; NULL when that is not known, as in all rows from before.
ALTER TABLE webhook_backups ADD COLUMN messaging_service_sid TEXT;
