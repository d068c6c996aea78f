import { expect, test } from "vitest";
import type { TopLabel } from "../../../electron/contract/photo.ts";
import {
  labelId,
  partLabels,
  withVerdict,
  type Settled,
} from "../../../renderer/src/detail/label-verdicts.ts";

function label(name: string, more: Partial<TopLabel> = {}): TopLabel {
  const rest = { wnid: null, confidence: 0.9, families: [], verdict: null, precision: null };
  return { name, ...rest, ...more };
}

const tabby = label("tabby", { wnid: "n02123045", families: ["cat", "animal"] });
const lynx = label("lynx", { confidence: 0.1, families: ["cat", "animal"] });
const doormat = label("doormat", { confidence: 0.05 });

test("a class is named by its WordNet id, one without an id by its name", () => {
  expect([tabby, doormat].map(labelId)).toEqual(["n02123045", "doormat"]);
});

test("a verdict shows on its own line", () => {
  const labels = withVerdict([tabby, lynx, doormat], { label: tabby, verdict: "confirmed" });

  expect(labels.map(({ verdict }) => verdict)).toEqual(["confirmed", null, null]);
});

test("a wider word that is wrong is a line of its own, and takes its kinds away", () => {
  const line = { label: tabby, family: "cat", verdict: "rejected" } as const;

  expect(withVerdict([tabby, lynx, doormat], line)).toMatchObject([
    { name: "doormat", verdict: null },
    { name: "cat", confidence: 1, families: ["animal"], verdict: "rejected" },
  ]);
});

test("guesses stand apart, unless the user said that they are right", () => {
  const confirmed = { ...lynx, verdict: "confirmed" } as const;
  const { sure, unsure } = partLabels([tabby, confirmed, doormat], 0.3, new Map());

  expect(sure).toEqual([tabby, confirmed]);
  expect(unsure).toEqual([doormat]);
});

test("a line stays where it was first seen until the photo is looked at again", () => {
  const settled: Settled = new Map();
  partLabels([tabby, lynx, doormat], 0.3, settled);
  // As the engine orders them: what is confirmed first, what is rejected last.
  const judged = [{ ...doormat, verdict: "confirmed" }, lynx, { ...tabby, verdict: "rejected" }];

  const { sure, unsure } = partLabels(judged as TopLabel[], 0.3, settled);

  expect(sure.map(({ name }) => name)).toEqual(["tabby"]);
  expect(unsure.map(({ name }) => name)).toEqual(["lynx", "doormat"]);
});
