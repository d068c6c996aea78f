import { expect, test } from "vitest";
import { followRandomDisk } from "./follow-disk.ts";

const RUNS = 50;

test(`after ${RUNS} runs of random operations on the disk every tag is on its photo, or kept with the missing one`, async () => {
  for (let seed = 1; seed <= RUNS; seed++) expect(await followRandomDisk(seed)).toEqual([]);
}, 300_000);
