/**
 * @file A closer look for the same picture.
 *
 * [Note: Edited copies] The embedding says what a photo means, and cropping changes that: of crops to 80 % a half is
 * only `related` by it, and of photos turned by 90° two in five are in no band, because models learn from upright
 * photos. Both are looked for when somebody asks for it, since it takes reading more of the table:
 * - Stages know a crop by its textures. The nearest are judged at depth 0.25 too, and the better band counts.
 * - The example is turned, and what is the same shot as one of its turned pictures is the same shot. The lower bands
 *   are left alone: three more chances to be alike by chance would fill them.
 * test/bench/README.md says how many more are found, and how many more strangers.
 */
import type { PhotoId } from "../../contract/photo.ts";
import type { Band } from "../../contract/similar.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import { VECTOR_COLUMNS, type VectorColumn, type Vectors } from "../vectors/vector-column.ts";
import type { Background } from "./background.ts";
import { bandLimits, bandOf } from "./bands.ts";
import { likenessToExamples, sharesAt, type WeighedExample } from "./likeness.ts";
import { contentOf } from "./live-entries.ts";
import type { RankedEntry } from "./rank.ts";
import type { VectorSource } from "./vector-source.ts";

export interface JudgedEntry extends RankedEntry {
  /** Null beyond the end of the list. */
  readonly band: Band | null;
}

/** As many of the nearest as are looked at again. */
export const LOOKED_AT_AGAIN = 500;

/** Where crops are told from strangers best: nearer to 0, photos of one sort are taken for one photo. */
const CLOSER_DEPTH = 0.25;

/** The nearest with the better of their band and the one that their stages say. */
export async function lookAgain(
  entries: readonly JudgedEntry[],
  { vectors, catalog }: { readonly vectors: VectorSource; readonly catalog: CatalogReader },
  { examples, background }: CloserQuestion,
): Promise<JudgedEntry[]> {
  const nearest = entries.slice(0, LOOKED_AT_AGAIN).filter(({ band }) => isLow(band));
  const contents = contentOf(
    catalog,
    nearest.map(({ id }) => id),
  );
  const columns = columnsOf(examples);
  const rows = await vectors.rows([...new Set(contents.values())], columns);
  const judge = closerJudge({ examples, background });
  const found = new Map<PhotoId, Band>();
  for (const [id, fingerprint] of contents) {
    const row = rows.get(fingerprint);
    const band = row && judge(row);
    if (band) found.set(id, band);
  }
  return entries.map((entry) => ({ ...entry, band: found.get(entry.id) ?? entry.band }));
}

export interface CloserQuestion {
  readonly examples: readonly WeighedExample[];
  readonly background: Background;
}

/** The band of a photo by its stages and its embedding together; null below `very-similar`. */
export function closerJudge({
  examples,
  background,
}: CloserQuestion): (photo: Vectors) => Band | null {
  const { chance } = background;
  const question = { shares: sharesAt(CLOSER_DEPTH, chance, columnsOf(examples)), chance };
  const limits = bandLimits(background, CLOSER_DEPTH, 0);
  const likenessOf = likenessToExamples(examples, question);
  return (photo) => {
    const band = bandOf(likenessOf(photo), limits);
    return isLow(band) ? null : band;
  };
}

/** The best band first, in each the most similar; every entry once, with the more similar of its pictures. */
export function mergeByBand(entries: readonly JudgedEntry[]): JudgedEntry[] {
  const best = new Map<PhotoId, JudgedEntry>();
  for (const entry of entries.toSorted(byBand)) if (!best.has(entry.id)) best.set(entry.id, entry);
  return [...best.values()];
}

/** Those that every example has. */
export function columnsOf(examples: readonly WeighedExample[]): VectorColumn[] {
  return VECTOR_COLUMNS.filter((column) =>
    examples.every(({ vectors }) => vectors[column] !== undefined),
  );
}

function isLow(band: Band | null): boolean {
  return band === null || band === "related";
}

function byBand(a: JudgedEntry, b: JudgedEntry): number {
  return placeOf(a.band) - placeOf(b.band) || b.similarity - a.similarity || b.id - a.id;
}

function placeOf(band: Band | null): number {
  return band === null ? BANDS.length : BANDS.indexOf(band);
}

const BANDS: readonly Band[] = ["same-shot", "very-similar", "related"];
