import { expect, test, vi } from "vitest";
import { prepareGraph } from "../../../../electron/engine/inference/graph/prepare-graph.ts";
import { findModel } from "../../../../electron/engine/inference/models/find-model.ts";
import { tempFolder } from "../../../support/temp-folder.ts";

test("a graph that can be run as it is, is read once for its bytes and card, and never for others", async () => {
  await using temp = await tempFolder();
  vi.stubEnv("SEMBLANCE_USER_MODELS", temp.at("models"));
  const found = await findModel("starter");
  const gone = { ...found, filePath: temp.at("gone.onnx") };

  const read = await prepareGraph(found);
  const known = await prepareGraph(gone);
  const ofOtherBytes = await prepareGraph({ ...gone, sha256: "0".repeat(64) }).catch(String);
  const card = { ...found.card, outputs: { embedding: "other" } };
  const withOtherCard = await prepareGraph({ ...gone, card }).catch(String);
  vi.unstubAllEnvs();

  expect(read).toMatchObject({ filePath: found.filePath, embeddingSize: 384 });
  const { name, shape } = read.input;
  expect(known).toEqual({ ...read, input: { name, shape }, filePath: gone.filePath });
  for (const error of [ofOtherBytes, withOtherCard])
    expect(error).toMatch(/Expected a model at .*gone\.onnx/);
});
