-- device:inode of the root when it was last walked. Another one may be an unmounted disk's empty mount point.
ALTER TABLE folder RENAME COLUMN device TO root_key;
-- The volume that the folder is on, under a name that survives replugging; NULL where the system tells none.
ALTER TABLE folder ADD COLUMN volume TEXT;
-- Where on that volume, '/' between parts: the same wherever the volume is mounted.
ALTER TABLE folder ADD COLUMN volume_path TEXT;
-- What the user leaves out, in gitignore syntax, one pattern a line.
ALTER TABLE folder ADD COLUMN ignored TEXT NOT NULL DEFAULT '';
