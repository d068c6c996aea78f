-- 'video': no model looks at it. Decided by the name when the file is first seen, and again when it is renamed.
ALTER TABLE photo ADD COLUMN kind TEXT NOT NULL DEFAULT 'photo' CHECK (kind IN ('photo', 'video'));
ALTER TABLE photo ADD COLUMN duration_seconds REAL;
CREATE INDEX photo_videos ON photo (folder_id) WHERE kind = 'video';

-- Files that belong to a photo beside the one that is shown, in the same directory: its RAW, its moving picture,
-- its sidecars. See indexing/group-files.ts for who belongs to whom.
CREATE TABLE photo_file (
  photo_id       INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  name           TEXT NOT NULL,
  role           TEXT NOT NULL CHECK (role IN ('raw', 'motion', 'sidecar')),
  -- As in photo: equal values mean an unchanged file.
  size_bytes     INTEGER NOT NULL,
  modified_at_us INTEGER NOT NULL,
  file_key       TEXT NOT NULL,
  PRIMARY KEY (photo_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX photo_file_by_file_key ON photo_file (file_key);

-- A video waits until its bytes and its facts are read, of which `format` is always one, and for no model.
DROP INDEX photo_waiting;
CREATE INDEX photo_waiting ON photo (sort_at_ms DESC, id DESC)
  WHERE indexed_by IS NULL AND missing_since_ms IS NULL AND has_failed = 0
    AND (kind = 'photo' OR format IS NULL OR fingerprint IS NULL);
