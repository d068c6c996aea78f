/**
 * @file `npm run check`: types, lint, format and architecture, all of them even when one fails. The linter takes as long as the
 * others together and one core, so that it runs beside them.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";

type Check = readonly [what: string, ...command: string[]];

const lanes: readonly (readonly Check[])[] = [
  [["lint", "eslint", "--max-warnings", "0", "."]],
  [
    ["types", "tsc", "--build"],
    [
      "types of components",
      "svelte-check",
      "--tsconfig",
      "renderer/tsconfig.json",
      "--output",
      "human",
    ],
    ["format", "prettier", "--check", "--log-level", "warn", "."],
    ["architecture", "vitest", "run", "--project", "unit", "test/architecture.test.ts"],
  ],
];

const passed = await Promise.all(lanes.map(runLane));
process.exitCode = passed.every(Boolean) ? 0 : 1;

async function runLane(checks: readonly Check[]): Promise<boolean> {
  let isGood = true;
  for (const check of checks) isGood = (await run(check)) && isGood;
  return isGood;
}

async function run([what, command, ...args]: Check): Promise<boolean> {
  const startedMs = performance.now();
  const [status] = (await once(spawn(command!, args, { stdio: "inherit" }), "exit")) as [
    number | null,
  ];
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? "ok" : "FAILED"}  ${what} (${seconds} s)\n`);
  return status === 0;
}
