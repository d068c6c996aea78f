import { mkdir, rename, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EngineEvent } from "../../../electron/contract/events.ts";
import { until } from "../../support/until.ts";
import {
  openTaggedLibrary,
  makePhoto,
  type TaggedFolder,
  type TaggedLibrary,
} from "../../support/tagged-library.ts";

let library: TaggedLibrary;
let folder: TaggedFolder;

beforeAll(async () => {
  library = await openTaggedLibrary({ live: false });
  folder = await library.folder(["a.jpg", "b.jpg"]);
});

afterAll(() => library[Symbol.asyncDispose]());

test("the history is read page by page", async () => {
  const first = await library.client.request("history.list", { limit: 1 });
  const second = await library.client.request("history.list", { limit: 1, before: first.next! });

  expect(first.entries.map(({ sentence }) => sentence)).toEqual(["Added the tag of b to 1 photo"]);
  expect(second).toMatchObject({
    entries: [{ sentence: "Added the tag of a to 1 photo" }],
    next: null,
  });
});

test("who listens hears of what was done, undone and redone, and of the photos that it changed", async () => {
  const { id } = await folder.find("a.jpg");
  const events: EngineEvent[] = [];
  const unsubscribe = library.client.subscribe((event) => events.push(event));
  const heard = () => ({
    history: events.some(({ name }) => name === "history.changed"),
    photo: events.some(
      (event) =>
        event.name === "photo.changed" && event.payload.changes.some((change) => change.id === id),
    ),
  });

  const results = [];
  for (const act of [
    () => library.client.request("tag.add", { tag: "more", photos: [id] }),
    () => library.client.request("history.undo", {}),
    () => library.client.request("history.redo", {}),
  ]) {
    events.length = 0;
    results.push(await act());
    await until("both events", () => heard().history && heard().photo);
  }
  unsubscribe();

  const reverted = { sentence: "Added the tag more to 1 photo", changed: 1 };
  expect(results).toMatchObject([{ changed: 1 }, reverted, reverted]);
  expect(results[1]).toEqual(results[2]);
});

test("words find a photo by a tag that was put back", async () => {
  const { id } = await folder.find("b.jpg");
  await library.client.request("tag.remove", { tag: "of b", photos: [id] });
  const search = { query: 'tag:"of b" "of b"', limit: 5 };

  const without = await library.client.request("photo.page", search);
  await library.client.request("history.undo", {});
  const found = await library.client.request("photo.page", search);

  expect(without.photos).toEqual([]);
  expect(found.photos.map((photo) => photo.id)).toEqual([id]);
});

test("the file of an undone relink is indexed again as a photo of its own", async () => {
  await mkdir(folder.at("sorted"));
  await writeFile(folder.at("c.jpg"), await makePhoto());
  await folder.look();
  await rename(folder.at("c.jpg"), folder.at("sorted/c.jpg"));
  await folder.look();
  const [relink] = (await library.client.request("history.list", { limit: 1 })).entries;

  await library.client.request("history.undo", { entry: relink!.id });
  await until("the file to be indexed", async () => {
    const { photos } = await library.client.request("photo.page", {
      query: "is:indexed",
      limit: 10,
    });
    return photos.some(({ path }) => path === folder.at("sorted/c.jpg"));
  });

  expect(relink).toMatchObject({ origin: "disk", photos: 1, finalBecause: null });
  expect(Object.keys(await folder.tags())).toContain("c.jpg (missing)");
});
