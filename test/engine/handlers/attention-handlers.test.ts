import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FIXTURES } from "../../support/fixtures.ts";
import { makePhoto, openTaggedLibrary, type TaggedLibrary } from "../../support/tagged-library.ts";

let library: TaggedLibrary;

beforeAll(async () => {
  library = await openTaggedLibrary({ live: false });
});

afterAll(() => library[Symbol.asyncDispose]());

async function newest(): Promise<{ sentence: string; finalBecause: string | null }> {
  const { entries } = await library.client.request("history.list", { limit: 1 });
  return entries[0]!;
}

test("only missing photos are forgotten, with their tags, and the history says that this is final", async () => {
  const folder = await library.folder(["stays.jpg", "goes.jpg"]);
  const photos = [await folder.find("stays.jpg"), await folder.find("goes.jpg")];
  const bytes = await readFile(folder.at("goes.jpg"));
  await rm(folder.at("goes.jpg"));
  await folder.look();
  expect(await folder.tags()).toEqual({
    "stays.jpg": ["of stays"],
    "goes.jpg (missing)": ["of goes"],
  });

  const forgotten = await library.client.request("photo.forget", {
    photos: photos.map(({ id }) => id),
  });

  expect(forgotten.changed).toBe(1);
  expect(await folder.tags()).toEqual({ "stays.jpg": ["of stays"] });
  expect(await newest()).toMatchObject({
    id: forgotten.entry,
    sentence: "Removed 1 photo whose files are missing from the library",
  });
  expect((await newest()).finalBecause).toContain("is deleted");
  const tags = await library.client.request("tag.list", {});
  expect(tags.map(({ tag }) => tag)).not.toContain("of goes");
  // Its file is a new photo when it comes back.
  await writeFile(folder.at("goes.jpg"), bytes);
  await folder.look();
  expect(await folder.tags()).toEqual({ "stays.jpg": ["of stays"], "goes.jpg": [] });
});

test("failures are counted by their reason and tried again by photo, by reason or all at once", async () => {
  const folder = await library.folder([]);
  await writeFile(folder.at("broken.jpg"), (await makePhoto()).subarray(0, 900));
  await writeFile(folder.at("drawing.jpg"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await folder.look();
  const counts = () => library.client.request("failure.count", {});
  expect(await counts()).toEqual([
    { code: "format-unsupported", count: 1 },
    { code: "image-corrupt", count: 1 },
  ]);
  const broken = await folder.find("broken.jpg");

  const byPhoto = await library.client.request("failure.retry", { photos: [broken.id] });
  await folder.look();
  await rename(folder.at("broken.jpg"), folder.at("broken.txt"));
  const byCode = await library.client.request("failure.retry", { code: "format-unsupported" });
  await folder.look();
  const all = await library.client.request("failure.retry", {});

  expect([byPhoto, byCode, all].map(({ changed }) => changed)).toEqual([1, 1, 1]);
  await folder.look();
  expect(await counts()).toEqual([{ code: "format-unsupported", count: 1 }]);
});

test("what is to be reviewed is listed with the file that was there before, and deciding it is one entry", async () => {
  const folder = await library.folder(["a.jpg", "b.jpg"]);
  const before = [await folder.find("a.jpg"), await folder.find("b.jpg")];
  await copyFile(path.join(FIXTURES, "rclip/bee.jpg"), folder.at("a.jpg"));
  await copyFile(path.join(FIXTURES, "grocery/Banana_005.jpg"), folder.at("b.jpg"));
  await folder.look();

  const first = await library.client.request("review.list", { limit: 1 });
  const rest = await library.client.request("review.list", {
    after: first.reviews[0]!.photo.id,
    limit: 10,
  });

  expect([first.total, rest.total]).toEqual([2, 2]);
  const reviews = [...first.reviews, ...rest.reviews];
  expect(
    reviews.map(({ photo, formerFingerprint }) => [photo.id, formerFingerprint]).sort(),
  ).toEqual(before.map(({ id, fingerprint }) => [id, fingerprint]).sort());
  const decided = await library.client.request("review.decide", {
    photos: before.map(({ id }) => id),
    decision: "same",
  });
  expect(decided).toEqual({ changed: 2, entry: expect.any(Number) as number });
  expect((await library.client.request("review.list", { limit: 10 })).total).toBe(0);
  const undone = await library.client.request("history.undo", { entry: decided.entry! });
  expect(undone.changed).toBe(2);
  expect((await library.client.request("review.list", { limit: 10 })).total).toBe(2);
});
