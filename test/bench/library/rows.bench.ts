/**
 * @file Searches in a synthetic catalog of 1,000,000 photos, or as many as the first argument says: the first page of 100
 * with its total, each after a write. Then what a check, a backup and a start cost at this size. The catalog is kept.
 */
import { existsSync } from "node:fs";
import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { backUpTo } from "../../../electron/engine/catalog/backups.ts";
import { findDamage, findGlaringDamage } from "../../../electron/engine/catalog/check-catalog.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { setSetting } from "../../../electron/engine/catalog/settings.ts";
import { readWordNet } from "../../../electron/engine/inference/models/word-net.ts";
import { WordNet } from "../../../electron/engine/search/labels/word-net.ts";
import { PhotoSearch } from "../../../electron/engine/search/run-query.ts";
import { fillCatalog, MODEL } from "./catalog-rows.ts";
import { BENCH_FOLDER } from "./made-photos.ts";

const COUNT = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 40;
const QUERIES = [
  "",
  "label:tabby",
  'tag:"Tag 7"',
  "harbour",
  "wedding tabby",
  "is:untagged",
  "trip 77",
];

const paths = libraryPaths(path.join(BENCH_FOLDER, `rows-${COUNT}`));
const isFilled = existsSync(paths.catalog);
{
  using db = await openCatalog(paths);
  if (!isFilled) await fillCatalog(db, COUNT);
  const wordNet = new WordNet(readWordNet());
  const search = new PhotoSearch({ catalog: db, model: MODEL, wordNet: () => wordNet });
  for (const query of QUERIES) {
    const times: number[] = [];
    let total = 0;
    for (let round = 0; round < ROUNDS; round++) {
      setSetting(db, "provider", `${round}`);
      const startedMs = performance.now();
      ({ total } = search.page({ query, limit: 100 }));
      times.push(performance.now() - startedMs);
    }
    const sorted = times.toSorted((a, b) => a - b);
    const [p50, p95] = [sorted[ROUNDS >> 1]!, sorted[Math.floor(ROUNDS * 0.95)]!];
    print(`${query || "everything"}: ${total}, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
  }
  const copy = path.join(BENCH_FOLDER, "rows-backup.sqlite");
  const startedMs = performance.now();
  await backUpTo(db.connection, copy);
  print(`backup with its full check: ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  await rm(copy);
}
print(`${((await stat(paths.catalog)).size / 1e6).toFixed(0)} MB`);
time("check at every start", () => findGlaringDamage(paths.catalog));
time("quick check", () => findDamage(paths.catalog, "quick"));

function time(what: string, work: () => unknown): void {
  const startedMs = performance.now();
  work();
  print(`${what}: ${(performance.now() - startedMs).toFixed(0)} ms`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
