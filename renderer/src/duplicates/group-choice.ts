import type { DuplicateGroup, KeptCopy } from "../../../electron/contract/duplicates.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";

/** Photos of a group that are to go; of a burst none are, before somebody chooses. */
export function suggestedTrash({ kind, photos }: DuplicateGroup): ReadonlySet<PhotoId> {
  if (kind === "bursts") return new Set();
  return new Set(photos.slice(1).map(({ id }) => id));
}

/** The same with one photo chosen, or no longer. */
export function toggled(trash: ReadonlySet<PhotoId>, id: PhotoId): ReadonlySet<PhotoId> {
  const next = new Set(trash);
  if (!next.delete(id)) next.add(id);
  return next;
}

/**
 * What is to be kept, and what of it goes. What the others have is given to the suggested photo if it stays, else to the first that does.
 * Undefined where nothing is to go, or nothing would stay.
 */
export function keptCopy(
  { photos }: DuplicateGroup,
  trash: ReadonlySet<PhotoId>,
): KeptCopy | undefined {
  const keep = photos.find(({ id }) => !trash.has(id));
  const others = photos.map(({ id }) => id).filter((id) => trash.has(id));
  return keep && others.length > 0 ? { keep: keep.id, others } : undefined;
}
