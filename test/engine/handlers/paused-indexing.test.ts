import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { makePhoto, openTaggedLibrary } from "../../support/tagged-library.ts";

const PATIENT = { timeout: 20_000 };

test("a tile that is looked at gets its thumbnail while indexing, or its folder, is paused, and is indexed when both go on", async () => {
  await using library = await openTaggedLibrary({ live: true });
  const { client } = library;
  const folder = await library.folder([]);
  const { id } = (await client.request("folder.list", {}))[0]!;
  await client.request("indexing.pause", {});
  for (const name of ["a.jpg", "b.jpg", "c.jpg"])
    await writeFile(folder.at(name), await makePhoto());
  await client.request("folder.rescan", { id });
  const states = async (): Promise<string[]> =>
    Promise.all(
      ["a.jpg", "b.jpg", "c.jpg"].map(async (name) => {
        const { state, fingerprint, widthPx } = await folder.find(name);
        return `${state}${fingerprint !== null && widthPx === 400 ? " with its thumbnail" : ""}`;
      }),
    );
  const look = async (name: string): Promise<void> => {
    await client.request("photo.hurry", { ids: [(await folder.find(name)).id] });
  };

  await expect.poll(states, PATIENT).toEqual(["seen", "seen", "seen"]);
  await look("a.jpg");
  await expect.poll(states, PATIENT).toEqual(["shown with its thumbnail", "seen", "seen"]);
  await client.request("folder.pause", { id, isPaused: true });
  await client.request("indexing.resume", {});
  await look("b.jpg");
  await expect
    .poll(states, PATIENT)
    .toEqual(["shown with its thumbnail", "shown with its thumbnail", "seen"]);
  const { progress } = await client.request("library.status", {});
  await client.request("folder.pause", { id, isPaused: false });

  expect(progress.done).toBe(0);
  await expect
    .poll(states, PATIENT)
    .toEqual(Array.from({ length: 3 }, () => "indexed with its thumbnail"));
});
