/**
 * @file The engine is killed without warning, a few times; test/soak/kill.test.ts does it a hundred times.
 */
import { expect, test } from "vitest";
import { spawnEngine } from "../support/spawned-engine.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { seeded } from "./damage.ts";
import { killAtStart, killWhileWorking, makeOldLibrary } from "./kill-rounds.ts";

const ROUNDS = 7;
const MIGRATIONS = 3;

test(`after ${ROUNDS} kills every acknowledged tag is there, no photo twice, and indexing completes`, async () => {
  await using temp = await tempFolder();

  const result = await killWhileWorking(temp, ROUNDS);

  expect(result).toMatchObject({
    lost: [],
    photos: result.expected,
    paths: result.expected,
    moved: [result.movedTo],
    damagedBackups: [],
  });
  expect(result.acknowledged).toBeGreaterThan(0);
}, 300_000);

test(`a migration that is killed ${MIGRATIONS} times ends at the next start, and nothing is lost`, async () => {
  await using temp = await tempFolder();
  const random = seeded(7);
  for (let round = 0; round < MIGRATIONS; round++) {
    const library = temp.at(`library ${round}`);
    await makeOldLibrary(library, 20_000);
    await killAtStart(library, 200 + random() * 500);

    await using engine = await spawnEngine(library);

    const tags = await engine.client.request("tag.list", {});
    expect(tags).toEqual([{ tag: "Lisbon", count: 20_000, below: 20_000 }]);
  }
}, 300_000);
