import { utimesSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  clearOutdated,
  clearUnreadable,
  recordFailure,
} from "../../../electron/engine/catalog/failures.ts";
import { insertPhoto } from "../../../electron/engine/catalog/photos.ts";
import { isWaiting } from "../../../electron/engine/catalog/waiting.ts";
import { WorkerDeaths } from "../../../electron/engine/catalog/worker-deaths.ts";
import { decoderVersions } from "../../../electron/engine/imaging/decoder-versions.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

test("deaths are counted across runs, and forgotten when the file was read", async () => {
  await using temp = await tempFolder();
  using db = openTestCatalog().db;
  writeFileSync(temp.at("killer.jpg"), "bytes");
  const first = new WorkerDeaths(db, "sharp 1");
  first.add(temp.at("killer.jpg"));

  const later = new WorkerDeaths(db, "sharp 1");
  const before = later.count(temp.at("killer.jpg"));
  later.add(temp.at("killer.jpg"));
  const after = new WorkerDeaths(db, "sharp 1").count(temp.at("killer.jpg"));
  later.clear(temp.at("killer.jpg"));

  expect([before, after]).toEqual([1, 2]);
  expect(new WorkerDeaths(db, "sharp 1").count(temp.at("killer.jpg"))).toBe(0);
});

test("a file that changed is another one, and other decoders may survive it", async () => {
  await using temp = await tempFolder();
  using db = openTestCatalog().db;
  const file = temp.at("killer.jpg");
  writeFileSync(file, "bytes");
  new WorkerDeaths(db, "sharp 1").add(file);

  const otherDecoders = new WorkerDeaths(db, "sharp 2").count(file);
  utimesSync(file, 1, 1);
  const otherFile = new WorkerDeaths(db, "sharp 1").count(file);

  expect([otherDecoders, otherFile]).toEqual([0, 0]);
});

test("what could not be decoded is tried again with other decoders, and not with the same", () => {
  const { db, folderId } = openTestCatalog();
  const stamp = { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:1" };
  const add = (name: string) => insertPhoto(db, { folderId, directory: "", name }, stamp);
  const [old, now, other] = [add("a.jpg"), add("b.jpg"), add("c.jpg")];
  recordFailure(db, old, { code: "decoder-crashed", message: "it crashed", decoders: "sharp 1" });
  recordFailure(db, now, { code: "decoder-crashed", message: "it crashed", decoders: "sharp 2" });
  recordFailure(db, other, { code: "file-unreadable", message: "no", decoders: "sharp 1" });

  clearOutdated(db, "sharp 2");

  expect([old, now, other].map((id) => isWaiting(db, id))).toEqual([true, false, false]);
});

test.each(["file-missing", "file-unreadable"] as const)(
  "a file that could not be read (%s) is tried again when its folder is looked at anew",
  (code) => {
    const { db, folderId } = openTestCatalog();
    const stamp = { sizeBytes: 1, modifiedAtUs: 1, fileKey: "1:1" };
    const id = insertPhoto(db, { folderId, directory: "", name: "a.jpg" }, stamp);
    recordFailure(db, id, { code, message: "no", decoders: "sharp 1" });
    const before = isWaiting(db, id);

    clearUnreadable(db, [folderId]);

    expect([before, isWaiting(db, id)]).toEqual([false, true]);
  },
);

test("the decoders are named with their versions", () => {
  expect(decoderVersions()).toMatch(
    /^sharp \d+\.\d+\.\d+, heic-decode \d+\.\d+\.\d+, bmp-ts \d+\.\d+\.\d+$/,
  );
});
