import type { Client } from "../../../electron/contract/client.ts";
import { MAX_PAGE } from "../../../electron/contract/page-size.ts";
import type { Band, SimilarPage, SimilarPhoto } from "../../../electron/contract/similar.ts";
import { toExamples, type AskedStep } from "./similar-step.ts";

/** The whole list, and what was asked for beyond its end. */
export interface SimilarAnswer {
  readonly photos: readonly SimilarPhoto[];
  /** Photos until the end of the list. */
  readonly total: number;
  readonly bands: Readonly<Record<Band, number>>;
}

export interface ReadOptions {
  /** A later question of the same session ends this one with `cancelled`. */
  readonly session: string;
  readonly edited: boolean;
}

/** Reads the list page by page; the engine ends it after some hundreds. */
export async function readSimilar(
  client: Client<"renderer">,
  step: AskedStep,
  { session, edited }: ReadOptions,
): Promise<SimilarAnswer> {
  const { depth, within, beyond } = step;
  const question = { examples: toExamples(step), depth, within, edited, session };
  const read = (offset: number, limit: number, beyondEnd: boolean): Promise<SimilarPage> =>
    client.request("similar.search", { ...question, offset, limit, beyondEnd });
  const first = await read(0, MAX_PAGE, false);
  const photos = [...first.photos];
  for (let offset = MAX_PAGE; offset < first.total; offset += MAX_PAGE)
    photos.push(...(await read(offset, MAX_PAGE, false)).photos);
  if (beyond > 0) {
    // A longer search may have found more within the list: then these are the next of it.
    const more = await read(first.total, Math.min(beyond, MAX_PAGE), true);
    const known = new Set(photos.map(({ photo }) => photo.id));
    photos.push(...more.photos.filter(({ photo }) => !known.has(photo.id)));
  }
  return { photos, total: first.total, bands: first.bands };
}
