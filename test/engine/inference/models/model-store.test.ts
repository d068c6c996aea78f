import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findModel } from "../../../../electron/engine/inference/models/find-model.ts";
import { ModelStore } from "../../../../electron/engine/inference/models/model-store.ts";
import { modelsFolder } from "../../../../electron/engine/inference/models/models-folder.ts";
import { resolveModel } from "../../../../electron/engine/inference/resolve-model.ts";
import { tempFolder, type TempFolder } from "../../../support/temp-folder.ts";
import { sha256Of, someBytes, writeTestCard } from "../../../support/test-models.ts";

const STARTER = path.join(modelsFolder(), "starter");
const BYTES = someBytes();
const TINY = { name: "tiny", precision: "int8" };
const BUNDLED = { name: "bundled", precision: "float32" };

let temp: TempFolder;
let store: ModelStore;

beforeEach(async () => {
  temp = await tempFolder();
  store = new ModelStore(temp.at("user"));
  vi.stubEnv("SEMBLANCE_MODELS", temp.at("shipped"));
  vi.stubEnv("SEMBLANCE_USER_MODELS", temp.at("user"));
  // Nobody answers there: whatever asked for it would fail.
  const url = "http://127.0.0.1:9/tiny.onnx";
  await writeTestCard(temp.at("shipped"), "tiny", { int8: { bytes: BYTES, url } });
  const here = someBytes(1000);
  await writeTestCard(temp.at("shipped"), "bundled", { float32: { bytes: here, url: null } });
  await writeFile(temp.at("shipped", "bundled", "bundled-float32.onnx"), here);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await temp[Symbol.asyncDispose]();
});

const states = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await store.list()).flatMap(({ name, files }) =>
      files.map(({ precision, state }) => [`${name}:${precision}`, state]),
    ),
  );

/** A classifier of the user's with a card of its own. */
async function makeOwn(name: string, folder = temp.at("mine")): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.onnx`);
  await copyFile(path.join(STARTER, "starter.onnx"), file);
  await copyFile(path.join(STARTER, "labels.json"), path.join(folder, "classes.json"));
  const card = {
    labels: "classes.json",
    input: { sizePx: 128 },
    title: "Mine",
    labelThreshold: 0.7,
  };
  await writeFile(path.join(folder, `${name}.json`), JSON.stringify(card));
  return file;
}

describe("the list", () => {
  test("has every card, with what there is of it", async () => {
    expect(await states()).toEqual({ "bundled:float32": "bundled", "tiny:int8": "absent" });
    expect((await store.list())[1]).toMatchObject({
      name: "tiny",
      title: "Test tiny",
      classes: 2,
      embeddingSize: 384,
      files: [
        {
          precision: "int8",
          bytes: BYTES.length,
          licence: "MIT",
          downloadHost: expect.stringContaining("127.0.0.1"),
        },
      ],
    });
  });

  test("is not kept from being shown by a damaged card of a file of the user's", async () => {
    await mkdir(temp.at("user", "odd"), { recursive: true });
    await writeFile(temp.at("user", "odd", "odd.onnx"), "");
    await writeFile(temp.at("user", "odd", "odd.json"), "{");

    expect(Object.keys(await states())).toEqual(["bundled:float32", "tiny:int8"]);
  });
});

describe("a file that is on this disk already", () => {
  test("is taken over when it is one of the known ones, whatever its name", async () => {
    await writeFile(temp.at("download.tmp"), BYTES);

    expect(await store.import(temp.at("download.tmp"))).toMatchObject(TINY);

    expect((await readFile(temp.at("user", "tiny", "tiny-int8.onnx"))).equals(BYTES)).toBe(true);
    expect(await readdir(temp.at("user", "tiny"))).toEqual(["tiny-int8.onnx"]);
    expect(await readFile(temp.at("download.tmp"))).toHaveLength(BYTES.length);
  });

  test("is refused by its size, with what was expected", async () => {
    await writeFile(temp.at("other.onnx"), "no model");

    await expect(store.import(temp.at("other.onnx"))).rejects.toMatchObject({
      code: "model-invalid",
      message: `Expected ${temp.at("other.onnx")} to be one of bundled-float32.onnx (1000 bytes), tiny-int8.onnx (200000 bytes) but got 8 bytes`,
    });
  });

  test("is refused by its checksum when its size is right", async () => {
    const other = someBytes(BYTES.length);
    await writeFile(temp.at("tiny-int8.onnx"), other);

    await expect(store.import(temp.at("tiny-int8.onnx"))).rejects.toMatchObject({
      code: "model-invalid",
      message: expect.stringContaining(sha256Of(other)),
    });
    expect((await states())["tiny:int8"]).toBe("absent");
  });

  test("must be there", async () => {
    await expect(store.import(temp.at("nowhere.onnx"))).rejects.toMatchObject({
      code: "file-missing",
      message: expect.stringContaining(temp.at("nowhere.onnx")),
    });
  });
});

describe("finding a model", () => {
  test("that is not installed says how to get it", async () => {
    const refused = {
      code: "model-missing",
      message: `Expected tiny:int8 (0.2 MB) at ${temp.at("user", "tiny", "tiny-int8.onnx")} but it is not installed; "semblance models install tiny:int8" fetches it`,
    };

    await expect(findModel("tiny")).rejects.toMatchObject(refused);
    await expect(findModel("tiny:int8")).rejects.toMatchObject(refused);
  });

  test("by a precision or a name that there is not says which there are", async () => {
    await expect(findModel("tiny:float32")).rejects.toMatchObject({
      code: "model-missing",
      message: "Expected one of tiny:int8 but got tiny:float32",
    });
    await expect(findModel("vast")).rejects.toMatchObject({
      code: "model-missing",
      message:
        "Expected the name of a model or a file ending in .onnx but got vast; known are bundled, tiny",
    });
  });

  test("that is installed gives its file and its card", async () => {
    await writeFile(temp.at("file"), BYTES);
    await store.import(temp.at("file"));

    const found = await findModel("tiny:int8");

    expect(found).toMatchObject({
      ...TINY,
      sha256: sha256Of(BYTES),
      filePath: temp.at("user", "tiny", "tiny-int8.onnx"),
      cardFolder: temp.at("shipped", "tiny"),
    });
    expect(await findModel("tiny")).toEqual(found);
  });

  test("without a precision takes another than the usual one where only that is here", async () => {
    const url = "http://127.0.0.1:9/";
    const large = someBytes(3000);
    const files = { int8: { bytes: BYTES, url }, float32: { bytes: large, url } };
    await writeTestCard(temp.at("shipped"), "tiny", files);
    await writeFile(temp.at("file"), large);
    await store.import(temp.at("file"));

    expect(await findModel("tiny")).toMatchObject({ precision: "float32" });
  });

  test("that was damaged since it was installed is refused before it is used", async () => {
    await writeFile(temp.at("file"), BYTES);
    await store.import(temp.at("file"));
    await writeFile(temp.at("user", "tiny", "tiny-int8.onnx"), someBytes());

    await expect(findModel("tiny")).rejects.toMatchObject({
      code: "model-invalid",
      message: expect.stringMatching(/^Expected SHA-256 .*"semblance models install tiny:int8"/),
    });
  });
});

describe("a classifier of the user's", () => {
  test("is kept with its card and labels, so that the original may go away", async () => {
    const file = await makeOwn("mine");

    const choice = await store.adopt(file);
    await rm(temp.at("mine"), { recursive: true });

    expect(choice).toEqual({ name: "mine", precision: "file" });
    expect(await resolveModel("mine:file")).toMatchObject({
      key: "mine-file-ad308e07",
      name: "mine",
      embeddingSize: 384,
      labelThreshold: 0.7,
    });
    expect((await resolveModel("mine")).labels).toHaveLength(217);
    expect((await store.list()).at(-1)).toMatchObject({
      name: "mine",
      title: "Mine",
      source: file,
      classes: 217,
      embeddingSize: 384,
      files: [{ precision: "file", state: "installed", downloadHost: null }],
    });
  });

  test("has the same key in the app's keeping as where it came from", async () => {
    const file = await makeOwn("mine");
    const { key } = await resolveModel(file);

    await store.adopt(file);

    expect((await resolveModel("mine:file")).key).toBe(key);
  });

  test("may be chosen again", async () => {
    const file = await makeOwn("mine");

    await store.adopt(file);
    await store.adopt(file);
    await store.adopt(temp.at("user", "mine", "mine.onnx"));

    expect(Object.keys(await states())).toEqual(["bundled:float32", "tiny:int8", "mine:file"]);
    expect((await resolveModel("mine")).labels).toHaveLength(217);
  });

  test("that is called like one of the app's gets a name of its own", async () => {
    const file = await makeOwn("tiny");

    expect(await store.adopt(file)).toEqual({ name: "tiny-ad308e07", precision: "file" });
  });

  test("that is one of the app's is that one", async () => {
    await writeFile(temp.at("copy.onnx"), BYTES);

    expect(await store.adopt(temp.at("copy.onnx"))).toMatchObject(TINY);

    expect((await states())["tiny:int8"]).toBe("installed");
  });

  test("that is none is refused by name, and nothing is kept", async () => {
    await writeFile(temp.at("text.onnx"), "not a model");

    await expect(store.adopt(temp.at("text.onnx"))).rejects.toMatchObject({
      code: "model-invalid",
      message: expect.stringContaining(temp.at("text.onnx")),
    });
    expect(Object.keys(await states())).toEqual(["bundled:float32", "tiny:int8"]);
  });
});

describe("removing", () => {
  test("takes the file and what was made from it, and nothing of another", async () => {
    await writeFile(temp.at("file"), BYTES);
    await store.import(temp.at("file"));
    await mkdir(temp.at("user", "prepared"));
    const [mine, other] = [`${sha256Of(BYTES)}-v1.onnx`, `${"0".repeat(64)}-v1.onnx`];
    for (const name of [mine, other]) await writeFile(temp.at("user", "prepared", name), "");

    await store.remove(TINY);

    expect(await readdir(temp.at("user"))).toEqual(["prepared"]);
    expect(await readdir(temp.at("user", "prepared"))).toEqual([other]);
    expect((await states())["tiny:int8"]).toBe("absent");
  });

  test("takes a download that stopped", async () => {
    const partial = temp.at("user", "tiny", "tiny-int8.onnx.partial");
    await mkdir(partial, { recursive: true });
    await writeFile(path.join(partial, "bytes"), BYTES.subarray(0, 1000));
    expect((await states())["tiny:int8"]).toBe("partial");

    await store.remove(TINY);

    expect(await readdir(temp.at("user"))).toEqual([]);
  });

  test("takes a file of the user's with its card", async () => {
    const choice = await store.adopt(await makeOwn("mine"));

    await store.remove(choice);

    expect(await readdir(temp.at("user"))).not.toContain("mine");
    await expect(findModel("mine")).rejects.toMatchObject({ code: "model-missing" });
  });

  test("what comes with the app is refused", async () => {
    await expect(store.remove(BUNDLED)).rejects.toMatchObject({
      code: "model-in-use",
      message: expect.stringContaining("bundled:float32 comes with the app"),
    });
    expect((await states())["bundled:float32"]).toBe("bundled");
  });
});

describe("verifying", () => {
  test("reads every file that is here, and says that it is sound", async () => {
    await writeFile(temp.at("file"), BYTES);
    await store.import(temp.at("file"));
    await store.adopt(await makeOwn("mine"));

    const verified = await store.verify();

    expect(verified.map(({ name, isSound, message }) => [name, isSound, message])).toEqual([
      ["bundled", true, ""],
      ["tiny", true, ""],
      ["mine", true, ""],
    ]);
    expect(await store.verify("tiny")).toHaveLength(1);
  });

  test("removes what is damaged, and says how to get it again", async () => {
    await writeFile(temp.at("file"), BYTES);
    await store.import(temp.at("file"));
    const damaged = Buffer.from(BYTES);
    damaged[1000]! ^= 1;
    await writeFile(temp.at("user", "tiny", "tiny-int8.onnx"), damaged);

    expect(await store.verify("tiny")).toEqual([
      {
        ...TINY,
        path: temp.at("user", "tiny", "tiny-int8.onnx"),
        isSound: false,
        message: expect.stringMatching(
          new RegExp(`but got ${sha256Of(damaged)}; it is removed; "semblance models install`),
        ),
      },
    ]);
    expect((await states())["tiny:int8"]).toBe("absent");
  });

  test("leaves what comes with the app, and says that the app must be installed again", async () => {
    await writeFile(temp.at("shipped", "bundled", "bundled-float32.onnx"), someBytes(1000));

    const [verified] = await store.verify("bundled");

    expect(verified).toMatchObject({
      isSound: false,
      message: expect.stringMatching(/it comes with the app, which must be installed again$/),
    });
    expect((await states())["bundled:float32"]).toBe("bundled");
  });

  test("a model that there is not is refused by name", async () => {
    await expect(store.verify("vast")).rejects.toMatchObject({ code: "model-missing" });
  });
});
