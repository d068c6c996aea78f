-- Photos that may be there more than once. What the user said of them is in duplicate_decision; everything else follows from the photos,
-- and is made again where it is gone.

-- The user keeps all of these photos. The rows of one decision have one id; it holds for every group whose photos all have it.
CREATE TABLE duplicate_decision (
  photo_id    INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  decision_id TEXT NOT NULL,
  verdict     TEXT NOT NULL CHECK (verdict IN ('keep-all', 'not-duplicates')),
  at_ms       INTEGER NOT NULL,
  PRIMARY KEY (photo_id, decision_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE duplicate_group (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('exact', 'same-picture', 'bursts')),
  photos      INTEGER NOT NULL,
  -- Of all files but the one that is suggested to be kept.
  spare_bytes INTEGER NOT NULL,
  -- 1 where a decision holds for it.
  is_settled  INTEGER NOT NULL CHECK (is_settled IN (0, 1))
) STRICT;

CREATE INDEX duplicate_group_open ON duplicate_group (kind, spare_bytes DESC, id) WHERE is_settled = 0;

-- A photo is in one group of each kind at the most.
CREATE TABLE duplicate_member (
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  kind     TEXT NOT NULL,
  group_id INTEGER NOT NULL REFERENCES duplicate_group (id) ON DELETE CASCADE,
  PRIMARY KEY (photo_id, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX duplicate_member_by_group ON duplicate_member (group_id, photo_id);

-- What a thumbnail looks like, by the fingerprint of the file that it is of; see imaging/picture-look.ts.
CREATE TABLE picture (
  id          INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  look        BLOB NOT NULL
) STRICT;

-- Pictures that look the same have one of these four parts of it in common.
CREATE TABLE picture_band (
  band       INTEGER NOT NULL,
  picture_id INTEGER NOT NULL REFERENCES picture (id) ON DELETE CASCADE,
  PRIMARY KEY (band, picture_id)
) STRICT, WITHOUT ROWID;

-- Photos whose groups may be others now, and folders of which photos up to an id were made stale; see duplicates/regroup.ts.
CREATE TABLE duplicate_stale (photo_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE duplicate_folder (
  folder_id INTEGER PRIMARY KEY REFERENCES folder (id) ON DELETE CASCADE,
  after_id  INTEGER NOT NULL
) STRICT;
INSERT INTO duplicate_folder (folder_id, after_id) SELECT id, 0 FROM folder;

-- ON CONFLICT and not OR IGNORE: whoever changes a photo may have said what is to be done about conflicts, and that would count here as well.
CREATE TRIGGER duplicate_photo_changed
AFTER UPDATE OF fingerprint, pixel_hash, missing_since_ms, folder_id, width_px, height_px, taken_at, camera ON photo
WHEN (old.fingerprint, old.pixel_hash, old.missing_since_ms IS NULL, old.folder_id, old.width_px, old.height_px, old.taken_at, old.camera)
  IS NOT (new.fingerprint, new.pixel_hash, new.missing_since_ms IS NULL, new.folder_id, new.width_px, new.height_px, new.taken_at, new.camera)
BEGIN INSERT INTO duplicate_stale VALUES (new.id) ON CONFLICT DO NOTHING; END;

-- While its groups are still known.
CREATE TRIGGER duplicate_photo_deleted BEFORE DELETE ON photo
BEGIN
  INSERT INTO duplicate_stale
  SELECT other.photo_id FROM duplicate_member AS own
  CROSS JOIN duplicate_member AS other ON other.group_id = own.group_id AND other.photo_id <> own.photo_id
  WHERE own.photo_id = old.id
  ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER duplicate_decided AFTER INSERT ON duplicate_decision
BEGIN INSERT INTO duplicate_stale VALUES (new.photo_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER duplicate_undecided AFTER DELETE ON duplicate_decision
BEGIN INSERT INTO duplicate_stale VALUES (old.photo_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER duplicate_decision_moved AFTER UPDATE OF photo_id ON duplicate_decision
BEGIN INSERT INTO duplicate_stale VALUES (old.photo_id), (new.photo_id) ON CONFLICT DO NOTHING; END;

CREATE TRIGGER duplicate_folder_changed AFTER UPDATE OF removed_at_ms ON folder
WHEN (old.removed_at_ms IS NULL) <> (new.removed_at_ms IS NULL)
BEGIN INSERT INTO duplicate_folder (folder_id, after_id) VALUES (new.id, 0) ON CONFLICT (folder_id) DO UPDATE SET after_id = 0; END;
