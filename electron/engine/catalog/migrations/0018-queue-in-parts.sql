-- Since a folder's XMP files were turned on or off, its photos up to this id were put into mirror_queue, or taken out of it; NULL once
-- all were. See [Note: Mirror queue].
ALTER TABLE folder ADD COLUMN queued_to INTEGER;
