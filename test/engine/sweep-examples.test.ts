import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { AlbumId } from "../../electron/contract/album.ts";
import { deleteAlbum } from "../../electron/engine/albums/albums.ts";
import { createSimilarAlbum } from "../../electron/engine/albums/similar-albums.ts";
import { readQuestions } from "../../electron/engine/catalog/album-questions.ts";
import { backUp } from "../../electron/engine/catalog/backups.ts";
import type { Database } from "../../electron/engine/catalog/database.ts";
import { undo } from "../../electron/engine/catalog/journal/undo.ts";
import { libraryPaths, openCatalog } from "../../electron/engine/catalog/open-catalog.ts";
import { sweepExamples } from "../../electron/engine/sweep-examples.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

const [SHOWN, DELETED, LOST, YOUNG] = ["a", "b", "c", "d"].map((digit) => digit.repeat(64)) as [
  string,
  string,
  string,
  string,
];
const DAY_MS = 24 * 60 * 60 * 1000;

let temp: TempFolder;
let db: Database;
let paths: ReturnType<typeof libraryPaths>;

beforeEach(async () => {
  temp = await tempFolder();
  paths = libraryPaths(temp.at("library"));
  db = await openCatalog(paths);
  await mkdir(paths.examples);
  for (const picture of [SHOWN, DELETED, LOST, YOUNG]) {
    const file = path.join(paths.examples, `${picture}.webp`);
    await writeFile(file, "a copy");
    const at = new Date(Date.now() - (picture === YOUNG ? 1 : 60) * DAY_MS);
    await utimes(file, at, at);
  }
  await writeFile(path.join(paths.examples, "notes.txt"), "somebody's");
  for (const picture of [SHOWN, DELETED]) {
    const example = { photo: null, picture, name: "outside.jpg", weight: 1, region: null };
    const question = { depth: 0.5, edited: 0 as const, examples: [example] };
    createSimilarAlbum(db, `Like ${picture[0]}`, { question, query: "" });
  }
  deleteAlbum(db, idOf("Like b"));
  return async () => {
    db[Symbol.dispose]();
    await temp[Symbol.asyncDispose]();
  };
});

function idOf(name: string): AlbumId {
  return db.get<{ id: AlbumId }>("SELECT id FROM album WHERE name = ?", [name])!.id;
}

async function left(): Promise<string[]> {
  return (await readdir(paths.examples)).map((name) => name[0]!).sort();
}

test("copies that no album has, and no undo would give back to one, go when they are old; nothing else does", async () => {
  const removed = await sweepExamples({ db, paths });

  expect([removed, await left()]).toEqual([1, ["a", "b", "d", "n"]]);
  undo(db);
  expect(readQuestions(db).get(idOf("Like b"))?.examples[0]?.picture).toBe(DELETED);
  expect(await sweepExamples({ db, paths })).toBe(0);
});

test("what an album of a backup is like stays, and while a backup cannot be read everything does", async () => {
  const example = { photo: null, picture: LOST, name: "outside.jpg", weight: 1, region: null };
  createSimilarAlbum(db, "Like c", {
    question: { depth: 0.5, edited: 0, examples: [example] },
    query: "",
  });
  const backup = await backUp(db.connection, paths.backups);
  db.run("DELETE FROM album_example WHERE picture = ?", [LOST]);
  db.run("DELETE FROM journal_change WHERE coalesce(after, '') LIKE ?", [`%${LOST}%`]);

  expect(await sweepExamples({ db, paths })).toBe(0);

  await writeFile(backup, "no catalog");
  await expect(sweepExamples({ db, paths })).rejects.toThrow();
  expect(await left()).toContain("c");
});

test("a sweep that is stopped removes nothing more", async () => {
  const signal = AbortSignal.abort();

  expect(await sweepExamples({ db, paths, signal })).toBe(0);
  expect(await left()).toContain("c");
});
