import { rmSync } from "node:fs";
import { utimes, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { addTag } from "../../../electron/engine/tags/photo-tags.ts";
import { seeded } from "../../faults/damage.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { makePool } from "./random-disk.ts";
import { openSmallEngine } from "./small-engine.ts";

/** A tagged photo that has been missing for an hour, and then a file under its name. */
async function afterAnHour(pick: (pool: Awaited<ReturnType<typeof makePool>>) => Buffer) {
  await using temp = await tempFolder();
  const pool = await makePool(seeded(5));
  await using engine = await openSmallEngine([temp.path]);
  let seconds = 1_500_000_000;
  const write = async (bytes: Buffer) => {
    await writeFile(temp.at("a.jpg"), bytes);
    await utimes(temp.at("a.jpg"), seconds, seconds++);
    await engine.look();
  };
  await write(pool[0]!.plain);
  addTag(engine.db, "of a", [engine.entries()[0]!.id], engine.reconciler.text);
  rmSync(temp.at("a.jpg"));
  await engine.look();
  engine.db.run("UPDATE photo SET missing_since_ms = missing_since_ms - 3600000");

  await write(pick(pool));
  await engine.look();
  return engine
    .entries()
    .map(({ isMissing, isForReview, tags }) => ({ isMissing, isForReview, tags }));
}

test("another photo under the name of one that is long gone has nothing to do with it", async () => {
  expect(await afterAnHour(([, other]) => other!.plain)).toEqual([
    { isMissing: true, isForReview: false, tags: ["of a"] },
    { isMissing: false, isForReview: false, tags: [] },
  ]);
});

test("the same photo, edited, is itself however long it was away", async () => {
  expect(await afterAnHour(([same]) => same!.edited)).toEqual([
    { isMissing: false, isForReview: false, tags: ["of a"] },
  ]);
});
