import { expect, test } from "vitest";
import type { DuplicateGroup, DuplicateKind } from "../../../electron/contract/duplicates.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import {
  keptCopy,
  suggestedTrash,
  toggled,
} from "../../../renderer/src/duplicates/group-choice.ts";

const [best, copy, other] = [1, 2, 3] as [PhotoId, PhotoId, PhotoId];

function group(kind: DuplicateKind): DuplicateGroup {
  const photos = [best, copy, other].map((id) => ({ id })) as unknown as DuplicateGroup["photos"];
  return { id: 7, kind, photos, more: 0, reasons: [] };
}

test("all copies but the suggested photo go, and nothing of a burst does", () => {
  expect([...suggestedTrash(group("exact"))]).toEqual([copy, other]);
  expect([...suggestedTrash(group("bursts"))]).toEqual([]);
});

test("what goes belongs to the suggested photo, or to the first that stays in its place", () => {
  const suggested = suggestedTrash(group("exact"));

  expect(keptCopy(group("exact"), suggested)).toEqual({ keep: best, others: [copy, other] });
  const instead = toggled(toggled(suggested, best), copy);
  expect(keptCopy(group("exact"), instead)).toEqual({ keep: copy, others: [best, other] });
});

test("nothing is to be done where nothing goes, or nothing would stay", () => {
  expect(keptCopy(group("bursts"), new Set())).toBeUndefined();
  expect(keptCopy(group("exact"), new Set([best, copy, other]))).toBeUndefined();
});
