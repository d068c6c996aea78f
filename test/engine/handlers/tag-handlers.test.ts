import { afterAll, beforeAll, expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { until } from "../../support/until.ts";
import { openTaggedLibrary, type TaggedLibrary } from "../../support/tagged-library.ts";

let library: TaggedLibrary;
let ids: PhotoId[];
let heard = 0;

beforeAll(async () => {
  library = await openTaggedLibrary({ live: false });
  const folder = await library.folder(["a.jpg", "b.jpg"]);
  ids = await Promise.all(["a.jpg", "b.jpg"].map(async (name) => (await folder.find(name)).id));
  library.client.subscribe(({ name }) => {
    if (name === "tag.changed") heard++;
  });
});

afterAll(() => library[Symbol.asyncDispose]());

async function tree(): Promise<string[]> {
  const branches = await library.client.request("tag.tree", {});
  return branches.map(({ tag, count, below }) => `${tag} ${count}/${below}`);
}

async function found(query: string): Promise<number> {
  return (await library.client.request("photo.page", { query, limit: 10 })).total;
}

test("a tag is weighed, renamed and found by its new name and its synonyms, and all of it is undone", async () => {
  const { client } = library;
  await client.request("tag.add", { tag: "Orte/Lissabon", photos: ids });

  const weighed = await client.request("tag.weigh", { tag: "orte", to: "Places" });
  const renamed = await client.request("tag.rename", { tag: "orte", to: "Places" });
  const after = await tree();
  const described = await client.request("tag.describe", {
    tag: "Places/Lissabon",
    synonyms: ["Lisbon"],
    key: 4,
  });
  const counts = [await found("tag:lisbon"), await found("tag:Orte"), await found("lisbon")];
  const ofEntry = await found(`entry:${renamed.entry}`);
  const states = await client.request("tag.states", { photos: [ids[0]!] });
  const suggested = await client.request("tag.suggest", { text: "lisb", limit: 5 });
  const deleted = await client.request("tag.delete", { tag: "Places" });
  const gone = await tree();
  for (let step = 0; step < 3; step++) await client.request("history.undo", {});

  expect(weighed).toEqual({ tags: 1, photos: 2, merges: [] });
  expect(renamed).toMatchObject({
    changed: 2,
    sentence: "Renamed the tag Orte to Places (2 photos)",
  });
  expect(after).toEqual(["of a 1/1", "of b 1/1", "Places 0/2", "Places/Lissabon 2/2"]);
  expect(described.entry).toBeGreaterThan(renamed.entry);
  expect([counts, ofEntry]).toEqual([[2, 0, 2], 2]);
  expect(states).toEqual({
    total: 1,
    tags: [
      { tag: "of a", count: 1 },
      { tag: "Places/Lissabon", count: 1 },
    ],
  });
  expect(suggested).toEqual([
    { tag: "Places/Lissabon", count: 2, matched: "synonym", isRecent: true },
  ]);
  expect(deleted).toMatchObject({ changed: 2 });
  expect(gone).toEqual(["of a 1/1", "of b 1/1"]);
  expect(await tree()).toEqual(["of a 1/1", "of b 1/1", "Orte 0/2", "Orte/Lissabon 2/2"]);
});

test("who listens hears of changed tags", async () => {
  const { client } = library;
  for (const act of [
    () => client.request("tag.add", { tag: "more", photos: ids }),
    () => client.request("tag.rename", { tag: "more", to: "less" }),
    () => client.request("tag.describe", { tag: "less", key: 1 }),
    () => client.request("history.undo", {}),
    () => client.request("tag.delete", { tag: "less" }),
  ]) {
    heard = 0;
    await act();
    await until("the event", () => heard > 0);
  }
});

test("what cannot be done to a tag has a code of its own", async () => {
  const { client } = library;
  await client.request("tag.add", { tag: "Work/Office", photos: ids });

  await expect(client.request("tag.rename", { tag: "Work", to: "work/office/x" })).rejects.toThrow(
    expect.objectContaining({ code: "tag-into-itself" }) as Error,
  );
  await expect(client.request("tag.delete", { tag: "Nowhere" })).rejects.toThrow(
    expect.objectContaining({ code: "tag-unknown" }) as Error,
  );
  await expect(client.request("tag.rename", { tag: "Work", to: "a//b" })).rejects.toThrow(
    expect.objectContaining({ code: "tag-invalid" }) as Error,
  );
  expect(await tree()).toContain("Work/Office 2/2");
});
