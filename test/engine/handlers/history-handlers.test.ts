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

test("entries are found by words of their sentence, in any case, and by who did it", async () => {
  const sentences = async (filter: { origin?: "user" | "disk"; text?: string }, limit = 50) => {
    const page = await library.client.request("history.list", { limit, ...filter });
    return page.entries.map(({ sentence }) => sentence);
  };
  const { id } = await folder.find("a.jpg");
  for (const tag of ["Café", "Ocean", "Café 2"])
    await library.client.request("tag.add", { tag, photos: [id] });

  expect(await sentences({ text: "CAFÉ" })).toEqual([
    "Added the tag Café 2 to 1 photo",
    "Added the tag Café to 1 photo",
  ]);
  expect(await sentences({ text: "café", origin: "user" }, 1)).toEqual([
    "Added the tag Café 2 to 1 photo",
  ]);
  expect(await sentences({ text: "café", origin: "disk" })).toEqual([]);
  expect((await sentences({ origin: "disk" })).every((text) => !text.startsWith("Added"))).toBe(
    true,
  );
});

test("pages of found entries follow each other", async () => {
  const question = { text: "café", limit: 1 };
  const first = await library.client.request("history.list", question);
  const second = await library.client.request("history.list", {
    ...question,
    before: first.next!,
  });

  expect([first, second].map(({ entries }) => entries[0]?.sentence)).toEqual([
    "Added the tag Café 2 to 1 photo",
    "Added the tag Café to 1 photo",
  ]);
  expect(second.next).toBeNull();
});

test("why an undo would be refused is told without changing anything", async () => {
  const { id } = await folder.find("a.jpg");
  const added = await library.client.request("tag.add", { tag: "Rome", photos: [id] });
  const removed = await library.client.request("tag.remove", { tag: "Rome", photos: [id] });
  const weigh = (entry?: number) =>
    library.client.request("history.weigh", {
      direction: "undo",
      ...(entry !== undefined && { entry }),
    });

  const older = await weigh(added.entry!);
  const newest = await weigh();

  expect(older).toMatchObject({
    entry: { id: added.entry, sentence: "Added the tag Rome to 1 photo" },
    obstacle: { id: removed.entry, sentence: "Removed the tag Rome from 1 photo", isUndone: false },
  });
  expect(newest).toMatchObject({ entry: { id: removed.entry }, obstacle: null });
  expect(await library.client.request("history.weigh", { direction: "redo" })).toEqual({
    entry: null,
    obstacle: null,
  });
  await expect(weigh(999_999)).rejects.toMatchObject({ code: "undo-impossible" });
});

test("the photos of an entry are a search, undone or not, and can be combined with others", async () => {
  const photos = [(await folder.find("a.jpg")).id, (await folder.find("b.jpg")).id];
  const { entry } = await library.client.request("tag.add", { tag: "Pair", photos });
  const found = async (query: string) => {
    const page = await library.client.request("photo.page", { query, limit: 9 });
    expect(page.total).toBe(page.photos.length);
    return page.photos.map(({ name }) => name).sort();
  };

  expect(await found(`entry:${entry}`)).toEqual(["a.jpg", "b.jpg"]);
  await library.client.request("history.undo", {});
  expect(await found(`entry:${entry} name:a`)).toEqual(["a.jpg"]);
  expect(await found(`-entry:${entry} name:a`)).toEqual([]);
  expect(await found("entry:999999")).toEqual([]);
});

test("a verdict on a label answers with its entry", async () => {
  const { id } = await folder.find("a.jpg");
  const judged = await library.client.request("label.judge", {
    photos: [id],
    label: "tabby",
    verdict: "rejected",
  });
  const again = await library.client.request("label.judge", {
    photos: [id],
    label: "tabby",
    verdict: "rejected",
  });
  const { entries } = await library.client.request("history.list", { limit: 1 });

  expect(judged).toEqual({ changed: 1, entry: entries[0]!.id });
  expect(again).toEqual({ changed: 0, entry: null });
});
