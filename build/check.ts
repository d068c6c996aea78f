/**
 * @file `npm run check`: types, lint, format and architecture, all of them even when one fails.
 */
import { spawnSync } from "node:child_process";

const checks: readonly (readonly [what: string, ...command: string[]])[] = [
  ["types", "tsc", "--build"],
  [
    "types of components",
    "svelte-check",
    "--tsconfig",
    "renderer/tsconfig.json",
    "--output",
    "human",
  ],
  ["lint", "eslint", "--max-warnings", "0", "."],
  ["format", "prettier", "--check", "--log-level", "warn", "."],
  ["architecture", "vitest", "run", "--project", "unit", "test/architecture.test.ts"],
];

const failed = checks.filter(([what, command, ...args]) => {
  const startedMs = performance.now();
  const { status } = spawnSync(command!, args, { stdio: "inherit" });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? "ok" : "FAILED"}  ${what} (${seconds} s)\n`);
  return status !== 0;
});

process.exitCode = failed.length === 0 ? 0 : 1;
