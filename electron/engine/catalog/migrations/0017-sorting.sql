-- Orders other than the timeline, and what filters ask for.

-- See catalog/name-key.ts, which also makes the function of this name.
ALTER TABLE photo ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
UPDATE photo SET name_key = name_key(name);

-- What follows the order is there so that a walk over the whole library needs no wide row.
CREATE INDEX photo_by_added ON photo (added_at_ms DESC, id DESC, missing_since_ms, folder_id, aspect);
CREATE INDEX photo_by_name ON photo (name_key, id, missing_since_ms, folder_id, aspect);
CREATE INDEX photo_by_stars ON photo (rating DESC, sort_at_ms DESC, id DESC, missing_since_ms, folder_id, aspect);

-- The timeline as in 0001, and whether the picture's size is known.
DROP INDEX photo_by_time;
CREATE INDEX photo_by_time ON photo (
  sort_at_ms DESC, id DESC, folder_id, aspect, rating,
  taken_at IS NULL, indexed_by IS NULL, latitude IS NULL, width_px IS NULL
) WHERE missing_since_ms IS NULL;

CREATE INDEX photo_by_pixels ON photo (width_px * height_px) WHERE width_px IS NOT NULL;
-- Whole names, whatever their case.
CREATE INDEX photo_by_camera ON photo (camera COLLATE NOCASE) WHERE camera IS NOT NULL;
DROP INDEX photo_by_lens;
CREATE INDEX photo_by_lens ON photo (lens COLLATE NOCASE) WHERE lens IS NOT NULL;
