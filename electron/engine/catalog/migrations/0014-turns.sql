-- How photos are turned, in degrees clockwise, over the orientation that their files have of their own. What holds is in photo.turn,
-- and in its width_px, height_px and aspect, which are as the photo is shown; see catalog/turn-photos.ts.
ALTER TABLE photo ADD COLUMN turn INTEGER NOT NULL DEFAULT 0 CHECK (turn IN (0, 90, 180, 270));

-- The file's own orientation (EXIF, 1 to 8); NULL until a reader that knows of it read the file.
ALTER TABLE file_value ADD COLUMN orientation INTEGER CHECK (orientation BETWEEN 1 AND 8);
-- What the XMP file beside it makes of that; NULL where it says nothing.
ALTER TABLE file_value ADD COLUMN turn INTEGER CHECK (turn IN (0, 90, 180, 270));

-- Its triggers go with the table, and the one of another table that names it would be in the way.
DROP TRIGGER mirror_photo_moved;
CREATE TABLE next_user_value (
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  field    TEXT NOT NULL CHECK (field IN ('taken_at', 'rating', 'title', 'caption', 'flag', 'colour_label', 'turn')),
  value    ANY NOT NULL,
  PRIMARY KEY (photo_id, field)
) STRICT, WITHOUT ROWID;
INSERT INTO next_user_value (photo_id, field, value) SELECT photo_id, field, value FROM user_value;
DROP TABLE user_value;
ALTER TABLE next_user_value RENAME TO user_value;

-- As in 0012.
CREATE TRIGGER mirror_value_added AFTER INSERT ON user_value WHEN new.field <> 'taken_at'
BEGIN INSERT INTO mirror_wanted VALUES (new.photo_id, 2000); END;
CREATE TRIGGER mirror_value_changed AFTER UPDATE ON user_value WHEN new.field <> 'taken_at'
BEGIN INSERT INTO mirror_wanted VALUES (new.photo_id, 2000); END;
CREATE TRIGGER mirror_value_removed AFTER DELETE ON user_value WHEN old.field <> 'taken_at'
BEGIN INSERT INTO mirror_wanted VALUES (old.photo_id, 2000); END;
CREATE TRIGGER mirror_photo_moved AFTER UPDATE OF folder_id, directory, name ON photo
WHEN (new.folder_id, new.directory, new.name) IS NOT (old.folder_id, old.directory, old.name)
BEGIN
  DELETE FROM mirror_queue WHERE photo_id = new.id AND new.folder_id <> old.folder_id;
  INSERT INTO mirror_wanted SELECT new.id, 2000 WHERE EXISTS (SELECT 1 FROM mirror_state WHERE photo_id = new.id)
    OR EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = new.id AND origin = 'user')
    OR EXISTS (SELECT 1 FROM user_value WHERE photo_id = new.id AND field <> 'taken_at');
END;

-- An XMP file has the whole orientation, so that a turn is written once the file's own is known, and again when that is another one.
CREATE TRIGGER mirror_orientation_read BEFORE INSERT ON file_value
WHEN new.orientation IS NOT (SELECT orientation FROM file_value WHERE photo_id = new.photo_id)
  AND EXISTS (SELECT 1 FROM user_value WHERE photo_id = new.photo_id AND field = 'turn')
BEGIN INSERT INTO mirror_wanted VALUES (new.photo_id, 2000); END;
