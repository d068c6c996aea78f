-- How many photos there are, kept by triggers: the window asks after every change, and counting a million takes 0.3 s.
CREATE TABLE photo_count (
  folder_id INTEGER PRIMARY KEY REFERENCES folder (id) ON DELETE CASCADE,
  -- Entries whose file is there; of these, those that a model knows, those that wait to be indexed, those with a tag.
  present   INTEGER NOT NULL,
  indexed   INTEGER NOT NULL,
  waiting   INTEGER NOT NULL,
  tagged    INTEGER NOT NULL,
  missing   INTEGER NOT NULL
) STRICT;

INSERT INTO photo_count (folder_id, present, indexed, waiting, tagged, missing)
SELECT folder_id, sum(missing_since_ms IS NULL), sum(missing_since_ms IS NULL AND indexed_by IS NOT NULL),
  sum(missing_since_ms IS NULL AND indexed_by IS NULL AND has_failed = 0
    AND (kind = 'photo' OR format IS NULL OR fingerprint IS NULL)),
  sum(missing_since_ms IS NULL AND id IN (SELECT photo_id FROM photo_tag)),
  sum(missing_since_ms IS NOT NULL)
FROM photo GROUP BY folder_id;

CREATE TRIGGER photo_counted AFTER INSERT ON photo
BEGIN
  INSERT INTO photo_count (folder_id, present, indexed, waiting, tagged, missing)
  VALUES (new.folder_id,
    new.missing_since_ms IS NULL,
    new.missing_since_ms IS NULL AND new.indexed_by IS NOT NULL,
    new.missing_since_ms IS NULL AND new.indexed_by IS NULL AND new.has_failed = 0
      AND (new.kind = 'photo' OR new.format IS NULL OR new.fingerprint IS NULL),
    new.missing_since_ms IS NULL AND EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = new.id),
    new.missing_since_ms IS NOT NULL)
  ON CONFLICT (folder_id) DO UPDATE SET
    present = present + excluded.present,
    indexed = indexed + excluded.indexed,
    waiting = waiting + excluded.waiting,
    tagged = tagged + excluded.tagged,
    missing = missing + excluded.missing;
END;

CREATE TRIGGER photo_discounted AFTER DELETE ON photo
BEGIN
  UPDATE photo_count SET
    present = present - (old.missing_since_ms IS NULL),
    indexed = indexed - (old.missing_since_ms IS NULL AND old.indexed_by IS NOT NULL),
    waiting = waiting - (old.missing_since_ms IS NULL AND old.indexed_by IS NULL AND old.has_failed = 0
      AND (old.kind = 'photo' OR old.format IS NULL OR old.fingerprint IS NULL)),
    tagged = tagged - (old.missing_since_ms IS NULL AND EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = old.id)),
    missing = missing - (old.missing_since_ms IS NOT NULL)
  WHERE folder_id = old.folder_id;
END;

CREATE TRIGGER photo_recounted
AFTER UPDATE OF folder_id, missing_since_ms, indexed_by, has_failed, kind, format, fingerprint ON photo
WHEN (old.folder_id, old.missing_since_ms IS NULL, old.indexed_by IS NULL, old.has_failed, old.kind,
    old.format IS NULL OR old.fingerprint IS NULL)
  IS NOT (new.folder_id, new.missing_since_ms IS NULL, new.indexed_by IS NULL, new.has_failed, new.kind,
    new.format IS NULL OR new.fingerprint IS NULL)
BEGIN
  UPDATE photo_count SET
    present = present - (old.missing_since_ms IS NULL),
    indexed = indexed - (old.missing_since_ms IS NULL AND old.indexed_by IS NOT NULL),
    waiting = waiting - (old.missing_since_ms IS NULL AND old.indexed_by IS NULL AND old.has_failed = 0
      AND (old.kind = 'photo' OR old.format IS NULL OR old.fingerprint IS NULL)),
    tagged = tagged - (old.missing_since_ms IS NULL AND EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = old.id)),
    missing = missing - (old.missing_since_ms IS NOT NULL)
  WHERE folder_id = old.folder_id;
  INSERT INTO photo_count (folder_id, present, indexed, waiting, tagged, missing)
  VALUES (new.folder_id,
    new.missing_since_ms IS NULL,
    new.missing_since_ms IS NULL AND new.indexed_by IS NOT NULL,
    new.missing_since_ms IS NULL AND new.indexed_by IS NULL AND new.has_failed = 0
      AND (new.kind = 'photo' OR new.format IS NULL OR new.fingerprint IS NULL),
    new.missing_since_ms IS NULL AND EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = new.id),
    new.missing_since_ms IS NOT NULL)
  ON CONFLICT (folder_id) DO UPDATE SET
    present = present + excluded.present,
    indexed = indexed + excluded.indexed,
    waiting = waiting + excluded.waiting,
    tagged = tagged + excluded.tagged,
    missing = missing + excluded.missing;
END;

-- The first tag of a photo that is there. One that is deleted has lost its tags before; see tagged_photo_deleted.
CREATE TRIGGER photo_tagged AFTER INSERT ON photo_tag
BEGIN
  UPDATE photo_count SET tagged = tagged + 1
  WHERE folder_id = (SELECT folder_id FROM photo WHERE id = new.photo_id AND missing_since_ms IS NULL)
    AND NOT EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = new.photo_id AND tag_id <> new.tag_id);
END;

-- The last one.
CREATE TRIGGER photo_untagged AFTER DELETE ON photo_tag
BEGIN
  UPDATE photo_count SET tagged = tagged - 1
  WHERE folder_id = (SELECT folder_id FROM photo WHERE id = old.photo_id AND missing_since_ms IS NULL)
    AND NOT EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = old.photo_id);
END;

CREATE TRIGGER photo_tag_moved AFTER UPDATE OF photo_id ON photo_tag
BEGIN
  UPDATE photo_count SET tagged = tagged - 1
  WHERE folder_id = (SELECT folder_id FROM photo WHERE id = old.photo_id AND missing_since_ms IS NULL)
    AND NOT EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = old.photo_id);
  UPDATE photo_count SET tagged = tagged + 1
  WHERE folder_id = (SELECT folder_id FROM photo WHERE id = new.photo_id AND missing_since_ms IS NULL)
    AND NOT EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = new.photo_id AND tag_id <> new.tag_id);
END;
