/**
 * @file Tags in a synthetic catalog of 1,000,000 photos, or as many as the first argument says, five tags each out of 20,000 in a tree of
 * three levels, and one that every tenth has; each against what the user may be kept waiting for. Beside the time that passed, the
 * processor's, which is the same on a busy machine. The catalog is kept.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { moveInAlbum } from "../../../electron/engine/albums/album-photos.ts";
import { createAlbum } from "../../../electron/engine/albums/albums.ts";
import { redo, undo } from "../../../electron/engine/catalog/journal/undo.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { setSetting } from "../../../electron/engine/catalog/settings.ts";
import { PhotoSearch } from "../../../electron/engine/search/run-query.ts";
import { deleteTag } from "../../../electron/engine/tags/delete-tag.ts";
import { countStates, listTags, readTagTree } from "../../../electron/engine/tags/list-tags.ts";
import { addTag, removeTag } from "../../../electron/engine/tags/photo-tags.ts";
import { renameTag } from "../../../electron/engine/tags/rename-tag.ts";
import { suggestTags } from "../../../electron/engine/tags/suggest-tags.ts";
import { MODEL } from "../library/catalog-rows.ts";
import { BENCH_FOLDER } from "../library/made-photos.ts";
import { BIG, fillTags } from "./tag-rows.ts";

const COUNT = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 20;
const TEN_THOUSAND = Array.from({ length: 10_000 }, (_, at) => (at * 7 + 1) as PhotoId);
const EVERY_OTHER = Array.from({ length: 20_000 }, (_, at) => (at * 2 + 1) as PhotoId);
const text = { modelKey: MODEL.key, labelThreshold: MODEL.labelThreshold };

const paths = libraryPaths(path.join(BENCH_FOLDER, `tags-${COUNT}`));
const isFilled = existsSync(paths.catalog);
using db = await openCatalog(paths);
if (!isFilled) print(`counting everything anew: ${fillTags(db, COUNT).toFixed(0)} ms`);
const search = new PhotoSearch({ catalog: db, model: MODEL });

const [tree, tags] = [readTagTree(db), listTags(db)];
print(`${COUNT} photos, ${tree.length} tags in the tree, ${tags.length} with photos of their own`);
const wide = tree.find(({ tag }) => tag === "Wide 7")!;
print(`Wide 7: ${wide.below} photos; ${BIG}: ${tree.find(({ tag }) => tag === BIG)?.below}`);

often("tag.tree", 100, () => readTagTree(db));
often("tag.list", 100, () => listTags(db));
often("tag.suggest, two letters", 100, () => suggestTags(db, { text: "na", limit: 20 }));
often("tag.states of 10,000 photos", 200, () => countStates(db, TEN_THOUSAND));
often('first page of tag:"Narrow 7"', 100, () => page('tag:"Narrow 7"'));
often('first page of tag:"Wide 7"', 100, () => page('tag:"Wide 7"'));
often("first page of tag:Atlantic", 100, () => page("tag:Atlantic"));

once("add to 10,000 photos", 1000, () => addTag(db, "Wide 7/Middle 3/New", TEN_THOUSAND, text));
once("undo", 1000, () => undo(db));
once("redo", 1000, () => redo(db));
once("remove from 10,000 photos", 1000, () =>
  removeTag(db, "Wide 7/Middle 3/New", TEN_THOUSAND, text),
);
const album = createAlbum(db, `Album ${Date.now()}`, EVERY_OTHER).album.id;
once("move 10,000 photos to the start of an album of 20,000", 1000, () =>
  moveInAlbum(db, album, { photos: EVERY_OTHER.slice(10_000), before: EVERY_OTHER[0]! }),
);
once("undo", 1000, () => undo(db));
once("move every other of them to its end", 1000, () =>
  moveInAlbum(db, album, { photos: EVERY_OTHER.filter((_, at) => at % 2 === 0), before: null }),
);
for (const [what, to] of [
  ["rename", "Journeys/Ocean"],
  ["move to the top", "Atlantic"],
  ["move below a wide tag", "Wide 7/Atlantic"],
  ["merge into a tag with 100,000 other photos", "Wide 7/Middle 3"],
] as const) {
  once(`${what}, 100,000 photos`, 2000, () => renameTag(db, BIG, to));
  once("undo", 2000, () => undo(db));
}
once("delete, 100,000 photos", 2000, () => deleteTag(db, BIG));
once("undo", 2000, () => undo(db));
once("rename of a tag with 1,000 below it", 2000, () => renameTag(db, "Wide 7", "Wider 7"));
once("undo", 2000, () => undo(db));

function page(query: string): unknown {
  setSetting(db, "provider", `${performance.now()}`);
  return search.page({ query, limit: 100 });
}

function often(what: string, targetMs: number, work: () => unknown): void {
  const times = Array.from({ length: ROUNDS }, () => timed(work));
  report(what, targetMs, times.sort((a, b) => a.cpuMs - b.cpuMs)[ROUNDS >> 1]!);
}

function once(what: string, targetMs: number, work: () => unknown): void {
  report(what, targetMs, timed(work));
  // Words are written in the background.
  db.run("DELETE FROM stale_text");
}

interface Took {
  readonly wallMs: number;
  readonly cpuMs: number;
}

function report(what: string, targetMs: number, { wallMs, cpuMs }: Took): void {
  const share = (cpuMs / targetMs).toFixed(2);
  print(
    `${what}: processor ${cpuMs.toFixed(0)} ms, ${share} of ${targetMs} ms; passed ${wallMs.toFixed(0)} ms`,
  );
}

function timed(work: () => unknown): Took {
  const before = process.cpuUsage();
  const startedMs = performance.now();
  work();
  const { user, system } = process.cpuUsage(before);
  return { wallMs: performance.now() - startedMs, cpuMs: (user + system) / 1000 };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
