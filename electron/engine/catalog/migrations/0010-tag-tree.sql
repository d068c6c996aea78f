-- When the user gave the tag last, and the digit that gives it.
ALTER TABLE tag ADD COLUMN used_at_ms INTEGER;
ALTER TABLE tag ADD COLUMN favourite INTEGER CHECK (favourite BETWEEN 1 AND 9);
CREATE UNIQUE INDEX tag_by_favourite ON tag (favourite) WHERE favourite IS NOT NULL;

UPDATE tag SET used_at_ms = given.at_ms
FROM (SELECT tag_id, max(added_at_ms) AS at_ms FROM photo_tag WHERE origin = 'user' GROUP BY tag_id) AS given
WHERE given.tag_id = tag.id;

-- Other words for a tag. The key is the word case-folded and in NFC.
CREATE TABLE tag_synonym (
  key    TEXT PRIMARY KEY,
  tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  word   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_synonym_by_tag ON tag_synonym (tag_id);

-- What follows from tag and photo_tag; see catalog/tag-tree.ts. Filled there where it is empty.
-- Every tag with itself and all that are above it, which have rows of their own.
CREATE TABLE tag_above (
  tag_id   INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  above_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  PRIMARY KEY (tag_id, above_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_below ON tag_above (above_id, tag_id);

-- Photos that are there, by folder, because a removed folder's do not count: those with exactly the tag, and those with it or one below it.
CREATE TABLE tag_count (
  tag_id    INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
  own       INTEGER NOT NULL,
  below     INTEGER NOT NULL,
  PRIMARY KEY (tag_id, folder_id)
) STRICT, WITHOUT ROWID;

-- A tag is added after the one above it.
CREATE TRIGGER tag_added AFTER INSERT ON tag
BEGIN
  INSERT INTO tag_above (tag_id, above_id)
  SELECT new.id, new.id
  UNION ALL SELECT new.id, above_id FROM tag AS parent CROSS JOIN tag_above ON tag_above.tag_id = parent.id
  WHERE parent.key = rtrim(rtrim(new.key, replace(new.key, '/', '')), '/');
END;

CREATE TRIGGER tag_given AFTER INSERT ON photo_tag
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

CREATE TRIGGER tag_taken AFTER DELETE ON photo_tag
BEGIN
  UPDATE tag_count SET own = own - (tag_id = old.tag_id), below = below - (NOT EXISTS (
    SELECT 1 FROM photo_tag AS other
    CROSS JOIN tag_above AS its ON its.tag_id = other.tag_id AND its.above_id = tag_count.tag_id
    WHERE other.photo_id = old.photo_id))
  WHERE tag_id IN (SELECT above_id FROM tag_above WHERE tag_above.tag_id = old.tag_id)
    AND folder_id = (SELECT folder_id FROM photo WHERE id = old.photo_id AND missing_since_ms IS NULL);
END;

-- Two entries turned out to be one photo.
CREATE TRIGGER tag_handed_over AFTER UPDATE OF photo_id ON photo_tag
BEGIN
  UPDATE tag_count SET own = own - (tag_id = old.tag_id), below = below - (NOT EXISTS (
    SELECT 1 FROM photo_tag AS other
    CROSS JOIN tag_above AS its ON its.tag_id = other.tag_id AND its.above_id = tag_count.tag_id
    WHERE other.photo_id = old.photo_id))
  WHERE tag_id IN (SELECT above_id FROM tag_above WHERE tag_above.tag_id = old.tag_id)
    AND folder_id = (SELECT folder_id FROM photo WHERE id = old.photo_id AND missing_since_ms IS NULL);
  INSERT INTO tag_count (tag_id, folder_id, own, below)
  SELECT above_id, folder_id, above_id = new.tag_id, NOT EXISTS (
    SELECT 1 FROM photo_tag AS other
    CROSS JOIN tag_above AS its ON its.tag_id = other.tag_id AND its.above_id = tag_above.above_id
    WHERE other.photo_id = new.photo_id AND other.tag_id <> new.tag_id)
  FROM photo CROSS JOIN tag_above
  WHERE photo.id = new.photo_id AND missing_since_ms IS NULL AND tag_above.tag_id = new.tag_id
  ON CONFLICT (tag_id, folder_id) DO UPDATE SET own = own + excluded.own, below = below + excluded.below;
END;

CREATE TRIGGER tagged_photo_went AFTER UPDATE OF folder_id, missing_since_ms ON photo
WHEN old.folder_id <> new.folder_id OR (old.missing_since_ms IS NULL) <> (new.missing_since_ms IS NULL)
BEGIN
  UPDATE tag_count SET below = below - 1,
    own = own - (SELECT count(*) FROM photo_tag WHERE photo_id = old.id AND photo_tag.tag_id = tag_count.tag_id)
  WHERE old.missing_since_ms IS NULL AND folder_id = old.folder_id AND tag_id IN (
    SELECT above_id FROM photo_tag CROSS JOIN tag_above ON tag_above.tag_id = photo_tag.tag_id WHERE photo_id = old.id);
  INSERT INTO tag_count (tag_id, folder_id, own, below)
  SELECT above_id, new.folder_id, max(above_id = photo_tag.tag_id), 1
  FROM photo_tag CROSS JOIN tag_above ON tag_above.tag_id = photo_tag.tag_id
  WHERE photo_id = new.id AND new.missing_since_ms IS NULL GROUP BY above_id
  ON CONFLICT (tag_id, folder_id) DO UPDATE SET own = own + excluded.own, below = below + 1;
END;

-- While the photo is still there to say which folder it counts for.
CREATE TRIGGER tagged_photo_deleted BEFORE DELETE ON photo
BEGIN DELETE FROM photo_tag WHERE photo_id = old.id; END;
