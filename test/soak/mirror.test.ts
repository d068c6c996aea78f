/**
 * @file A thousand sequences of random edits by the user and by other programs (SEMBLANCE_SOAK_SEED begins elsewhere), and
 * an engine that is killed while it writes ten thousand sidecars.
 */
import { expect, test } from "vitest";
import { killWhileMirroring } from "../faults/kill-automatic-mirror.ts";
import { mergeExiftoolEdits } from "../engine/tags/mirror/merge-exiftool-edits.ts";
import { mergeRandomEdits } from "../engine/tags/mirror/merge-random-edits.ts";
import { hasExiftool } from "../support/has-exiftool.ts";
import { tempFolder } from "../support/temp-folder.ts";

const COUNT = 1000;
const FIRST = Number(process.env.SEMBLANCE_SOAK_SEED ?? 1);

test(`after ${COUNT} sequences of random edits by the user and by other programs nothing is lost, here and in the file`, async () => {
  const conflicts = await mergeRandomEdits({ first: FIRST, count: COUNT });

  expect(conflicts, "conflicts among them").toBeGreaterThan(0);
  console.info(`${COUNT} sequences, ${conflicts} conflicts, nothing lost`);
});

const EXIFTOOL_COUNT = 100;

test.skipIf(!hasExiftool)(
  `after ${EXIFTOOL_COUNT} sequences of random edits by the user and by exiftool, exiftool reads what was merged (needs Perl)`,
  async () => {
    const conflicts = await mergeExiftoolEdits({ first: FIRST, count: EXIFTOOL_COUNT });

    expect(conflicts, "conflicts among them").toBeGreaterThan(0);
    console.info(`${EXIFTOOL_COUNT} sequences with exiftool, ${conflicts} conflicts, nothing lost`);
  },
);

const PHOTOS = 10_000;
const KILLS = 4;

test(`after ${KILLS} kills while ${PHOTOS} sidecars are written every one is whole, none was written twice, and no tag is lost`, async () => {
  await using temp = await tempFolder();

  const result = await killWhileMirroring(temp, { photos: PHOTOS, some: 2000, kills: KILLS });

  expect(result).toMatchObject({
    sidecars: PHOTOS,
    damaged: [],
    writtenAgain: [],
    tagged: PHOTOS,
    entries: 1,
  });
  console.info(`killed with ${result.written.join(", ")} of ${PHOTOS} sidecars written`);
});
