/**
 * @file How often the bands of Find similar are wrong: edited copies that are missed, and random pairs that are not.
 *
 * The photos are in two halves by the SHA-256 of their name. What the constants of bands.ts were read off is printed
 * of the one, the errors of the other, with the limits that a library of that half has. Bounds: of random pairs at most 1 %
 * in "related" or better, at most 0.1 % in "very-similar" or better. Random pairs are two photos of different labels.
 */
import { resolveModel } from "../../../electron/engine/inference/resolve-model.ts";
import { startPhotoWorker } from "../../../electron/engine/photo-worker/start-photo-worker.ts";
import { measureBackground, type Background } from "../../../electron/engine/similar/background.ts";
import { bandLimits, bandOf, type BandLimits } from "../../../electron/engine/similar/bands.ts";
import { closerJudge } from "../../../electron/engine/similar/edited-copies.ts";
import { likeness, sharesAt } from "../../../electron/engine/similar/likeness.ts";
import { VECTOR_COLUMNS, type Vectors } from "../../../electron/engine/vectors/vector-column.ts";
import { readBandPhotos, type BandPhoto, type Half } from "./band-photos.ts";
import { edits } from "./photo-edits.ts";
import { neededLimits } from "./resampled-limits.ts";

const BANDS = [null, "related", "very-similar", "same-shot"] as const;

const model = await resolveModel(process.argv[2] ?? "starter");
await using worker = startPhotoWorker({ model });
const photos = await readBandPhotos(worker);
const halves = { chosen: await toSet("chosen"), reported: await toSet("reported") };
const { chosen, reported } = halves;
const sizes = `${chosen.photos.length} photos to choose on, ${reported.photos.length} to report on`;
process.stdout.write(`${sizes}, model ${model.key}\n`);
reportChoices(halves.chosen);
for (const depth of [1, 0.5, 0]) reportErrors(halves.reported, depth, false);
reportErrors(halves.reported, 1, true);

interface LabelledPair {
  readonly one: BandPhoto;
  readonly other: BandPhoto;
}

interface PhotoSet {
  readonly photos: readonly BandPhoto[];
  readonly background: Background;
  readonly random: readonly LabelledPair[];
  readonly same: readonly LabelledPair[];
}

async function toSet(half: Half): Promise<PhotoSet> {
  const own = photos.filter((photo) => photo.half === half);
  const pairs = own.flatMap((one, at) => own.slice(at + 1).map((other) => ({ one, other })));
  return {
    photos: own,
    background: await measureBackground(own.map(({ vectors }) => vectors)),
    random: pairs.filter(({ one, other }) => one.kind !== other.kind),
    same: pairs.filter(({ one, other }) => one.kind === other.kind),
  };
}

function likenessAt({ background, photos: [first] }: PhotoSet, depth: number) {
  const present = VECTOR_COLUMNS.filter((column) => first!.vectors[column]);
  const shares = sharesAt(depth, background.chance, present);
  return (one: Vectors, other: Vectors) => likeness(one, other, shares);
}

function reportChoices(set: PhotoSet): void {
  process.stdout.write(
    "\n| depth | reach of related | reach of very-similar | way of same-shot |\n| --- | --: | --: | --: |\n",
  );
  const places = new Map(set.photos.map((photo, place) => [photo, place]));
  for (const depth of [0, 0.25, 0.5, 0.75, 1]) {
    const alike = likenessAt(set, depth);
    const pairs = [...set.random, ...set.same].map(({ one, other }) => ({
      places: [places.get(one)!, places.get(other)!] as const,
      likeness: alike(one.vectors, other.vectors),
      isRandom: one.kind !== other.kind,
    }));
    const needed = neededLimits(pairs, { photos: set.photos.length, depth });
    const { relatedReach, verySimilarReach, sameShotWay } = needed;
    process.stdout.write(
      `| ${depth} | ${relatedReach.toFixed(2)} | ${verySimilarReach.toFixed(2)} | ${sameShotWay.toFixed(3)} |\n`,
    );
  }
}

function reportErrors(set: PhotoSet, depth: number, isEdited: boolean): void {
  const limits = bandLimits(set.background, depth, set.photos.length);
  const { sameShot, verySimilar, related } = limits;
  process.stdout.write(
    `\n## depth ${depth}${isEdited ? ", edited copies" : ""}: same-shot from ${sameShot.toFixed(3)}, ` +
      `very-similar from ${verySimilar.toFixed(3)}, related from ${related.toFixed(3)}\n\n` +
      "| pairs | related or better | very-similar or better | same-shot |\n| --- | --: | --: | --: |\n",
  );
  const ranks = isEdited ? closerRank(set, limits) : plainRank(set, depth, limits);
  for (const name of Object.keys(edits)) {
    const found = set.photos.map((photo) => ranks(photo, photo.edited.get(name)!));
    printRow(`missed: ${name}`, found, (rank, wanted) => rank < wanted);
  }
  for (const [name, pairs] of [
    ["random", set.random],
    ["another photo of the same label", set.same],
  ] as const) {
    const found = pairs.map(({ one, other }) => ranks(one, other.vectors));
    printRow(`found: ${name} (${pairs.length})`, found, (rank, wanted) => rank >= wanted);
  }
}

/** From 0, in no band, to 3, the same shot. */
type Rank = (example: BandPhoto, photo: Vectors) => number;

function plainRank(set: PhotoSet, depth: number, limits: BandLimits): Rank {
  const alike = likenessAt(set, depth);
  return ({ vectors }, photo) => BANDS.indexOf(bandOf(alike(vectors, photo), limits));
}

/** As Find similar looks for edited copies. */
function closerRank(set: PhotoSet, limits: BandLimits): Rank {
  const plain = plainRank(set, 1, limits);
  const alike = likenessAt(set, 1);
  const { background } = set;
  return (example, photo) => {
    const judge = closerJudge({ examples: [{ vectors: example.vectors, weight: 1 }], background });
    const isTurned = example.turned.some((turned) => alike(turned, photo) >= limits.sameShot);
    const turned = isTurned ? BANDS.length - 1 : 0;
    return Math.max(plain(example, photo), BANDS.indexOf(judge(photo)), turned);
  };
}

function printRow(
  name: string,
  ranks: readonly number[],
  counts: (rank: number, wanted: number) => boolean,
): void {
  const percents = [1, 2, 3].map((wanted) => {
    const share = ranks.filter((rank) => counts(rank, wanted)).length / ranks.length;
    return `${(share * 100).toFixed(2)} %`;
  });
  process.stdout.write(`| ${name} | ${percents.join(" | ")} |\n`);
}
