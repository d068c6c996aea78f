/**
 * @file The engine's following of folders and indexing, over real files and a real catalog, with small stand-ins for the
 * model and the vector table, so that thousands of scans are a matter of seconds.
 */
import path from "node:path";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { FOR_REVIEW } from "../../../electron/engine/catalog/former-files.ts";
import { ensureModel } from "../../../electron/engine/catalog/labels.ts";
import { listWaiting } from "../../../electron/engine/catalog/waiting.ts";
import { decodePhoto } from "../../../electron/engine/imaging/decode.ts";
import { readFingerprint } from "../../../electron/engine/imaging/fingerprint.ts";
import { hashPixels } from "../../../electron/engine/imaging/pixel-hash.ts";
import { FollowedFolders } from "../../../electron/engine/indexing/followed-folders.ts";
import { HeldVanished } from "../../../electron/engine/indexing/held-vanished.ts";
import { indexPhoto } from "../../../electron/engine/indexing/index-photo.ts";
import { findVanished } from "../../../electron/engine/indexing/reconcile.ts";
import { createStages, writeCommits } from "../../../electron/engine/indexing/stages.ts";
import type { Inference, PhotoWorker } from "../../../electron/engine/photo-worker/photo-worker.ts";
import type { Vectors } from "../../../electron/engine/vectors/vector-column.ts";
import { listTags } from "../../../electron/engine/tags/list-tags.ts";
import { openTestCatalog, testReconciler } from "../../support/test-catalog.ts";

const SIDE = 24;

/** What the catalog says of one file, or of one that is missing. */
export interface Entry {
  readonly id: PhotoId;
  readonly path: string;
  readonly isMissing: boolean;
  readonly tags: readonly string[];
  readonly isForReview: boolean;
}

export async function openSmallEngine(roots: readonly string[]) {
  const { db, folderId } = openTestCatalog();
  db.run("DELETE FROM folder WHERE id = ?", [folderId]);
  const plain = testReconciler(db);
  const vanished = new HeldVanished({ db, find: (id) => findVanished(plain, id), graceMs: 0 });
  const reconciler = { ...plain, vanished };
  const vectors = new Map<string, Inference>();
  const model = {
    model: { key: "small" },
    classIds: ensureModel(db, "small", [{ name: "photo", wnid: null }]),
    photoWorker: smallWorker(),
    vectors: {
      append: async (rows: readonly (Inference & { fingerprint: string })[]) => {
        for (const row of rows) vectors.set(row.fingerprint, row);
      },
      rows: async (fingerprints: readonly string[]) =>
        new Map<string, Vectors>(
          fingerprints.flatMap((name) => {
            const row = vectors.get(name);
            return row ? [[name, { embedding: row.embedding }] as const] : [];
          }),
        ),
    },
  };
  const current = () => model;
  const stages = createStages({
    reconciler,
    current,
    thumbnailPath: (fingerprint) => path.join("/nowhere", fingerprint),
    batch: { add: async (row) => (await writeCommits({ reconciler, current }, [row]))[0]! },
    isAway: (id) => folders.isAway(id),
    ending: new AbortController().signal,
  });
  const folders = new FollowedFolders({
    reconciler,
    libraryFolder: "/nowhere",
    isPhotoName: (name) => name.endsWith(".jpg"),
    live: false,
    onFound: () => {},
    onStateChanged: () => {},
  });
  for (const root of roots) await folders.add(root);

  return {
    db,
    reconciler,
    /** Scans everything and takes what waits through its walk, until nothing waits. */
    async look(): Promise<void> {
      await folders.scanAll();
      await vanished.release();
      for (let ids = listWaiting(db, 100); ids.length > 0; ids = listWaiting(db, 100)) {
        for (const id of ids) {
          const outcome = await indexPhoto(id, stages);
          if (outcome.kind === "failed") throw new Error(outcome.message);
        }
      }
    },
    entries(): Entry[] {
      const rows = db.all<{ id: PhotoId; path: string; isMissing: number; isForReview: number }>(
        `SELECT photo.id, folder.path || '/' || iif(directory = '', '', directory || '/') || name AS path,
           missing_since_ms IS NOT NULL AS isMissing, photo.id IN (${FOR_REVIEW}) AS isForReview
         FROM photo JOIN folder ON folder.id = folder_id`,
      );
      return rows.map((row) => ({
        id: row.id,
        path: row.path,
        isMissing: row.isMissing === 1,
        isForReview: row.isForReview === 1,
        tags: listTags(db, row.id).map(({ tag }) => tag),
      }));
    },
    [Symbol.asyncDispose]: () => folders[Symbol.asyncDispose](),
  };
}

/** Real fingerprints and pixels; for the model, an embedding that is the pixels themselves. */
function smallWorker(): PhotoWorker {
  const tensors = new Map<number, Inference>();
  const decode = async (file: string) =>
    (await decodePhoto(file, () => ({ widthPx: SIDE, heightPx: SIDE }))).image;
  const worker: Pick<PhotoWorker, "fingerprint" | "facts" | "render" | "infer" | "look"> = {
    fingerprint: (file) => readFingerprint(file),
    facts: async () => ({}),
    async render(file) {
      const image = await decode(file);
      const tensor = tensors.size;
      tensors.set(tensor, toInference(image.pixels));
      const pixelHash = hashPixels(image);
      return {
        widthPx: SIDE,
        heightPx: SIDE,
        format: "JPEG",
        colour: "#000000",
        pixelHash,
        tensor,
      };
    },
    infer: async (tensor) => tensors.get(tensor)!,
    look: async (file) => toInference((await decode(file)).pixels),
  };
  return worker as PhotoWorker;
}

function toInference(pixels: Uint8Array): Inference {
  const mean = pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  const centred = Float32Array.from(pixels, (value) => value - mean);
  const length = Math.hypot(...centred);
  return {
    embedding: centred.map((value) => value / length),
    probabilities: new Float32Array([1]),
  };
}
