import type { Album } from "../../../electron/contract/album.ts";
import { compareNames } from "../messages/compare-names.ts";

/** A line of the list: an album, or a group that the names of albums make with `/`. */
export type AlbumRow =
  | {
      readonly kind: "album";
      readonly key: string;
      readonly level: number;
      readonly name: string;
      readonly album: Album;
    }
  | {
      readonly kind: "group";
      readonly key: string;
      readonly level: number;
      readonly name: string;
      readonly path: string;
      readonly isOpen: boolean;
    };

/** Albums, by name, under their groups; those of closed groups are left out. */
export function albumRows(
  albums: readonly Album[],
  closed: ReadonlySet<string>,
): readonly AlbumRow[] {
  const rows: AlbumRow[] = [];
  let open: readonly string[] = [];
  const sorted = albums.toSorted((a, b) => compareParts(a.name.split("/"), b.name.split("/")));
  for (const album of sorted) {
    const parts = album.name.split("/");
    const groups = parts.slice(0, -1);
    const shared = groups.findIndex((part, at) => part !== open[at]);
    open = shared < 0 ? open.slice(0, groups.length) : open.slice(0, shared);
    while (open.length < groups.length) {
      const level = open.length;
      open = [...open, groups[level]!];
      const path = open.join("/");
      if (isHidden(open.slice(0, level), closed)) continue;
      const isOpen = !closed.has(path);
      rows.push({ kind: "group", key: `group ${path}`, level, name: groups[level]!, path, isOpen });
    }
    if (isHidden(groups, closed)) continue;
    rows.push({
      kind: "album",
      key: `album ${album.id}`,
      level: groups.length,
      name: parts.at(-1)!,
      album,
    });
  }
  return rows;
}

/** Level by level, so that what is in a group stays together. */
function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareNames(a[at]!, b[at]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function isHidden(groups: readonly string[], closed: ReadonlySet<string>): boolean {
  return groups.some((_, at) => closed.has(groups.slice(0, at + 1).join("/")));
}
