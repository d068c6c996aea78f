-- Parts of pictures without a reference: to find the parts of one that is deleted, SQLite would read all of them. Which they are follows from its look.
CREATE TABLE picture_part (
  band       INTEGER NOT NULL,
  picture_id INTEGER NOT NULL,
  PRIMARY KEY (band, picture_id)
) STRICT, WITHOUT ROWID;
INSERT INTO picture_part SELECT band, picture_id FROM picture_band;
DROP TABLE picture_band;
ALTER TABLE picture_part RENAME TO picture_band;
