import { expect, test } from "vitest";
import { HOSTILE_TIMEOUT_MS, indexHostileFiles, summarise } from "./index-hostile.ts";

test(
  "60 hostile files: each has an outcome, none hangs or kills, memory stays within the bound",
  { timeout: HOSTILE_TIMEOUT_MS },
  async () => {
    const report = await indexHostileFiles({ seed: 1, count: 60 });

    expect(report.files.length).toBe(60);
    expect(new Set(report.files.map(({ what }) => what)).size).toBeGreaterThan(20);
    expect(await summarise(report)).toEqual({
      withoutOutcome: 0,
      hung: [],
      unexplained: [],
      untold: [],
      isWithinMemory: true,
    });
  },
);
