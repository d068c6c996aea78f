/**
 * @file Stars, flags and captions for many photos at once, and searches by them, in a synthetic catalog of 1,000,000 photos, or as
 * many as the first argument says. The catalog is kept.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { ValueChange } from "../../../electron/contract/values.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { setSetting } from "../../../electron/engine/catalog/settings.ts";
import { setValues } from "../../../electron/engine/catalog/set-values.ts";
import { PhotoSearch } from "../../../electron/engine/search/run-query.ts";
import { fillCatalog, MODEL } from "../library/catalog-rows.ts";
import { BENCH_FOLDER } from "../library/made-photos.ts";

const COUNT = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 40;
const SIZES = [10_000, 100_000];
const CHANGES: readonly ValueChange[] = [
  { rating: 4 },
  { flag: "pick" },
  { rating: 2, flag: "reject", colourLabel: "red", caption: "At the harbour" },
];
const QUERIES = [
  ...["flag:pick", "is:rejected", "flag:none", "colour:red", "colour:none", "rating:>=4"],
  ...["iso:>=800", "iso:>=6400", "aperture:<=2.8", "flag:pick rating:>=4 wedding"],
  ...["-flag:pick", "flag:pick OR colour:red", "-flag:pick -colour:red"],
];

const paths = libraryPaths(path.join(BENCH_FOLDER, `values-${COUNT}`));
const isFilled = existsSync(paths.catalog);
using db = await openCatalog(paths);
if (!isFilled) {
  await fillCatalog(db, COUNT);
  fillValues(db);
}
for (const size of SIZES) for (const change of CHANGES) measureChange(db, size, change);
measureSearches(db);

/** A flag on 3 photos of 10, a colour on 1 of 20, stars on 1 of 4, what the camera was set to on all. */
function fillValues(catalog: Database): void {
  catalog.transaction(() =>
    catalog.run(
      `UPDATE photo SET iso = 100 << (id % 8), aperture = 1.4 + (id % 9) * 0.7, rating = iif(id % 4 = 0, 1 + id % 5, 0),
         flag = CASE id % 10 WHEN 1 THEN 'pick' WHEN 2 THEN 'pick' WHEN 3 THEN 'reject' END,
         colour_label = iif(id % 20 = 0, 'red', NULL)`,
    ),
  );
}

function measureChange(catalog: Database, size: number, change: ValueChange): void {
  const ids = Array.from({ length: size }, (_, at) => (at * 7 + 1) as PhotoId);
  const [setMs, entry] = timed(() => setValues(catalog, ids, change, text()).entry);
  const [undoMs] = timed(() => undo(catalog, entry));
  print(`${Object.keys(change).join(" + ")} of ${size}: ${ms(setMs)}, undo ${ms(undoMs)}`);
}

function measureSearches(catalog: Database): void {
  const search = new PhotoSearch({ catalog, model: MODEL });
  for (const query of QUERIES) {
    let total = 0;
    const times = Array.from({ length: ROUNDS }, (_, round) => {
      setSetting(catalog, "provider", `${round}`);
      return timed(() => ({ total } = search.page({ query, limit: 100 })))[0];
    }).sort((a, b) => a - b);
    const [p50, p95] = [times[ROUNDS >> 1]!, times[Math.floor(ROUNDS * 0.95)]!];
    print(`${query}: ${total}, p50 ${ms(p50)}, p95 ${ms(p95)}`);
  }
}

function text(): { modelKey: string; labelThreshold: number } {
  return { modelKey: MODEL.key, labelThreshold: MODEL.labelThreshold };
}

function timed<T>(work: () => T): [ms: number, result: T] {
  const startedMs = performance.now();
  const result = work();
  return [performance.now() - startedMs, result];
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
