/**
 * @file How often the bands of Find similar are wrong: edited copies that are missed, and random pairs that are not.
 *
 * Bounds: of random pairs at most 1 % in "related" or better, at most 0.1 % in "very-similar" or better. Random pairs
 * are two photos of different folders or labels of the set. The limits are those that a library of these photos has.
 */
import { readFileSync, existsSync, globSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { startPhotoWorker } from "../../../electron/engine/photo-worker/start-photo-worker.ts";
import { measureBackground } from "../../../electron/engine/similar/background.ts";
import { bandLimits, type BandLimits } from "../../../electron/engine/similar/bands.ts";
import { likeness, sharesAt, type Shares } from "../../../electron/engine/similar/likeness.ts";
import { VECTOR_COLUMNS, type Vectors } from "../../../electron/engine/vectors/vector-column.ts";
import { edits, openPicture } from "./photo-edits.ts";

interface Photo {
  readonly path: string;
  /** Photos of one kind are no random pair. */
  readonly kind: string;
  readonly vectors: Vectors;
  readonly edited: ReadonlyMap<string, Vectors>;
}

const AT_ONCE = 4;
const BACKGROUND_ROWS = 200;
/** Copies of one picture fill the set's other folders. */
const FOLDERS = ["camera", "clothing", "grocery", "rclip"];

const scratch = await mkdtemp(path.join(tmpdir(), "bench-"));
const model = await resolveModel(process.argv[2] ?? "starter");
await using worker = startPhotoWorker({ model });
const photos = await readPhotos(findPhotos());
await rm(scratch, { recursive: true });
process.stdout.write(`${photos.length} photos, model ${model.key}\n`);
for (const depth of [1, 0.5, 0]) await report(depth);

function findPhotos(): { path: string; kind: string }[] {
  const shared = path.join(import.meta.dirname, "../../../../shared/photos");
  const manifest = path.join(shared, "MANIFEST.tsv");
  if (!existsSync(manifest)) {
    const fixtures = path.join(import.meta.dirname, "../../fixtures/photos");
    const kindOf = (file: string) => file.replace(/_?\d*\.\w+$/, "");
    return globSync("*/*", { cwd: fixtures }).map((file) => ({
      path: path.join(fixtures, file),
      kind: kindOf(file),
    }));
  }
  return readFileSync(manifest, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t"))
    .filter(([file]) => FOLDERS.includes(file!.split("/")[0]!) && /\.(jpe?g|png)$/i.test(file!))
    .map(([file, label]) => ({
      path: path.join(shared, file!),
      kind: label === "" ? file! : label!,
    }));
}

async function readPhotos(found: readonly { path: string; kind: string }[]): Promise<Photo[]> {
  const read: Photo[] = [];
  for (let start = 0; start < found.length; start += AT_ONCE) {
    const batch = found.slice(start, start + AT_ONCE);
    read.push(
      ...(await Promise.all(
        batch.map(async (photo) => ({
          ...photo,
          vectors: await worker.look(photo.path),
          edited: await readEdits(photo.path),
        })),
      )),
    );
  }
  return read;
}

async function readEdits(file: string): Promise<Map<string, Vectors>> {
  const { picture, size } = await openPicture(file);
  const edited = new Map<string, Vectors>();
  for (const [name, edit] of Object.entries(edits)) {
    const copy = path.join(scratch, `${path.basename(file)}-${edited.size}`);
    await writeFile(copy, await edit(picture, size));
    edited.set(name, await worker.look(copy));
    await rm(copy);
  }
  return edited;
}

async function report(depth: number): Promise<void> {
  const count = Math.min(BACKGROUND_ROWS, photos.length);
  const sample = Array.from(
    { length: count },
    (_, at) => photos[Math.floor(((at + 0.5) * photos.length) / count)]!,
  );
  const background = await measureBackground(sample.map(({ vectors }) => vectors));
  const present = VECTOR_COLUMNS.filter((column) => photos[0]!.vectors[column]);
  const shares = sharesAt(depth, background.chance, present);
  const limits = bandLimits(background, depth, photos.length);
  const { sameShot, verySimilar, related } = limits;
  process.stdout.write(
    `\n## depth ${depth}: same-shot from ${sameShot.toFixed(3)}, very-similar from ${verySimilar.toFixed(3)}, related from ${related.toFixed(3)}\n\n` +
      "| pairs | related or better | very-similar or better | same-shot |\n| --- | --: | --: | --: |\n",
  );
  for (const name of Object.keys(edits)) {
    const alike = photos.map(({ vectors, edited }) => likeness(vectors, edited.get(name)!, shares));
    printRow(`missed: ${name}`, alike, limits, (value, limit) => value < limit);
  }
  const { random, same } = pairs(shares);
  const isFound = (value: number, limit: number) => value >= limit;
  printRow(`found: random (${random.length})`, random, limits, isFound);
  printRow(`found: another photo of the same label (${same.length})`, same, limits, isFound);
}

function pairs(shares: Shares): { random: number[]; same: number[] } {
  const random: number[] = [];
  const same: number[] = [];
  for (const [at, photo] of photos.entries()) {
    for (const other of photos.slice(at + 1)) {
      const list = photo.kind === other.kind ? same : random;
      list.push(likeness(photo.vectors, other.vectors, shares));
    }
  }
  return { random, same };
}

function printRow(
  name: string,
  values: readonly number[],
  { sameShot, verySimilar, related }: BandLimits,
  counts: (value: number, limit: number) => boolean,
): void {
  const percents = [related, verySimilar, sameShot].map((limit) => {
    const share = values.filter((value) => counts(value, limit)).length / values.length;
    return `${(share * 100).toFixed(2)} %`;
  });
  process.stdout.write(`| ${name} | ${percents.join(" | ")} |\n`);
}
