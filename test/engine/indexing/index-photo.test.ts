import { expect, test } from "vitest";
import { LibraryError } from "../../../electron/contract/errors.ts";
import type { FolderId } from "../../../electron/contract/folder.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { PhotoRow } from "../../../electron/engine/catalog/photos.ts";
import {
  indexPhoto,
  showPhoto,
  type Stages,
} from "../../../electron/engine/indexing/index-photo.ts";

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
  kind: "photo",
  turn: 0,
};

/** Stages that succeed and record what they were asked to do. Override the one under test. */
function fakeStages(overrides: Partial<Stages> = {}): { stages: Stages; steps: string[] } {
  const steps: string[] = [];
  const rendered = {
    widthPx: 1,
    heightPx: 1,
    format: "JPEG",
    colour: "#000000",
    pixelHash: "p1",
    tensor: 1,
  };
  const stages: Stages = {
    find: () => photo,
    isAway: () => Promise.resolve(false),
    fingerprint: async () => "f1",
    relink: () => false,
    readVideo: async () => (steps.push("video"), { format: "MP4 video", durationSeconds: 3 }),
    saveVideo: () => steps.push("save video") > 0,
    findTwin: () => undefined,
    weighEdit: async () => false,
    readFacts: () => Promise.resolve({ facts: {}, sidecars: [] }),
    saveFacts: () => undefined,
    copyTwin: () => steps.push("copy") > 0,
    render: async () => (steps.push("render"), rendered),
    draw: async () => (steps.push("draw"), rendered),
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

test("a photo that is only to be seen ends its walk with its thumbnail", async () => {
  const { stages, steps } = fakeStages();

  expect(await showPhoto(photo.id, stages)).toEqual({ kind: "shown" });

  expect(steps).toEqual(["draw", "shown"]);
});

test("a video is read and neither decoded nor shown to the model", async () => {
  const { stages, steps } = fakeStages({ find: () => ({ ...photo, kind: "video" }) });

  expect(await indexPhoto(photo.id, stages)).toEqual({ kind: "indexed" });

  expect(steps.filter((step) => step !== "facts")).toEqual(["video", "save video"]);
});

test("what the file says of itself is saved before its picture is tried, also of one that cannot be decoded", async () => {
  const saved: unknown[] = [];
  const { stages } = fakeStages({
    readFacts: () => Promise.resolve({ facts: { rating: 3 }, sidecars: [] }),
    saveFacts: (_photo, { facts }) => saved.push(facts),
    render: () => Promise.reject(new LibraryError("image-corrupt", "no picture")),
  });

  expect(await indexPhoto(photo.id, stages)).toMatchObject({ kind: "failed" });

  expect(saved).toEqual([{ rating: 3 }]);
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

test("a file that is not there because its disk is away has not failed", async () => {
  const gone = new LibraryError("file-missing", "expected a file");
  const fingerprint = () => Promise.reject(gone);

  const away = fakeStages({ fingerprint, isAway: () => Promise.resolve(true) });
  const there = fakeStages({ fingerprint });

  expect(await indexPhoto(photo.id, away.stages)).toEqual({ kind: "away" });
  expect(await indexPhoto(photo.id, there.stages)).toMatchObject({ kind: "failed" });
});
