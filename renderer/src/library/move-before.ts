import type { PhotoId } from "../../../electron/contract/photo.ts";

export type AlbumStep = "start" | "earlier" | "later" | "end";

/**
 * The photo of an album before which others are put to go one step; null: the end. Photos that are apart come together at the first of
 * them on the way.
 */
export function moveBefore(
  order: readonly PhotoId[],
  moving: readonly PhotoId[],
  step: AlbumStep,
): PhotoId | null {
  const chosen = new Set(moving);
  const first = order.findIndex((id) => chosen.has(id));
  const last = order.findLastIndex((id) => chosen.has(id));
  if (step === "end" || first < 0) return null;
  if (step === "start") return order[0]!;
  return step === "earlier" ? order[Math.max(0, first - 1)]! : (order[last + 2] ?? null);
}
