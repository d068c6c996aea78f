-- Every change of the user's data, and every entry that was given another file; see catalog/journal/journal.ts.
CREATE TABLE journal_entry (
  id            INTEGER PRIMARY KEY,
  at_ms         INTEGER NOT NULL,
  -- Who did it: the user, or the program, following the disk.
  origin        TEXT NOT NULL CHECK (origin IN ('user', 'disk')),
  sentence      TEXT NOT NULL,
  -- How many photos it changed.
  photos        INTEGER NOT NULL,
  -- Why it cannot be undone; NULL where it can.
  final_because TEXT,
  is_undone     INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
  -- Counts everything that is done, undone and redone; an entry's id is the number of its first act.
  act           INTEGER NOT NULL UNIQUE
) STRICT;

-- What an entry changed. Photos with the same values before and after share a row.
CREATE TABLE journal_change (
  id       INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES journal_entry (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL,
  key      TEXT NOT NULL,
  before   TEXT,                             -- JSON; NULL is nothing
  after    TEXT,
  photos   TEXT NOT NULL                     -- JSON array of ids, ascending
) STRICT;

CREATE INDEX journal_change_by_entry ON journal_change (entry_id);
CREATE INDEX journal_change_by_data ON journal_change (kind, key, entry_id);

-- An id is never given again, because the journal remembers photos by their ids.
CREATE TABLE last_deleted_photo (id INTEGER NOT NULL) STRICT;
INSERT INTO last_deleted_photo VALUES (0);
CREATE TRIGGER photo_deleted AFTER DELETE ON photo WHEN old.id > (SELECT id FROM last_deleted_photo)
BEGIN UPDATE last_deleted_photo SET id = old.id; END;

-- Of the decoded pixels, apart from metadata; see imaging/pixel-hash.ts. NULL until the photo is decoded again.
ALTER TABLE photo ADD COLUMN pixel_hash TEXT;
CREATE INDEX photo_by_pixel_hash ON photo (pixel_hash) WHERE pixel_hash IS NOT NULL;

-- The file that was at an entry's path before another took its place, until it is clear that this is the same photo, edited.
CREATE TABLE former_file (
  photo_id       INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
  size_bytes     INTEGER NOT NULL,
  modified_at_us INTEGER NOT NULL,
  fingerprint    TEXT NOT NULL,
  pixel_hash     TEXT,
  replaced_at_ms INTEGER NOT NULL,
  -- Where the entry had been missing before.
  missing_since_ms INTEGER,
  -- Cosine of the two embeddings; NULL until both are known. A row that has one waits for the user's decision.
  similarity     REAL
) STRICT;

CREATE INDEX former_file_by_fingerprint ON former_file (fingerprint);

-- The user said that this file is not that entry's, so that no scan says it again.
CREATE TABLE kept_apart (
  missing_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  photo_id   INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  PRIMARY KEY (missing_id, photo_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_apart_by_photo ON kept_apart (photo_id);
