-- What the user said of a label on a photo. Kept under what outlives indexing and models: the label's WordNet id,
-- else its name in lower case.
CREATE TABLE label_verdict (
  photo_id  INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  label     TEXT NOT NULL,
  verdict   TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected')),
  -- The model that gave the label; its verdicts measure its precision.
  model_key TEXT NOT NULL,
  at_ms     INTEGER NOT NULL,
  PRIMARY KEY (photo_id, label)
) STRICT, WITHOUT ROWID;

CREATE INDEX label_verdict_by_label ON label_verdict (label, verdict, model_key, photo_id);

-- What people call a label that was judged, for bare words to find.
CREATE TABLE judged_label (
  label TEXT PRIMARY KEY,
  name  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The classes that a judged label stands for, by WordNet id, else by name: of "cat" tabby and every other cat.
CREATE TABLE judged_class (
  label TEXT NOT NULL REFERENCES judged_label (label) ON DELETE CASCADE,
  class TEXT NOT NULL,
  PRIMARY KEY (label, class)
) STRICT, WITHOUT ROWID;

-- Photos whose row in photo_text is still to be written: a verdict on a hundred thousand answers before they are.
CREATE TABLE stale_text (
  photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE
) STRICT;

-- Wide families ("dog", "animal") whose sums are kept, so that no search adds up the labels of all photos.
CREATE TABLE family (
  id       INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES model (id) ON DELETE CASCADE,
  wnid     TEXT NOT NULL,
  UNIQUE (model_id, wnid)
) STRICT;

CREATE TABLE family_class (
  class_id  INTEGER NOT NULL REFERENCES class (id) ON DELETE CASCADE,
  family_id INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE,
  PRIMARY KEY (class_id, family_id)
) STRICT, WITHOUT ROWID;

-- The summed confidence of a family's classes, down to a floor; see catalog/label-sums.ts.
CREATE TABLE label_sum (
  photo_id   INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  family_id  INTEGER NOT NULL REFERENCES family (id) ON DELETE CASCADE,
  confidence REAL NOT NULL,
  PRIMARY KEY (photo_id, family_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX label_sum_by_family ON label_sum (family_id, confidence DESC, photo_id);

-- The edition of the families that the sums are of; NULL for a model that has none yet.
ALTER TABLE model ADD COLUMN sums_edition TEXT;
-- Photos up to this id have their sums; NULL when all have.
ALTER TABLE model ADD COLUMN sums_through INTEGER;
