import { mkdir, readdir, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createClient } from "../../../electron/contract/client.ts";
import { MachineReport } from "../../../electron/contract/machine.ts";
import { openLibrary, type LibraryOptions } from "../../../electron/engine/open-library.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";

const ELSEWHERE = process.platform === "win32" ? "coreml" : "dml";

let folder: TempFolder;
const formerly = process.env.SEMBLANCE_USER_MODELS;
beforeEach(async () => {
  folder = await tempFolder();
  process.env.SEMBLANCE_USER_MODELS = folder.at("models");
});
afterEach(async () => {
  process.env.SEMBLANCE_USER_MODELS = formerly;
  await folder[Symbol.asyncDispose]();
});

async function open(options: Partial<LibraryOptions> = {}, name = "library") {
  const libraryFolder = folder.at(name);
  const library = await openLibrary({ live: false, ...options, libraryFolder });
  return {
    client: createClient<"cli" | "renderer" | "shell">(
      library.connect(["cli", "renderer", "shell"]),
    ),
    [Symbol.asyncDispose]: () => library[Symbol.asyncDispose](),
  };
}

test("the report says what runs the model, and of everything else why it does not", async () => {
  await using library = await open();

  const report = await library.client.request("machine.inspect", {});

  expect(MachineReport.parse(report)).toEqual(report);
  const inUse = report.providers.filter(({ kind }) => kind === "in-use");
  expect(inUse.map(({ provider }) => provider)).toEqual([report.provider]);
  const others = report.providers.filter(({ kind }) => kind !== "in-use");
  expect(others.filter(({ reason }) => !/^[A-Z].*\.$/.test(reason))).toEqual([]);
  expect([report.model, report.providerChoice, report.sizes.catalog > 0]).toEqual([
    "starter",
    "auto",
    true,
  ]);
});

test("a chosen provider is remembered for every library of this machine", async () => {
  {
    await using first = await open();
    await first.client.request("machine.useProvider", { provider: "cpu" });
  }
  await using second = await open({}, "another");

  const report = await second.client.request("machine.inspect", {});

  expect([report.providerChoice, report.provider]).toEqual(["cpu", "cpu"]);
});

test("a provider that cannot run is refused with the reason, and nothing changes", async () => {
  await using library = await open();

  await expect(
    library.client.request("machine.useProvider", { provider: ELSEWHERE }),
  ).rejects.toMatchObject({
    code: "provider-unavailable",
    message: expect.stringContaining(ELSEWHERE) as string,
  });
  expect((await library.client.request("machine.inspect", {})).providerChoice).toBe("auto");
});

test("a device that is not there is refused", async () => {
  await using library = await open();

  await expect(
    library.client.request("machine.useProvider", { provider: "cuda", device: "7: nothing" }),
  ).rejects.toMatchObject({ code: "provider-unavailable" });
});

test("where the provider that was named cannot run, the report still says what there is", async () => {
  await using library = await open({ provider: ELSEWHERE });

  const report = await library.client.request("machine.inspect", {});

  expect([report.providerChoice, report.provider]).toEqual([ELSEWHERE, ELSEWHERE]);
  expect(report.providers.filter(({ kind }) => kind === "in-use")).toEqual([]);
});

test("what the shell says of the power is what indexing goes by", async () => {
  await using library = await open();

  await library.client.request("machine.power", { onBattery: true });
  const onBattery = await library.client.request("machine.inspect", {});
  await library.client.request("machine.power", { onBattery: false });
  const onMains = await library.client.request("machine.inspect", {});

  expect([onBattery, onMains].map(({ power, pace }) => [power, pace])).toEqual([
    ["battery", "gentle"],
    ["mains", "full"],
  ]);
});

test("clearing removes previews, and prepared graphs but those in use", async () => {
  await using library = await open();
  const { model } = await library.client.request("library.status", {});
  const kept = `${model.slice(-8)}${"0".repeat(56)}-v1.onnx`;
  await mkdir(folder.at("models", "prepared"), { recursive: true });
  for (const name of [kept, `${"f".repeat(64)}-v1.onnx`])
    await writeFile(folder.at("models", "prepared", name), "a graph");
  await mkdir(folder.at("library", "previews", "ab"), { recursive: true });
  await writeFile(folder.at("library", "previews", "ab", "abc.webp"), "a picture");

  await library.client.request("machine.clear", { what: "prepared" });
  const { sizes } = await library.client.request("machine.clear", { what: "previews" });

  const left = await readdir(folder.at("models", "prepared"));
  expect(left).toContain(kept);
  expect(left).not.toContain(`${"f".repeat(64)}-v1.onnx`);
  expect(sizes.previews).toBe(0);
});

test(
  "probing tries every provider that is here and measures the machine, and that is remembered",
  { timeout: 240_000 },
  async () => {
    await using library = await open();

    const probed = await library.client.request("machine.probe", {});
    const inspected = await library.client.request("machine.inspect", {});

    const cpu = probed.providers.find(({ provider }) => provider === "cpu")!;
    expect(cpu).toMatchObject({
      photosPerSecond: expect.any(Number) as number,
      triedAtMs: expect.any(Number) as number,
    });
    expect(probed.providers.filter(({ kind }) => kind === "not-tried")).toEqual([]);
    expect(inspected.providers).toEqual(probed.providers);
    expect([inspected.threads, inspected.decodersAtOnce]).toEqual([
      probed.threads,
      probed.decodersAtOnce,
    ]);
  },
);
