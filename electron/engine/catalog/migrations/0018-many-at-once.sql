-- Changes of a hundred thousand photos and more.

-- Since a folder's XMP files were turned on or off, its photos up to this id were put into mirror_queue, or taken out of it; NULL once
-- all were. See [Note: Mirror queue].
ALTER TABLE folder ADD COLUMN queued_to INTEGER;

-- A photo gets one tag in the place of another by one change of its row. What is above both counts it as before.
CREATE TRIGGER tag_exchanged AFTER UPDATE OF tag_id ON photo_tag
WHEN new.tag_id <> old.tag_id AND NOT EXISTS (SELECT 1 FROM counting_later)
BEGIN
  UPDATE tag_count SET own = own - (tag_id = old.tag_id), below = below - (NOT EXISTS (
    SELECT 1 FROM photo_tag AS other
    CROSS JOIN tag_above AS its ON its.tag_id = other.tag_id AND its.above_id = tag_count.tag_id
    WHERE other.photo_id = old.photo_id))
  WHERE tag_id IN (SELECT above_id FROM tag_above WHERE tag_above.tag_id = old.tag_id)
    AND folder_id = (SELECT folder_id FROM photo WHERE id = old.photo_id AND missing_since_ms IS NULL);
  INSERT INTO tag_count (tag_id, folder_id, own, below)
  SELECT above_id, folder_id, above_id = new.tag_id, NOT EXISTS (
    SELECT 1 FROM tag_above AS before WHERE before.tag_id = old.tag_id AND before.above_id = tag_above.above_id
    UNION ALL SELECT 1 FROM photo_tag AS other
    CROSS JOIN tag_above AS its ON its.tag_id = other.tag_id AND its.above_id = tag_above.above_id
    WHERE other.photo_id = new.photo_id AND other.tag_id <> new.tag_id)
  FROM photo CROSS JOIN tag_above
  WHERE photo.id = new.photo_id AND missing_since_ms IS NULL AND tag_above.tag_id = new.tag_id
  ON CONFLICT (tag_id, folder_id) DO UPDATE SET own = own + excluded.own, below = below + excluded.below;
END;

-- Photos that are there, and their folders, for counts of tags: rows of photo are wide. Written so that no other question is answered by it.
CREATE INDEX photo_present ON photo (id, folder_id) WHERE ifnull(missing_since_ms, -1) = -1;
