import type { Photo } from "../../../electron/contract/photo.ts";
import { formatPercent, formatTakenDay } from "../messages/format.ts";
import { say } from "../messages/say.ts";

export interface TilePlace {
  readonly index: number;
  readonly total: number;
  readonly similarity: number | undefined;
}

/** What a screen reader hears after a photo's name. */
export function describePhoto(photo: Photo, { index, total, similarity }: TilePlace): string {
  return [
    similarity !== undefined &&
      say("tile.similarity", { percent: formatPercent(Math.max(0, similarity)) }),
    photo.takenAt !== null && formatTakenDay(photo.takenAt),
    photo.labels[0]?.name,
    photo.rating > 0 && say("tile.stars", { count: photo.rating }),
    photo.isMissing && say("tile.missing"),
    photo.state === "failed" && say("tile.failed"),
    say("grid.position", { index: index + 1, total }),
  ]
    .filter(Boolean)
    .join(", ");
}
