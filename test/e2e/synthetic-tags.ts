import type { Photo } from "../../electron/contract/photo.ts";
import type { RequestInput } from "../../electron/contract/requests.ts";
import type { TagBranch, TagStates, TagSuggestion } from "../../electron/contract/tag.ts";

/** Tags that nobody gave to a photo of the synthetic library, for screens full of them. */
export function inventTags(count: number): readonly TagBranch[] {
  const places = ["Portugal", "Spain", "Japan", "Iceland", "Morocco", "Peru", "Norway", "Greece"];
  const roots = ["Events", "People", "Places", "Projects", "To print"].map((tag, at) =>
    invent(tag, { below: 9_000 - at * 1_500, key: at < 3 ? at + 1 : null }),
  );
  const countries = places.map((name, at) => invent(`Places/${name}`, { below: 900 - at * 80 }));
  const towns = Array.from(
    { length: Math.max(0, count - roots.length - countries.length) },
    (_, at) =>
      at % 3 === 0
        ? invent(`People/Person ${at}`, { below: 1 + (at % 40) })
        : invent(`Places/${places[at % places.length]!}/Town ${at}`, { below: 1 + (at % 90) }),
  );
  return [...roots, ...countries, ...towns].slice(0, count);
}

/** What the engine tells of tags: each level of a path, and how many photos are below it. */
export function treeOf(
  tags: ReadonlyMap<string, number>,
  invented: readonly TagBranch[],
): readonly TagBranch[] {
  const branches = new Map(invented.map((branch) => [branch.tag, branch]));
  for (const [tag, count] of tags) {
    const levels = tag.split("/");
    for (const at of levels.keys()) {
      const path = levels.slice(0, at + 1).join("/");
      const known = branches.get(path) ?? invent(path, { below: 0 });
      const own = path === tag ? count : 0;
      branches.set(path, { ...known, count: known.count + own, below: known.below + count });
    }
  }
  return [...branches.values()];
}

function invent(
  tag: string,
  { below, key = null }: Pick<TagBranch, "below"> & Partial<TagBranch>,
): TagBranch {
  return { tag, count: below, below, synonyms: [], key };
}

/** The tags of some photos, by name. */
export function statesOf(
  photos: readonly Photo[],
  { photos: ids }: RequestInput<"tag.states">,
): TagStates {
  const wanted = new Set<number>(ids);
  const found = photos.filter(({ id }) => wanted.has(id));
  const counts = new Map<string, number>();
  for (const tag of found.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const tags = [...counts].map(([tag, count]) => ({ tag, count }));
  return { total: found.length, tags: tags.sort((a, b) => a.tag.localeCompare(b.tag)) };
}

/** Tags of which a level begins with the text; without one, all of them are recent. */
export function suggestOf(
  counts: ReadonlyMap<string, number>,
  { text, limit }: RequestInput<"tag.suggest">,
): TagSuggestion[] {
  return [...counts]
    .filter(([tag]) => `/${tag}`.toLowerCase().includes(`/${text.toLowerCase()}`))
    .slice(0, limit)
    .map(([tag, count]) => ({ tag, count, matched: "name", isRecent: true }));
}
