import { expect, test } from "vitest";
import { LibraryError } from "../../../electron/contract/errors.ts";
import type { FolderId } from "../../../electron/contract/folder.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { PhotoRow } from "../../../electron/engine/catalog/photos.ts";
import { indexPhoto, type Stages } from "../../../electron/engine/indexing/index-photo.ts";

const photo: PhotoRow = {
  id: 1 as PhotoId,
  folderId: 1 as FolderId,
  folderPath: "/photos",
  directory: "",
  name: "a.jpg",
  sizeBytes: 1,
  modifiedAtUs: 1,
  fileKey: "1:1",
  missingSinceMs: null,
  addedAtMs: 0,
  fingerprint: null,
  widthPx: null,
  indexedBy: null,
};

/** Stages that succeed and record what they were asked to do. Override the one under test. */
function fakeStages(overrides: Partial<Stages> = {}): { stages: Stages; steps: string[] } {
  const steps: string[] = [];
  const rendered = {
    widthPx: 1,
    heightPx: 1,
    format: "JPEG",
    colour: "#000000",
    facts: {},
    tensor: 1,
  };
  const stages: Stages = {
    find: () => photo,
    fingerprint: async () => "f1",
    relink: () => false,
    findTwin: () => undefined,
    copyTwin: () => steps.push("copy") > 0,
    render: async () => (steps.push("render"), rendered),
    markShown: () => steps.push("shown") > 0,
    infer: async () => (
      steps.push("infer"),
      { embedding: new Float32Array(2), probabilities: new Float32Array(2) }
    ),
    commit: async () => steps.push("commit") > 0,
    ...overrides,
  };
  return { stages, steps };
}

test("a photo is shown before it is understood, and committed last", async () => {
  const { stages, steps } = fakeStages();

  expect(await indexPhoto(photo.id, stages)).toEqual({ kind: "indexed" });

  expect(steps).toEqual(["render", "shown", "infer", "commit"]);
});

test("bytes that another entry was indexed with are not decoded again", async () => {
  const { stages, steps } = fakeStages({ findTwin: () => photo });

  expect(await indexPhoto(photo.id, stages)).toEqual({ kind: "indexed" });

  expect(steps).toEqual(["copy"]);
});

test("a file that turns out to be an older entry's is that entry's from then on", async () => {
  const { stages, steps } = fakeStages({ relink: () => true });

  expect(await indexPhoto(photo.id, stages)).toEqual({ kind: "superseded" });

  expect(steps).toEqual([]);
});

test("a file that changed while it was read is not committed with its old pixels", async () => {
  const { stages, steps } = fakeStages({ markShown: () => false });

  expect(await indexPhoto(photo.id, stages)).toEqual({ kind: "superseded" });

  expect(steps).toEqual(["render", "infer"]);
});

test("an entry that is gone from the catalog is nothing to index", async () => {
  const { stages } = fakeStages({ find: () => undefined });

  expect(await indexPhoto(photo.id, stages)).toEqual({ kind: "superseded" });
});

test("a damaged image is an outcome, not an exception", async () => {
  const render = () => Promise.reject(new LibraryError("image-corrupt", "expected a whole JPEG"));
  const { stages } = fakeStages({ render });

  expect(await indexPhoto(photo.id, stages)).toEqual({
    kind: "failed",
    code: "image-corrupt",
    message: "expected a whole JPEG",
  });
});

test("a full disk is not the photo's fault", async () => {
  const render = () => Promise.reject(new LibraryError("disk-full", "no space"));

  await expect(indexPhoto(photo.id, fakeStages({ render }).stages)).rejects.toMatchObject({
    code: "disk-full",
  });
});

test("a bug is not mistaken for a damaged image", async () => {
  const render = () => Promise.reject(new TypeError("undefined is not a function"));

  await expect(indexPhoto(photo.id, fakeStages({ render }).stages)).rejects.toThrow(TypeError);
});
