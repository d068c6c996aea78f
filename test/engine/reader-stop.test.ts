import { mkdir, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import { LibraryError } from "../../electron/contract/errors.ts";
import type { LibraryNotice } from "../../electron/contract/library.ts";
import type { PhotoId } from "../../electron/contract/photo.ts";
import { failureOf } from "../../electron/engine/catalog/failures.ts";
import { insertPhoto } from "../../electron/engine/catalog/photos.ts";
import { isWaiting } from "../../electron/engine/catalog/waiting.ts";
import { IndexingTrouble } from "../../electron/engine/indexing-trouble.ts";
import { openLibrary } from "../../electron/engine/open-library.ts";
import { describeStop, setAside } from "../../electron/engine/reader-stop.ts";
import { makePhoto } from "../support/tagged-library.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { openTestCatalog, testReconciler } from "../support/test-catalog.ts";

function openWithPhoto() {
  const { db, folderId } = openTestCatalog();
  const place = { folderId, directory: "trip", name: "IMG_5.jpg" };
  const id = insertPhoto(db, place, { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:1" });
  return { db, id };
}

test("a reader that was given up is told with the photo that it was at", () => {
  const { db, id } = openWithPhoto();
  const stopAt = (path: string | undefined) => describeStop(db, { path });

  expect(stopAt("/photos/trip/IMG_5.jpg")).toEqual({
    kind: "reader-stopped",
    photo: { id, name: "IMG_5.jpg" },
  });
  expect(stopAt("/elsewhere/a.jpg")).toEqual({ kind: "reader-stopped", photo: null });
  expect(stopAt(undefined)).toEqual({ kind: "reader-stopped", photo: null });
  expect(describeStop(db, undefined)).toBeUndefined();
});

test("a photo that is set aside waits no more and says why", () => {
  const { db, id } = openWithPhoto();
  const { changes, ...reconciler } = testReconciler(db);

  setAside(reconciler, id);
  reconciler.feed.flush();

  expect(isWaiting(db, id)).toBe(false);
  expect(failureOf(db, id)).toMatchObject({
    code: "decoder-crashed",
    message: expect.stringContaining("/photos/trip/IMG_5.jpg") as string,
  });
  expect(changes).toMatchObject([{ kind: "failed", id, code: "decoder-crashed" }]);
  expect(() => setAside(reconciler, 99 as PhotoId)).toThrow("expected a photo but got 99");
});

test("indexing that stopped with its reader does not try again by itself", () => {
  const told: LibraryNotice[] = [];
  const removed: string[] = [];
  const stop = { kind: "reader-stopped", photo: null } as const;
  using trouble = new IndexingTrouble({
    notices: { put: (notice) => told.push(notice), remove: (kind) => removed.push(kind) },
    readerStopped: () => stop,
    tryAgain: () => expect.unreachable(),
    onOver: () => {},
  });

  trouble.began(new LibraryError("engine-unavailable", "five times"));
  trouble.passed();

  expect(told).toEqual([stop]);
  expect(removed).toContain("reader-stopped");
});

test("an engine that is started without a photo, or told to go on without it, does not open it", async () => {
  await using temp = await tempFolder();
  await mkdir(temp.at("photos"));
  for (const name of ["a.jpg", "b.jpg", "c.jpg"])
    await writeFile(temp.at("photos", name), await makePhoto());
  const options = { libraryFolder: temp.at("library"), live: false };
  {
    await using library = await openLibrary(options);
    const client = createClient<"cli">(library.connect(["cli"]));
    await client.request("library.index", { paths: [temp.at("photos")] });
  }

  await using library = await openLibrary({ ...options, setAside: temp.at("photos", "a.jpg") });
  const client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
  const { photos } = await client.request("photo.page", { query: "", limit: 10 });
  const b = photos.find(({ name }) => name === "b.jpg")!;
  await client.request("indexing.startAgain", { setAside: b.id });

  const failed = await client.request("failure.list", {});
  expect(failed.map(({ path, code }) => [path, code])).toEqual([
    [temp.at("photos", "a.jpg"), "decoder-crashed"],
    [temp.at("photos", "b.jpg"), "decoder-crashed"],
  ]);
});
