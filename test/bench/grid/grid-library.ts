import { existsSync } from "node:fs";
import { link, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { toAspectByte } from "../../../electron/contract/aspect.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { setSetting } from "../../../electron/engine/catalog/settings.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { BENCH_FOLDER } from "../library/made-photos.ts";

/** Thumbnails of their own, so that a browser cannot have all of them at hand; later photos show the same ones again. */
const THUMBNAILS = 50_000;
const SHAPES = [
  [6000, 4000],
  [4000, 6000],
  [4032, 3024],
  [3024, 4032],
  [5000, 5000],
  [8000, 3000],
  [6000, 3376],
] as const;
const SOURCES = [
  "immich/prairie_falcon.jpg",
  "immich/wood_anemones.jpg",
  "immich/el_torcal_rocks.jpg",
  "immich/tanners_ridge.jpg",
  "rclip/bee.jpg",
  "grocery/Banana_005.jpg",
  "grocery/Pomegranate_007.jpg",
] as const;
const NEWEST_MS = Date.UTC(2024, 5, 30, 12);
const YEARS_MS = 20 * 365 * 86_400_000;
/** Photos between two commits: what a transaction holds in memory stays small. */
const AT_ONCE = 50_000;

/**
 * A library of photos over twenty years in seven shapes whose files are gone and whose thumbnails are there, made once and
 * kept. Its indexing is paused, so that nothing but the window is at work. Answers with its folder.
 */
export async function makeGridLibrary(count: number): Promise<string> {
  const folder = path.join(BENCH_FOLDER, `grid-${count}`);
  // A run begins at the top, wherever the last one ended.
  await rm(libraryPaths(folder).viewPlaces, { force: true });
  if (existsSync(folder)) return folder;
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  const paths = libraryPaths(draft);
  {
    using db = await openCatalog(paths);
    setSetting(db, "indexing", JSON.stringify({ isPaused: true, share: "full" }));
    const { id: folderId } = addFolder(db, "/photos");
    for (let from = 1; from <= count; from += AT_ONCE)
      fillRows(db, { from, to: Math.min(count, from + AT_ONCE - 1), folderId, count });
  }
  await makeThumbnails(paths.thumbnails);
  await rename(draft, folder);
  return folder;
}

interface Rows {
  readonly from: number;
  readonly to: number;
  readonly folderId: number;
  readonly count: number;
}

function fillRows(db: Database, { from, to, folderId, count }: Rows): void {
  const shape = `(id % ${THUMBNAILS}) % ${SHAPES.length}`;
  const ofShape = (value: (shape: readonly [number, number]) => number): string =>
    `CASE ${shape} ${SHAPES.map((each, at) => `WHEN ${at} THEN ${value(each)}`).join(" ")} END`;
  const takenMs = `${NEWEST_MS} - id * ${Math.floor(YEARS_MS / count)}`;
  db.transaction(() =>
    db.run(
      `WITH RECURSIVE n (id) AS (VALUES (${from}) UNION ALL SELECT id + 1 FROM n WHERE id < ${to})
       INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms,
         fingerprint, width_px, height_px, aspect, colour, format, taken_at, sort_at_ms, camera, rating, indexed_by)
       SELECT id, ?, 'trip ' || (id % 500), 'IMG_' || id || '.jpg', 3000000 + id, id, '1:' || id, 0,
         printf('%02x%062x', (id % ${THUMBNAILS}) % 256, id % ${THUMBNAILS}), ${ofShape(([w]) => w)}, ${ofShape(([, h]) => h)},
         ${ofShape(([w, h]) => toAspectByte(w, h))}, printf('#%06x', (id * 7919) % 16777216), 'JPEG',
         strftime('%Y-%m-%dT%H:%M:%S', (${takenMs}) / 1000, 'unixepoch'), ${takenMs}, 'Camera ' || (id % 7),
         iif(id % 11 = 3, 4, 0), 'bench'
       FROM n`,
      [folderId],
    ),
  );
}

/** As large as the engine's own; names of the same few files, because a browser tells pictures by their addresses. */
async function makeThumbnails(folder: string): Promise<void> {
  const drawn = path.join(folder, "drawn");
  await mkdir(drawn, { recursive: true });
  for (const [at, [widthPx, heightPx]] of SHAPES.entries()) {
    for (const [source, name] of SOURCES.entries()) {
      const scale = 256 / Math.min(widthPx, heightPx);
      await sharp(path.join(FIXTURES, name))
        .resize(Math.round(widthPx * scale), Math.round(heightPx * scale), { fit: "cover" })
        .webp({ quality: 80 })
        .toFile(path.join(drawn, `${at}-${source}.webp`));
    }
  }
  for (let prefix = 0; prefix < 256; prefix++)
    await mkdir(path.join(folder, hex(prefix, 2)), { recursive: true });
  for (let number = 0; number < THUMBNAILS; number++) {
    const prefix = hex(number % 256, 2);
    const source = `${number % SHAPES.length}-${(number >> 3) % SOURCES.length}.webp`;
    await link(
      path.join(drawn, source),
      path.join(folder, prefix, `${prefix}${hex(number, 62)}.webp`),
    );
  }
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
