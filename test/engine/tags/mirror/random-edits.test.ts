import { expect, test } from "vitest";
import { mergeRandomEdits } from "./merge-random-edits.ts";

test("after 100 sequences of random edits by the user and by other programs nothing is lost, here and in the file", async () => {
  const conflicts = await mergeRandomEdits({ first: 1, count: 100 });

  expect(conflicts, "conflicts among them").toBeGreaterThan(0);
}, 120_000);
