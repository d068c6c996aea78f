/**
 * @file Searches for labels in a synthetic catalog of 100,000 photos (or PHOTOS, from the environment) with up to ten labels
 * each of ImageNet's thousand: the first page of 100 with its total after a write, suggestions, and verdicts.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { Database } from "../../../electron/engine/catalog/database.ts";
import { addFolder } from "../../../electron/engine/catalog/folders.ts";
import { beginSums, sumNext } from "../../../electron/engine/catalog/label-sums.ts";
import { ensureModel } from "../../../electron/engine/catalog/labels.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { setSetting } from "../../../electron/engine/catalog/settings.ts";
import { judge } from "../../../electron/engine/catalog/verdicts.ts";
import { readWordNet } from "../../../electron/engine/inference/models/word-net.ts";
import { ilsvrcLabelFile } from "../../../electron/engine/inference/models/models-folder.ts";
import { LabelFile } from "../../../electron/engine/inference/models/model-card.ts";
import { readJson } from "../../../electron/engine/inference/models/read-json.ts";
import { WordNet } from "../../../electron/engine/search/labels/word-net.ts";
import { PhotoSearch } from "../../../electron/engine/search/run-query.ts";

const PHOTOS = Number(process.env.PHOTOS ?? 100_000);
const ROUNDS = 40;
const QUERIES = ["tabby", "cat", "car", "fruit", "bird", "dog", "dog>0.8", "animal", "carnivore"];
const MODEL = { key: "bench", labelThreshold: 0.4 };

let seed = 7;
const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

const folder = await mkdtemp(path.join(tmpdir(), "labels-bench-"));
try {
  using db = await openCatalog(libraryPaths(folder));
  await fill(db);
  const wordNet = new WordNet(readWordNet());
  const search = new PhotoSearch({ catalog: db, model: MODEL, wordNet: () => wordNet });
  measureQueries(db, search, "added up");
  measureSums(db, search);
  measureQueries(db, search, "with sums");
  for (const text of ["d", "do", "dog", "ca", "s"])
    report(`suggest ${text}`, db, () => search.labels.suggest({ text, limit: 10 }).length);
  const ids = search.ids({ query: "", offset: 0, limit: 100_000 });
  judgeAll(db, search, { label: "cat", ids });
  judgeAll(db, search, { label: "beagle", ids: ids.slice(0, 1000) });
  measureQueries(db, search, "with verdicts");
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** A sure label, and nine that it is mixed up with: most of them its neighbours, which mostly are its kin. */
async function fill(db: Database): Promise<void> {
  const labels = await readJson(ilsvrcLabelFile(), LabelFile);
  const classes = labels.map(({ label, wnid }) => ({ name: label, wnid }));
  const classIds = ensureModel(db, MODEL.key, classes);
  const { id: folderId } = addFolder(db, "/photos");
  const at = (index: number) => classIds[Math.max(0, Math.min(classIds.length - 1, index))]!;
  db.transaction(() => {
    for (let index = 0; index < PHOTOS; index += 1) {
      const place = { folderId, directory: `${index % 500}`, name: `${index}.jpg` };
      const stamp = { sizeBytes: 1, modifiedAtUs: index * 6e7, fileKey: `1:${index}` };
      const id = insertPhoto(db, place, stamp);
      const top = Math.floor(random() * classIds.length);
      let left = 1;
      for (let rank = 0; rank < 10; rank += 1) {
        const near = random() < 0.6 ? top + (random() - 0.5) * 40 : random() * classIds.length;
        const share = rank === 0 ? 0.2 + 0.75 * random() : Math.max(0.01, left * 0.4 * random());
        left -= share;
        const label = [id, at(rank === 0 ? top : Math.floor(near)), share];
        db.run(
          "INSERT OR IGNORE INTO label (photo_id, class_id, confidence) VALUES (?, ?, ?)",
          label,
        );
      }
    }
  });
}

function measureQueries(db: Database, search: PhotoSearch, how: string): void {
  for (const query of QUERIES) {
    const isSlow = how === "added up" && PHOTOS > 100_000;
    if (isSlow && ["dog", "dog>0.8", "animal", "carnivore"].includes(query)) continue;
    report(
      `label:${query}, ${how}`,
      db,
      () => search.page({ query: `label:${query}`, limit: 100 }).total,
    );
  }
}

function measureSums(db: Database, search: PhotoSearch): void {
  const startedMs = performance.now();
  beginSums(db, search.summedFamilies()!);
  while (sumNext(db, MODEL.key, 200));
  const { count } = db.get<{ count: number }>("SELECT count(*) AS count FROM label_sum")!;
  const seconds = (performance.now() - startedMs) / 1000;
  process.stdout.write(`${count} sums made in ${seconds.toFixed(1)} s\n`);
}

function judgeAll(
  db: Database,
  search: PhotoSearch,
  { label, ids }: { label: string; ids: readonly PhotoId[] },
): void {
  const startedMs = performance.now();
  const judged = search.labels.toJudge(label)!;
  const { changed } = judge(db, ids, { label: judged, verdict: "rejected", modelKey: MODEL.key });
  const tookMs = performance.now() - startedMs;
  process.stdout.write(
    `${label} rejected on ${changed.length} photos in ${tookMs.toFixed(0)} ms\n`,
  );
}

/** Each round follows a write, so that nothing is answered from what was counted before. */
function report(what: string, db: Database, ask: () => number): void {
  const times: number[] = [];
  let answer = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    setSetting(db, "provider", `${round}`);
    const startedMs = performance.now();
    answer = ask();
    times.push(performance.now() - startedMs);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const [p50, p95] = [sorted[ROUNDS >> 1]!, sorted[Math.floor(ROUNDS * 0.95)]!];
  process.stdout.write(`${what}: ${answer}, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms\n`);
}
