/**
 * @file As test/hostile/hostile.test.ts, with many more files; SEED chooses other ones.
 */
import { expect, test } from "vitest";
import { indexHostileFiles, summarise } from "../hostile/index-hostile.ts";

const SEED = Number(process.env.SEED ?? 2026);
const COUNT = 1000;

test(`${COUNT} hostile files, seed ${SEED}: each has an outcome, none hangs or kills`, async () => {
  const report = await indexHostileFiles({ seed: SEED, count: COUNT });

  const { indexed, failures, longestPauseMs, tookMs, peak } = report;
  const codes = Map.groupBy(failures, ({ code }) => code);
  const megabytes = (bytes = 0) => `${Math.round(bytes / 1e6)} MB`;
  process.stdout.write(
    `${COUNT} files in ${Math.round(tookMs / 1000)} s: ${indexed} indexed, ${[...codes]
      .map(([code, { length }]) => `${length} ${code}`)
      .join(", ")}; longest pause ${Math.round(longestPauseMs)} ms; ` +
      `peak of the process tree ${megabytes(peak?.treeBytes)}, of the photo worker ${megabytes(peak?.childBytes)}\n`,
  );
  expect(await summarise(report)).toEqual({
    withoutOutcome: 0,
    hung: [],
    unexplained: [],
    untold: [],
    isWithinMemory: true,
  });
});
