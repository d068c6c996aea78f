-- Albums: sets of photos made by hand, and saved searches. A deleted one keeps its row, because the journal knows it by its id.
CREATE TABLE album (
  id             INTEGER PRIMARY KEY,
  name           TEXT,                       -- `/` between groups; NULL while it is deleted
  key            TEXT UNIQUE,                -- the name folded for comparing; NULL where the name is
  query          TEXT,                       -- of a smart album; NULL for one made by hand
  -- Which photo stands for it; NULL: its first.
  cover_photo_id INTEGER REFERENCES photo (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX album_by_cover ON album (cover_photo_id) WHERE cover_photo_id IS NOT NULL;

CREATE TABLE album_photo (
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  album_id INTEGER NOT NULL REFERENCES album (id),
  -- Photos of an album are in the order of their places; between two there is room for others.
  place    INTEGER NOT NULL,
  PRIMARY KEY (photo_id, album_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX album_photo_by_place ON album_photo (album_id, place, photo_id);
