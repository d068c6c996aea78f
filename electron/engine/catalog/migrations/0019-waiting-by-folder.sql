-- What waits is asked for folder by folder: those of a disk that is away, or of a folder that rests, are not stepped over.
DROP INDEX photo_waiting;
CREATE INDEX photo_waiting ON photo (folder_id, sort_at_ms DESC, id DESC)
  WHERE indexed_by IS NULL AND missing_since_ms IS NULL AND has_failed = 0
    AND (kind = 'photo' OR format IS NULL OR fingerprint IS NULL);
