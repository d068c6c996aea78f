/** @file `npm test`: every test but the soak; ends with how many passed, failed and were skipped. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { bundleEngine } from "./bundle-engine.ts";
import { inProject } from "./project.ts";

const RESULTS = "dist/test-results.json";
const PROGRAM = inProject("dist", "test-program");

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly success: boolean;
}

rmSync(RESULTS, { force: true });
// Before the tests, so that the first of them does not pay for it.
const isBuilt = (await run(process.execPath, ["build/build-renderer.ts"])) === 0;
// The program as it ships: the tests start it hundreds of times. See test/support/program.ts.
await bundleEngine(PROGRAM);
await run(
  "vitest",
  [
    "run",
    ...["unit", "pure", "e2e"].flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${RESULTS}`,
  ],
  { SEMBLANCE_PROGRAM: PROGRAM },
);
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = readResults();

// A page that could not be built counts as a failed test, so that the last line never says less than what happened.
const failed = numFailedTests + Number(!isBuilt);
process.stdout.write(
  `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`,
);
process.exitCode = failed === 0 && success ? 0 : 1;

async function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number | null> {
  const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
  const [status] = (await once(child, "exit")) as [number | null];
  return status;
}

function readResults(): Results {
  return JSON.parse(readFileSync(RESULTS, "utf8")) as Results;
}
