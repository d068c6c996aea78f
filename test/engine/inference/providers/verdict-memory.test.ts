import { afterEach, beforeEach, expect, test } from "vitest";
import type { GraphicsCard } from "../../../../electron/engine/machine/graphics.ts";
import type { ResolvedModel } from "../../../../electron/engine/inference/resolve-model.ts";
import {
  keyOf,
  rememberVerdict,
  rememberedVerdict,
  type Tried,
} from "../../../../electron/engine/inference/providers/verdict-memory.ts";
import type { Verdict } from "../../../../electron/engine/inference/providers/verdict.ts";
import { tempFolder, type TempFolder } from "../../../support/temp-folder.ts";

const VERDICT: Verdict = {
  kind: "crashed",
  reason: "trying it ended with SIGSEGV",
  photosPerSecond: null,
  cpuPhotosPerSecond: null,
  agreement: null,
  triedAtMs: 5,
};
const CARD: GraphicsCard = { name: "A card", vendor: "NVIDIA", driver: "550.1", bus: "01" };
const TRIED: Tried = {
  execution: { provider: "cuda" },
  model: { key: "starter-int8-0f0f0f0f" } as ResolvedModel,
  cards: [CARD],
};

let folder: TempFolder;
const formerly = process.env.SEMBLANCE_USER_MODELS;
beforeEach(async () => {
  folder = await tempFolder();
  process.env.SEMBLANCE_USER_MODELS = folder.path;
});
afterEach(async () => {
  process.env.SEMBLANCE_USER_MODELS = formerly;
  await folder[Symbol.asyncDispose]();
});

test("a verdict is remembered for what it is about", async () => {
  await rememberVerdict(TRIED, VERDICT);

  expect(await rememberedVerdict(TRIED)).toEqual(VERDICT);
});

test.each<[string, Partial<Tried>]>([
  ["device", { execution: { provider: "cuda", deviceId: 1 } }],
  ["provider", { execution: { provider: "webgpu" } }],
  ["driver", { cards: [{ ...CARD, driver: "560.2" }] }],
  ["card", { cards: [{ ...CARD, name: "Another card" }] }],
  ["model file", { model: { key: "starter-int8-abababab" } as ResolvedModel }],
])("of another %s nothing is known yet", async (_, change) => {
  await rememberVerdict(TRIED, VERDICT);

  expect(await rememberedVerdict({ ...TRIED, ...change })).toBeUndefined();
});

test("a verdict belongs to the runtime's version", () => {
  expect(keyOf(TRIED)).toMatch(
    /^cuda \| A card \(550\.1\) \| onnxruntime \d+\.\d+\.\d+ \| starter/,
  );
});
