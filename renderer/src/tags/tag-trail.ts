import { movedId, type TagForest } from "./tag-forest.ts";

/** A tag's name before and after, the oldest first. */
export type TagTrail = readonly (readonly [from: string, to: string])[];

/** The tag as it is called now, after it was renamed, and after that was taken back. */
export function followTag(id: string, trail: TagTrail, { byId }: TagForest): string {
  if (byId.has(id)) return id;
  for (const [from, to] of trail.toReversed()) {
    for (const other of [movedId(id, from, to), movedId(id, to, from)]) {
      if (byId.has(other)) return other;
    }
  }
  return id;
}
