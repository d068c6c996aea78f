-- Which decoders could not read the file, by their versions: others may. NULL before they were written down.
ALTER TABLE failure ADD COLUMN decoders TEXT;

-- Files that were open in a photo worker when it died, or was ended because it hung, and were not read since.
CREATE TABLE worker_death (
  path     TEXT PRIMARY KEY,
  -- Size and modification time, as text: another file at the same path is innocent.
  stamp    TEXT NOT NULL,
  decoders TEXT NOT NULL,
  deaths   INTEGER NOT NULL,
  at_ms    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
