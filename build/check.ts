/**
 * @file `npm run check`: types, lint, format and architecture, all of them even when one fails. The linter takes as long as the
 * others together and one core, so that it runs beside them.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { inProject } from "./project.ts";

type Check = readonly [what: string, ...command: string[]];

/** With room for what a file's rules make and throw away: a fifth of the linter's time went into clearing it up. */
const ROOM_MIB = 64;
const lint: Check = [
  "lint",
  process.execPath,
  `--min-semi-space-size=${ROOM_MIB}`,
  `--max-semi-space-size=${ROOM_MIB}`,
  inProject("node_modules", "eslint", "bin", "eslint.js"),
  ...["--max-warnings", "0", "."],
];

const otherChecks: readonly Check[] = [
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
];

/** One after the other, all of them even when one fails; whether all were good. */
async function runInTurn(checks: readonly Check[]): Promise<boolean> {
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

if (import.meta.main) {
  const passed = await Promise.all([runInTurn([lint]), runInTurn(otherChecks)]);
  process.exitCode = passed.every(Boolean) ? 0 : 1;
}
