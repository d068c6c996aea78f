/**
 * @file Where the photos of an album are, by numbers with room between them, so that most changes of the order touch
 * only the photos that move.
 */
import type { PhotoId } from "../../contract/photo.ts";

/** A photo of an album and its place. */
export interface PlacedPhoto {
  readonly id: PhotoId;
  readonly place: number;
}

/** Room for twenty insertions at the same spot; a million photos are still far below 2^53. */
const GAP = 2 ** 20;

/**
 * Places for `arriving` before the photo `before`, or at the end where that is undefined or not in `members`, which are in
 * order. Where there is no room left, every photo gets a new place: `arriving` and `members` alike.
 */
export function planPlaces(
  members: readonly PlacedPhoto[],
  arriving: readonly PhotoId[],
  before?: PhotoId,
): PlacedPhoto[] {
  const index = members.findIndex(({ id }) => id === before);
  const at = index < 0 ? members.length : index;
  const next = members[at]?.place;
  const last =
    members[at - 1]?.place ?? (next === undefined ? 0 : next - (arriving.length + 1) * GAP);
  const step = next === undefined ? GAP : Math.floor((next - last) / (arriving.length + 1));
  if (step >= 1) return arriving.map((id, count) => ({ id, place: last + (count + 1) * step }));
  const ids = members.map(({ id }) => id);
  return [...ids.slice(0, at), ...arriving, ...ids.slice(at)].map((id, count) => ({
    id,
    place: (count + 1) * GAP,
  }));
}
