import { readdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  readChoices,
  writeChoices,
  type IndexChoice,
} from "../../../electron/engine/vectors/index-choice.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const choice: IndexChoice = {
  kind: "ivf-flat",
  setting: { nprobes: 10 },
  recallAt10: 1,
  recallAt100: 0.997,
  p50Ms: 4.8,
  flatP50Ms: 107,
  buildMs: 7800,
  rows: 100_000,
  measuredAt: "2026-11-20T12:00:00.000Z",
};

test("what was chosen is read as it was written, and nothing else is left beside it", async () => {
  await using folder = await tempFolder();

  await writeChoices(folder.at("m.index.json"), { embedding: choice });
  await writeChoices(folder.at("m.index.json"), { embedding: choice, stage2: choice });

  expect(await readChoices(folder.at("m.index.json"))).toEqual({
    embedding: choice,
    stage2: choice,
  });
  expect(readdirSync(folder.path)).toEqual(["m.index.json"]);
});

test("a file that is not there, or damaged, holds no choice", async () => {
  await using folder = await tempFolder();
  const damaged = ['{"embedding": {"kind": "ivf-', "[]", '{"embedding": {"kind": "flat"}}'];

  const read = damaged.map((text, index) => {
    writeFileSync(folder.at(`${index}.json`), text);
    return readChoices(folder.at(`${index}.json`));
  });

  expect(await readChoices(folder.at("absent.json"))).toEqual({});
  expect(await Promise.all(read)).toEqual([{}, {}, {}]);
});
