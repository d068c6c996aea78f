/**
 * @file The map over a catalog of 1,000,000 photos of which a fifth says where it was taken, around 2,000 places: the first
 * question of a query, which reads where its photos are, and those that follow it as the window is moved and zoomed.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import type { Area } from "../../../electron/contract/places.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { setSetting } from "../../../electron/engine/catalog/settings.ts";
import { PhotoSearch } from "../../../electron/engine/search/run-query.ts";
import { MODEL } from "./catalog-rows.ts";
import { BENCH_FOLDER } from "./made-photos.ts";

const COUNT = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 20;
const AT_ONCE = 50_000;
const WORLD: Area = { west: -180, south: -85, east: 180, north: 85 };

const folder = path.join(BENCH_FOLDER, `places-${COUNT}`);
await rm(folder, { recursive: true, force: true });
{
  using db = await openCatalog(libraryPaths(folder));
  fill(db);
  const search = new PhotoSearch({ catalog: db, model: MODEL });
  const windows = [WORLD, ...Array.from({ length: ROUNDS }, (_, at) => windowOf(at))];
  for (const query of ["", "has:gps", "rating:>=1", "place:30,-20..60,30"]) {
    const { located } = search.places({ query, ...WORLD, cells: 24 });
    const first = measure(ROUNDS, (round) => {
      setSetting(db, "provider", `${round}`);
      // As the grid does, which is shown before the map is.
      search.count(query);
      return () => search.places({ query, ...WORLD, cells: 24 });
    });
    const next = measure(
      windows.length,
      (round) => () => search.places({ query, ...windows[round]!, cells: 24 }),
    );
    process.stdout.write(
      `${query || "everything"}: ${located} located, first ${first}, next windows ${next}\n`,
    );
  }
}
await rm(folder, { recursive: true, force: true });

/** Two thousand places of 100 photos each, within some kilometres; one in ten photos has a star. */
function fill(db: Database): void {
  const { id: folderId } = addFolder(db, "/photos");
  for (let from = 1; from <= COUNT; from += AT_ONCE) {
    const to = Math.min(COUNT, from + AT_ONCE - 1);
    db.transaction(() => {
      db.run(
        `WITH RECURSIVE n (id) AS (VALUES (${from}) UNION ALL SELECT id + 1 FROM n WHERE id < ${to})
         INSERT INTO photo (id, folder_id, directory, name, size_bytes, modified_at_us, file_key, added_at_ms,
           fingerprint, width_px, height_px, aspect, colour, format, sort_at_ms, rating, latitude, longitude, indexed_by)
         SELECT id, ?, 'trip ' || (id % 500), id || '.jpg', 3000000, id, '1:' || id, 0, printf('%064x', id), 4000, 3000, 160,
           '#405060', 'JPEG', id * 60000, iif(id % 10 = 0, 3, 0),
           iif(id % 5 = 0, ((id / 500) * 7919 % 1200) / 10.0 - 55 + (id * 31 % 1000) / 10000.0, NULL),
           iif(id % 5 = 0, ((id / 500) * 104729 % 3500) / 10.0 - 175 + (id * 17 % 1000) / 10000.0, NULL), ?
         FROM n`,
        [folderId, MODEL.key],
      );
    });
  }
}

/** Smaller and smaller, over Europe. */
function windowOf(at: number): Area {
  const size = 40 / 1.3 ** at;
  return { west: 5 - size, south: 45 - size / 2, east: 5 + size, north: 45 + size / 2 };
}

function measure(rounds: number, prepare: (round: number) => () => unknown): string {
  const times = Array.from({ length: rounds }, (_, round) => {
    const work = prepare(round);
    const startedMs = performance.now();
    work();
    return performance.now() - startedMs;
  }).sort((a, b) => a - b);
  const [p50, p95] = [times[rounds >> 1]!, times[Math.floor(rounds * 0.95)]!];
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}
