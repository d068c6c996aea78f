-- Flags and colour labels, which the user enters as ratings are: what holds is in photo, NULL where it is none.
ALTER TABLE photo ADD COLUMN flag TEXT CHECK (flag IN ('pick', 'reject'));
ALTER TABLE photo ADD COLUMN colour_label TEXT CHECK (colour_label IN ('red', 'yellow', 'green', 'blue', 'purple'));

ALTER TABLE file_value ADD COLUMN flag TEXT CHECK (flag IN ('pick', 'reject'));
ALTER TABLE file_value ADD COLUMN colour_label TEXT
  CHECK (colour_label IN ('red', 'yellow', 'green', 'blue', 'purple'));

-- A flag or a colour label of 'none', a title or a caption of '' and a rating of 0 say that there is none, whatever the file says.
CREATE TABLE next_user_value (
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  field    TEXT NOT NULL CHECK (field IN ('taken_at', 'rating', 'title', 'caption', 'flag', 'colour_label')),
  value    ANY NOT NULL,
  PRIMARY KEY (photo_id, field)
) STRICT, WITHOUT ROWID;
INSERT INTO next_user_value (photo_id, field, value) SELECT photo_id, field, value FROM user_value;
DROP TABLE user_value;
ALTER TABLE next_user_value RENAME TO user_value;

-- What searches ask for, also for photos without a flag or a colour.
CREATE INDEX photo_by_flag ON photo (flag);
CREATE INDEX photo_by_colour_label ON photo (colour_label);
CREATE INDEX photo_by_rating ON photo (rating) WHERE rating > 0;
CREATE INDEX photo_by_iso ON photo (iso) WHERE iso IS NOT NULL;
CREATE INDEX photo_by_aperture ON photo (aperture) WHERE aperture IS NOT NULL;
