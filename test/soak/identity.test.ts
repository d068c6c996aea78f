/**
 * @file Thousands of runs of random operations on a disk, followed by the engine. SEMBLANCE_SOAK_SEED begins elsewhere.
 */
import { expect, test } from "vitest";
import { followRandomDisk } from "../engine/identity/follow-disk.ts";

const RUNS = 2000;
const FIRST = Number(process.env.SEMBLANCE_SOAK_SEED ?? 1);

test(`after ${RUNS} runs of random operations on the disk every tag is on its photo, or kept with the missing one`, async () => {
  for (let seed = FIRST; seed < FIRST + RUNS; seed++)
    expect(await followRandomDisk(seed)).toEqual([]);
  console.info(`${RUNS} runs, every tag where it belongs`);
});
