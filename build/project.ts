import { fileURLToPath } from "node:url";
import { join, resolve } from "node:path";

/** The checkout. */
export const ROOT = resolve(fileURLToPath(new URL("..", import.meta.url)));

export function inProject(...parts: readonly string[]): string {
  return join(ROOT, ...parts);
}

const SHIPPED_MAJOR = 24;

/** Every entry point says at once when it runs on another Node than the one that ships. */
export function assertNodeMajor(version = process.versions.node): void {
  if (Number.parseInt(version, 10) === SHIPPED_MAJOR) return;
  throw new Error(
    `expected Node ${SHIPPED_MAJOR} but this is ${version}; run it through npm, which finds the right one`,
  );
}
