import { MOST_VALUES, type NamedCount, type PhotoFacets } from "../../../contract/photo-facets.ts";
import { colourLabels, flags } from "../../../contract/value-names.ts";

export type NameField = "camera" | "lens" | "flag" | "colour" | "kind";
type NameFacets = Pick<PhotoFacets, "cameras" | "lenses" | "flags" | "colours" | "kinds">;

/** Counts photos by what is written in words: a camera by its name, a colour by its own. */
export class NameTally {
  readonly #counts: Readonly<Record<NameField, Map<string, NamedCount>>> = {
    camera: new Map(),
    lens: new Map(),
    flag: new Map(),
    colour: new Map(),
    kind: new Map(),
  };

  add(field: NameField, name: string, count: number): void {
    if (count === 0) return;
    const counts = this.#counts[field];
    const key = foldAscii(name);
    const known = counts.get(key);
    counts.set(key, { name: known?.name ?? name, count: (known?.count ?? 0) + count });
  }

  /** `total`: of the photos that were counted, those without any name included. */
  facets(total: number): NameFacets {
    const videos = this.#countOf("kind", "video");
    return {
      cameras: this.#most("camera"),
      lenses: this.#most("lens"),
      flags: this.#each("flag", flags, total),
      colours: this.#each("colour", colourLabels, total),
      kinds: { photo: total - videos, video: videos },
    };
  }

  #most(field: NameField): NamedCount[] {
    return [...this.#counts[field].values()]
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, MOST_VALUES);
  }

  #each<N extends string>(
    field: NameField,
    names: readonly N[],
    total: number,
  ): Record<N | "none", number> {
    const counts = names.map((name) => [name, this.#countOf(field, name)] as const);
    const none = counts.reduce((left, [, count]) => left - count, total);
    return Object.fromEntries([...counts, ["none", none] as const]) as Record<N | "none", number>;
  }

  #countOf(field: NameField, name: string): number {
    return this.#counts[field].get(name)?.count ?? 0;
  }
}

/** As SQLite's NOCASE tells names apart, and with it `camera:"=…"`. */
function foldAscii(name: string): string {
  return name.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
