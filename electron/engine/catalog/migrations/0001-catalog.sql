-- Where each value's unit and range are not in its name they are in contract/photo.ts.

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE folder (
  id            INTEGER PRIMARY KEY,
  path          TEXT NOT NULL UNIQUE,
  -- Device number of the root when it was last walked: an empty root on another device is an unmounted disk.
  device        TEXT,
  added_at_ms   INTEGER NOT NULL,
  -- Set when the user removed the folder: its photos leave every result, their tags wait for it to return.
  removed_at_ms INTEGER
) STRICT;

CREATE TABLE photo (
  id               INTEGER PRIMARY KEY,
  folder_id        INTEGER NOT NULL REFERENCES folder (id),
  -- Relative to the folder, '/' between parts on every system, '' for the folder itself.
  directory        TEXT NOT NULL,
  name             TEXT NOT NULL,
  -- What the disk said when the file was last looked at; equal values mean an unchanged file.
  size_bytes       INTEGER NOT NULL,
  modified_at_us   INTEGER NOT NULL,
  file_key         TEXT NOT NULL,            -- device:inode
  added_at_ms      INTEGER NOT NULL,
  missing_since_ms INTEGER,
  fingerprint      TEXT,
  width_px         INTEGER,
  height_px        INTEGER,
  aspect           INTEGER NOT NULL,         -- see contract/aspect.ts
  colour           TEXT,
  format           TEXT,
  taken_at         TEXT,                     -- ISO 8601 local wall time, offset only where known
  -- Local wall time as if it were UTC: capture time, else file time. What the timeline is ordered by.
  sort_at_ms       INTEGER NOT NULL,
  camera           TEXT,
  lens             TEXT,
  aperture         REAL,
  exposure_seconds REAL,
  iso              INTEGER,
  focal_length_mm  REAL,
  latitude         REAL,
  longitude        REAL,
  rating           INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
  -- 1 while the photo has a row in failure; kept by triggers, so that the queue's index can leave it out.
  has_failed       INTEGER NOT NULL DEFAULT 0,
  -- Key of the model whose labels and embedding exist. Written last: the commit point of indexing.
  indexed_by       TEXT
) STRICT;

-- One file has one entry; entries of files that are gone may remember a place that is taken again.
CREATE UNIQUE INDEX photo_by_place ON photo (folder_id, directory, name) WHERE missing_since_ms IS NULL;

-- The timeline: everything that places, draws or narrows a photo, so that no search walks the wide rows.
-- What is in the index as "x IS NULL" must be asked as "(x IS NULL) = 0" or "= 1" to be answered from it.
CREATE INDEX photo_by_time ON photo (
  sort_at_ms DESC, id DESC, folder_id, aspect, rating,
  taken_at IS NULL, indexed_by IS NULL, latitude IS NULL
) WHERE missing_since_ms IS NULL;
-- A directory's entries, and the timeline by directory.
CREATE INDEX photo_by_directory ON photo (folder_id, directory, sort_at_ms DESC, id DESC, aspect, missing_since_ms);
CREATE INDEX photo_missing ON photo (sort_at_ms DESC, id DESC) WHERE missing_since_ms IS NOT NULL;
CREATE INDEX photo_by_lens ON photo (lens) WHERE lens IS NOT NULL;
CREATE INDEX photo_by_fingerprint ON photo (fingerprint) WHERE fingerprint IS NOT NULL;
CREATE INDEX photo_by_file_key ON photo (file_key);

CREATE TABLE failure (
  photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
  code     TEXT NOT NULL,
  message  TEXT NOT NULL,
  at_ms    INTEGER NOT NULL
) STRICT;

CREATE TRIGGER failure_recorded AFTER INSERT ON failure
BEGIN UPDATE photo SET has_failed = 1 WHERE id = new.photo_id; END;

CREATE TRIGGER failure_cleared AFTER DELETE ON failure
BEGIN UPDATE photo SET has_failed = 0 WHERE id = old.photo_id; END;

CREATE TABLE model (
  id  INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE
) STRICT;

-- The classes that a model can name.
CREATE TABLE class (
  id       INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES model (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,                 -- in the model's output
  name     TEXT NOT NULL,
  wnid     TEXT,
  UNIQUE (model_id, position)
) STRICT;

-- What the model says of a photo, down to a floor far below what is shown, so that sums over classes work.
CREATE TABLE label (
  photo_id   INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  class_id   INTEGER NOT NULL REFERENCES class (id) ON DELETE CASCADE,
  confidence REAL NOT NULL,
  PRIMARY KEY (photo_id, class_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX label_by_class ON label (class_id, confidence DESC, photo_id);

-- The user's own words: 'Places/Portugal/Lisbon'. The key is the path case-folded and in NFC.
CREATE TABLE tag (
  id   INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  key  TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE photo_tag (
  photo_id    INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  tag_id      INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  added_at_ms INTEGER NOT NULL,
  PRIMARY KEY (photo_id, tag_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX photo_tag_by_tag ON photo_tag (tag_id, photo_id);

-- What bare words search. rowid = photo.id. Rewritten by the catalog whenever one of its columns changes.
CREATE VIRTUAL TABLE photo_text USING fts5 (
  name, folder, tags, labels, camera,
  content = '', contentless_delete = 1,
  prefix = '2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- The queue of indexing is a query over this; see catalog/photos.ts.
CREATE INDEX photo_waiting ON photo (sort_at_ms DESC, id DESC) WHERE indexed_by IS NULL AND missing_since_ms IS NULL AND has_failed = 0;
