import { copyFile, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DuplicateKind } from "../../../electron/contract/duplicates.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import {
  openTaggedLibrary,
  type TaggedFolder,
  type TaggedLibrary,
} from "../../support/tagged-library.ts";
import { withComment } from "../../support/unique-jpeg.ts";

let library: TaggedLibrary;
let folder: TaggedFolder;

beforeAll(async () => {
  library = await openTaggedLibrary({ live: false });
  folder = await library.folder(["a.jpg"]);
  await copyFile(path.join(FIXTURES, "rclip/bee.jpg"), folder.at("b.jpg"));
  await copyFile(path.join(FIXTURES, "grocery/Banana_005.jpg"), folder.at("alone.jpg"));
  await copyFile(folder.at("a.jpg"), folder.at("a copy.jpg"));
  await writeFile(
    folder.at("b rewritten.jpg"),
    withComment(await readFile(folder.at("b.jpg")), "seen by another program"),
  );
  await sharp(folder.at("b.jpg"))
    .resize(200)
    .webp({ quality: 70 })
    .toFile(folder.at("b small.webp"));
  await folder.look();
});

afterAll(() => library[Symbol.asyncDispose]());

/** Groups as names, the one that is suggested to be kept first. */
async function groups(kind: DuplicateKind): Promise<string[][]> {
  await library.client.request("duplicate.check", {});
  const page = await library.client.request("duplicate.list", { kind, limit: 50 });
  return page.groups.map(({ photos }) => photos.map(({ path: at }) => path.basename(at)));
}

test("copies and pictures that were saved again are found, each with what it has", async () => {
  expect(await groups("exact")).toEqual([["a.jpg", "a copy.jpg"]]);
  expect(await groups("same-picture")).toEqual([["b rewritten.jpg", "b.jpg", "b small.webp"]]);
  const { groups: found, ...page } = await library.client.request("duplicate.list", {
    kind: "exact",
    limit: 1,
  });
  expect(found[0]).toMatchObject({ kind: "exact", more: 0, reasons: ["tagged", "earliest"] });
  expect(found[0]!.photos.map(({ tags }) => tags)).toEqual([["of a"], []]);
  const { size } = await stat(folder.at("a.jpg"));
  expect(page).toEqual({ total: 1, spareBytes: size, next: expect.any(String) as string });
});

test("what is suggested for all of a kind can be done: what a copy has is given, and its photo must be there", async () => {
  await library.client.request("tag.add", {
    tag: "Sea",
    photos: [(await folder.find("b.jpg")).id],
  });
  const copies = await library.client.request("duplicate.suggestions", { kind: "same-picture" });

  const given = await library.client.request("duplicate.carryOver", { copies });

  const kept = await folder.find("b rewritten.jpg");
  expect(copies.map(({ keep }) => keep)).toEqual([kept.id]);
  expect(given).toEqual({ changed: 1, entry: expect.any(Number) as number, present: [kept.id] });
  expect(kept.tags).toEqual(["Sea"]);
  await library.client.request("history.undo", { entry: given.entry! });
  expect((await folder.find("b rewritten.jpg")).tags).toEqual([]);

  const bytes = await readFile(folder.at("b rewritten.jpg"));
  await rm(folder.at("b rewritten.jpg"));
  const gone = await library.client.request("duplicate.carryOver", { copies });
  expect(gone).toEqual({ changed: 0, entry: null, present: [] });
  await writeFile(folder.at("b rewritten.jpg"), bytes);
  await folder.look();
});

test("a group that is kept is gone at once, is kept through another index and a restart, and is back when that is undone", async () => {
  const photos = [(await folder.find("a.jpg")).id, (await folder.find("a copy.jpg")).id];

  const decided = await library.client.request("duplicate.decide", { photos, verdict: "keep-all" });

  const { kinds } = await library.client.request("duplicate.counts", {});
  expect(kinds[0]).toEqual({ kind: "exact", groups: 0, spareBytes: 0 });
  expect(decided).toEqual({ changed: 2, entry: expect.any(Number) as number });
  await library.client.request("duplicate.check", { isAnew: true });
  await library.restart();
  expect(await groups("exact")).toEqual([]);
  await library.client.request("history.undo", { entry: decided.entry! });
  expect(await groups("exact")).toEqual([["a.jpg", "a copy.jpg"]]);
});

test("the end of a page that nobody gave is refused", async () => {
  const asked = library.client.request("duplicate.list", { kind: "exact", limit: 5, after: "x" });

  await expect(asked).rejects.toMatchObject({ code: "request-invalid" });
});
