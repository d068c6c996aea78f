-- Why a photo could not be shown, as JSON: the English sentence, and what every language can say it from. Null where its code says all.
ALTER TABLE failure ADD COLUMN why TEXT;

-- What every failure of a kind has in common.
UPDATE failure SET why = json_object('sentence', 'The disk has bytes in its name that are no text.', 'told', json_object('key', 'reading.name', 'args', json_object()))
WHERE code = 'name-invalid';
UPDATE failure SET why = json_object('sentence', 'Reading it was given up, so that it holds up no other photo.', 'told', json_object('key', 'reading.timeout', 'args', json_object()))
WHERE code = 'decode-timeout';
UPDATE failure SET why = CASE WHEN message LIKE '% but the engine kept stopping %'
  THEN json_object('sentence', 'The engine kept stopping while it read this file.', 'told', json_object('key', 'reading.engine-stopped', 'args', json_object()))
  ELSE json_object('sentence', 'It ended the reader of photos twice. Try again when Semblance or the file has changed.', 'told', json_object('key', 'reading.crashed', 'args', json_object())) END
WHERE code = 'decoder-crashed';

-- Of the others only a sentence for the log was kept. They are read once more, as with another version of the decoders, and then told.
UPDATE failure SET decoders = NULL WHERE code IN ('image-corrupt', 'format-unsupported', 'image-too-large');
