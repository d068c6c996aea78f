import { copyFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { createClient, type Client } from "../../electron/contract/client.ts";
import type { ResolvedModel } from "../../electron/engine/inference/resolve-model.ts";
import type { ModelRooms } from "../../electron/engine/model-rooms.ts";
import { ModelSwitcher } from "../../electron/engine/model-switch.ts";
import { openLibrary } from "../../electron/engine/open-library.ts";
import { findSimilar } from "../support/find-similar.ts";
import { copyPhotos, FIXTURES } from "../support/fixtures.ts";
import { PROJECT } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";
import { openTestCatalog } from "../support/test-catalog.ts";
import { until } from "../support/until.ts";

const NAMES = [
  "rclip/bee.jpg",
  "grocery/Banana_005.jpg",
  "grocery/Banana_013.jpg",
  "grocery/Orange_001.jpg",
];
const FLOAT32 = path.join(PROJECT, "native-models", "starter", "starter.onnx");
const INT8 = path.join(PROJECT, "native-models", "starter", "starter-int8.onnx");

/** In float32 the model is wrong about a banana, and surer of it than in int8. */
const SURE = { query: 'label:"brain coral">0.7', limit: 9 };

async function withPhotos(): Promise<TempFolder> {
  const temp = await tempFolder();
  await copyPhotos(NAMES, temp.at("photos"));
  return temp;
}

async function open(temp: TempFolder, options: { live?: boolean; model?: string } = {}) {
  const library = await openLibrary({ libraryFolder: temp.at("library"), live: false, ...options });
  return Object.assign(library, {
    client: createClient<"cli" | "renderer">(library.connect(["cli", "renderer"])),
  });
}

async function nearest(client: Client<"cli">, photo: string): Promise<string | undefined> {
  const [first] = await findSimilar(client, photo, { limit: 1 });
  return first?.photo.name;
}

test("a library that is indexed with another model answers with it when every photo is embedded anew", async () => {
  await using temp = await withPhotos();
  {
    await using library = await open(temp);
    await library.client.request("library.index", { paths: [temp.at("photos")] });
  }

  await using library = await open(temp, { model: FLOAT32 });
  const before = await library.client.request("library.status", {});
  const sureBefore = await library.client.request("photo.page", SURE);
  const report = await library.client.request("library.index", { paths: [temp.at("photos")] });
  const after = await library.client.request("library.status", {});

  expect(sureBefore.total).toBe(0);
  expect(before.model).toMatch(/^starter-int8-/);
  expect(before.switching).toMatchObject({ from: "starter int8", to: "starter float32" });
  expect(report).toMatchObject({ indexed: 0, unchanged: 4, failed: [] });
  expect(report.model).toMatch(/^starter-float32-/);
  expect(after).toMatchObject({ switching: null, counts: { indexed: 4 } });
  expect(await nearest(library.client, temp.at("photos", "Banana_005.jpg"))).toBe("Banana_013.jpg");
  const { photos } = await library.client.request("photo.page", SURE);
  expect(photos.map(({ name }) => name)).toEqual(["Banana_013.jpg"]);
});

test("while the library is on its way, the old model answers and new photos are indexed with it first", async () => {
  await using temp = await withPhotos();
  {
    await using library = await open(temp);
    await library.client.request("library.index", { paths: [temp.at("photos")] });
  }
  {
    await using library = await open(temp, { model: FLOAT32 });
    const { model } = await library.client.request("library.status", {});
    expect(model).toMatch(/^starter-int8-/);
    expect(await nearest(library.client, temp.at("photos", "Banana_005.jpg"))).toBe(
      "Banana_013.jpg",
    );
  }
  await copyFile(path.join(FIXTURES, "grocery/Orange_006.jpg"), temp.at("photos", "new.jpg"));

  await using library = await open(temp, { live: true });
  await until("the new model to answer for all five photos", async () => {
    const { model, counts } = await library.client.request("library.status", {});
    return model.startsWith("starter-float32-") && counts.indexed === 5;
  });

  expect(await nearest(library.client, temp.at("photos", "new.jpg"))).toBe("Orange_001.jpg");
});

test("going back to the old model on the way costs nothing and loses nothing", async () => {
  await using temp = await withPhotos();
  {
    await using library = await open(temp);
    await library.client.request("library.index", { paths: [temp.at("photos")] });
  }
  await open(temp, { model: FLOAT32 }).then((library) => library[Symbol.asyncDispose]());

  await using library = await open(temp, { model: INT8 });
  const status = await library.client.request("library.status", {});

  expect(status).toMatchObject({ switching: null, counts: { indexed: 4 } });
  expect(status.model).toMatch(/^starter-int8-/);
});

test("a photo whose file is away is embedded from its thumbnail", async () => {
  await using temp = await withPhotos();
  {
    await using library = await open(temp);
    await library.client.request("library.index", { paths: [temp.at("photos")] });
  }
  await rename(temp.at("photos", "bee.jpg"), temp.at("bee.jpg"));

  await using library = await open(temp, { model: FLOAT32 });
  await library.client.request("library.index", { paths: [temp.at("photos")] });
  await rename(temp.at("bee.jpg"), temp.at("photos", "bee.jpg"));
  const report = await library.client.request("library.index", { paths: [temp.at("photos")] });

  expect(report).toMatchObject({ indexed: 0, unchanged: 4 });
});

test("a library whose model file is gone opens with the built-in one", async () => {
  await using temp = await withPhotos();
  await copyFile(FLOAT32, temp.at("mine.onnx"));
  await copyFile(path.join(path.dirname(FLOAT32), "labels.json"), temp.at("labels.json"));
  await writeFile(
    temp.at("mine.json"),
    JSON.stringify({ labels: "labels.json", input: { resizePx: 146 } }),
  );
  {
    await using library = await open(temp, { model: temp.at("mine.onnx") });
    await library.client.request("library.index", { paths: [temp.at("photos")] });
  }
  await rm(temp.at("mine.onnx"));

  await using library = await open(temp);
  const report = await library.client.request("library.index", { paths: [temp.at("photos")] });

  expect(report).toMatchObject({ indexed: 4 });
  expect(report.model).toMatch(/^starter-int8-/);
});

test("a running library takes another model when the user says so, and can be taken back", async () => {
  await using temp = await withPhotos();
  await using library = await open(temp, { live: true });
  const { client } = library;
  await client.request("library.index", { paths: [temp.at("photos")] });
  const model = async () => (await client.request("library.status", {})).model;

  await client.request("model.use", { name: "starter", precision: "float32" });
  await client.request("model.settle", {});
  const switched = await model();
  await client.request("model.use", { name: "starter", precision: "int8" });
  await client.request("model.settle", {});

  expect(switched).toMatch(/^starter-float32-/);
  expect(await model()).toMatch(/^starter-int8-/);
  expect(await nearest(client, temp.at("photos", "Banana_005.jpg"))).toBe("Banana_013.jpg");
});

test("a model that cannot be used is refused, and nothing changes", async () => {
  await using temp = await withPhotos();
  await writeFile(temp.at("broken.onnx"), "not a model");
  await using library = await open(temp, { live: true });
  const { client } = library;
  await client.request("library.index", { paths: [temp.at("photos")] });

  const choice = client.request("model.useFile", { path: temp.at("broken.onnx") });

  await expect(choice).rejects.toMatchObject({ code: "model-invalid" });
  expect(await client.request("library.status", {})).toMatchObject({
    switching: null,
    counts: { indexed: 4 },
  });
});

function modelOf(key: string): ResolvedModel {
  return { key, name: key, precision: "int8", labelThreshold: 0.3, labels: [] } as never;
}

/** Of a library without photos. */
function roomsOf(model: ResolvedModel): ModelRooms {
  return {
    model,
    vectors: { exists: () => true },
    photoWorker: { settled: () => Promise.resolve() },
    [Symbol.asyncDispose]: () => Promise.resolve(),
  } as never;
}

test("a switch of models that could not go on is tried again by itself", async () => {
  const { db } = openTestCatalog();
  let [isFull, asked] = [true, 0];
  await using switcher = new ModelSwitcher({
    db,
    chosen: { answering: modelOf("old"), next: { model: modelOf("new"), ref: "new" } },
    resolve: () => expect.unreachable(),
    open: roomsOf,
    thumbnailPath: (fingerprint) => fingerprint,
    turn: () => {
      asked++;
      return isFull ? Promise.reject(new Error("no space")) : Promise.resolve();
    },
    isQuiet: () => !isFull,
    atOnce: () => 1,
    onChange: () => {},
    onWaiting: () => {},
    tryAgainMs: 1,
  });

  switcher.start();
  await until("the failure", () => asked > 0);
  isFull = false;

  await until("the other model", () => switcher.current.model.key === "new");
  expect(switcher.status()).toBeNull();
});
