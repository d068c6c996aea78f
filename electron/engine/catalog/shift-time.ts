import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Told } from "../../contract/told.ts";
import { tell } from "../../texts/tell.ts";
import type { Database } from "./database.ts";
import { record, type Recorded } from "./journal/journal.ts";
import { settleValues } from "./photo-facts.ts";
import { takenAtWallMs, formatWallTime } from "./wall-time.ts";

/** From the first photograph to the last year of four digits. */
const FIRST_MS = Date.UTC(1826, 0, 1);
const LAST_MS = Date.UTC(9999, 11, 31);

interface TimeRow {
  readonly id: PhotoId;
  readonly takenAt: string | null;
  readonly sortAtMs: number;
}

/**
 * Moves the capture times of photos, in the catalog only, as one entry of the journal. What is moved is the time that holds; where
 * none is known, that of the file. It is the user's time from then on: it goes before what files say, now and later.
 * `request-invalid` where a photo would leave the years 1826 to 9999.
 */
export function shiftTimes(db: Database, photos: readonly PhotoId[], bySeconds: number): Recorded {
  return move(db, readTimes(db, photos), bySeconds);
}

/** The first of the photos was taken at the wall time `to`; the others keep their distance to it. Otherwise as {@link shiftTimes}. */
export function setTimes(db: Database, photos: readonly PhotoId[], to: string): Recorded {
  const times = readTimes(db, photos);
  const first = times.find(({ id }) => id === photos[0]);
  if (!first)
    throw new LibraryError(
      "photo-unknown",
      `expected photos of the library but got the id ${photos[0]}`,
    );
  return move(db, times, (takenAtWallMs(to) - wallMsOf(first)) / 1000);
}

function move(db: Database, times: readonly TimeRow[], bySeconds: number): Recorded {
  const seconds = Math.round(bySeconds);
  if (seconds === 0) return { entry: undefined, changed: [] };
  const moved = times.map((row) => ({ id: row.id, takenAt: movedBy(row, seconds) }));
  const photos = times.map(({ id }) => id);
  return record(
    db,
    {
      touches: [{ kind: "user-value", keys: ["taken_at"], photos }],
      sentence: (count) => sentenceOf(count, seconds),
    },
    () => {
      for (const { id, takenAt } of moved) {
        db.run(
          "INSERT OR REPLACE INTO user_value (photo_id, field, value) VALUES (?, 'taken_at', ?)",
          [id, takenAt],
        );
      }
      settleValues(db, photos, ["taken_at"]);
    },
  );
}

function readTimes(db: Database, photos: readonly PhotoId[]): TimeRow[] {
  return db.all<TimeRow>(
    `SELECT id, taken_at AS takenAt, sort_at_ms AS sortAtMs FROM photo
     WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(photos)],
  );
}

function wallMsOf({ takenAt, sortAtMs }: TimeRow): number {
  return takenAt === null ? sortAtMs : takenAtWallMs(takenAt);
}

/** The offset stays: a clock that was wrong was wrong where it was. */
function movedBy(row: TimeRow, seconds: number): string {
  const wallMs = wallMsOf(row) + seconds * 1000;
  if (!(wallMs >= FIRST_MS && wallMs < LAST_MS)) {
    throw new LibraryError(
      "request-invalid",
      "expected capture times between the years 1826 and 9999 but a photo would get another one",
    );
  }
  return formatWallTime(wallMs) + (row.takenAt?.slice(19) ?? "");
}

/** "Moved the capture time of 3 photos 1 h 30 min later". */
function sentenceOf(count: number, bySeconds: number): Told {
  const size = Math.abs(bySeconds);
  return tell(bySeconds < 0 ? "done.time.earlier" : "done.time.later", {
    count,
    days: Math.floor(size / 86_400),
    hours: Math.floor(size / 3600) % 24,
    minutes: Math.floor(size / 60) % 60,
    seconds: size % 60,
  });
}
