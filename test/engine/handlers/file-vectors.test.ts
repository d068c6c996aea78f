import { utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LibraryError } from "../../../electron/contract/errors.ts";
import {
  insertPhoto,
  markMissing,
  setFingerprint,
} from "../../../electron/engine/catalog/photos.ts";
import {
  vectorsOfFiles,
  type VectorRooms,
} from "../../../electron/engine/handlers/file-vectors.ts";
import type { Vectors } from "../../../electron/engine/vectors/vector-column.ts";
import { statFile } from "../../../electron/engine/watching/read-directory.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

const STORED: Vectors = { embedding: Float32Array.of(1, 0), stage2: Float32Array.of(1) };
const SEEN = { embedding: Float32Array.of(0, 1), stage2: Float32Array.of(0) };

let folder: TempFolder;
let catalog: ReturnType<typeof openTestCatalog>;
beforeEach(async () => {
  folder = await tempFolder();
  catalog = openTestCatalog(folder.path);
});
afterEach(() => folder[Symbol.asyncDispose]());

/** Writes a file and its entry, as if it had been indexed. */
async function addIndexed(name: string) {
  await writeFile(folder.at(name), name);
  const place = { folderId: catalog.folderId, directory: "", name };
  const id = insertPhoto(catalog.db, place, (await statFile(folder.path, name))!);
  setFingerprint(catalog.db, id, name);
  return id;
}

function rooms(stored: ReadonlyMap<string, Vectors>): VectorRooms & { looked: string[] } {
  const looked: string[] = [];
  return {
    looked,
    model: { outputs: { embedding: "e", scores: "s", stage2: "two" } },
    vectors: {
      rows: (asked) =>
        Promise.resolve(
          new Map([...stored].filter(([fingerprint]) => asked.includes(fingerprint))),
        ),
    },
    photoWorker: {
      look: (file) => {
        looked.push(path.basename(file));
        if (file.includes("broken")) throw new LibraryError("image-corrupt", `bad: ${file}`);
        if (file.includes("full")) throw new LibraryError("disk-full", "no room");
        return Promise.resolve({ ...SEEN, probabilities: new Float32Array(2) });
      },
    },
  };
}

test("an indexed photo's vectors are those that are stored", async () => {
  await addIndexed("known.jpg");
  const model = rooms(new Map([["known.jpg", STORED]]));

  expect(await vectorsOfFiles(catalog, model, [folder.at("known.jpg")])).toEqual([STORED]);
  expect(model.looked).toEqual([]);
});

test("any other file is looked at, and the answers keep the order", async () => {
  await addIndexed("known.jpg");
  await addIndexed("not stored.jpg");
  const model = rooms(new Map([["known.jpg", STORED]]));
  const files = ["stranger.jpg", "known.jpg", "not stored.jpg"].map((name) => folder.at(name));

  expect(await vectorsOfFiles(catalog, model, files)).toEqual([SEEN, STORED, SEEN]);
  expect(model.looked).toEqual(["stranger.jpg", "not stored.jpg"]);
});

test("a file that changed since it was indexed is looked at again", async () => {
  await addIndexed("changed.jpg");
  await utimes(folder.at("changed.jpg"), 1, 1);
  const model = rooms(new Map([["changed.jpg", STORED]]));

  expect(await vectorsOfFiles(catalog, model, [folder.at("changed.jpg")])).toEqual([SEEN]);
});

test("a missing photo's vectors are not taken for a file that is there", async () => {
  const id = await addIndexed("missing.jpg");
  markMissing(catalog.db, id);
  const model = rooms(new Map([["missing.jpg", STORED]]));

  expect(await vectorsOfFiles(catalog, model, [folder.at("missing.jpg")])).toEqual([SEEN]);
});

test("a photo that was stored without the stages that the model has is looked at again", async () => {
  await addIndexed("old.jpg");
  const model = rooms(new Map([["old.jpg", { embedding: STORED.embedding! }]]));

  expect(await vectorsOfFiles(catalog, model, [folder.at("old.jpg")])).toEqual([SEEN]);
});

test("a file that cannot be read is an answer like any other", async () => {
  const [broken, whole] = await vectorsOfFiles(catalog, rooms(new Map()), [
    folder.at("broken.jpg"),
    folder.at("whole.jpg"),
  ]);

  expect(broken).toMatchObject({ code: "image-corrupt" });
  expect(whole).toEqual(SEEN);
});

test("a fault of the machine ends the question", async () => {
  await expect(
    vectorsOfFiles(catalog, rooms(new Map()), [folder.at("full.jpg")]),
  ).rejects.toMatchObject({ code: "disk-full" });
});
