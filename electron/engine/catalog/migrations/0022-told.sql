-- The sentence of an entry, and why it cannot be undone, as JSON that every language can say: the key of a text and its arguments. Older
-- entries have none, and are shown as they were written.
ALTER TABLE journal_entry ADD COLUMN told TEXT;
ALTER TABLE journal_entry ADD COLUMN final_told TEXT;
