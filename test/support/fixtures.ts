import { copyFile, cp, mkdir, readdir, utimes } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Real photos that come with the project; see test/fixtures/README.md. */
export const FIXTURES = fileURLToPath(new URL("../fixtures/photos/", import.meta.url));
export const FIXTURE_COUNT = 22;

/** The larger set beside the checkout; tests that need it say so in their name and skip without it. */
export const SHARED = fileURLToPath(new URL("../../../shared/", import.meta.url));
export const hasShared = existsSync(SHARED);

/**
 * A copy that a test may change, written a second apart by name: a folder is copied in the order in which the disk happens to list it,
 * so that each machine would show photos without a capture time in an order of its own.
 */
export async function copyFixtures(to: string, from = ""): Promise<void> {
  await cp(FIXTURES + from, to, { recursive: true });
  const names = (await readdir(to, { recursive: true })).sort();
  const seconds = Math.floor(Date.now() / 1000) - names.length;
  for (const [at, name] of names.entries())
    await utimes(path.join(to, name), seconds + at, seconds + at);
}

/** Some of the photos, each under its own name, in one new folder. */
export async function copyPhotos(names: readonly string[], to: string): Promise<void> {
  await mkdir(to);
  for (const name of names)
    await copyFile(path.join(FIXTURES, name), path.join(to, path.basename(name)));
}
