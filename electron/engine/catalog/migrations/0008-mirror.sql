-- What the catalog and a photo's XMP sidecar last agreed on, as JSON; see catalog/mirror-state.ts.
CREATE TABLE mirror_state (
  photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
  state    TEXT NOT NULL
) STRICT;
