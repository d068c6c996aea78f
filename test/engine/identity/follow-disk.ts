import path from "node:path";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { review } from "../../../electron/engine/catalog/review.ts";
import { addTag } from "../../../electron/engine/tags/photo-tags.ts";
import { seeded } from "../../faults/damage.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { makePool, RandomDisk } from "./random-disk.ts";
import { openSmallEngine, type Entry } from "./small-engine.ts";

const LOOKS = 6;
const ACTS = 3;

let pool: ReturnType<typeof makePool> | undefined;

/**
 * Random operations on a disk, and after each few of them a look of the engine. Answers with what is wrong, in words: a
 * tag on a file of another photo, a tag that is lost or on two entries, a photo whose one file is there without its tag.
 */
export async function followRandomDisk(seed: number): Promise<string[]> {
  await using temp = await tempFolder();
  const random = seeded(seed);
  const roots = [temp.at("one"), temp.at("two")];
  pool ??= makePool(seeded(1));
  const disk = new RandomDisk(roots, { random, pool: await pool });
  await using engine = await openSmallEngine(roots);
  const tagged = new Set<number>();

  for (let look = 0; look < LOOKS; look++) {
    await engine.look();
    disk.settle();
    // The user is asked about another photo under the same name, and answers as it is.
    const asked = engine.entries().filter(({ isForReview }) => isForReview);
    for (const { id } of asked) review(engine.db, [id], "another");
    await engine.look();
    const faults = findFaults(disk, engine.entries(), tagged);
    if (faults.length > 0)
      return [`seed ${seed}`, ...faults, ...disk.log.map((line) => shorten(temp.path, line))];
    tagNewPhotos(disk, engine, tagged);
    for (let act = 0; act < ACTS; act++) disk.act();
  }
  return [];
}

function findFaults(
  disk: RandomDisk,
  entries: readonly Entry[],
  tagged: ReadonlySet<number>,
): string[] {
  const faults: string[] = [];
  const present = entries.filter(({ isMissing }) => !isMissing);
  const paths = present.map((entry) => entry.path).sort();
  const files = [...disk.files.keys()].sort();
  if (JSON.stringify(paths) !== JSON.stringify(files))
    faults.push(`entries ${paths.join(" ")} are not the files ${files.join(" ")}`);
  for (const entry of present) {
    const { photo } = disk.files.get(entry.path) ?? {};
    for (const tag of entry.tags)
      if (tag !== `photo ${photo}`) faults.push(`${tag} is on ${entry.path}`);
  }
  for (const photo of tagged) {
    const holders = entries.filter(({ tags }) => tags.includes(`photo ${photo}`));
    if (holders.length !== 1) faults.push(`photo ${photo} is tagged on ${holders.length} entries`);
    const own = [...disk.files.values()].filter((file) => file.photo === photo);
    if (own.length === 1 && !disk.copied.has(photo) && holders[0]?.isMissing !== false)
      faults.push(`photo ${photo} is at ${own[0]!.path} without its tag`);
  }
  return faults;
}

/** Every photo has a tag of its own, given to the first file of it. */
function tagNewPhotos(
  disk: RandomDisk,
  engine: Awaited<ReturnType<typeof openSmallEngine>>,
  tagged: Set<number>,
): void {
  const ids = new Map<string, PhotoId>(
    engine
      .entries()
      .flatMap(({ id, path: at, isMissing }) => (isMissing ? [] : [[at, id] as const])),
  );
  for (const { photo, path: at } of disk.files.values()) {
    if (tagged.has(photo)) continue;
    addTag(engine.db, `photo ${photo}`, [ids.get(at)!], engine.reconciler.text);
    tagged.add(photo);
  }
}

function shorten(root: string, line: string): string {
  return line.replaceAll(root + path.sep, "");
}
