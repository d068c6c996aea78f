-- Thousands of files may have the same bytes or pixels: which of them may be meant is asked by index, and not by reading all.

DROP INDEX photo_by_fingerprint;
CREATE INDEX photo_by_fingerprint ON photo (fingerprint, missing_since_ms, indexed_by IS NULL, added_at_ms)
  WHERE fingerprint IS NOT NULL;
DROP INDEX photo_by_pixel_hash;
CREATE INDEX photo_by_pixel_hash ON photo (pixel_hash, missing_since_ms, added_at_ms) WHERE pixel_hash IS NOT NULL;

CREATE INDEX photo_missing_by_fingerprint ON photo (fingerprint, name)
  WHERE missing_since_ms IS NOT NULL AND fingerprint IS NOT NULL;
CREATE INDEX photo_missing_by_pixel_hash ON photo (pixel_hash, name)
  WHERE missing_since_ms IS NOT NULL AND pixel_hash IS NOT NULL;
