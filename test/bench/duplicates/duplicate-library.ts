import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { setSetting } from "../../../electron/engine/catalog/settings.ts";
import { regroup } from "../../../electron/engine/duplicates/regroup.ts";
import { bandsOf } from "../../../electron/engine/duplicates/same-look.ts";
import { BENCH_FOLDER } from "../library/made-photos.ts";

/** Photos between two commits: what a transaction holds in memory stays small. */
const AT_ONCE = 50_000;
const NEWEST_MS = Date.UTC(2024, 5, 30, 12);
const YEARS_MS = 20 * 365 * 86_400_000;

/** What is planted among a million photos, and as much less among fewer: photos of each kind lie one after the other, by id. */
const PLANTED = {
  /** Pairs of files of the same bytes. */
  pairs: 20_000,
  /** Files of one content, such as a logo that a camera or a program saved again and again. */
  copies: 3_000,
  /** Pairs that look the same. */
  twins: 5_000,
  /** Bursts of {@link BURST}. */
  bursts: 5_000,
} as const;
const BURST = 5;

export interface DuplicateLibrary {
  readonly folder: string;
  readonly plan: Plan;
}

/** First ids of what is planted; everything from `plain` on is there once. */
export interface Plan {
  readonly copies: number;
  readonly twins: number;
  readonly bursts: number;
  readonly plain: number;
  readonly count: number;
}

function planFor(count: number): Plan {
  const share = Math.min(1, count / 1_000_000);
  const of = (planted: number): number => Math.ceil(planted * share);
  const copies = 1 + of(PLANTED.pairs) * 2;
  const twins = copies + of(PLANTED.copies);
  const bursts = twins + of(PLANTED.twins) * 2;
  return { copies, twins, bursts, plain: bursts + of(PLANTED.bursts) * BURST, count };
}

/**
 * A library of photos over twenty years without files, all of which were looked at, with groups planted and found, made once and kept. Its
 * indexing is paused.
 */
export async function makeDuplicateLibrary(count: number): Promise<DuplicateLibrary> {
  const folder = path.join(BENCH_FOLDER, `duplicates-${count}`);
  const plan = planFor(count);
  if (existsSync(folder)) return { folder, plan };
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  {
    using db = await openCatalog(libraryPaths(draft));
    setSetting(db, "indexing", JSON.stringify({ isPaused: true, share: "full" }));
    const { id: folderId } = addFolder(db, "/photos");
    for (let from = 1; from <= count; from += AT_ONCE)
      fillRows(db, plan, { from, to: Math.min(count, from + AT_ONCE - 1), folderId });
    fillLooks(db, plan);
    db.run("DELETE FROM duplicate_folder");
    for (let from = 1; from < plan.plain; from += 1_000)
      regroup(db, idsBetween(from, Math.min(plan.plain, from + 1_000)));
    db.connection.exec("ANALYZE");
  }
  await rename(draft, folder);
  return { folder, plan };
}

export function idsBetween(from: number, to: number): PhotoId[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => (from + at) as PhotoId);
}

function fillRows(
  db: Database,
  { copies, twins, bursts, plain, count }: Plan,
  { from, to, folderId }: { from: number; to: number; folderId: number },
): void {
  const range = `WITH RECURSIVE n (id) AS (VALUES (${from}) UNION ALL SELECT id + 1 FROM n WHERE id < ${to})`;
  // The second of a pair has the content, or the time, of the first; photos of a burst are a second apart.
  const content = `CASE WHEN id < ${copies} THEN id - (id - 1) % 2 WHEN id < ${twins} THEN ${copies} ELSE id END`;
  const pixels = `iif(id BETWEEN ${copies} AND ${twins} - 1, 'pixels', NULL)`;
  const apart = Math.floor(YEARS_MS / count);
  const takenMs = `${NEWEST_MS} - CASE WHEN id < ${twins} THEN id * ${apart}
    WHEN id < ${bursts} THEN (id - (id - ${twins}) % 2) * ${apart}
    WHEN id < ${plain} THEN (id - (id - ${bursts}) % ${BURST}) * ${apart} + (id - ${bursts}) % ${BURST} * 1000
    ELSE id * ${apart} END`;
  // Saved again in half the size.
  const half = `iif(id BETWEEN ${twins} AND ${bursts} - 1 AND (id - ${twins}) % 2 = 1, 2, 1)`;
  db.transaction(() => {
    db.run(
      `${range} INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms, fingerprint, pixel_hash,
         width_px, height_px, aspect, colour, format, taken_at, taken_from, sort_at_ms, camera, rating, indexed_by)
       SELECT id, ?, 'trip ' || (id % 500), 'IMG_' || id || '.jpg', (3000000 + ${content} * 7919 % 4000000) / ${half}, id, '1:' || id, 0,
         printf('%064x', ${content}), ${pixels}, 4000 / ${half}, 3000 / ${half}, 160, '#405060', 'JPEG',
         strftime('%Y-%m-%dT%H:%M:%S', (${takenMs}) / 1000, 'unixepoch'), 'exif', ${takenMs}, 'Camera 1', 0, 'bench' FROM n`,
      [folderId],
    );
    db.run("INSERT OR IGNORE INTO tag (id, path, key) VALUES (1, 'Lisbon', 'lisbon')");
    db.run(
      `${range} INSERT INTO photo_tag (photo_id, tag_id, added_at_ms) SELECT id, 1, 0 FROM n WHERE id % 10 = 0`,
    );
  });
}

/** Every content has a look of its own, but for twins, of which both have the first one's. */
function fillLooks(db: Database, { copies, twins, bursts, count }: Plan): void {
  const random = randomNumbers(7);
  const bands: (readonly [number, number])[] = [];
  let look = randomLook(random);
  for (let from = 1; from <= count; from += AT_ONCE)
    db.transaction(() => {
      for (let id = from; id < Math.min(count + 1, from + AT_ONCE); id++) {
        const isCopy = (id < copies && id % 2 === 0) || (id > copies && id < twins);
        if (isCopy) continue;
        const isTwin = id >= twins && id < bursts && (id - twins) % 2 === 1;
        if (!isTwin) look = randomLook(random);
        const name = id.toString(16).padStart(64, "0");
        const sql = "INSERT INTO picture (id, fingerprint, look) VALUES (?, ?, ?)";
        db.run(sql, [id, name, look]);
        for (const band of bandsOf(look)) bands.push([band, id]);
      }
    });
  // In the order in which they are kept.
  bands.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (let from = 0; from < bands.length; from += AT_ONCE)
    db.transaction(() => {
      for (const band of bands.slice(from, from + AT_ONCE))
        db.run("INSERT INTO picture_band (band, picture_id) VALUES (?, ?)", [...band]);
    });
}

/**
 * Two photos have the first band in common once in 27,000 pairs and each of the others once in 65,536: of the 403 photos beside the checkout it is
 * once in 30,000 and in 62,000, told by how often each of their bits is set.
 */
function randomLook(random: () => number): Uint8Array {
  const look = Uint8Array.from({ length: 80 }, () => random() * 256);
  for (let bit = 0; bit < 4; bit++) if (random() < 0.5) look[0]! |= 1 << bit;
  return look;
}

/** The same numbers, 0 to 1, for the same seed: mulberry32 of T. Ettinger. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
