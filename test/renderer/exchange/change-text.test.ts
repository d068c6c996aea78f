import { expect, test } from "vitest";
import { describeValue } from "../../../renderer/src/exchange/change-text.ts";

test.each([
  [{ field: "rating", from: null, to: 4 }, "Rating: nothing → 4"],
  [{ field: "rating", from: 3, to: 0 }, "Rating: 3 → No stars"],
  [{ field: "flag", from: "reject", to: "pick" }, "Flag: Reject → Pick"],
  [{ field: "colour", from: "none", to: "green" }, "Colour: No colour → Green"],
  [{ field: "title", from: "", to: "pick" }, "Title: nothing → “pick”"],
] as const)("%j reads as %j", (change, text) => {
  expect(describeValue(change)).toBe(text);
});
