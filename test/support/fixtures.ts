import { cp } from "node:fs/promises";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Real photos that come with the project; see test/fixtures/README.md. */
export const FIXTURES = fileURLToPath(new URL("../fixtures/photos/", import.meta.url));
export const FIXTURE_COUNT = 22;

/** The larger set beside the checkout; tests that need it say so in their name and skip without it. */
export const SHARED = fileURLToPath(new URL("../../../shared/", import.meta.url));
export const hasShared = existsSync(SHARED);

/** A copy that a test may change. */
export async function copyFixtures(to: string, from = ""): Promise<void> {
  await cp(FIXTURES + from, to, { recursive: true });
}
