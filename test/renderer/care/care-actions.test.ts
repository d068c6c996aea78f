import { expect, test } from "vitest";
import { careKind } from "../../../renderer/src/care/care-actions.ts";

test.each([
  ["is:missing", "missing"],
  ["is:missing tag:Lisbon", "missing"],
  ["folder:Archive is:failed", "failed"],
  ["", undefined],
  ["-is:missing", undefined],
  ["is:missing OR tag:Lisbon", undefined],
  ["(is:failed OR beach)", undefined],
])("the search %s is about %s photos", (query, kind) => {
  expect(careKind(query)).toBe(kind);
});
