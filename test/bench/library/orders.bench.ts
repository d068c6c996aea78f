/**
 * @file Orders and facets in a synthetic catalog of 1,000,000 photos, or as many as the first argument says: the first page of 100 in
 * each order, each after a write; the sections of the whole; what the photos of a search are made of, and for how long at a time
 * others wait for that. The catalog is kept.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { photoSorts } from "../../../electron/contract/photo-sort.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { countPhotoChanges } from "../../../electron/engine/catalog/photo-revision.ts";
import { setSetting } from "../../../electron/engine/catalog/settings.ts";
import { PhotoSearch } from "../../../electron/engine/search/run-query.ts";
import { MODEL } from "./catalog-rows.ts";
import { BENCH_FOLDER } from "./made-photos.ts";

const COUNT = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 40;
/** Photos between two commits. */
const AT_ONCE = 50_000;
/** All, most, an eighth, few, none of the first in any order. */
const QUERIES = ["", "rating:0", "size:>=24mp", 'camera:"=Camera 3" lens:="Lens 5"', "iso:6400"];

const paths = libraryPaths(path.join(BENCH_FOLDER, `orders-${COUNT}`));
const isFilled = existsSync(paths.catalog);
using db = await openCatalog(paths);
if (!isFilled) fill(db);
const search = new PhotoSearch({
  catalog: db,
  model: MODEL,
  photoRevision: countPhotoChanges(db),
});
for (const query of QUERIES) {
  for (const sort of photoSorts) {
    const times = timesOf(ROUNDS, () => search.page({ query, sort, limit: 100 }).total);
    print(`${name(query)} by ${sort}: ${times.result}, ${times.text}`);
  }
}
for (const sort of photoSorts) {
  for (const query of ["", "rating:0"]) {
    const times = timesOf(5, () => search.segments({ query, sort, groupBy: "month" }).total);
    print(`sections of ${name(query)} by ${sort}: ${times.text}`);
  }
}
for (const query of QUERIES) await measureFacets(query);

/** Photos a minute apart, sorted and made by the formula of their number, so that no two orders are alike. */
function fill(db: Database): void {
  const { id: folder } = addFolder(db, "/photos");
  for (let from = 1; from <= COUNT; from += AT_ONCE) {
    const to = Math.min(COUNT, from + AT_ONCE - 1);
    db.run(
      `WITH RECURSIVE n (id, at) AS (SELECT ${from}, 0 UNION ALL SELECT id + 1, 0 FROM n WHERE id < ${to}),
         mixed AS (SELECT id, (id * 7919) % 1000003 AS x FROM n)
       INSERT INTO photo (id, folder_id, directory, name, name_key, size_bytes, modified_at_us, file_key, added_at_ms, fingerprint,
         width_px, height_px, aspect, colour, format, taken_at, sort_at_ms, camera, lens, aperture, iso, rating, flag, latitude,
         longitude, indexed_by)
       SELECT id, ?, 'trip ' || (id % 500), 'IMG_' || x || '.jpg', name_key('IMG_' || x || '.jpg'), 3000000 + id, id, '1:' || id,
         1600000000000 + (id / 100) * 60000, printf('%064x', id), iif(x % 8 = 0, 6000, 4000), iif(x % 8 = 0, 4000, 3000), 160,
         '#405060', 'JPEG', iif(x % 10 = 0, NULL, '2020-01-01T00:00:00'), 1000000000000 + x * 600000, 'Camera ' || (x % 23),
         'Lens ' || (x % 41), 2.8, iif(id < 2000, 6400, 100), iif(x % 5 = 0, x % 6, 0), iif(x % 50 = 0, 'pick', NULL),
         iif(x % 3 = 0, 38.7, NULL), iif(x % 3 = 0, -9.1, NULL), 'bench'
       FROM mixed`,
      [folder],
    );
  }
}

async function measureFacets(query: string): Promise<void> {
  const times: number[] = [];
  let longestMs = 0;
  for (let round = 0; round < 10; round++) {
    setSetting(db, "provider", `${round}`);
    const startedMs = performance.now();
    let lastMs = startedMs;
    const answer = search.facets(query).then(() => true);
    for (let isDone = false; !isDone; lastMs = performance.now()) {
      isDone = await Promise.race([answer, setTimeout(0, false)]);
      longestMs = Math.max(longestMs, performance.now() - lastMs);
    }
    times.push(performance.now() - startedMs);
  }
  print(`facets of ${name(query)}: ${describe(times)}, others wait ${longestMs.toFixed(0)} ms`);
}

function timesOf(rounds: number, work: () => number): { text: string; result: number } {
  const times: number[] = [];
  let result = 0;
  for (let round = 0; round < rounds; round++) {
    setSetting(db, "provider", `${round}`);
    const startedMs = performance.now();
    result = work();
    times.push(performance.now() - startedMs);
  }
  return { text: describe(times), result };
}

function describe(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const [p50, p95] = [0.5, 0.95].map((part) => sorted[Math.floor(sorted.length * part)]!);
  return `p50 ${p50!.toFixed(1)} ms, p95 ${p95!.toFixed(1)} ms`;
}

function name(query: string): string {
  return query || "everything";
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
