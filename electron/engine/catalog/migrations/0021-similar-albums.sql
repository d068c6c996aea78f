-- Smart albums of photos that are alike: what they are like, how, and by album.query, which may be empty, among which photos.
ALTER TABLE album ADD COLUMN similar_depth REAL;      -- 0 looks like, 1 means the same; NULL in any other album
ALTER TABLE album ADD COLUMN similar_edited INTEGER;  -- 1: cropped and turned copies too

CREATE TABLE album_example (
  album_id INTEGER NOT NULL REFERENCES album (id),
  place    INTEGER NOT NULL,                 -- from 0, in the order in which they were chosen
  photo_id INTEGER REFERENCES photo (id) ON DELETE SET NULL,
  -- Of a picture from outside: the SHA-256 of its file, whose copy is in the library's folder. Without both the photo was forgotten.
  picture  TEXT,
  name     TEXT NOT NULL,                    -- the file's, also when the photo is gone
  weight   REAL NOT NULL,                    -- below 0: less like this
  region   TEXT,                             -- JSON of x, y, width and height in fractions of the picture; NULL: the whole
  PRIMARY KEY (album_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX album_example_by_photo ON album_example (photo_id) WHERE photo_id IS NOT NULL;
