/**
 * @file The engine is killed without warning, again and again, while it indexes and while it is being tagged.
 */
import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { copyFixtures, FIXTURE_COUNT, FIXTURES } from "../support/fixtures.ts";
import { spawnEngine, type SpawnedEngine } from "../support/spawned-engine.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { until } from "../support/until.ts";

const ROUNDS = 100;
const COPIES = 6;
const SEED = 20_261_120;

/** A sequence of numbers in [0, 1) that is the same in every run (Park and Miller's generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Tags photos until the engine is gone; answers with the tags that were acknowledged. */
async function tagUntilKilled({ client }: SpawnedEngine, round: number): Promise<string[]> {
  const acknowledged: string[] = [];
  try {
    for (let i = 0; ; i++) {
      const { photos } = await client.request("photo.page", { query: "", limit: 5 });
      const tag = `round ${round} tag ${i}`;
      if (photos.length > 0)
        await client.request("tag.add", { tag, photos: photos.map(({ id }) => id) });
      if (photos.length > 0) acknowledged.push(tag);
    }
  } catch {
    return acknowledged; // The kill is how every round ends.
  }
}

test(`after ${ROUNDS} kills every acknowledged tag is there, no photo twice, and indexing completes`, async () => {
  await using temp = await tempFolder();
  const photos = temp.at("photos");
  for (let copy = 0; copy < COPIES; copy++) {
    await mkdir(path.join(photos, String(copy)), { recursive: true });
    await copyFixtures(path.join(photos, String(copy)));
  }
  const random = seeded(SEED);
  const acknowledged: string[] = [];

  for (let round = 0; round < ROUNDS; round++) {
    const engine = await spawnEngine(temp.at("library"));
    if (round === 0) await engine.client.request("folder.add", { path: photos });
    await copyFile(path.join(FIXTURES, "rclip/bee.jpg"), path.join(photos, `bee ${round}.jpg`));
    const tagging = tagUntilKilled(engine, round);
    await delay(random() * 400); // The moment is the experiment.
    await engine.kill();
    acknowledged.push(...(await tagging));
  }

  await using engine = await spawnEngine(temp.at("library"));
  const { client } = engine;
  const expected = FIXTURE_COUNT * COPIES + ROUNDS;
  await until(
    "indexing to complete",
    async () => (await client.request("library.status", {})).counts.indexed === expected,
    300_000,
  );
  const tags = new Set((await client.request("tag.list", {})).map(({ tag }) => tag));
  const page = await client.request("photo.page", { query: "", limit: 500 });

  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.filter((tag) => !tags.has(tag))).toEqual([]);
  expect(page.total).toBe(expected);
  expect(new Set(page.photos.map((photo) => photo.path)).size).toBe(expected);
  console.info(
    `${ROUNDS} kills, ${acknowledged.length} acknowledged tags, all there; ${expected} photos, none twice`,
  );
});
