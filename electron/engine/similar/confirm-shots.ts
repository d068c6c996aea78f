/** @file What the model takes for the same shot is looked at. See [Note: Same picture]. */
import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { PhotoId } from "../../contract/photo.ts";
import type { CatalogReader } from "../catalog/catalog-reader.ts";
import type { JudgedEntry } from "./edited-copies.ts";
import { contentOf } from "./live-entries.ts";
import { isSamePicture, type GreyPicture } from "./same-picture.ts";

/** Of a photo by its fingerprint; undefined where it cannot be shown, so that likeness alone decides. */
export type GreySource = (fingerprint: string) => Promise<GreyPicture | undefined>;

export interface ShotExample {
  readonly weight: number;
  readonly entry?: PhotoId;
  /** Absent for a part of a picture, with which no whole can be compared. */
  readonly grey?: () => Promise<GreyPicture | undefined>;
}

export interface ConfirmRooms {
  readonly catalog: CatalogReader;
  readonly greys: GreySource;
}

/** Of more, which are a series of some hundred shots, the rest is taken for what the model takes it for. */
const MOST_CONFIRMED = 200;

/** Photos of one burst or one bracket, whose light and dark a hand or a change of the scene moves. */
const BURST_MS = 5_000;

/**
 * Same shots that neither show the picture of an example nor were taken within five seconds of it are very similar. Their order is for the
 * caller.
 */
export async function confirmShots(
  entries: readonly JudgedEntry[],
  examples: readonly ShotExample[],
  { catalog, greys }: ConfirmRooms,
): Promise<readonly JudgedEntry[]> {
  const ids = entries.filter(({ band }) => band === "same-shot").map(({ id }) => id);
  const suspects = ids.slice(0, MOST_CONFIRMED);
  const liked = examples.filter(({ weight }) => weight > 0);
  if (suspects.length === 0) return entries;
  const shown = await Promise.all(liked.map(async ({ grey }) => grey?.()));
  if (shown.includes(undefined)) return entries;
  const isTogether = burstsWith(catalog, liked, suspects);
  const contents = contentOf(catalog, suspects);
  const pictures = await Promise.all(
    suspects.map(async (id) => (contents.has(id) ? greys(contents.get(id)!) : undefined)),
  );
  const others = new Set<PhotoId>();
  for (const [at, id] of suspects.entries()) {
    const picture = pictures[at];
    if (!picture || isTogether(id)) continue;
    if (!shown.some((example) => isSamePicture(example!, picture))) others.add(id);
    await yieldToOthers();
  }
  return entries.map((entry) =>
    others.has(entry.id) ? { ...entry, band: "very-similar" } : entry,
  );
}

/** Whether a photo was taken with one of the examples, as far as both say when. */
function burstsWith(
  catalog: CatalogReader,
  examples: readonly ShotExample[],
  ids: readonly PhotoId[],
): (id: PhotoId) => boolean {
  const own = examples.flatMap(({ entry }) => entry ?? []);
  const rows = catalog.all<{ id: PhotoId; takenAt: string }>(
    `SELECT photo.id, taken_at AS takenAt FROM json_each(?) AS wanted CROSS JOIN photo ON photo.id = wanted.value
     WHERE taken_at IS NOT NULL`,
    [JSON.stringify([...own, ...ids])],
  );
  // By the clock of the camera: offsets are rarely known of all of a series.
  const times = new Map(
    rows.map(({ id, takenAt }) => [id, Date.parse(`${takenAt.slice(0, 19)}Z`)]),
  );
  return (id) => {
    const time = times.get(id);
    return own.some((one) => Math.abs((times.get(one) ?? NaN) - (time ?? NaN)) <= BURST_MS);
  };
}
