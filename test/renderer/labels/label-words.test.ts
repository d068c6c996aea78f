import { expect, test } from "vitest";
import type { LabelBrowse } from "../../../electron/contract/label-browse.ts";
import {
  describeLabel,
  describeTile,
  heading,
  unsureQuery,
} from "../../../renderer/src/labels/label-words.ts";

const dog: LabelBrowse = {
  word: "dog",
  name: "dog",
  above: [],
  photos: 1204,
  kinds: 118,
  found: 31,
  precision: { right: 46, checked: 50 },
  children: [],
  unsure: 118,
  unsureFrom: 0.2,
};

test("a family is described by its photos, its kinds and how often it was right", () => {
  expect(describeLabel(dog)).toBe("1,204 photos · 31 of 118 kinds · right on 46 of 50 you checked");
  expect(describeLabel({ ...dog, kinds: 1, precision: null, photos: 1 })).toBe("1 photo");
});

test("a tile is read with its count, and a family with its kinds", () => {
  const child = { word: "dog", name: "dog", photos: 3, kinds: 2, found: 1, cover: null };
  expect(describeTile({ ...child, hasBelow: true })).toBe("Dog, 3 photos, family of 2 kinds");
  expect(describeTile({ ...child, hasBelow: false })).toBe("Dog, 3 photos");
});

test("the search for less sure photos leaves the sure ones out, whatever the label is called", () => {
  expect(unsureQuery(dog)).toBe("label:dog>0.2 -label:dog");
  expect(unsureQuery({ ...dog, word: "crane (bird)" })).toBe(
    'label:"crane (bird)">0.2 -label:"crane (bird)"',
  );
});

test("a name begins with a capital in a heading", () => {
  expect(heading("golden retriever")).toBe("Golden retriever");
});
