import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { preparedPath } from "../../../../electron/engine/inference/graph/prepared-files.ts";
import { modelsFolder } from "../../../../electron/engine/inference/models/models-folder.ts";
import { resolveModel } from "../../../../electron/engine/inference/resolve-model.ts";
import { residualNet } from "../../../support/residual-net.ts";
import { tempFolder, type TempFolder } from "../../../support/temp-folder.ts";

const usual = process.env.SEMBLANCE_USER_MODELS;
let folder: TempFolder;

beforeEach(async () => {
  folder = await tempFolder();
  process.env.SEMBLANCE_USER_MODELS = folder.at("user");
  await writeFile(folder.at("net.onnx"), residualNet().writer.toBytes());
});

afterEach(async () => {
  process.env.SEMBLANCE_USER_MODELS = usual;
  await folder[Symbol.asyncDispose]();
});

async function names(): Promise<string[]> {
  return (await readdir(folder.at("user", "prepared"))).sort();
}

test("a prepared file is the original with what was found behind it, and is named by its checksum", async () => {
  const model = await resolveModel(folder.at("net.onnx"));

  const original = await readFile(folder.at("net.onnx"));
  const prepared = await readFile(model.filePath);
  expect(prepared.subarray(0, original.length).equals(original)).toBe(true);
  expect(prepared.length - original.length).toBeLessThan(2000);
  const name = path.basename(model.filePath, ".onnx");
  expect(name).toMatch(/^[0-9a-f]{64}-v1$/);
  expect(model.key).toBe(`net-file-${name.slice(0, 8)}`);
  expect(await names()).toEqual([`${name}.json`, `${name}.onnx`]);
});

test("what was found is beside it", async () => {
  const { filePath } = await resolveModel(folder.at("net.onnx"));

  expect(JSON.parse(await readFile(filePath.replace(".onnx", ".json"), "utf8"))).toEqual({
    input: { name: "pixels", shape: [null, 3, 32, 32] },
    outputs: {
      embedding: "embedding",
      logits: "logits",
      stage2: "stage2",
      stage3: "stage3",
      features: "features",
    },
    sizes: { embedding: 32, logits: 1000, stage2: 16, stage3: 24 },
    endsInSoftmax: false,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test("a file is prepared once: what is kept answers from then on", async () => {
  const first = await resolveModel(folder.at("net.onnx"));
  const facts = first.filePath.replace(".onnx", ".json");
  const text = await readFile(facts, "utf8");
  await writeFile(facts, text.replace('"pixels"', '"as kept"'));

  expect((await resolveModel(folder.at("net.onnx"))).input.name).toBe("as kept");
});

test.each<[string, (file: string) => Promise<void>]>([
  ["is gone", (file) => rm(file)],
  ["is cut short", async (file) => writeFile(file, (await readFile(file)).subarray(0, 1000))],
  [
    "has a byte changed",
    async (file) =>
      writeFile(
        file,
        (await readFile(file)).map((byte, i) => (i === 999 ? ~byte : byte)),
      ),
  ],
  ["has lost its description", async (file) => writeFile(file.replace(".onnx", ".json"), "{")],
])("a prepared file that %s is made again", async (_, damage) => {
  const model = await resolveModel(folder.at("net.onnx"));
  const bytes = await readFile(model.filePath);
  await damage(model.filePath);

  expect(await resolveModel(folder.at("net.onnx"))).toEqual(model);
  expect((await readFile(model.filePath)).equals(bytes)).toBe(true);
  expect((await names()).length).toBe(2);
});

test("several that prepare the same file at the same time all get it", async () => {
  const models = await Promise.all(
    Array.from({ length: 4 }, () => resolveModel(folder.at("net.onnx"))),
  );

  expect(new Set(models.map((model) => JSON.stringify(model))).size).toBe(1);
  expect((await names()).length).toBe(2);
});

test("so do several processes", async () => {
  const resolve = new URL("../../../../electron/engine/inference/resolve-model.ts", import.meta.url)
    .href;
  const script = `const { resolveModel } = await import(${JSON.stringify(resolve)});
    process.stdout.write((await resolveModel(${JSON.stringify(folder.at("net.onnx"))})).filePath);`;
  const run = async () => {
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await once(child, "close");
    return said;
  };

  const paths = await Promise.all([run(), run()]);

  const { filePath } = await resolveModel(folder.at("net.onnx"));
  expect(paths).toEqual([filePath, filePath]);
  expect((await names()).length).toBe(2);
});

test("what a process that was killed left behind is removed, and what one is writing is not", async () => {
  await resolveModel(folder.at("net.onnx"));
  const old = folder.at("user", "prepared", "old.onnx.part");
  await writeFile(old, "half a model");
  await utimes(old, 1, 1);
  await writeFile(folder.at("user", "prepared", "young.onnx.part"), "half a model");
  await writeFile(folder.at("other.onnx"), residualNet({ block: "bottleneck" }).writer.toBytes());

  await resolveModel(folder.at("other.onnx"));

  expect((await names()).filter((name) => name.endsWith(".part"))).toEqual(["young.onnx.part"]);
});

test("a folder that cannot be written is named", async () => {
  await writeFile(folder.at("user"), "a file is in the way");

  await expect(resolveModel(folder.at("net.onnx"))).rejects.toMatchObject({
    message: expect.stringContaining(folder.at("user", "prepared")) as string,
  });
});

test("a file that exposes what its card names is used as it is", async () => {
  const model = await resolveModel("starter");

  expect(path.dirname(model.filePath)).toBe(path.join(modelsFolder(), "starter"));
  await expect(names()).rejects.toThrow("ENOENT");
});

test("the prepared path of a file does not depend on where the file is", () => {
  expect(preparedPath("ab".repeat(32))).toBe(
    folder.at("user", "prepared", `${"ab".repeat(32)}-v1.onnx`),
  );
});
