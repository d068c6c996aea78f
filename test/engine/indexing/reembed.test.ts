import { expect, test } from "vitest";
import { ensureModel, saveLabels } from "../../../electron/engine/catalog/labels.ts";
import { countIndexedBy } from "../../../electron/engine/catalog/model-coverage.ts";
import {
  insertPhoto,
  markIndexed,
  setFingerprint,
} from "../../../electron/engine/catalog/photos.ts";
import { Reembedding } from "../../../electron/engine/indexing/reembed.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

/** Enough that samples would be asked whether thumbnails are as good as files. */
const PHOTOS = 250;

test("going back to a model that knew the library looks at no photo again", async () => {
  const { db, folderId } = openTestCatalog();
  const classIds = ensureModel(db, "known", [{ name: "bee", wnid: null }]);
  const fingerprintOf = (at: number) => at.toString(16).padStart(64, "0");
  for (let at = 1; at <= PHOTOS; at++) {
    const stamp = { sizeBytes: at, modifiedAtUs: at, fileKey: `1:${at}` };
    const id = insertPhoto(db, { folderId, directory: "", name: `${at}.jpg` }, stamp);
    setFingerprint(db, id, fingerprintOf(at));
    saveLabels(db, id, { classIds, probabilities: Float32Array.of(0.9) });
    markIndexed(db, id, "answering");
  }
  const looked: string[] = [];
  const passage = new Reembedding({
    db,
    answeringKey: "answering",
    next: {
      model: { key: "known" },
      classIds,
      photoWorker: { look: (path: string) => looked.push(path) } as never,
      vectors: {
        has: (fingerprints: readonly string[]) => Promise.resolve(new Set(fingerprints)),
        append: () => Promise.resolve(),
      } as never,
    },
    thumbnailPath: (fingerprint) => fingerprint,
    source: undefined,
    onSource: () => expect.unreachable(),
    onProgress: () => {},
    turn: () => Promise.resolve(),
    atOnce: () => 32,
    signal: new AbortController().signal,
  });

  await passage.run();

  expect(looked).toEqual([]);
  expect(countIndexedBy(db, "known")).toBe(PHOTOS);
  expect(passage.progress).toMatchObject({ done: PHOTOS, total: PHOTOS });
});
