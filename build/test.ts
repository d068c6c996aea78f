/**
 * @file `npm test`: the checks, then every test but the soak; ends with how many passed, failed and were skipped.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";

const RESULTS = "dist/test-results.json";

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
}

rmSync(RESULTS, { force: true });
const check = spawnSync(process.execPath, ["build/check.ts"], { stdio: "inherit" });
// Built before the tests, so that the first of them does not pay for it.
const build = spawnSync(process.execPath, ["build/build-renderer.ts"], { stdio: "inherit" });
spawnSync(
  "vitest",
  [
    "run",
    "--project",
    "unit",
    "--project",
    "e2e",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${RESULTS}`,
  ],
  { stdio: "inherit" },
);
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = readResults();

// A failed check counts as one failed test, so that the last line never says less than what happened.
const failed = numFailedTests + Number(check.status !== 0) + Number(build.status !== 0);
process.stdout.write(
  `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`,
);
process.exitCode = failed === 0 && success ? 0 : 1;

function readResults(): Results {
  return JSON.parse(readFileSync(RESULTS, "utf8")) as Results;
}
