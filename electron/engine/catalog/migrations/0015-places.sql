-- Photos that say where they were taken, for the map and for areas. What follows the position is there so that a walk over all of
-- them that narrows by time, stars or folder needs no wide row.
CREATE INDEX photo_by_position ON photo (
  latitude, longitude, missing_since_ms, folder_id, rating, sort_at_ms, taken_at IS NULL
) WHERE latitude IS NOT NULL;
