-- Whether XMP files are written beside a folder's photos by themselves.
ALTER TABLE folder ADD COLUMN mirrors INTEGER NOT NULL DEFAULT 0 CHECK (mirrors IN (0, 1));

-- Photos whose XMP file is to be looked at and written; see [Note: Mirror queue].
CREATE TABLE mirror_queue (
  photo_id      INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
  not_before_ms INTEGER NOT NULL,
  -- Those that failed since the photo last changed.
  attempts      INTEGER NOT NULL DEFAULT 0,
  -- Counts the changes of the photo, so that one that happens while it is being written is not lost.
  revision      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX mirror_queue_by_time ON mirror_queue (not_before_ms);

-- Photos whose XMP file does not say what the library says.
CREATE TABLE mirror_trouble (
  photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
  state    TEXT NOT NULL CHECK (state IN ('read-only', 'conflict', 'failed')),
  -- JSON: of a conflict its fields, else the reason; see contract/photo-mirror.ts.
  detail   TEXT NOT NULL
) STRICT;

-- The one way into the queue but for what the user asks for: photos of folders that do not mirror stay out of it.
CREATE VIEW mirror_wanted AS SELECT photo_id, 0 AS wait_ms FROM mirror_queue;
CREATE TRIGGER mirror_wanted_added INSTEAD OF INSERT ON mirror_wanted
BEGIN
  INSERT INTO mirror_queue (photo_id, not_before_ms)
  SELECT photo.id, CAST(unixepoch('subsec') * 1000 AS INTEGER) + new.wait_ms
  FROM photo JOIN folder ON folder.id = folder_id WHERE photo.id = new.photo_id AND mirrors = 1
  ON CONFLICT (photo_id) DO UPDATE SET
    not_before_ms = excluded.not_before_ms, attempts = 0, revision = revision + 1;
END;

-- What the user enters waits until nothing more was entered for two seconds. Imported tags came from the files.
CREATE TRIGGER mirror_tag_added AFTER INSERT ON photo_tag WHEN new.origin = 'user'
BEGIN INSERT INTO mirror_wanted VALUES (new.photo_id, 2000); END;
CREATE TRIGGER mirror_tag_changed AFTER UPDATE ON photo_tag
BEGIN INSERT INTO mirror_wanted VALUES (new.photo_id, 2000); END;
CREATE TRIGGER mirror_tag_removed AFTER DELETE ON photo_tag
BEGIN INSERT INTO mirror_wanted VALUES (old.photo_id, 2000); END;
CREATE TRIGGER mirror_tag_renamed AFTER UPDATE OF path ON tag WHEN new.path <> old.path
BEGIN INSERT INTO mirror_wanted SELECT photo_id, 2000 FROM photo_tag WHERE tag_id = new.id; END;

CREATE TRIGGER mirror_value_added AFTER INSERT ON user_value WHEN new.field <> 'taken_at'
BEGIN INSERT INTO mirror_wanted VALUES (new.photo_id, 2000); END;
CREATE TRIGGER mirror_value_changed AFTER UPDATE ON user_value WHEN new.field <> 'taken_at'
BEGIN INSERT INTO mirror_wanted VALUES (new.photo_id, 2000); END;
CREATE TRIGGER mirror_value_removed AFTER DELETE ON user_value WHEN old.field <> 'taken_at'
BEGIN INSERT INTO mirror_wanted VALUES (old.photo_id, 2000); END;

-- A photo that was moved may have left its XMP file behind, or its folder that mirrors.
CREATE TRIGGER mirror_photo_moved AFTER UPDATE OF folder_id, directory, name ON photo
WHEN (new.folder_id, new.directory, new.name) IS NOT (old.folder_id, old.directory, old.name)
BEGIN
  DELETE FROM mirror_queue WHERE photo_id = new.id AND new.folder_id <> old.folder_id;
  INSERT INTO mirror_wanted SELECT new.id, 2000 WHERE EXISTS (SELECT 1 FROM mirror_state WHERE photo_id = new.id)
    OR EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = new.id AND origin = 'user')
    OR EXISTS (SELECT 1 FROM user_value WHERE photo_id = new.id AND field <> 'taken_at');
END;
