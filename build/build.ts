/**
 * @file Builds everything that ships into dist: `npm run build`.
 */
import { buildRenderer } from "./build-renderer.ts";
import { bundleEngine } from "./bundle-engine.ts";
import { bundleShell } from "./bundle-shell.ts";
import { assertNodeMajor } from "./project.ts";

export async function buildAll(): Promise<void> {
  await Promise.all([buildRenderer(), bundleEngine(), bundleShell()]);
}

if (import.meta.main) {
  assertNodeMajor();
  await buildAll();
}
