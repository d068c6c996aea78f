-- What a file says of itself, what the user entered over it, and what holds of the two are kept apart. What holds is in
-- photo (taken_at, taken_from, rating, sort_at_ms) and photo_tag; see catalog/photo-facts.ts.
-- exif | xmp | iptc | name | user; NULL where taken_at is.
ALTER TABLE photo ADD COLUMN taken_from TEXT;
ALTER TABLE photo ADD COLUMN altitude_m REAL;
ALTER TABLE photo ADD COLUMN focal_length_35_mm REAL;
-- Which reader read the file's metadata: NULL where none has yet, 0 where it is to be read again.
ALTER TABLE photo ADD COLUMN metadata_version INTEGER;

CREATE TABLE file_value (
  photo_id   INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
  taken_at   TEXT,
  taken_from TEXT,
  rating     INTEGER CHECK (rating BETWEEN 0 AND 5),
  title      TEXT,
  caption    TEXT
) STRICT;

-- Of what has no row here, what the file says holds.
CREATE TABLE user_value (
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  field    TEXT NOT NULL CHECK (field IN ('taken_at', 'rating', 'title', 'caption')),
  value    ANY NOT NULL,
  PRIMARY KEY (photo_id, field)
) STRICT, WITHOUT ROWID;

INSERT INTO user_value (photo_id, field, value) SELECT id, 'rating', rating FROM photo WHERE rating > 0;
INSERT INTO file_value (photo_id, taken_at, taken_from)
SELECT id, taken_at, 'exif' FROM photo WHERE taken_at IS NOT NULL;
UPDATE photo SET taken_from = iif(taken_at IS NULL, NULL, 'exif'), metadata_version = iif(width_px IS NULL, NULL, 0);

CREATE INDEX photo_by_metadata ON photo (metadata_version)
WHERE metadata_version IS NOT NULL AND missing_since_ms IS NULL;

-- 'file' where it was imported and the user did not enter it as well.
ALTER TABLE photo_tag ADD COLUMN origin TEXT NOT NULL DEFAULT 'user' CHECK (origin IN ('user', 'file'));

-- Every tag that was imported, by its key. One that the photo no longer has was removed by the user, and stays away.
CREATE TABLE imported_tag (
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  key      TEXT NOT NULL,
  PRIMARY KEY (photo_id, key)
) STRICT, WITHOUT ROWID;
