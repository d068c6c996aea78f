import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../../electron/contract/client.ts";
import type { LibraryError } from "../../../electron/contract/errors.ts";
import type { Photo } from "../../../electron/contract/photo.ts";
import {
  makePhoto,
  openTaggedLibrary,
  type TaggedFolder,
  type TaggedLibrary,
} from "../../support/tagged-library.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";

let library: TaggedLibrary;
let outside: TempFolder;

beforeAll(async () => {
  library = await openTaggedLibrary({ live: false });
  outside = await tempFolder();
});

afterAll(async () => {
  await library[Symbol.asyncDispose]();
  await outside[Symbol.asyncDispose]();
});

/** A folder whose photo lost.jpg is missing, with its tag; its file lies outside of the library. */
async function loseOne(): Promise<{ folder: TaggedFolder; lost: Photo; kept: string }> {
  const folder = await library.folder(["lost.jpg", "other.jpg"]);
  const lost = await folder.find("lost.jpg");
  const kept = outside.at(`${lost.id}.jpg`);
  await rename(folder.at("lost.jpg"), kept);
  await folder.look();
  return { folder, lost, kept };
}

function locate(photo: Photo, file: string, isForced = false) {
  const client: Client<"cli"> = library.client;
  return client.request("photo.locate", { id: photo.id, path: file, isForced });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) => (error as LibraryError).code,
  );
}

test("a missing photo is given its file at a place that nobody has looked at yet, and undo takes it back", async () => {
  const { folder, lost, kept } = await loseOne();
  await mkdir(folder.at("found"));
  await copyFile(kept, folder.at("found", "again.jpg"));

  const located = await locate(lost, folder.at("found", "again.jpg"));

  expect(located.path).toBe(folder.at("found", "again.jpg"));
  expect(await folder.tags()).toEqual({
    "other.jpg": ["of other"],
    "found/again.jpg": ["of lost"],
  });
  const { entries } = await library.client.request("history.list", { limit: 1 });
  expect(entries[0]).toMatchObject({
    id: located.entry,
    origin: "user",
    sentence: `Located lost.jpg, now called again.jpg, in ${path.basename(folder.path)}/found`,
  });
  await library.client.request("history.undo", {});
  expect(await folder.tags()).toEqual({
    "other.jpg": ["of other"],
    "found/again.jpg": [],
    "lost.jpg (missing)": ["of lost"],
  });
  await library.client.request("history.redo", {});
  expect(await folder.tags()).toEqual({
    "other.jpg": ["of other"],
    "found/again.jpg": ["of lost"],
  });
});

test("another picture is linked only by force, and is read anew", async () => {
  const { folder, lost } = await loseOne();
  await writeFile(folder.at("new.jpg"), await makePhoto("immich/el_torcal_rocks.jpg"));
  await folder.look();
  const before = await folder.find("new.jpg");

  const refused = await codeOf(locate(lost, folder.at("new.jpg")));
  await locate(lost, folder.at("new.jpg"), true);
  await folder.look();

  expect(refused).toBe("photo-mismatch");
  expect(await folder.tags()).toEqual({ "other.jpg": ["of other"], "new.jpg": ["of lost"] });
  const now = await folder.find("new.jpg");
  expect(now).toMatchObject({ id: lost.id, fingerprint: before.fingerprint, state: "indexed" });
});

test("an undone link to another picture says of the missing photo what its own file was", async () => {
  const { folder, lost } = await loseOne();
  await writeFile(folder.at("new.jpg"), await makePhoto("immich/el_torcal_rocks.jpg"));
  const { entry } = await locate(lost, folder.at("new.jpg"), true);
  await folder.look();

  await library.client.request("history.undo", { entry });
  await folder.look();

  const { photos } = await library.client.request("photo.page", { query: "is:missing", limit: 50 });
  expect(photos.find(({ id }) => id === lost.id)?.fingerprint).toBe(lost.fingerprint);
  expect(await folder.tags()).toEqual({
    "other.jpg": ["of other"],
    "new.jpg": [],
    "lost.jpg (missing)": ["of lost"],
  });
});

test("the file of a photo that has something of the user's is left with it, also by force", async () => {
  const { folder, lost } = await loseOne();

  expect(await codeOf(locate(lost, folder.at("other.jpg"), true))).toBe("file-claimed");
  expect(await folder.tags()).toEqual({
    "other.jpg": ["of other"],
    "lost.jpg (missing)": ["of lost"],
  });
});

test("what is no photo file inside of the library is refused with the reason", async () => {
  const { folder, lost, kept } = await loseOne();
  await writeFile(folder.at("notes.txt"), "no picture");
  const other = await folder.find("other.jpg");

  expect(await codeOf(locate(lost, kept))).toBe("file-outside");
  expect(await codeOf(locate(lost, folder.at("notes.txt")))).toBe("format-unsupported");
  expect(await codeOf(locate(lost, folder.at("nothing.jpg")))).toBe("file-missing");
  expect(await codeOf(locate(other, folder.at("other.jpg")))).toBe("request-invalid");
  await rm(kept);
});
