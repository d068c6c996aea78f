/**
 * @file A thousand sequences of random edits by the user and by other programs. SEMBLANCE_SOAK_SEED begins elsewhere.
 */
import { expect, test } from "vitest";
import { mergeRandomEdits } from "../engine/tags/mirror/merge-random-edits.ts";

const COUNT = 1000;
const FIRST = Number(process.env.SEMBLANCE_SOAK_SEED ?? 1);

test(`after ${COUNT} sequences of random edits by the user and by other programs nothing is lost, here and in the file`, async () => {
  const conflicts = await mergeRandomEdits({ first: FIRST, count: COUNT });

  expect(conflicts, "conflicts among them").toBeGreaterThan(0);
  console.info(`${COUNT} sequences, ${conflicts} conflicts, nothing lost`);
});
