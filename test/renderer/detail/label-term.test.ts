import { expect, test } from "vitest";
import type { LabelSuggestion } from "../../../electron/contract/label.ts";
import type { TopLabel } from "../../../electron/contract/photo.ts";
import { labelTerm } from "../../../renderer/src/detail/label-term.ts";

function crane(family: string): TopLabel {
  const rest = { wnid: null, confidence: 0.9, verdict: null, precision: null };
  return { name: "crane", families: [family], ...rest };
}

const bird: LabelSuggestion = { word: "crane", term: "crane", family: "bird", count: 2 };
const machine: LabelSuggestion = { ...bird, term: "crane (machine)", family: "machine" };

test("a label is searched by its name where that means one thing", () => {
  expect(labelTerm(crane("machine"), { sense: bird, others: [] })).toBe("crane");
  expect(labelTerm(crane("machine"), { sense: null, others: [] })).toBe("crane");
});

test("of two labels with one name the one in the picture is searched", () => {
  const explanation = { sense: bird, others: [machine] };

  expect(labelTerm(crane("machine"), explanation)).toBe("crane (machine)");
  expect(labelTerm(crane("bird"), explanation)).toBe("crane");
  expect(labelTerm(crane("toy"), explanation)).toBe("crane");
});
