-- Tags of many photos at once: what is counted photo by photo otherwise, or queued, costs more than the rows themselves.

-- Has a row only inside a transaction that counts when it is done; see catalog/count-once.ts.
CREATE TABLE counting_later (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;

DROP TRIGGER tag_given;
CREATE TRIGGER tag_given AFTER INSERT ON photo_tag WHEN NOT EXISTS (SELECT 1 FROM counting_later)
BEGIN
  INSERT INTO tag_count (tag_id, folder_id, own, below)
  SELECT above_id, folder_id, above_id = new.tag_id, NOT EXISTS (
    SELECT 1 FROM photo_tag AS other
    CROSS JOIN tag_above AS its ON its.tag_id = other.tag_id AND its.above_id = tag_above.above_id
    WHERE other.photo_id = new.photo_id AND other.tag_id <> new.tag_id)
  FROM photo CROSS JOIN tag_above
  WHERE photo.id = new.photo_id AND missing_since_ms IS NULL AND tag_above.tag_id = new.tag_id
  ON CONFLICT (tag_id, folder_id) DO UPDATE SET own = own + excluded.own, below = below + excluded.below;
END;

DROP TRIGGER tag_taken;
CREATE TRIGGER tag_taken AFTER DELETE ON photo_tag WHEN NOT EXISTS (SELECT 1 FROM counting_later)
BEGIN
  UPDATE tag_count SET own = own - (tag_id = old.tag_id), below = below - (NOT EXISTS (
    SELECT 1 FROM photo_tag AS other
    CROSS JOIN tag_above AS its ON its.tag_id = other.tag_id AND its.above_id = tag_count.tag_id
    WHERE other.photo_id = old.photo_id))
  WHERE tag_id IN (SELECT above_id FROM tag_above WHERE tag_above.tag_id = old.tag_id)
    AND folder_id = (SELECT folder_id FROM photo WHERE id = old.photo_id AND missing_since_ms IS NULL);
END;

-- Most photos have other tags: then nothing is to be done.
DROP TRIGGER photo_tagged;
CREATE TRIGGER photo_tagged AFTER INSERT ON photo_tag
WHEN NOT EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = new.photo_id AND tag_id <> new.tag_id)
BEGIN
  UPDATE photo_count SET tagged = tagged + 1
  WHERE folder_id = (SELECT folder_id FROM photo WHERE id = new.photo_id AND missing_since_ms IS NULL);
END;

DROP TRIGGER photo_untagged;
CREATE TRIGGER photo_untagged AFTER DELETE ON photo_tag
WHEN NOT EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = old.photo_id)
BEGIN
  UPDATE photo_count SET tagged = tagged - 1
  WHERE folder_id = (SELECT folder_id FROM photo WHERE id = old.photo_id AND missing_since_ms IS NULL);
END;

-- Where no folder mirrors, no photo is looked at.
CREATE INDEX folder_that_mirrors ON folder (id) WHERE mirrors = 1;

DROP TRIGGER mirror_tag_added;
CREATE TRIGGER mirror_tag_added AFTER INSERT ON photo_tag
WHEN new.origin = 'user' AND EXISTS (SELECT 1 FROM folder WHERE mirrors = 1)
BEGIN INSERT INTO mirror_wanted VALUES (new.photo_id, 2000); END;

DROP TRIGGER mirror_tag_changed;
CREATE TRIGGER mirror_tag_changed AFTER UPDATE ON photo_tag WHEN EXISTS (SELECT 1 FROM folder WHERE mirrors = 1)
BEGIN INSERT INTO mirror_wanted VALUES (new.photo_id, 2000); END;

DROP TRIGGER mirror_tag_removed;
CREATE TRIGGER mirror_tag_removed AFTER DELETE ON photo_tag WHEN EXISTS (SELECT 1 FROM folder WHERE mirrors = 1)
BEGIN INSERT INTO mirror_wanted VALUES (old.photo_id, 2000); END;

DROP TRIGGER mirror_tag_renamed;
CREATE TRIGGER mirror_tag_renamed AFTER UPDATE OF path ON tag
WHEN new.path <> old.path AND EXISTS (SELECT 1 FROM folder WHERE mirrors = 1)
BEGIN INSERT INTO mirror_wanted SELECT photo_id, 2000 FROM photo_tag WHERE tag_id = new.id; END;

-- Photos that are there and that the user picked.
ALTER TABLE photo_count ADD COLUMN picked INTEGER NOT NULL DEFAULT 0;
UPDATE photo_count SET picked = (
  SELECT count(*) FROM photo WHERE flag = 'pick' AND missing_since_ms IS NULL AND photo.folder_id = photo_count.folder_id);

DROP TRIGGER photo_counted;
CREATE TRIGGER photo_counted AFTER INSERT ON photo
BEGIN
  INSERT INTO photo_count (folder_id, present, indexed, waiting, tagged, picked, missing)
  VALUES (new.folder_id,
    new.missing_since_ms IS NULL,
    new.missing_since_ms IS NULL AND new.indexed_by IS NOT NULL,
    new.missing_since_ms IS NULL AND new.indexed_by IS NULL AND new.has_failed = 0
      AND (new.kind = 'photo' OR new.format IS NULL OR new.fingerprint IS NULL),
    new.missing_since_ms IS NULL AND EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = new.id),
    new.missing_since_ms IS NULL AND new.flag IS 'pick',
    new.missing_since_ms IS NOT NULL)
  ON CONFLICT (folder_id) DO UPDATE SET
    present = present + excluded.present,
    indexed = indexed + excluded.indexed,
    waiting = waiting + excluded.waiting,
    tagged = tagged + excluded.tagged,
    picked = picked + excluded.picked,
    missing = missing + excluded.missing;
END;

DROP TRIGGER photo_discounted;
CREATE TRIGGER photo_discounted AFTER DELETE ON photo
BEGIN
  UPDATE photo_count SET
    present = present - (old.missing_since_ms IS NULL),
    indexed = indexed - (old.missing_since_ms IS NULL AND old.indexed_by IS NOT NULL),
    waiting = waiting - (old.missing_since_ms IS NULL AND old.indexed_by IS NULL AND old.has_failed = 0
      AND (old.kind = 'photo' OR old.format IS NULL OR old.fingerprint IS NULL)),
    tagged = tagged - (old.missing_since_ms IS NULL AND EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = old.id)),
    picked = picked - (old.missing_since_ms IS NULL AND old.flag IS 'pick'),
    missing = missing - (old.missing_since_ms IS NOT NULL)
  WHERE folder_id = old.folder_id;
END;

DROP TRIGGER photo_recounted;
CREATE TRIGGER photo_recounted
AFTER UPDATE OF folder_id, missing_since_ms, indexed_by, has_failed, kind, format, fingerprint, flag ON photo
WHEN (old.folder_id, old.missing_since_ms IS NULL, old.indexed_by IS NULL, old.has_failed, old.kind,
    old.format IS NULL OR old.fingerprint IS NULL, old.flag IS 'pick')
  IS NOT (new.folder_id, new.missing_since_ms IS NULL, new.indexed_by IS NULL, new.has_failed, new.kind,
    new.format IS NULL OR new.fingerprint IS NULL, new.flag IS 'pick')
BEGIN
  UPDATE photo_count SET
    present = present - (old.missing_since_ms IS NULL),
    indexed = indexed - (old.missing_since_ms IS NULL AND old.indexed_by IS NOT NULL),
    waiting = waiting - (old.missing_since_ms IS NULL AND old.indexed_by IS NULL AND old.has_failed = 0
      AND (old.kind = 'photo' OR old.format IS NULL OR old.fingerprint IS NULL)),
    tagged = tagged - (old.missing_since_ms IS NULL AND EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = old.id)),
    picked = picked - (old.missing_since_ms IS NULL AND old.flag IS 'pick'),
    missing = missing - (old.missing_since_ms IS NOT NULL)
  WHERE folder_id = old.folder_id;
  INSERT INTO photo_count (folder_id, present, indexed, waiting, tagged, picked, missing)
  VALUES (new.folder_id,
    new.missing_since_ms IS NULL,
    new.missing_since_ms IS NULL AND new.indexed_by IS NOT NULL,
    new.missing_since_ms IS NULL AND new.indexed_by IS NULL AND new.has_failed = 0
      AND (new.kind = 'photo' OR new.format IS NULL OR new.fingerprint IS NULL),
    new.missing_since_ms IS NULL AND EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = new.id),
    new.missing_since_ms IS NULL AND new.flag IS 'pick',
    new.missing_since_ms IS NOT NULL)
  ON CONFLICT (folder_id) DO UPDATE SET
    present = present + excluded.present,
    indexed = indexed + excluded.indexed,
    waiting = waiting + excluded.waiting,
    tagged = tagged + excluded.tagged,
    picked = picked + excluded.picked,
    missing = missing + excluded.missing;
END;
