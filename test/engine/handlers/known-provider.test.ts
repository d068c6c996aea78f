import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { setSetting } from "../../../electron/engine/catalog/settings.ts";
import { knownProvider, processorKind } from "../../../electron/engine/handlers/known-provider.ts";
import { rememberChoice } from "../../../electron/engine/inference/providers/provider-memory.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";
import { openTestCatalog } from "../../support/test-catalog.ts";

let temp: TempFolder;

beforeEach(async () => {
  temp = await tempFolder();
  vi.stubEnv("SEMBLANCE_USER_MODELS", temp.path);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await temp[Symbol.asyncDispose]();
});

test("as long as nothing is known, models run on the processor", async () => {
  const { db } = openTestCatalog();

  expect([await knownProvider(db), await processorKind(db)]).toEqual(["cpu", "cpu"]);
});

test("what ran last is what runs", async () => {
  const { db } = openTestCatalog();
  setSetting(db, "provider", "coreml");

  expect([await knownProvider(db), await processorKind(db)]).toEqual(["coreml", "gpu"]);
});

test("what the user named goes before what ran last", async () => {
  const { db } = openTestCatalog();
  setSetting(db, "provider", "coreml");
  await rememberChoice({ provider: "cpu" });

  expect([await knownProvider(db), await processorKind(db)]).toEqual(["cpu", "cpu"]);
});
