/**
 * @file The engine is killed without warning, again and again: while it indexes, is tagged, finds a renamed photo, writes
 * a backup, and while it migrates. See test/faults/kill-rounds.ts.
 */
import { expect, test } from "vitest";
import { seeded } from "../faults/damage.ts";
import { killAtStart, killWhileWorking, makeOldLibrary } from "../faults/kill-rounds.ts";
import { spawnEngine } from "../support/spawned-engine.ts";
import { tempFolder } from "../support/temp-folder.ts";

const ROUNDS = 100;
const MIGRATIONS = 20;

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
  console.info(
    `${ROUNDS} kills, ${result.acknowledged} acknowledged tags, all there; ${result.photos} photos, none twice; ` +
      `one moved every time, with its tag; ${result.backups} backups were finished, all whole`,
  );
});

test(`after ${MIGRATIONS} kills of a migration every tag is there`, async () => {
  await using temp = await tempFolder();
  const random = seeded(11);
  for (let round = 0; round < MIGRATIONS; round++) {
    const library = temp.at(`library ${round}`);
    await makeOldLibrary(library, 20_000);
    await killAtStart(library, 150 + random() * 700);

    await using engine = await spawnEngine(library);

    const tags = await engine.client.request("tag.list", {});
    expect(tags).toEqual([{ tag: "Lisbon", count: 20_000, below: 20_000 }]);
  }
});
