import type { Client } from "../../electron/contract/client.ts";
import { MOST_AT_ONCE } from "../../electron/contract/limits.ts";
import type { Photo, PhotoId } from "../../electron/contract/photo.ts";
import type { Flag } from "../../electron/contract/value-names.ts";
import type { PhotoSet } from "./library/photos/photo-set.ts";
import { wholeRange, type Ranges } from "./library/photos/ranges.ts";
import { joinQuery, splitQuery } from "./search/terms.ts";
import type { FlagCounts, FlagReader } from "./viewer/cull/cull-scope.ts";

type Asker = Pick<Client<"renderer">, "request">;

/** The flags of all photos that a query finds, by their number. */
export function queryFlags(client: Asker, query: string): FlagReader {
  async function total(flag: Flag): Promise<number> {
    const page = await client.request("photo.page", { query: withFlag(query, flag), limit: 1 });
    return page.total;
  }
  return {
    async count() {
      const [pick, reject] = await Promise.all([total("pick"), total("reject")]);
      return { pick, reject };
    },
    flagged: (flag) => idsOf(client, withFlag(query, flag)),
  };
}

/** The flags of a part of what a query finds: no photo is read for them, only which photos have them. */
export function rangeFlags(client: Asker, query: string, part: PartOfSet): FlagReader {
  async function flagged(flag: Flag): Promise<readonly PhotoId[]> {
    const [all, own] = await Promise.all([
      idsOf(client, withFlag(query, flag)),
      idsIn(part.set, part.ranges),
    ]);
    const inPart = new Set(own);
    return all.filter((id) => inPart.has(id));
  }
  return {
    flagged,
    async count() {
      const [picks, rejects] = await Promise.all([flagged("pick"), flagged("reject")]);
      return { pick: picks.length, reject: rejects.length };
    },
  };
}

export interface PartOfSet {
  readonly set: PhotoSet;
  readonly ranges: Ranges;
}

/** The flags of photos that are all at hand. */
export function knownFlags(photos: readonly Photo[]): FlagReader {
  const of = (flag: Flag): PhotoId[] =>
    photos.filter((photo) => photo.flag === flag).map(({ id }) => id);
  const counts: FlagCounts = { pick: of("pick").length, reject: of("reject").length };
  return { count: () => Promise.resolve(counts), flagged: (flag) => Promise.resolve(of(flag)) };
}

/** The places of some photos in a set, in its order. */
export async function placesOf(
  ids: readonly PhotoId[],
  { set, ranges }: Pick<PartOfSet, "set"> & { readonly ranges: Ranges | undefined },
): Promise<readonly number[]> {
  const wanted = new Set(ids);
  const places: number[] = [];
  for (const { start, end } of ranges ?? wholeRange(set.total)) {
    const own = await set.readIds(start, end);
    for (const [at, id] of own.entries()) if (wanted.has(id)) places.push(start + at);
  }
  return places;
}

/**
 * What a query finds with a flag, whatever flags it asks for itself: who went through photos without a flag wants to see those that have
 * one now.
 */
export function showFlagQuery(query: string, flag: Flag): string {
  const { terms, rest } = splitQuery(query, { isTyping: false });
  const others = terms.filter(
    ({ field, value }) =>
      field !== "flag" && !(field === "is" && /^(picked|rejected)$/i.test(value)),
  );
  if (terms.length === 0) return withFlag(rest, flag);
  return joinQuery([...others, { isNegated: false, field: "flag", value: flag }], rest);
}

/** Both: what the query finds, and the flag. */
function withFlag(query: string, flag: Flag): string {
  return query.trim() === "" ? `flag:${flag}` : `(${query}) flag:${flag}`;
}

async function idsOf(client: Asker, query: string): Promise<readonly PhotoId[]> {
  const ids: PhotoId[] = [];
  for (let offset = 0; ; offset += MOST_AT_ONCE) {
    const part = await client.request("photo.ids", { query, offset, limit: MOST_AT_ONCE });
    for (const id of part) ids.push(id);
    if (part.length < MOST_AT_ONCE) return ids;
  }
}

async function idsIn(set: PhotoSet, ranges: Ranges): Promise<readonly PhotoId[]> {
  const ids: PhotoId[] = [];
  for (const { start, end } of ranges) {
    for (const id of await set.readIds(start, end)) ids.push(id);
  }
  return ids;
}
