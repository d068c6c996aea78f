import type { PhotoId, TakenFrom } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { IS_THERE } from "./find-copies.ts";
import { getLook, listAlike } from "./pictures.ts";
import { isSameLook } from "./same-look.ts";

/** Contents in one group: more are no copies of a picture but a series of them, and no group. */
export const MOST_CONTENTS = 100;
/** Sides are whole pixels, so that a small copy is a little wider or narrower. */
const ASPECT_TOLERANCE = 0.01;

interface Entry {
  readonly id: PhotoId;
  readonly fingerprint: string;
  readonly pixelHash: string | null;
  /** Of the file, whatever the user turned. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly takenAt: string | null;
  readonly takenFrom: TakenFrom | null;
}

const ENTRY = `SELECT photo.id, fingerprint, pixel_hash AS pixelHash, taken_at AS takenAt, taken_from AS takenFrom,
  iif(turn % 180, height_px, width_px) AS widthPx, iif(turn % 180, width_px, height_px) AS heightPx
  FROM photo WHERE kind = 'photo' AND width_px IS NOT NULL AND ${IS_THERE}`;

/**
 * Photos that show the same picture as this one, itself included: the same pixels, or the same look, shape and capture time, as far as
 * both tell one. Nobody where all of them are files of the same bytes, or they are more than {@link MOST_CONTENTS}. `alone` remembers of whom that
 * was said, so that of thousands of files of one content not each is compared.
 */
export function findSamePicture(db: Database, id: PhotoId, alone = new Set<string>()): PhotoId[] {
  const own = db.get<Entry>(`${ENTRY} AND photo.id = ? AND fingerprint IS NOT NULL`, [id]);
  if (!own) return [];
  const key = [own.fingerprint, own.widthPx, own.heightPx, secondOf(own)].join();
  if (alone.has(key)) return [];
  // Looked up before all of them are read, once for each of them.
  const contents = isSeries(db, own) ? undefined : contentsFrom(db, own);
  if (contents && contents.length > 1) return entriesOf(db, contents).map((entry) => entry.id);
  alone.add(key);
  return [];
}

/** Undefined where they are too many. The twins of each may be thousands, so that a series ends with the first that has them. */
function contentsFrom(db: Database, own: Entry): readonly string[] | undefined {
  const contents = new Map([[own.fingerprint, own]]);
  // What is added on the way is gone through, too.
  for (const next of contents.values()) {
    for (const twin of listTwins(db, next))
      if (!contents.has(twin.fingerprint)) contents.set(twin.fingerprint, twin);
    if (contents.size > MOST_CONTENTS) return undefined;
  }
  return [...contents.keys()];
}

function isSeries(db: Database, { pixelHash }: Entry): boolean {
  if (pixelHash === null) return false;
  const sql = `SELECT count(*) AS count FROM (SELECT DISTINCT fingerprint FROM photo WHERE pixel_hash = ? LIMIT ${MOST_CONTENTS + 1})`;
  return db.get<{ count: number }>(sql, [pixelHash])!.count > MOST_CONTENTS;
}

/** One entry or more of each other content that is the same picture. */
function listTwins(db: Database, entry: Entry): Entry[] {
  const samePixels =
    entry.pixelHash === null
      ? []
      : db.all<Entry>(`${ENTRY} AND pixel_hash = ? AND fingerprint <> ?`, [
          entry.pixelHash,
          entry.fingerprint,
        ]);
  const look = getLook(db, entry.fingerprint);
  if (!look) return samePixels;
  const alike = listAlike(db, look).filter((picture) => isSameLook(look, picture.look));
  const names = new Set(alike.map(({ fingerprint }) => fingerprint));
  names.delete(entry.fingerprint);
  const sameLook = entriesOf(db, [...names]).filter(
    (other) => isSameShape(entry, other) && mayBeOneShot(entry, other),
  );
  return [...samePixels, ...sameLook];
}

function entriesOf(db: Database, fingerprints: readonly string[]): Entry[] {
  if (fingerprints.length === 0) return [];
  return db.all(`${ENTRY} AND fingerprint IN (SELECT value FROM json_each(?))`, [
    JSON.stringify(fingerprints),
  ]);
}

function isSameShape(one: Entry, other: Entry): boolean {
  const ratio = (one.widthPx * other.heightPx) / (one.heightPx * other.widthPx);
  return Math.abs(Math.log(ratio)) <= ASPECT_TOLERANCE;
}

/** Two photos that a camera took one after the other from a tripod look the same, and say when they were taken. */
function mayBeOneShot(one: Entry, other: Entry): boolean {
  const [here, there] = [secondOf(one), secondOf(other)];
  return here === undefined || there === undefined || here === there;
}

/** What the camera says, to the second; what the user entered or a name tells is another matter. */
function secondOf({ takenAt, takenFrom }: Entry): string | undefined {
  const isOfCamera = takenFrom === "exif" || takenFrom === "xmp" || takenFrom === "iptc";
  return isOfCamera && takenAt !== null && takenAt.length >= 19 ? takenAt.slice(0, 19) : undefined;
}
