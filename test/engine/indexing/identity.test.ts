import { expect, test } from "vitest";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import {
  getPhoto,
  insertPhoto,
  markMissing,
  setFingerprint,
} from "../../../electron/engine/catalog/photos.ts";
import { judge, readVerdicts } from "../../../electron/engine/catalog/verdicts.ts";
import { relinkAppeared } from "../../../electron/engine/indexing/identity.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const FINGERPRINT = "ab".repeat(32);
const label = { key: "n02123045", name: "tabby", classes: ["n02123045"], above: [], below: [] };

function open() {
  const { db, folderId } = openTestCatalog();
  const insert = (name: string) =>
    insertPhoto(
      db,
      { folderId, directory: "", name },
      { sizeBytes: 1, modifiedAtUs: 1, fileKey: `1:${name}` },
    );
  const reject = (id: PhotoId) => judge(db, [id], { label, verdict: "rejected", modelKey: "test" });
  const old = insert("old.jpg");
  setFingerprint(db, old, FINGERPRINT);
  markMissing(db, old);
  return { db, old, appeared: insert("new.jpg"), reject };
}

test("an entry that takes over the file at a new place keeps its verdicts", () => {
  const { db, old, appeared, reject } = open();
  reject(old);

  const relinked = relinkAppeared(db, getPhoto(db, appeared)!, FINGERPRINT);

  expect(relinked?.entry.id).toBe(old);
  expect(getPhoto(db, old)).toMatchObject({ name: "new.jpg", missingSinceMs: null });
  expect(readVerdicts(db, JSON.stringify([old]))).toMatchObject([{ label: "n02123045" }]);
});

test("a new entry that the user judged is not taken over", () => {
  const { db, appeared, reject } = open();
  reject(appeared);

  expect(relinkAppeared(db, getPhoto(db, appeared)!, FINGERPRINT)).toBeUndefined();
  expect(getPhoto(db, appeared)).toBeDefined();
});
